"""Notes above a page: an error in full, or a remark on one line that can be closed."""

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

NoteKind = Literal["error", "remark"]


class NoteBar(QFrame):
    """A bold cause, what still works, and up to two buttons.

    An error takes as many lines as its words need. A remark takes one line and has a button
    that closes it; Esc closes it too.

    Signals:
        first_chosen(): The first button was pressed.
        second_chosen(): The second button was pressed.
    """

    first_chosen = Signal()
    second_chosen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, kind: NoteKind = "error") -> None:
        super().__init__(parent)
        self._is_line = kind == "remark"
        self._advice = ""
        self.setObjectName(name)
        self.cause = QLabel(self)
        self.cause.setStyleSheet("font-weight: 600;")
        self.advice = QLabel(self)
        self.first = QPushButton(self)
        self.first.setObjectName(f"{name}_first")
        self.first.clicked.connect(self.first_chosen)
        self.second = QPushButton(self)
        self.second.setObjectName(f"{name}_second")
        self.second.setProperty("flat", "true")
        self.second.clicked.connect(self.second_chosen)
        for button in (self.first, self.second):
            button.hide()
        self.done = QPushButton(self.tr("Close"), self)
        self.done.setObjectName(f"{name}_close")
        self.done.setProperty("flat", "true")
        self.done.setVisible(self._is_line)
        self.done.clicked.connect(self.hide)
        self._place(QHBoxLayout(self) if self._is_line else QVBoxLayout(self))
        self.hide()

    def _place(self, layout: QBoxLayout) -> None:
        if self._is_line:
            layout.setContentsMargins(14, 3, 14, 3)
            layout.setSpacing(8)
            self.advice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            layout.addWidget(self.cause)
            layout.addWidget(self.advice, 1)
            for button in (self.first, self.second, self.done):
                button.setStyleSheet("padding: 2px 8px; font-size: 12px;")
                layout.addWidget(button)
            return
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(4)
        for label in (self.cause, self.advice):
            label.setWordWrap(True)
            layout.addWidget(label)
        row = QHBoxLayout()
        row.addWidget(self.first)
        row.addWidget(self.second)
        row.addStretch(1)
        layout.addLayout(row)

    def show_note(
        self, cause: str, advice: str, buttons: tuple[str, str], *, is_warning: bool = False
    ) -> None:
        """Show a note; an empty button is not shown."""
        self.setProperty("role", "warning" if is_warning else "note")
        self.style().unpolish(self)
        self.style().polish(self)
        self.cause.setText(cause)
        self._advice = advice
        self.advice.setVisible(bool(advice) or self._is_line)
        self._fit_advice()
        for button, text in zip((self.first, self.second), buttons, strict=True):
            button.setText(text)
            button.setVisible(bool(text))
        self.setAccessibleName(cause)
        self.setAccessibleDescription(advice)
        self.show()

    def _fit_advice(self) -> None:
        """Cut the advice to the line that a remark has; its tooltip has all of it."""
        self.advice.setText(self._advice)
        if self._is_line:
            metrics, room = self.advice.fontMetrics(), self.advice.width()
            cut = metrics.elidedText(self._advice, Qt.TextElideMode.ElideRight, room)
            self.advice.setText(cut)
            self.advice.setToolTip(self._advice if cut != self._advice else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the advice the room there is now."""
        super().resizeEvent(event)
        self._fit_advice()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close a remark with Esc."""
        if self._is_line and event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

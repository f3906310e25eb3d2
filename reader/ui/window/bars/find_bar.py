"""The bar that looks for words in the article."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget


class FindBar(QWidget):
    """A field, how many places there are, and the ways to the next and the one before.

    Signals:
        sought(str): The words changed; go to the first place from here.
        next_requested(): Go to the next place.
        previous_requested(): Go to the place before.
        case_minded(bool): Capital letters count, or not.
        closed(): The reader is done.
    """

    sought = Signal(str)
    next_requested = Signal()
    previous_requested = Signal()
    case_minded = Signal(bool)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(8)
        self.field = QLineEdit(self)
        self.field.setObjectName("find_field")
        self.field.setPlaceholderText(self.tr("Find in the article"))
        self.field.setAccessibleName(self.tr("Find in the article"))
        self.field.setClearButtonEnabled(True)
        self.field.setMaximumWidth(320)
        self.field.textChanged.connect(self.sought)
        self.count = QLabel(self)
        self.count.setObjectName("find_count")
        self.count.setProperty("role", "quiet")
        previous = self._button(self.tr("Previous"), "find_previous")
        previous.clicked.connect(self.previous_requested)
        following = self._button(self.tr("Next"), "find_next")
        following.clicked.connect(self.next_requested)
        self.case = self._button(self.tr("Match case"), "find_case")
        self.case.setCheckable(True)
        self.case.toggled.connect(self.case_minded)
        done = self._button(self.tr("Close"), "find_close")
        done.setProperty("flat", "true")
        done.clicked.connect(self.closed)
        row.addWidget(self.field, 1)
        for widget in (previous, following, self.case, self.count):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(done)
        self.hide()

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setStyleSheet("padding: 3px 8px; font-size: 12px;")
        return button

    def open(self, words: str) -> None:
        """Show the bar with some words (or the last ones), ready to type."""
        self.show()
        if words:
            self.field.setText(words)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_place(self, number: int, total: int) -> None:
        """Say at which place the view is, of how many; 0 of 0 when there is none."""
        if not self.field.text():
            self.count.setText("")
        elif not total:
            self.count.setText(self.tr("Not in this article"))
        else:
            words = self.tr("{number} of {total}")
            self.count.setText(words.format(number=number, total=total))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter goes back, Esc closes the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.previous_requested.emit()
        else:
            self.next_requested.emit()

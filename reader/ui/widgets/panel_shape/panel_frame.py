"""The frame that all panels share: heading, a quiet line, a body, a foot, and empty states."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)


class PanelFrame(QWidget):
    """Holds one body, or says why there is nothing to see."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stack = QStackedWidget(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._page = QWidget(self._stack)
        self.body = QVBoxLayout(self._page)
        self.body.setContentsMargins(0, 12, 0, 0)
        self.body.setSpacing(2)
        self.heading = _label(self._page, "heading")
        self.subheading = _label(self._page, "quiet")
        self._heading_row = _inset(self.heading, 0)
        self.body.addLayout(self._heading_row)
        self.body.addLayout(_inset(self.subheading, 0))
        self._state, self._state_words, self._state_advice = self._state_page()
        self.state_button = QPushButton(self._state)
        self.state_button.setProperty("main", "true")
        self.state_button.setObjectName(f"{name}_state_button")
        self.state_button.hide()
        state_layout = self._state.layout()
        if isinstance(state_layout, QVBoxLayout):
            state_layout.addWidget(self.state_button, 0, Qt.AlignmentFlag.AlignHCenter)
            state_layout.addStretch(2)
        self._stack.addWidget(self._page)
        self._stack.addWidget(self._state)

    def _state_page(self) -> tuple[QWidget, QLabel, QLabel]:
        page = QWidget(self._stack)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(24, 40, 24, 24)
        layout.setSpacing(10)
        words = QLabel(page)
        words.setStyleSheet('font: 400 19px "Source Serif 4";')
        advice = QLabel(page)
        advice.setProperty("role", "quiet")
        for label in (words, advice):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        return page, words, advice

    def table_toggle(self, name: str) -> QToolButton:
        """Add a button beside the heading that shows the panel as a table, and return it."""
        button = QToolButton(self._page)
        button.setObjectName(name)
        button.setText(self.tr("Table"))
        button.setCheckable(True)
        button.setToolTip(self.tr("Show the same numbers as a plain table"))
        button.setAccessibleName(self.tr("Show as table"))
        button.setProperty("small", "true")
        self._heading_row.addWidget(button)
        return button

    def foot(self, text: str) -> QLabel:
        """Add a line at the foot of the panel and return it."""
        label = _label(self._page, "foot")
        label.setText(text)
        self.body.addWidget(label)
        return label

    def show_body(self) -> None:
        """Show what the panel has to say."""
        self._stack.setCurrentWidget(self._page)

    def show_state(self, words: str, advice: str, button: str = "") -> None:
        """Say why there is nothing to see, and what can be done."""
        self._state_words.setText(words)
        self._state_advice.setText(advice)
        self.state_button.setText(button)
        self.state_button.setVisible(bool(button))
        self._stack.setCurrentWidget(self._state)


def _label(parent: QWidget, role: str) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label


def _inset(label: QLabel, above_px: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(14, above_px, 14, above_px)
    row.addWidget(label)
    return row

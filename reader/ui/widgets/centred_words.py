"""Words in the middle of an empty place: what is not there, and what can be done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget


class CentredWords(QWidget):
    """A sentence, and one line of advice below it.

    Attributes:
        sentence: Says what is not there; how large it is written is up to its user.
        advice: Says what can be done.
        column: Where the two stand; what is added to it stands below them.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sentence, self.advice = QLabel(self), QLabel(self)
        self.advice.setProperty("role", "quiet")
        self.column = QVBoxLayout()
        self.column.setSpacing(8)
        for label in (self.sentence, self.advice):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            self.column.addWidget(label)
        around = QVBoxLayout(self)
        around.setContentsMargins(24, 24, 24, 24)
        around.setSpacing(0)
        around.addStretch(1)
        around.addLayout(self.column)
        around.addStretch(2)

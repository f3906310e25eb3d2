"""The sign over the page while something is dragged over the window."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

_DROP_INSET = 14  # pixels around the sign


class DropSign(QLabel):
    """A frame over the page while something is dragged over the window."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.setObjectName("drop_sign")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self, place: QRect) -> None:
        """Cover a part of the window."""
        self.setGeometry(place.adjusted(_DROP_INSET, _DROP_INSET, -_DROP_INSET, -_DROP_INSET))
        self.show()
        self.raise_()

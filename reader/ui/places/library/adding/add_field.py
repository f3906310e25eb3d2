"""The one field of the dialog that adds articles, with what was found told at its right end."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

_CROSS = 34  # pixels of the button that empties the field


class AddField(QLineEdit):
    """Takes an address, a path or a text.

    Attributes:
        found: What was found there, in a word or two.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("add_field")
        self.setAccessibleName(self.tr("Address, file, folder or text"))
        self.setMinimumHeight(34)
        self.setClearButtonEnabled(True)
        self.found = QLabel(self)
        self.found.setProperty("role", "small")
        self.tell("")

    def tell(self, words: str) -> None:
        """Tell what was found; "" for nothing."""
        self.found.setText(words)
        self.found.setVisible(bool(words))
        self.setAccessibleDescription(words)
        self._place()

    def _place(self) -> None:
        size = self.found.sizeHint()
        room = size.width() + 6 if self.found.text() else 0
        self.setTextMargins(0, 0, room, 0)
        left = self.width() - _CROSS - size.width()
        self.found.setGeometry(
            left, (self.height() - size.height()) // 2, size.width(), size.height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words at the right end."""
        super().resizeEvent(event)
        self._place()

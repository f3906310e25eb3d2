"""What the painters of the editor's rows share: the colours, and one height for all rows."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.ui.theme import Theme


class RowDelegate(QStyledItemDelegate):
    """Paints rows of one height in the colours of a theme.

    Attributes:
        theme: The colours.
        size: The height of a row, and the least width.
    """

    size = QSize(60, 30)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a row."""
        return self.size

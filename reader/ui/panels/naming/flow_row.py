"""Widgets one after another, broken over lines where they must be."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class FlowRow(QWidget):
    """Sets widgets in lines; its height follows its width."""

    _GAP = 0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: Sequence[QWidget] = ()
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_items(self, items: Sequence[QWidget]) -> None:
        """Set these widgets, which must have this one as their parent."""
        self._items = items
        self._arrange(self.width())
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines in a width."""
        return self._arrange(width, is_trial=True)

    def sizeHint(self) -> QSize:
        """Return the size that the width at hand asks for."""
        return QSize(160, self.heightForWidth(max(160, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Return the least size: one line of the width at hand."""
        return QSize(80, self.heightForWidth(max(160, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines again."""
        super().resizeEvent(event)
        self._arrange(event.size().width())
        self.updateGeometry()

    def _arrange(self, width: int, *, is_trial: bool = False) -> int:
        left, top, height = 0, 0, 0
        for item in self._items:
            size = item.sizeHint()
            room = min(size.width(), max(60, width))
            if left and left + room > width:
                left, top, height = 0, top + height, 0
            if not is_trial:
                item.setGeometry(left, top, room, size.height())
            left += room + self._GAP
            height = max(height, size.height())
        return top + height

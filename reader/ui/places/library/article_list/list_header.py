"""The header of the list: words, and over the name of each voice its swatch."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

FIRST_VOICE = 3  # the first column of a voice
_HEIGHT = 42
_SWATCH = QSize(18, 12)
_END = 14  # pixels between a number and the end of its column
_TOP = 5


class ListHeader(QHeaderView):
    """Names each column in words that are seen; the swatch of a voice stands over its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._swatches: tuple[QIcon, ...] = ()
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def set_swatches(self, swatches: Sequence[QIcon]) -> None:
        """Show these pictures over the names of the three voices."""
        self._swatches = tuple(swatches)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Give room for a swatch and a line of words."""
        return QSize(super().sizeHint().width(), _HEIGHT)

    def paintSection(self, painter: QPainter, area: QRect, section: int) -> None:
        """Paint the words, and the swatch over those of a voice."""
        painter.save()
        super().paintSection(painter, area, section)
        painter.restore()
        voice = section - FIRST_VOICE
        if 0 <= voice < len(self._swatches):
            left = area.right() + 1 - _END - _SWATCH.width()
            place = QRect(left, area.top() + _TOP, _SWATCH.width(), _SWATCH.height())
            self._swatches[voice].paint(painter, place)

"""Rows of what would be added: the title at the left, a quiet word at the right."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.ui.places.library.adding.offered.offer import OfferedItem
from reader.ui.theme import Theme
from reader.ui.theme.fonts import sans
from reader.ui.widgets.rows.fact_row import Index

_APART, _EDGE = 12, 6  # pixels between both, and from the right edge
_BOX = 32  # pixels of the box before the title
_MOST = 0.6  # of a row that the quiet word may take


class OfferedRows(QStyledItemDelegate):
    """Paints rows with `OfferedItem`s; the quiet word of those that are here already says so."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint box and title, then the quiet word."""
        super().paint(painter, option, index)
        words = self._quiet(index)
        if not words:
            return
        place, font = QRect(option.rect).adjusted(0, 0, -_EDGE, 0), sans(12)
        told = QFontMetrics(font).elidedText(
            words, Qt.TextElideMode.ElideMiddle, round(_MOST * place.width())
        )
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(self._theme.text2))
        painter.drawText(place, int(side), told)
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave the title alone as the words of the row, as much of it as has room."""
        super().initStyleOption(option, index)
        item = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(item, OfferedItem):
            width = option.rect.width()
            quiet = QFontMetrics(sans(12)).horizontalAdvance(self._quiet(index))
            room = width - min(quiet, round(_MOST * width)) - _APART - _BOX
            option.text = option.fontMetrics.elidedText(
                item.title, Qt.TextElideMode.ElideRight, room
            )

    def _quiet(self, index: Index) -> str:
        item = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(item, OfferedItem):
            return ""
        return self.tr("here already") if item.is_here else item.detail

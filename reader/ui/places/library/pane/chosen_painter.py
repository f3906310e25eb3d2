"""Painting a chosen article in the pane: its letter, its title in two lines, what it is."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.theme import Theme, sans, serif
from reader.ui.widgets.elided_text import draw_elided
from reader.ui.widgets.rows.row_painter import paint_row_ground

DETAIL_ROLE = Qt.ItemDataRole.UserRole + 2  # the line below the title
LETTER_ROLE = Qt.ItemDataRole.UserRole + 1
CROSS_WIDTH = 30  # pixels at the right end that take an article out
_LEFT, _LETTER, _LINE, _BELOW = 26, 18, 20, 17
_EDGE = 9


class ChosenPainter(QStyledItemDelegate):
    """Paints one row of the articles that are chosen."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.theme, self._view = theme, view

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Give room for one or two lines of title and one below."""
        area = QRectF(self._view.viewport().rect())
        lines = len(_two_lines(str(index.data() or ""), _room(area)))
        return QSize(120, 2 * _EDGE + lines * _LINE + _BELOW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint handle, letter, title, what it is, and the cross."""
        area, theme = QRectF(option.rect), self.theme
        painter.save()
        paint_row_ground(painter, area, option.state, theme)
        painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), QColor(theme.line))
        self._paint_handle(painter, area)
        self._paint_letter(painter, area, str(index.data(LETTER_ROLE) or ""))
        top, left = area.top() + _EDGE, area.left() + _LEFT + _LETTER + 10
        width = _room(area)
        lines = _two_lines(str(index.data() or ""), width)
        for line in lines:
            draw_elided(painter, QRectF(left, top, width, _LINE), line, serif(15), theme.text)
            top += _LINE
        detail = str(index.data(DETAIL_ROLE) or "")
        below = width + (CROSS_WIDTH if len(lines) > 1 else 0)  # the cross stands above it
        draw_elided(painter, QRectF(left, top, below, _BELOW), detail, sans(12), theme.text2)
        self._paint_cross(painter, area)
        painter.restore()

    def _paint_handle(self, painter: QPainter, area: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.text2))
        for x in (0, 4):
            for y in (-4, 0, 4):
                painter.drawEllipse(QRectF(area.left() + 6 + x, area.center().y() - 1 + y, 2, 2))

    def _paint_letter(self, painter: QPainter, area: QRectF, letter: str) -> None:
        box = QRectF(area.left() + _LEFT, area.center().y() - _LETTER / 2, _LETTER, _LETTER)
        painter.setPen(QPen(QColor(self.theme.text), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if letter.isalpha():
            painter.drawRoundedRect(box, 3, 3)
        painter.setFont(sans(12, weight=600))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)

    def _paint_cross(self, painter: QPainter, area: QRectF) -> None:
        x, y = area.right() - CROSS_WIDTH / 2, area.center().y()
        painter.setPen(QPen(QColor(self.theme.text2), 1.5))
        painter.drawLine(round(x - 4), round(y - 4), round(x + 4), round(y + 4))
        painter.drawLine(round(x - 4), round(y + 4), round(x + 4), round(y - 4))


def _room(area: QRectF) -> float:
    return max(40.0, area.width() - _LEFT - _LETTER - 10 - CROSS_WIDTH)


def _two_lines(title: str, width: float) -> list[str]:
    """Break a title into at most two lines; the second may be longer than the width."""
    metrics, words = QFontMetricsF(serif(15)), title.split()
    count = len(words)
    while count > 1 and metrics.horizontalAdvance(" ".join(words[:count])) > width:
        count -= 1
    return list(filter(None, (" ".join(words[:count]), " ".join(words[count:])))) or [title]

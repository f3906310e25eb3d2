"""Rows of places beside an entry: where, then the words with the mark as the page draws it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from reader.ui.theme import sans, serif
from reader.ui.widgets.row_tree import Index, Row, RowPainter, row_of
from reader.ui.widgets.strokes import Strokes

_GAP = 8
_BASE = 19  # pixels from the top of a row to below its letters


class PlacePainter(RowPainter):
    """Paints a place with all the room there is, since the panel is narrow."""

    lead_width = 44

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = row_of(index)
        if row is None or row.kind != "place":
            super().paint(painter, option, index)
            return
        painter.save()
        rect = QRectF(option.rect)
        self.paint_ground(painter, rect, row, option.state)
        lead = rect.adjusted(_GAP, 0, 0, 0)
        lead.setWidth(self.lead_width)
        self._draw(painter, lead, row.lead, sans(12), self.theme.text2)
        place = rect.adjusted(_GAP + self.lead_width + _GAP, 0, -_GAP, 0)
        for words in (row.text, row.hit, row.after):
            start = place.left()
            ends = self._draw(painter, place, words, serif(14), self.theme.text)
            if words is row.hit and row.line is not None:
                self._underline(painter, QRectF(start, rect.top(), ends - start, 1), row)
            place.setLeft(ends)
        painter.restore()

    def _draw(
        self, painter: QPainter, place: QRectF, words: str, font: QFont, color: str
    ) -> float:
        """Draw words from the left, cut to the room there is; return where they end."""
        if place.width() <= 0 or not words:
            return place.left()
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(font)
        painter.setPen(QColor(color))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)
        return place.left() + metrics.horizontalAdvance(shown)

    def _underline(self, painter: QPainter, place: QRectF, row: Row) -> None:
        if row.line is None:
            return
        ink = self.theme.slot(row.slot) if row.slot else QColor(self.theme.hedge)
        strokes = Strokes(painter, painter.device().devicePixelRatioF(), 1.0)
        strokes.line(row.line, place.translated(0, _BASE), ink, is_source=False)


class TitledPlacePainter(PlacePainter):
    """Paints places of several articles: the title stands where the line stands elsewhere."""

    lead_width = 96

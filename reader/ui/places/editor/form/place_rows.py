"""Rows of places beside an entry: where, then the words with the mark as the page draws it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from reader.ui.theme import sans, serif
from reader.ui.widgets.elided_text import draw_around_hit, draw_elided
from reader.ui.widgets.rows.fact_row import FactRow, Index, row_of
from reader.ui.widgets.rows.row_painter import RowPainter
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
        draw_elided(painter, lead, row.lead, sans(12), self.theme.text2)
        place = rect.adjusted(_GAP + self.lead_width + _GAP, 0, -_GAP, 0)
        words, fonts = (row.text, row.hit, row.after), (serif(14), serif(14))
        start, end, _ = draw_around_hit(painter, place, words, fonts, self.theme.text)
        if row.line is not None:
            self._underline(painter, QRectF(start, rect.top(), end - start, 1), row)
        painter.restore()

    def _underline(self, painter: QPainter, place: QRectF, row: FactRow) -> None:
        if row.line is None:
            return
        ink = self.theme.slot(row.slot) if row.slot else QColor(self.theme.hedge)
        strokes = Strokes(painter, painter.device().devicePixelRatioF(), 1.0)
        strokes.line(row.line, place.translated(0, _BASE), ink, is_source=False)


class TitledPlacePainter(PlacePainter):
    """Paints places of several articles: the title stands where the line stands elsewhere."""

    lead_width = 96

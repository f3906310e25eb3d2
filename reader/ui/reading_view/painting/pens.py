"""Paints the reader's highlights: slanted, without a line below, with a bar left of the text.

Left of the text is the reader's, right of it the program's: a highlight has no line under it,
a mark always has.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from reader.core.notes import Note
from reader.core.text.spans import Span
from reader.ui.marks.pen_words import draw_bar
from reader.ui.reading_view.typesetting.geometry import LinePiece, PageGeometry
from reader.ui.theme import Theme
from reader.ui.theme.pens import pen_color

_TOP, _BOTTOM, _SLANT = 9, 4, 3  # pixels over and under the baseline; how far ends lean
_BAR_TOP, _BAR_BOTTOM = 16, 14  # a bar reaches into the line below, so that bars join
_BAR_LEFT, _STEP = 13, 7  # pixels left of the column; to a third bar in the same line
_SECOND_LEFT = 7  # pixels left of the column: the number of the paragraph stands further left


class HighlightPainter:
    """Paints highlights under the letters, and bars beside the column."""

    def __init__(self, painter: QPainter, theme: Theme, geometry: PageGeometry) -> None:
        self._painter = painter
        self._theme = theme
        self._geometry = geometry

    def paint(self, notes: Sequence[tuple[Span, Note]], column_left: float) -> None:
        """Paint highlights and bars; a second pen in a line stands nearer to the words."""
        taken: dict[int, int] = {}
        for span, note in notes:
            pieces = self._geometry.pieces(span)
            color = pen_color(self._theme, note.pen)
            for number, piece in enumerate(pieces):
                if color is not None:
                    self._highlight(piece, color)
                line = round(piece.baseline)
                before = taken.get(line, 0)
                taken[line] = before + 1
                self._bar(
                    note, piece, column_left - _bar_left(before), is_last=number == len(pieces) - 1
                )

    def _bar(self, note: Note, piece: LinePiece, left: float, *, is_last: bool) -> None:
        below = 6 if is_last else _BAR_BOTTOM
        height = (_BAR_TOP + below) * piece.scale
        place = QRectF(left, piece.baseline - _BAR_TOP * piece.scale, 4, height)
        draw_bar(self._painter, note.pen, place, QColor(self._theme.text))

    def _highlight(self, piece: LinePiece, color: QColor) -> None:
        top, bottom = piece.baseline - _TOP * piece.scale, piece.baseline + _BOTTOM * piece.scale
        first = _SLANT if piece.is_first else 0
        last = _SLANT if piece.is_last else 0
        corners = [
            QPointF(piece.left + first, top),
            QPointF(piece.right + last, top),
            QPointF(piece.right - last, bottom),
            QPointF(piece.left - first, bottom),
        ]
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(color)
        self._painter.drawPolygon(QPolygonF(corners))


def _bar_left(before: int) -> int:
    """Return how far left of the column a bar stands after so many others in its line."""
    return _SECOND_LEFT if before == 1 else _BAR_LEFT + _STEP * max(0, before - 1)

"""Paints what lies on the page of a lesson: ink, corners, heat, and their margin."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from reader.core.lessons.lesson import PenForm
from reader.core.text.spans import Span
from reader.ui.places.lessons.page.layers import HeatMark, Layers, PenMark
from reader.ui.reading_view.typesetting.geometry import LinePiece, PageGeometry
from reader.ui.theme import Theme, sans

_INK = 1.5
_TINTS = (0.10, 0.22, 0.36, 0.52)
_LETTER = 18  # pixels of a sign in the margin
_COUNT_STEP = 26


class LayerPainter:
    """Paints the layers of one page, in document pixels."""

    def __init__(
        self, painter: QPainter, theme: Theme, geometry: PageGeometry, margin: float
    ) -> None:
        self._painter, self._theme, self._geometry = painter, theme, geometry
        self._margin = margin  # where the outer margin begins

    def paint(self, layers: Layers) -> None:
        """Paint everything that lies under the text."""
        for heat in layers.heat:
            self._paint_heat(heat)
        for span in layers.corners:
            self._paint_corners(span, is_chosen=span == layers.chosen_corner)
        for mark in layers.pens:
            self._paint_pen(mark)
        self._paint_letters(layers.pens)
        self._paint_counts(layers.counts)

    def _ink(self, color: str, width: float = _INK) -> None:
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(QPen(QColor(color), width))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    # -- pens ----------------------------------------------------------------------------------

    def _paint_pen(self, mark: PenMark) -> None:
        for piece in self._geometry.pieces(mark.span):
            if mark.is_chosen:
                self._painter.fillRect(_around(piece), QColor(self._theme.accent_wash))
                self._ink(self._theme.focus, 2)
                self._painter.drawRoundedRect(_around(piece).adjusted(-2, -2, 2, 2), 12, 12)
            self._ink(self._theme.text)
            if mark.form == "wave":
                self._painter.drawPath(_wave(piece.left, piece.right, _foot(piece)))
            else:
                radius = 13 if mark.form == "ring" else 2
                self._painter.drawRoundedRect(_around(piece), radius, radius)

    def _paint_letters(self, marks: Iterable[PenMark]) -> None:
        taken: dict[int, int] = {}
        for mark in marks:
            pieces = self._geometry.pieces(mark.span)
            if pieces:
                line = round(pieces[0].baseline)
                place = taken.get(line, 0)
                taken[line] = place + 1
                left = self._margin + place * (_LETTER + 6)
                sign = QRectF(left, pieces[0].baseline - 15, _LETTER, _LETTER)
                paint_sign(self._painter, sign, mark.form, mark.letter, self._theme)

    # -- reference -----------------------------------------------------------------------------

    def _paint_corners(self, span: Span, *, is_chosen: bool) -> None:
        for piece in self._geometry.pieces(span):
            box = _around(piece)
            if is_chosen:
                self._painter.fillRect(box, QColor(self._theme.accent_wash))
            self._ink(self._theme.accent, 2)
            if piece.is_first:
                self._painter.drawPolyline(
                    [QPointF(box.left(), box.top() + 8), box.topLeft(),
                     QPointF(box.left() + 6, box.top())]
                )  # fmt: skip
            if piece.is_last:
                self._painter.drawPolyline(
                    [QPointF(box.right(), box.top() + 8), box.topRight(),
                     QPointF(box.right() - 6, box.top())]
                )  # fmt: skip

    # -- heat ----------------------------------------------------------------------------------

    def _paint_heat(self, heat: HeatMark) -> None:
        tint = QColor(self._theme.text2)
        tint.setAlphaF(_TINTS[heat.level - 1])
        for piece in self._geometry.pieces(heat.span):
            self._painter.fillRect(_around(piece).adjusted(2, 0, -2, 0), tint)
            self._ink(self._theme.text, 1)
            for line in range(heat.level):
                y = _foot(piece) + 1 + 2.5 * line
                self._painter.drawLine(QPointF(piece.left, y), QPointF(piece.right, y))

    def _paint_counts(self, marks: Iterable[HeatMark]) -> None:
        """Write how many marked each stretch beside its line; the lines under it say it again."""
        by_line: dict[int, list[tuple[float, HeatMark]]] = {}
        for heat in marks:
            pieces = self._geometry.pieces(heat.span)
            if pieces:
                baseline = pieces[0].baseline
                by_line.setdefault(round(baseline), []).append((baseline, heat))
        for found in by_line.values():
            for place, (baseline, heat) in enumerate(found):
                self._paint_count(heat, self._margin + place * _COUNT_STEP, baseline)

    def _paint_count(self, heat: HeatMark, left: float, baseline: float) -> None:
        self._painter.setFont(sans(12, weight=600))
        self._painter.setPen(QColor(self._theme.text))
        box = QRectF(left, baseline - 14, _COUNT_STEP, 18)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, str(heat.count))


def paint_sign(painter: QPainter, box: QRectF, form: PenForm, letter: str, theme: Theme) -> None:
    """Paint a letter in its ring, in its box, or over its wave."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.text), _INK))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = box.adjusted(1, 1, -1, -1)
    if form == "ring":
        painter.drawEllipse(inner)
    elif form == "box":
        painter.drawRoundedRect(inner, 2, 2)
    else:
        painter.drawPath(_wave(inner.left(), inner.right(), inner.bottom() - 1))
        inner = inner.adjusted(0, -3, 0, -4)
    painter.setFont(sans(10, weight=600))
    painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, letter)


def _around(piece: LinePiece) -> QRectF:
    size = 19 * piece.scale
    return QRectF(piece.left - 3, piece.baseline - 0.95 * size, piece.width + 6, 1.33 * size)


def _foot(piece: LinePiece) -> float:
    return piece.baseline + 5 * piece.scale


def _wave(left: float, right: float, y: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, y))
    x, up = left, True
    while x < right:
        end = min(x + 4, right)
        path.quadTo(QPointF((x + end) / 2, y - 2.5 if up else y + 2.5), QPointF(end, y))
        x, up = x + 4, not up
    return path

"""What a class marked, on paper: shades of grey with lines, and counts in the margin."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from reader.core.lessons.scores.heat import HeatSpan, heat_level, heat_regions, level_ranges
from reader.core.text.spans import Span
from reader.ui.marks.paper.fonts import sans
from reader.ui.marks.paper.setting import SetLine
from reader.ui.marks.paper.sheet import POINT
from reader.ui.places.lessons.paper.article_sheet import Layer, begins_in, paint_corners
from reader.ui.places.lessons.paper.form_page import BOTTOM, INK, SHEET, write
from reader.values import frozen

_GREYS = ("#efefef", "#dedede", "#cacaca", "#b4b4b4")  # black on the darkest: 10 to 1
_SIDE = SHEET.rule + 8 * POINT
_STEP = 21 * POINT  # from one count to the next
_BAND = 22.0  # points
_SWATCH = 26 * POINT


@frozen
class HeatMap:
    """What is drawn on an article.

    Attributes:
        heat: The stretches that were marked.
        readers: How many read the article.
        reference: The places of the reference, or ().
    """

    heat: tuple[HeatSpan, ...]
    readers: int
    reference: tuple[Span, ...] = ()


def heat_layer(shown: HeatMap) -> Layer:
    """Return a map as a layer: shades under the words, counts beside their line."""
    regions = heat_regions(shown.heat)
    return Layer(
        over=partial(_paint_over, shown, regions),
        under=partial(_paint_shades, shown),
        band=partial(_paint_key, shown),
        band_height=_BAND,
    )


def _paint_shades(shown: HeatMap, painter: QPainter, line: SetLine) -> None:
    size = line.block.layout.font().pixelSize()
    for one in shown.heat:
        for begin, end in line.block.shown(one.span):
            found = line.pieces(begin, end)
            if found is not None:
                box = QRectF(found.left(), found.top() - 0.92 * size, found.width(), 1.2 * size)
                _shade(painter, box, heat_level(one.count, shown.readers))


def _shade(painter: QPainter, box: QRectF, level: int) -> None:
    """Fill a box with the grey of a level, and draw as many lines under it."""
    painter.fillRect(box, QColor(_GREYS[level - 1]))
    painter.setPen(QPen(INK, 0.6 * POINT))
    for number in range(level):
        y = box.bottom() - 0.2 * POINT + 1.3 * POINT * number
        painter.drawLine(QLineF(box.left(), y, box.right(), y))


def _paint_over(
    shown: HeatMap, regions: Sequence[HeatSpan], painter: QPainter, line: SetLine
) -> None:
    for span in shown.reference:
        paint_corners(painter, line, span)
    counts = [one.count for one in regions if begins_in(line, one.span)]
    for place, count in enumerate(counts):
        left = _SIDE + place * _STEP
        box = QRectF(left, line.baseline - 9 * POINT, _STEP, 14 * POINT)
        write(painter, box, str(count), sans(9 * POINT, weight=600))


def _paint_key(shown: HeatMap, painter: QPainter) -> None:
    """Draw what the shades stand for."""
    x, y = SHEET.left, BOTTOM - 15 * POINT
    x += _key_word(painter, x, y, "marked by", 46)
    for level, low, high in level_ranges(shown.readers):
        _shade(painter, QRectF(x, y - POINT, _SWATCH, 10 * POINT), level)
        x += _SWATCH + 4 * POINT
        x += _key_word(painter, x, y, str(low) if low == high else f"{low}–{high}", 34)
    x += _key_word(painter, x, y, f"of {shown.readers}", 44)
    if shown.reference:
        _key_word(painter, x, y, "in corners: the reference", 120)


def _key_word(painter: QPainter, x: float, y: float, words: str, wide: float) -> float:
    """Write words of the key; return how much room they take."""
    write(painter, QRectF(x, y, wide * POINT, 12 * POINT), words, sans(8.4 * POINT))
    return wide * POINT

"""An article on paper, and what is laid on its lines: nothing, or the reference marks."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from reader.core.analysis.places import Places
from reader.core.lessons.lesson import LessonArticle
from reader.core.lessons.placing import PlacedMark
from reader.core.text.spans import Span
from reader.ui.marks.paper.fonts import sans
from reader.ui.marks.paper.setting import Block, SetLine, block_of, set_blocks
from reader.ui.marks.paper.sheet import POINT
from reader.ui.places.lessons.paper.form_page import (
    BOTTOM,
    INK,
    RIGHT,
    SHEET,
    TOP,
    FormPage,
    upright,
    write,
)
from reader.values import frozen

_NUMBER_WIDTH = 40 * POINT
_SIDE = SHEET.rule + 8 * POINT  # where what stands in the margin begins
LinePainter = Callable[[QPainter, SetLine], None]


@frozen
class Layer:
    """What is laid on an article besides its words.

    Attributes:
        over: Paints over a line and beside it.
        under: Paints what lies under the words of a line, or None.
        band: Paints what stands above the foot of a page, or None.
        band_height: How much room that takes, in points.
    """

    over: LinePainter
    under: LinePainter | None = None
    band: Callable[[QPainter], None] | None = None
    band_height: float = 0


def article_pages(
    article: LessonArticle,
    head: tuple[str, str],
    foot: str,
    margin: str = "",
    layer: Layer | None = None,
) -> Iterator[FormPage]:
    """Yield the pages of an article.

    Args:
        article: What is set.
        head: What stands at the left and the right of each head.
        foot: What stands at each foot.
        margin: What is asked for in the margin.
        layer: What is laid on it; nothing on a pupil's sheet.
    """
    bottom = BOTTOM - (layer.band_height if layer else 0) * POINT
    lines = set_blocks(_blocks(article), SHEET, TOP, bottom)
    by_page: dict[int, list[SetLine]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    for found in by_page.values():
        yield FormPage(*head, foot, partial(_paint, tuple(found), margin, layer))


def reference_layer(marks: Sequence[PlacedMark]) -> Layer:
    """Return reference marks as a layer: corners around the words, letters in the margin."""
    return Layer(over=partial(_paint_reference, tuple(marks)))


def line_of(article: LessonArticle, span: Span) -> int:
    """Return in which line on paper a span begins, 0 in a title."""
    for line in set_blocks(_blocks(article), SHEET, TOP, BOTTOM):
        if begins_in(line, span):
            return line.number
    return 0


def _blocks(article: LessonArticle) -> list[Block]:
    places = Places(article.as_article(with_outlet=False))
    return [
        block_of(zone.kind, article.text, (zone.span,), places.at(zone.span.start).paragraph)
        for zone in article.zones
    ]


def _paint(lines: Sequence[SetLine], margin: str, layer: Layer | None, painter: QPainter) -> None:
    upright(painter, SHEET.rule, TOP, BOTTOM - (layer.band_height if layer else 0) * POINT)
    write(painter, QRectF(_SIDE, TOP, RIGHT - _SIDE, 40 * POINT), margin, sans(9 * POINT))
    for line in lines:
        if layer is not None and layer.under is not None:
            layer.under(painter, line)
        painter.setPen(INK)
        line.line.draw(painter, line.origin)
        _paint_numbers(painter, line)
        if layer is not None:
            layer.over(painter, line)
    if layer is not None and layer.band is not None:
        layer.band(painter)


def _paint_numbers(painter: QPainter, line: SetLine) -> None:
    """Number every paragraph, every fifth line, and the first."""
    if line.is_first and line.block.number:
        _number(painter, line, f"¶{line.block.number}", 10, weight=600)
    if line.number == 1 or (line.number and line.number % 5 == 0):
        _number(painter, line, str(line.number), 30, weight=400)


def _number(painter: QPainter, line: SetLine, words: str, away: float, *, weight: int) -> None:
    right = SHEET.left - away * POINT
    box = QRectF(right - _NUMBER_WIDTH, line.baseline - 8 * POINT, _NUMBER_WIDTH, 12 * POINT)
    write(painter, box, words, sans(7 * POINT, weight=weight), Qt.AlignmentFlag.AlignRight)


def _paint_reference(marks: Sequence[PlacedMark], painter: QPainter, line: SetLine) -> None:
    """Draw the corners of marks, and the letters of those that begin in a line beside it."""
    for mark in marks:
        paint_corners(painter, line, mark.span)
    letters = [mark.category for mark in marks if begins_in(line, mark.span)]
    box = QRectF(_SIDE, line.baseline - 9 * POINT, 120 * POINT, 14 * POINT)
    write(painter, box, "  ".join(letters), sans(8.4 * POINT, weight=600))


def begins_in(line: SetLine, span: Span) -> bool:
    """Tell whether a span begins in a line."""
    place = line.block.place_of(span.start)
    start = line.line.textStart()
    return place is not None and start <= place < start + line.line.textLength()


def paint_corners(painter: QPainter, line: SetLine, span: Span) -> None:
    """Draw corners around the words of a span that stand in a line."""
    size = line.block.layout.font().pixelSize()
    for begin, end in line.block.shown(span):
        found = line.pieces(begin, end)
        if found is None:
            continue
        start = line.line.textStart()
        top, bottom = found.top() - 0.92 * size, found.top() + 0.26 * size
        painter.setPen(QPen(INK, 0.9 * POINT))
        if begin >= start:
            x = found.left() - POINT
            painter.drawLine(QLineF(x, top, x, bottom))
            painter.drawLine(QLineF(x, top, x + 3 * POINT, top))
        if end <= start + line.line.textLength():
            x = found.right() + POINT
            painter.drawLine(QLineF(x, top, x, bottom))
            painter.drawLine(QLineF(x, top, x - 3 * POINT, top))

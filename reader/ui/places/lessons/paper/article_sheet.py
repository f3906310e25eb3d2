"""An article on paper to mark by hand, or with the reference marks: the pupil's sheet, the key."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from reader.core.analysis.places import Places
from reader.core.lessons.lesson import LessonArticle
from reader.core.lessons.placing import PlacedMark
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

_NUMBER_WIDTH = 40 * POINT


def article_pages(
    article: LessonArticle,
    head: tuple[str, str],
    foot: str,
    margin: str,
    marks: Sequence[PlacedMark] = (),
) -> Iterator[FormPage]:
    """Yield the pages of an article.

    Args:
        article: What is set.
        head: What stands at the left and the right of each head.
        foot: What stands at each foot.
        margin: What is asked for in the margin.
        marks: Reference marks, drawn as corners; none on a pupil's sheet.
    """
    lines = set_blocks(_blocks(article), SHEET, TOP, BOTTOM)
    by_page: dict[int, list[SetLine]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    for found in by_page.values():
        yield FormPage(*head, foot, partial(_paint, tuple(found), margin, tuple(marks)))


def line_of(article: LessonArticle, mark: PlacedMark) -> int:
    """Return in which line on paper a mark begins, 0 in a title."""
    for line in set_blocks(_blocks(article), SHEET, TOP, BOTTOM):
        if _begins_in(line, mark):
            return line.number
    return 0


def _blocks(article: LessonArticle) -> list[Block]:
    places = Places(article.as_article(with_outlet=False))
    return [
        block_of(zone.kind, article.text, (zone.span,), places.at(zone.span.start).paragraph)
        for zone in article.zones
    ]


def _paint(
    lines: Sequence[SetLine], margin: str, marks: Sequence[PlacedMark], painter: QPainter
) -> None:
    upright(painter, SHEET.rule, TOP, BOTTOM)
    box = QRectF(SHEET.rule + 8 * POINT, TOP, RIGHT - SHEET.rule - 8 * POINT, 40 * POINT)
    write(painter, box, margin, sans(9 * POINT))
    for line in lines:
        painter.setPen(INK)
        line.line.draw(painter, line.origin)
        _paint_numbers(painter, line)
        for mark in marks:
            _paint_corners(painter, line, mark)
        _paint_letters(painter, line, marks)


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


def _paint_letters(painter: QPainter, line: SetLine, marks: Sequence[PlacedMark]) -> None:
    """Write the letters of the marks that begin in a line beside it."""
    letters = [mark.category for mark in marks if _begins_in(line, mark)]
    box = QRectF(SHEET.rule + 8 * POINT, line.baseline - 9 * POINT, 120 * POINT, 14 * POINT)
    write(painter, box, "  ".join(letters), sans(8.4 * POINT, weight=600))


def _begins_in(line: SetLine, mark: PlacedMark) -> bool:
    place = line.block.place_of(mark.span.start)
    start = line.line.textStart()
    return place is not None and start <= place < start + line.line.textLength()


def _paint_corners(painter: QPainter, line: SetLine, mark: PlacedMark) -> None:
    """Draw corners around the words of a mark that stand in a line."""
    size = line.block.layout.font().pixelSize()
    for begin, end in line.block.shown(mark.span):
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

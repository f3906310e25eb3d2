"""Tables on paper: cells that wrap, rows that are never cut in two, room to write."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from reader.ui.marks.paper.fonts import sans, serif
from reader.ui.marks.paper.sheet import POINT
from reader.ui.places.lessons.paper.form_page import (
    BOTTOM,
    LEFT,
    RIGHT,
    TOP,
    FormPage,
    height_of,
    rule,
    upright,
    write,
)
from reader.values import frozen

_PAD = 4 * POINT
_SHRUNK = 0.6  # of the height that rows for writing have
_SLACK = 0.1  # points, for what is lost in adding heights
_Row = tuple[Sequence[str], float]


@frozen
class Table:
    """A table, before it is cut into pages.

    Attributes:
        title: Its heading.
        task: What is to be done with it.
        columns: The headings of its columns.
        shares: How wide each column is, as a share of the page.
        rows: The cells.
        least: The least height of a row, in points.
        read: The columns that are set in the reading font.
    """

    title: str
    task: str
    columns: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    least: float = 20
    read: tuple[int, ...] = ()

    @property
    def widths(self) -> list[float]:
        """Return how wide each column is."""
        return [share * (RIGHT - LEFT) for share in self.shares]

    @property
    def top(self) -> float:
        """Return where the rows begin on a page."""
        task = height_of(self.task, sans(9 * POINT), RIGHT - LEFT) if self.task else 0
        return TOP + 28 * POINT + task + self.head + 4 * POINT

    @property
    def head(self) -> float:
        """Return how high the headings of the columns are, the longest of them wrapped."""
        pairs = zip(self.columns, self.widths, strict=False)
        return max(
            (height_of(name, _head_font(), wide - _PAD) for name, wide in pairs if name), default=0
        )

    def font(self, column: int) -> QFont:
        """Return the font of a column."""
        return serif(10 * POINT) if column in self.read else sans(9.6 * POINT)

    def height(self, row: Sequence[str]) -> float:
        """Return how high a row is."""
        needed = (
            height_of(cell, self.font(place), width - 2 * _PAD) + 2 * _PAD
            for place, (cell, width) in enumerate(zip(row, self.widths, strict=False))
            if cell
        )
        return max(self.least * POINT, *needed, 0.0)


def table_pages(table: Table, left: str, right: str, foot: str) -> Iterator[FormPage]:
    """Yield the pages of a table; its heading stands on each of them."""
    table = _on_one_page(table)
    rows: list[_Row] = []
    y = table.top
    for row in table.rows:
        height = table.height(row)
        if rows and y + height > BOTTOM:
            yield FormPage(left, right, foot, partial(_paint, table, tuple(rows)))
            rows, y = [], table.top
        rows.append((row, height))
        y += height
    yield FormPage(left, right, foot, partial(_paint, table, tuple(rows)))


def _on_one_page(table: Table) -> Table:
    """Return a table with somewhat lower rows where a page holds all of them then."""
    room = (BOTTOM - table.top) / POINT / max(1, len(table.rows)) - _SLACK
    lower = replace(table, least=room) if _SHRUNK * table.least <= room < table.least else table
    fits = table.top + sum(map(lower.height, table.rows)) <= BOTTOM
    return lower if fits else table


def _paint(table: Table, rows: Sequence[_Row], painter: QPainter) -> None:
    _paint_head(table, painter)
    y = table.top
    rule(painter, y, LEFT, RIGHT)
    for row, height in rows:
        x = LEFT
        for place, width in enumerate(table.widths):
            if place:
                upright(painter, x, y, y + height)
            box = QRectF(x + _PAD, y + _PAD, width - 2 * _PAD, height)
            write(painter, box, row[place] if place < len(row) else "", table.font(place))
            x += width
        y += height
        rule(painter, y, LEFT, RIGHT)


def _paint_head(table: Table, painter: QPainter) -> None:
    box = QRectF(LEFT, TOP, RIGHT - LEFT, 60 * POINT)
    write(painter, box, table.title, serif(15 * POINT, weight=600))
    write(painter, box.translated(0, 22 * POINT), table.task, sans(9 * POINT))
    x = LEFT
    for name, width in zip(table.columns, table.widths, strict=False):
        height = height_of(name, _head_font(), width - _PAD) if name else 0
        top = table.top - 3 * POINT - height
        head = QRectF(x + _PAD, top, width - _PAD, height + POINT)
        write(painter, head, name, _head_font())
        x += width


def _head_font() -> QFont:
    return sans(8.4 * POINT, weight=600)

"""The article set in lines, and the lines put on pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QTextLayout, QTextLine, QTextOption

from reader.core.text.spans import Span
from reader.ui.marks.paper.fonts import sans, serif
from reader.ui.marks.paper.sheet import POINT, TEXT_SIZE, Sheet
from reader.values import frozen

GAP = " […] "


@frozen
class Look:
    """How a block is set: font, height of a line, space before, how far it stands in."""

    font: QFont
    leading: float
    before: float
    indent: float = 0.0
    keeps_with_next: bool = False


def looks() -> dict[str, Look]:
    """Return how each kind of block is set, by its name; zones go by theirs."""
    text = Look(serif(TEXT_SIZE), 15.4 * POINT, 5 * POINT)
    small = Look(sans(8 * POINT), 11 * POINT, 4 * POINT)
    return {
        "headline": Look(
            serif(18.5 * POINT, weight=600), 22 * POINT, 4 * POINT, keeps_with_next=True
        ),
        "facts": Look(serif(8.6 * POINT, italic=True), 12 * POINT, 3 * POINT),
        "standfirst": Look(serif(12 * POINT), 16.5 * POINT, 5 * POINT),
        "paragraph": text,
        "list-item": Look(text.font, text.leading, 2 * POINT, 8 * POINT),
        "subheading": Look(
            serif(12 * POINT, weight=600), 15.4 * POINT, 9 * POINT, keeps_with_next=True
        ),
        "caption": Look(small.font, small.leading, 5 * POINT, 8 * POINT),
        "kicker": small,
        "dateline": small,
        "standing-note": small,
        "heading": Look(
            sans(9.5 * POINT, weight=600), 13 * POINT, 10 * POINT, keeps_with_next=True
        ),
        "told": Look(sans(8 * POINT), 11.5 * POINT, 2 * POINT, 6 * POINT),
    }


@dataclass(slots=True)
class Block:
    """Some words set in lines.

    Attributes:
        kind: The name of its look.
        words: What is set.
        pieces: Which stretches of the article it shows, each with where it begins in `words`;
            empty for words that are not the article's.
        number: Of the paragraph, 0 for what is not counted.
        is_counted: Whether its lines are numbered.
        starts_page: Whether it begins a new page.
    """

    kind: str
    words: str
    pieces: tuple[tuple[Span, int], ...] = ()
    number: int = 0
    is_counted: bool = False
    starts_page: bool = False
    layout: QTextLayout = field(default_factory=QTextLayout)

    def place_of(self, offset: int) -> int | None:
        """Return where a code point of the article stands in the layout, None for elsewhere."""
        for span, start in self.pieces:
            if span.start <= offset <= span.end:
                return _units(self.words[: start + offset - span.start])
        return None

    def shown(self, wanted: Span) -> Iterator[tuple[int, int]]:
        """Yield the stretches of the layout that show a span of the article."""
        for span, _ in self.pieces:
            first, past = max(span.start, wanted.start), min(span.end, wanted.end)
            begin, end = self.place_of(first), self.place_of(past)
            if first < past and begin is not None and end is not None:
                yield begin, end


def block_of(kind: str, text: str, spans: Sequence[Span], number: int = 0) -> Block:
    """Return a block of stretches of the article, with a sign where something is left out."""
    words, pieces = "", []
    for span in spans:
        words += GAP if words else ""
        pieces.append((span, len(words)))
        words += "".join(" " if char in "\n\r\t\x0b\x0c" else char for char in span.of(text))
    is_counted = kind not in {"headline", "kicker", "dateline"}
    return Block(kind, words, tuple(pieces), number, is_counted=is_counted)


def _units(words: str) -> int:
    """Return the length of some words as Qt counts it."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


@frozen
class SetLine:
    """One line on a page.

    Attributes:
        block: What it is a line of.
        line: The line.
        page: The page, from 0.
        baseline: How far below the top of the page its letters stand.
        left: How far from the left edge the layout begins.
        number: The number of the line, 0 for one that is not counted.
        is_first: Whether it is the first of its block.
    """

    block: Block
    line: QTextLine
    page: int
    baseline: float
    left: float
    number: int
    is_first: bool

    @property
    def origin(self) -> QPointF:
        """Return where the layout would begin, for Qt to draw this line at its place."""
        return QPointF(self.left, self.baseline - self.line.ascent() - self.line.y())

    def pieces(self, begin: int, end: int) -> QRectF | None:
        """Return the rectangle of a stretch of the layout in this line, by its baseline."""
        first = max(begin, self.line.textStart())
        past = min(end, self.line.textStart() + self.line.textLength())
        if first >= past:
            return None
        left, right = _x(self.line, first), _x(self.line, past)
        shown = self.block.words.encode("utf-16-le", "surrogatepass")[2 * first : 2 * past]
        if past == self.line.textStart() + self.line.textLength() and shown.endswith(b" \x00"):
            right = min(right, self.line.x() + self.line.naturalTextWidth())
        return QRectF(self.left + left, self.baseline, max(0.0, right - left), 0)


def _x(line: QTextLine, place: int) -> float:
    found = cast("float | tuple[float, int]", line.cursorToX(place))
    return found[0] if isinstance(found, tuple) else found


def set_blocks(blocks: Sequence[Block], sheet: Sheet, top: float, bottom: float) -> list[SetLine]:
    """Return all lines of some blocks on their pages.

    Args:
        blocks: What is set, in order.
        sheet: The measures of the paper.
        top: Where lines begin on a page.
        bottom: Where they end.
    """
    kinds = looks()
    lines: list[SetLine] = []
    page, y, number = 0, top, 0
    for place, block in enumerate(blocks):
        look = kinds[block.kind]
        _lay_out(block, look, sheet.text_width)
        count = block.layout.lineCount()
        y += look.before if y > top else 0
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        needed = look.leading * min(count, 2)
        if look.keeps_with_next and following is not None:
            needed = look.leading * count + 3 * kinds[following.kind].leading
        if (block.starts_page and y > top) or y + needed > bottom:
            page, y = page + 1, top
        for index in range(count):
            is_widow = index and index == count - 2 and y + 2 * look.leading > bottom
            if y + look.leading > bottom or is_widow:
                page, y = page + 1, top
            number += block.is_counted
            line = block.layout.lineAt(index)
            baseline = y + look.leading * 0.72
            told = number if block.is_counted else 0
            left = sheet.left + look.indent
            lines.append(SetLine(block, line, page, baseline, left, told, index == 0))
            y += look.leading
    return lines


def _lay_out(block: Block, look: Look, width: float) -> None:
    """Cut a block into lines of a width."""
    layout = block.layout
    layout.setText(block.words)
    layout.setFont(look.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width - look.indent)
        line.setPosition(QPointF(0, y))
        y += look.leading
    layout.endLayout()

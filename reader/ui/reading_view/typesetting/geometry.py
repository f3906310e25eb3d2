"""Where words stand on the page: rectangles of spans, for visible blocks only, cached."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextDocument, QTextLayout, QTextLine

from reader.core.text.spans import Span
from reader.ui.reading_view.typesetting.text_offsets import TextOffsets
from reader.values import frozen

CAPTION, STUB = 2, 3  # user states of blocks: captions, and what stands for a left-out piece
_BASE_SIZE = 19
_TOLD = "told"  # of a layout: which height of the page the view was told last


@frozen
class LinePiece:
    """The part of a span that stands in one line, in document pixels.

    Attributes:
        left: The left edge.
        width: How wide the words are, spaces at the end of the line left out.
        top: The top of the line.
        height: The height of the line.
        baseline: The baseline, as a document coordinate.
        is_first: The span begins in this line.
        is_last: The span ends in this line.
        position: Where the piece begins in the document, in Qt's units.
        length: How many of Qt's units it has.
        scale: The size of its text as a multiple of 19 pixels.
    """

    left: float
    width: float
    top: float
    height: float
    baseline: float
    is_first: bool
    is_last: bool
    position: int
    length: int
    scale: float

    @property
    def right(self) -> float:
        """Return the right edge."""
        return self.left + self.width


def is_laid_out(document: QTextDocument) -> bool:
    """Tell whether a document is laid out to its end.

    A text that has just been set is laid out piece by piece, the beginning at once.
    """
    return document.lastBlock().layout().lineCount() > 0


def finish_layout(document: QTextDocument) -> None:
    """Lay out what is not laid out yet, so that every place can be scrolled to.

    Qt tells the view only a moment later how high the page has become.
    """
    layout = document.documentLayout()
    size = layout.documentSize()
    if layout.property(_TOLD) != size.height():
        layout.setProperty(_TOLD, size.height())
        layout.documentSizeChanged.emit(size)


class PageGeometry:
    """Answers where spans stand, for one document as it is laid out now."""

    def __init__(self, document: QTextDocument, offsets: TextOffsets) -> None:
        self._document = document
        self._offsets = offsets
        self._cache: dict[tuple[int, int], tuple[LinePiece, ...]] = {}
        self._inks: dict[tuple[int, int], tuple[float, ...]] = {}
        self._top: tuple[float, int] | None = None  # last height looked for, and its position

    def forget(self) -> None:
        """Drop the cache, because the layout has changed."""
        self._cache.clear()
        self._inks.clear()
        self._top = None

    def visible_blocks(self, top: float, bottom: float) -> Iterator[tuple[QTextBlock, QRectF]]:
        """Yield the blocks between two document heights, with their rectangles."""
        layout = self._document.documentLayout()
        block = self._document.findBlock(self._position_at(top))
        if block.previous().isValid():
            block = block.previous()
        while block.isValid():
            rect = layout.blockBoundingRect(block)
            if rect.top() > bottom:
                return
            if rect.bottom() >= top:
                yield block, rect
            block = block.next()

    def _position_at(self, top: float) -> int:
        """Return the position at a height; painting asks for the same several times.

        Between two paragraphs Qt goes through all of them, which takes 3 ms in a long text.
        """
        if self._top is None or self._top[0] != top:
            layout = self._document.documentLayout()
            position = layout.hitTest(QPointF(0, top), Qt.HitTestAccuracy.FuzzyHit)
            self._top = (top, max(0, position))
        return self._top[1]

    def visible_span(self, top: float, bottom: float) -> Span:
        """Return the stretch of the article between two document heights, roughly."""
        blocks = list(self.visible_blocks(top, bottom))
        if not blocks:
            return Span(0, 0)
        last = blocks[-1][0]
        return Span(
            self._offsets.from_qt(blocks[0][0].position()),
            self._offsets.from_qt(last.position() + last.length()) + 1,
        )

    def visible_lines(self, top: float, bottom: float) -> Span:
        """Return the stretch of the lines of which at least half is between two heights.

        Where there is none, as in a very low window, it is that of the paragraphs.
        """
        start, end = -1, 0
        for block, _rect in self.visible_blocks(top, bottom):
            layout = block.layout()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                if top <= layout.position().y() + line.y() + line.height() / 2 <= bottom:
                    start = start if start >= 0 else block.position() + line.textStart()
                    end = block.position() + line.textStart() + line.textLength()
        if start < 0:
            return self.visible_span(top, bottom)
        return Span(self._offsets.from_qt(start), self._offsets.from_qt(end))

    def on_a_line(self, point: QPointF) -> QPointF:
        """Return a point of the document moved onto the nearest line of its paragraph.

        Between two lines Qt finds the beginning of the lower one, wherever in the line the
        point is: who drags along there would select other words than those under the mouse.
        """
        position = self._document.documentLayout().hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
        block = self._document.findBlock(max(0, position))
        layout = block.layout()
        top = layout.position().y()
        below = bisect_left(
            range(layout.lineCount()), point.y(), key=lambda n: top + layout.lineAt(n).y()
        )
        if not 0 < below < layout.lineCount():
            return point
        above = layout.lineAt(below - 1)
        bottom = top + above.y() + above.height() - 1  # Qt finds nothing on its last pixel
        next_top = top + layout.lineAt(below).y()
        if point.y() < bottom:
            return point
        is_nearer_above = point.y() - bottom < next_top - point.y()
        return QPointF(point.x(), bottom - 1 if is_nearer_above else next_top + 1)

    def pieces(self, span: Span) -> tuple[LinePiece, ...]:
        """Return where a span stands, line by line."""
        key = (span.start, span.end)
        found = self._cache.get(key)
        if found is None:
            found = tuple(self._measure(span))
            self._cache[key] = found
        return found

    def pieces_with_ink(self, span: Span) -> Iterator[tuple[LinePiece, float]]:
        """Yield where a span stands, line by line, and how far its letters reach up.

        That is the height of the highest letter over the baseline, in pixels; 0 for plain
        letters without an accent, which stay below all that is painted over a line.
        """
        pieces, key = self.pieces(span), (span.start, span.end)
        found = self._inks.get(key)
        if found is None:
            found = self._inks[key] = tuple(map(self._ink, pieces))
        return zip(pieces, found, strict=True)

    def _ink(self, piece: LinePiece) -> float:
        block = self._document.findBlock(piece.position)
        start = 2 * (piece.position - block.position())  # bytes: Qt counts in halves of an emoji
        held = block.text().encode("utf-16-le", "surrogatepass")[start : start + 2 * piece.length]
        words = held.decode("utf-16-le", "replace")
        if words.isascii():
            return 0.0
        return -QFontMetricsF(block.charFormat().font()).tightBoundingRect(words).top()

    def _measure(self, span: Span) -> Iterator[LinePiece]:
        start, end = self._offsets.to_qt(span.start), self._offsets.to_qt(span.end)
        layout = self._document.documentLayout()
        block = self._document.findBlock(start)
        while block.isValid() and block.position() < end:
            layout.blockBoundingRect(block)  # lays the block out if nobody has yet
            inner = block.layout()
            origin = inner.position()
            for number in _touched_lines(inner, start - block.position(), end - block.position()):
                line = inner.lineAt(number)
                piece = self._piece(block, line, start, end, origin)
                if piece is not None:
                    yield piece
            block = block.next()

    def _piece(
        self,
        block: QTextBlock,
        line: QTextLine,
        start: int,
        end: int,
        origin: QPointF,
    ) -> LinePiece | None:
        begin = block.position() + line.textStart()
        finish = begin + line.textLength()
        left, right = max(start, begin), min(end, finish)
        if left >= right:
            return None
        while right > left and self._document.characterAt(right - 1).isspace():
            right -= 1
        if left >= right:
            return None
        x1 = _x(line, left - block.position())
        x2 = _x(line, right - block.position())
        return LinePiece(
            left=origin.x() + x1,
            width=x2 - x1,
            top=origin.y() + line.y(),
            height=line.height(),
            baseline=origin.y() + line.y() + line.ascent(),
            is_first=left == start,
            is_last=right >= end or finish >= end,
            position=left,
            length=right - left,
            scale=block.charFormat().font().pixelSize() / _BASE_SIZE,
        )

    def height_of(self, place: int) -> float:
        """Return the top of the line in which a code point stands."""
        finish_layout(self._document)
        block, line = self._block_and_line(place)
        top = block.layout().position().y()
        return float(top + (line.y() if line.isValid() else 0))

    def block_heights(self) -> list[tuple[int, float, float]]:
        """Return for each block its first code point, its top and its height."""
        layout = self._document.documentLayout()
        heights = []
        block = self._document.begin()
        while block.isValid():
            rect = layout.blockBoundingRect(block)
            place = self._offsets.from_qt(block.position())
            heights.append((place, rect.top(), rect.height()))
            block = block.next()
        return heights

    def height(self) -> float:
        """Return the height of the page."""
        return float(self._document.size().height())

    def first_baseline(self, block: QTextBlock) -> float:
        """Return the baseline of the first line of a block."""
        inner = block.layout()
        line = inner.lineAt(0)
        return float(inner.position().y() + line.y() + line.ascent())

    def _block_and_line(self, place: int) -> tuple[QTextBlock, QTextLine]:
        position = self._offsets.to_qt(place)
        block = self._document.findBlock(position)
        self._document.documentLayout().blockBoundingRect(block)
        return block, block.layout().lineForTextPosition(position - block.position())


class HeightShares:
    """Tells how far down the page a code point stands, as a share of its height."""

    def __init__(self, geometry: PageGeometry) -> None:
        self._geometry = geometry
        self._starts: list[int] = []
        self._steps: list[tuple[float, float]] = []
        self._known: dict[int, float] = {}

    def __call__(self, place: int) -> float:
        """Return the share for a code point; between lines of a block it is an estimate."""
        known = self._known.get(place)
        if known is None:
            known = self._known[place] = self._measured(place)
        return known

    def _measured(self, place: int) -> float:
        if not self._starts:
            self._measure_blocks()
        index = bisect_right(self._starts, place) - 1
        if index < 0:
            return 0.0
        top, step = self._steps[index]
        return top + step * (place - self._starts[index])

    def _measure_blocks(self) -> None:
        heights = self._geometry.block_heights()
        total = self._geometry.height() or 1
        following = [place for place, _, _ in heights[1:]]
        for (place, top, height), end in zip(
            heights, [*following, heights[-1][0] + 1], strict=True
        ):
            step = height / total / max(1, end - place)
            self._starts.append(place)
            self._steps.append((top / total, step))


def _x(line: QTextLine, position: int) -> float:
    found = cast("float | tuple[float, int]", line.cursorToX(position))
    return found[0] if isinstance(found, tuple) else found


def _touched_lines(layout: QTextLayout, start: int, end: int) -> range:
    """Return the numbers of the lines of a block between two of its places, found by halving.

    A paragraph may be as long as a book: to look at each of its lines for each mark takes minutes.
    """
    count = layout.lineCount()
    first = bisect_right(range(count), start, key=lambda number: layout.lineAt(number).textStart())
    last = bisect_left(range(count), end, key=lambda number: layout.lineAt(number).textStart())
    return range(max(first - 1, 0), last)

"""The lines of all pages -> blocks: what stands on every page apart, words joined again."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from reader.intake.documents.pdf.columns import Line
from reader.intake.text.date_lines import date_of_line, is_byline
from reader.values import frozen

HEAD = "at the head or foot of every page"
NUMBER = "page number"
CONTENTS = "line of a table of contents"
_EDGE = 2  # lines at the top and at the foot of a page that may be its head or foot
_FEWEST_PAGES = 3  # that have a line, for it to be no part of the text
_SHARE = 0.4  # of the pages that have it
_NUMBER = re.compile(
    r"(?:\W{0,3}(?:[Pp]age|[Pp]\.)?\s{0,2})(?:\d{1,4}|[ivxl]{1,6})(?:\s{0,2}(?:of|/)\s{0,2}\d{1,4})?\W{0,3}"
)
_DIGITS = re.compile(r"\d+")
_LARGER = 1.2  # heights of the letters of the text, from which a line is a heading
_TITLE = 1.5
_UNLIKE = 0.15  # of the height of a heading, by which another one differs
_BULLETS = ("•", "‣", "▪", "◦", "●", "■")
_LEADERS = re.compile(r"(?:\s?\.){5,}\s{0,3}[\divxl]{1,6}\Z")
_APART = 1.45  # distances of lines, from which a paragraph ends
_LOOKED_AT = 20  # lines above, which tell where a paragraph begins at the left
_SMALL = 0.3  # of all distances of lines are less than the usual one
_INDENT = 0.8  # heights of letters by which the first line of a paragraph stands in
_ROOM = (
    1.15  # widths of a word; where so much was left, the word was not moved down for want of it
)
_ENDS = (".", "!", "?", "”", '"', "’", ":", "…", ")")
_LONGEST_HEADING = 250  # characters
# How PDFium and other programs write the hyphen at the end of a line.
_HYPHEN = re.compile(r"(?<=\w)[-\u00ad\u2010\ufffe\x02]\Z")


@frozen
class TextBlock:
    """A paragraph or heading, or what is left out.

    Attributes:
        tag: "p", "li", "h1" or "h2"; "" for what is left out.
        words: Its words.
        reason: Why it is left out.
    """

    tag: str
    words: str
    reason: str = ""


def blocks_of_pages(pages: Sequence[Sequence[Line]]) -> Iterator[TextBlock]:
    """Yield the paragraphs of all pages, and what is left out where it stood.

    A paragraph may go on over the end of a page; what stands between its lines comes before it.
    """
    repeated = _repeated(pages)
    is_all = all(_reason(line.text, repeated) for lines in pages for line in lines)
    kept: list[Line] = []
    left: list[tuple[int, TextBlock]] = []  # with the number of the line that it stands before
    for lines in pages:
        for place, line in enumerate(lines):
            is_edge = line.is_outer and not _EDGE <= place < len(lines) - _EDGE
            reason = _reason(line.text, repeated) if is_edge and not is_all else ""
            reason = CONTENTS if _LEADERS.search(line.text) else reason
            if reason:
                left.append((len(kept), TextBlock("", line.text, reason)))
            else:
                kept.append(line)
    count = 0
    for lines_of_block, block in _paragraphs(kept) if kept else ():
        count += lines_of_block
        while left and left[0][0] < count:
            yield left.pop(0)[1]
        yield block
    for _, block in left:
        yield block


def _repeated(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Return the lines that stand at the edge of many pages, their numbers left out."""
    counts: Counter[str] = Counter()
    for lines in pages:
        edge = [*lines[:_EDGE], *lines[max(_EDGE, len(lines) - _EDGE) :]]
        counts.update({_DIGITS.sub("0", line.text) for line in edge if line.is_outer})
    fewest = max(_FEWEST_PAGES, _SHARE * len(pages))
    return frozenset(text for text, count in counts.items() if count >= fewest)


def _reason(text: str, repeated: frozenset[str]) -> str:
    if _NUMBER.fullmatch(text):
        return NUMBER
    return HEAD if _DIGITS.sub("0", text) in repeated else ""


def _paragraphs(lines: Sequence[Line]) -> Iterator[tuple[int, TextBlock]]:
    """Yield each paragraph with the number of its lines."""
    height = _usual_height(lines)
    leading = _leading(lines)
    known = _Hyphens(line.text for line in lines)
    edges = _Edges(lines, height)
    run: list[Line] = []
    for line in lines:
        if run and _is_new(run, line, height, leading, edges):
            yield len(run), _block(run, height, known)
            run = []
        run.append(line)
    yield len(run), _block(run, height, known)


def _usual_height(lines: Sequence[Line]) -> float:
    """Return the height of most letters, long lines counting more."""
    heights = [round(line.height, 1) for line in lines for _ in range(1 + len(line.text) // 20)]
    return median(heights)


def _leading(lines: Sequence[Line]) -> float:
    """Return the usual distance from line to line within a paragraph: a small one of all."""
    steps = [
        above.bottom - below.bottom
        for above, below in pairwise(lines)
        if 0 < above.bottom - below.bottom < 4 * max(above.height, below.height)
    ]
    return sorted(steps)[int(_SMALL * len(steps))] if steps else 0.0


class _Edges:
    """Knows how far to the right the lines of a column go."""

    def __init__(self, lines: Sequence[Line], height: float) -> None:
        self._step = 2 * height
        self._rights: dict[int, float] = {}
        for line in lines:
            if not _is_large(line, height):
                key = self._key(line)
                self._rights[key] = max(line.right, self._rights.get(key, line.right))

    def _key(self, line: Line) -> int:
        return round(line.left / self._step)

    def has_room_for(self, word: str, line: Line) -> bool:
        """Tell whether a word would have stood on a line too, so that it was meant to be below."""
        key = self._key(line)
        right = max(self._rights.get(near, line.right) for near in (key - 1, key, key + 1))
        letter = (line.right - line.left) / len(line.text)
        return right - line.right > _ROOM * (len(word) + 1) * letter


def _is_new(run: Sequence[Line], line: Line, height: float, leading: float, edges: _Edges) -> bool:
    """Tell whether a line begins a paragraph after the lines of another."""
    before = run[-1]
    step = before.bottom - line.bottom
    if _is_of_another_kind(run, line, height):
        return True
    if step > 0:  # the next line of the same column
        is_apart = leading and step > _APART * leading * max(1.0, line.height / height)
        edge = min(one.left for one in run[-_LOOKED_AT:])
        if is_apart or (len(run) > 1 and line.left - edge > _INDENT * height):
            return True
    is_indented = len(run) == 1 and step > 0 and before.left - line.left > _INDENT * height
    if is_indented or not before.text.endswith(_ENDS):
        return False
    return edges.has_room_for(line.text.split(maxsplit=1)[0], before)


def _is_of_another_kind(run: Sequence[Line], line: Line, height: float) -> bool:
    """Tell whether a line and the one above it cannot be one paragraph, wherever they stand."""
    before = run[-1]
    is_large = _is_large(line, height)
    if _is_large(before, height) != is_large or line.text.startswith(_BULLETS):
        return True
    if is_large:
        is_lower = before.bottom > line.bottom
        return not is_lower or abs(before.height - line.height) > _UNLIKE * line.height
    is_line = is_byline(before.text) or date_of_line(before.text) is not None
    return len(run) == 1 and is_line


def _is_large(line: Line, height: float) -> bool:
    return line.height > _LARGER * height


def _block(run: Sequence[Line], height: float, known: "_Hyphens") -> TextBlock:
    words = known.joined([line.text for line in run])
    if words.startswith(_BULLETS):
        return TextBlock("li", words.lstrip("".join(_BULLETS)).strip())
    if not _is_large(run[0], height) or len(words) > _LONGEST_HEADING:
        return TextBlock("p", words)
    return TextBlock("h1" if run[0].height > _TITLE * height else "h2", words)


class _Hyphens:
    """Joins words that were parted at the end of a line, by how the text writes them elsewhere."""

    def __init__(self, lines: Iterable[str]) -> None:
        words = (word for line in lines for word in line.split())
        self._words = frozenset(word.strip("“”‘’\"'.,;:!?()").casefold() for word in words)

    def joined(self, lines: Sequence[str]) -> str:
        """Return the words of a paragraph in one line."""
        parts: list[str] = [lines[0]]
        for line in lines[1:]:
            found = _HYPHEN.search(parts[-1])
            if found is None:
                parts.append(" ")
            else:
                parts[-1] = parts[-1][: found.start()]
                parts.append(self._seam(parts[-1], line) if line[:1].islower() else "-")
            parts.append(line)
        return "".join(parts)

    def _seam(self, text: str, line: str) -> str:
        first = text.rsplit(maxsplit=1)[-1].lstrip("“‘\"'(")
        last = re.split(r"[^\w’'-]", line, maxsplit=1)[0]
        return "-" if f"{first}-{last}".casefold() in self._words else ""

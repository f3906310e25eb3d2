"""Plain or pasted text -> an Article; furniture of web pages is parted from the story."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reader.core.text.article import Article, Zone
from reader.core.text.spans import Span
from reader.intake.text.date_lines import date_of_line, is_byline
from reader.intake.text.furniture import (
    is_caption,
    is_link_line,
    is_standing_note,
    opens_link_list,
    reason_to_leave_out,
)
from reader.intake.text.zones import Piece, build_article
from reader.tables.files import kept_for_lines

_LONGEST_TITLE = 200
_LONGEST_SUBHEADING = 90
_LAST_BYLINE = 12  # blocks from the top in which an author may be named
_MOST_LINKS = 8  # lines below "Read more" that may be links
_WIDEST = 100  # characters of a line that was broken at a fixed width
_LIST = re.compile(r"(?:[-*•‣–]|\d{1,2}[.)])\s+\S")
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_ENDS = tuple(".!?:;,…\"”’')")
_CLOSERS = "\"”’')»"


def read_plain_text(text: str, origin: str) -> Article:
    """Return the article in a plain text, without furniture of web pages."""
    sorting = _Sorting(paragraphs(text))
    pieces = sorting.pieces()
    plain = Article(
        "",
        (),
        title=sorting.title,
        byline=sorting.byline,
        published=sorting.published,
        origin=origin,
    )
    return build_article(_headline_first(pieces), plain)


def read_verbatim(text: str, origin: str) -> Article:
    """Return the text exactly as it is; its paragraphs are the zones."""
    zones: list[Zone] = []
    start, end, offset = -1, 0, 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            begin = offset + line.index(words)
            start = begin if start < 0 else start
            end = begin + len(words)
        elif start >= 0:
            zones.append(Zone("paragraph", Span(start, end)))
            start = -1
        offset += len(line)
    if start >= 0:
        zones.append(Zone("paragraph", Span(start, end)))
    return Article(text, tuple(zones), origin=origin)


@kept_for_lines
def sorted_paragraph(block: str) -> Piece:
    """Return a block from the middle of a story: a note, a caption, furniture or a paragraph."""
    reason = reason_to_leave_out(block)
    if reason:
        return Piece(block, None, reason)
    if is_standing_note(block):
        return Piece(block, "standing-note")
    if date_of_line(block) or is_byline(block):
        return Piece(block, "dateline")
    return Piece(block, "caption" if is_caption(block) else "paragraph")


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text; hard-wrapped lines are joined."""
    blocks: list[str] = []
    for block in _BLANK_LINES.split(text.strip("\n")):
        lines = [" ".join(line.split()) for line in block.split("\n")]
        lines = [line for line in lines if line]
        if _is_wrapped(lines):
            blocks.append(" ".join(lines))
        else:
            blocks.extend(lines)
    return blocks


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Tell whether lines were broken at a fixed width, not at ends of sentences."""
    if len(lines) < 2 or any(_LIST.match(line) for line in lines):
        return False
    inner = lines[:-1]
    if max(map(len, lines)) > _WIDEST or min(map(len, inner)) < 40:
        return False
    if len(lines) == 2:
        return not lines[0].endswith(_ENDS) and lines[1][0].islower()
    return sum(not line.endswith(_ENDS) for line in inner) >= 0.6 * len(inner)


@dataclass(slots=True)
class _Sorting:
    """One pass over the blocks of a text, and what it learns on the way."""

    blocks: Sequence[str]
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    counts: Counter[str] = field(default_factory=Counter)
    links_left: int = 0
    has_begun: bool = False

    def pieces(self) -> list[Piece]:
        self.counts.update(self.blocks)
        return list(self._sorted())

    def _sorted(self) -> Iterator[Piece]:
        for index, block in enumerate(self.blocks):
            piece = self._link(block) or self._piece(block, index)
            self.links_left = _MOST_LINKS if opens_link_list(block) else self.links_left
            self.has_begun = self.has_begun or piece.kind in {"paragraph", "list-item"}
            yield piece

    def _link(self, block: str) -> Piece | None:
        """Return a title of another story below "Read more" as a left-out piece."""
        if not self.links_left:
            return None
        self.links_left = self.links_left - 1 if is_link_line(block) else 0
        return Piece(block, None, "“read more” list") if self.links_left else None

    def _piece(self, block: str, index: int) -> Piece:
        if self.title is not None and block.casefold() == self.title.casefold():
            return Piece(block, None, "title given twice")
        piece = sorted_paragraph(block)
        if piece.kind == "dateline":
            return self._dateline(piece, index)
        if piece.kind != "paragraph":
            return piece
        if self.title is None and self._is_title(block):
            self.title = block
            return Piece(block, "headline")
        if _LIST.match(block):
            return Piece(block, "list-item")
        return Piece(block, "subheading") if self._is_subheading(block, index) else piece

    def _dateline(self, piece: Piece, index: int) -> Piece:
        day = date_of_line(piece.text)
        self.published = self.published or day
        if day:
            return piece
        if index >= _LAST_BYLINE:
            return Piece(piece.text)
        self.byline = self.byline or piece.text
        return piece

    def _is_title(self, block: str) -> bool:
        if self.has_begun or len(block) > _LONGEST_TITLE or len(self.blocks) < 2:
            return False
        if _LIST.match(block):
            return False
        return self.counts[block] > 1 or not block.rstrip(_CLOSERS).endswith((".", ",", ";", ":"))

    def _is_subheading(self, block: str, index: int) -> bool:
        if not 0 < index < len(self.blocks) - 1 or len(block) > _LONGEST_SUBHEADING:
            return False
        if len(block.split()) > 12 or block.endswith(_ENDS) or not block[0].isupper():
            return False
        return len(self.blocks[index + 1]) > len(block)


def _headline_first(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with the headline before the date lines that stood above it."""
    place = next((i for i, piece in enumerate(pieces) if piece.kind == "headline"), None)
    if place is None:
        return pieces
    before = [piece for piece in pieces[:place] if piece.kind is None]
    above = [piece for piece in pieces[:place] if piece.kind is not None]
    return [*before, pieces[place], *above, *pieces[place + 1 :]]

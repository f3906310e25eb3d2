"""Markdown with optional front matter -> an Article. Links give their words, pictures nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.core.text.article import Article
from reader.intake.text.date_lines import date_in
from reader.intake.text.plain_text import sorted_paragraph
from reader.intake.text.zones import Piece, build_article

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
# The lengths are bounded so that a file of ten million brackets takes no longer than others.
_ADDRESS = (
    r"\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?"
    r"(?:\s{1,9}[\"'][^\"'\n]{0,300}[\"'])?\)"
)
_PICTURE = re.compile(rf"!\[([^\[\]\n]{{0,1000}})\]{_ADDRESS}")
_LINK = re.compile(rf"\[([^\[\]\n]{{0,1000}})\](?:{_ADDRESS}|\[[^\[\]\n]{{0,200}}\])")
_EMPHASIS = re.compile(
    r"(?<![\w*_\\])(\*{1,3}|_{1,3}|~~)(?=[^\s*_])([^*_\n]{1,500})(?<=\S)\1(?![\w*_])"
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_LONGEST_TITLE = 200
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})\s*")
_LIST = re.compile(r"(?:[-*+]|\d{1,3}[.)])\s+(.*)")


def looks_like_markdown(text: str) -> bool:
    """Tell whether a text is written in Markdown: front matter or a `#` heading first."""
    found = _FRONT.match(text[:20_000])
    if found and re.search(r"(?m)^\w+:", found.group(1)):
        return True
    return text.lstrip()[:2] == "# "


def read_markdown(text: str, origin: str) -> Article:
    """Return the article in a Markdown text."""
    facts, body = _split(text)
    pieces = list(_Blocks().pieces(body.split("\n")))
    headline = next((piece.text for piece in pieces if piece.kind == "headline"), None)
    title = headline or facts.get("title")
    if title and not headline:
        pieces.insert(0, Piece(title, "headline"))
    plain = Article(
        "",
        (),
        title=title,
        byline=facts.get("byline") or facts.get("author"),
        published=date_in(facts.get("date", "")),
        outlet=facts.get("outlet"),
        origin=origin,
    )
    return build_article(_headline_first(pieces, title), plain)


def _split(text: str) -> tuple[dict[str, str], str]:
    found = _FRONT.match(text)
    if found is None:
        return {}, text
    facts = {}
    for line in found.group(1).split("\n"):
        name, colon, value = line.partition(":")
        if colon and value.strip():
            facts[name.strip().lower()] = value.strip().strip("\"'")
    return facts, text[found.end() :]


def _headline_first(pieces: list[Piece], title: str | None) -> list[Piece]:
    """Return the pieces with the headline first; later headings of its rank are subheadings."""
    place = next((i for i, piece in enumerate(pieces) if piece.kind == "headline"), None)
    if place is None:
        return pieces
    rest = pieces[:place] + pieces[place + 1 :]
    return [pieces[place], *(_as_later(piece, title) for piece in rest)]


def _as_later(piece: Piece, title: str | None) -> Piece:
    if title and piece.kind is not None and piece.text.casefold() == title.casefold():
        return Piece(piece.text, None, "title given twice")
    return Piece(piece.text, "subheading") if piece.kind == "headline" else piece


@dataclass(slots=True)
class _Blocks:
    """Puts lines together to blocks."""

    running: list[str] = field(default_factory=list)
    item: bool = False

    def pieces(self, lines: list[str]) -> Iterator[Piece]:
        for line in lines:
            yield from self._line(line.strip())
        yield from self._end()

    def _line(self, line: str) -> Iterator[Piece]:
        heading, item = _HEADING.fullmatch(line), _LIST.fullmatch(line)
        picture = _PICTURE.fullmatch(line)
        if _UNDERLINE.fullmatch(line) and self._may_be_heading():
            rank = "#" if line[0] == "=" else "##"
            heading = _HEADING.fullmatch(f"{rank} {self.running.pop()}")
        if heading or item or picture or not line or _is_rule(line):
            yield from self._end()
        if heading:
            yield from _heading(heading)
        elif picture:
            yield from _piece(Piece(_plain(picture.group(1)), "caption"))
        elif item and not _is_rule(line):
            self.item = True
            self.running.append(item.group(1))
        elif line and not _is_rule(line):
            self.running.append(line.lstrip("> "))

    def _may_be_heading(self) -> bool:
        return not self.item and len(self.running) == 1 and len(self.running[0]) <= _LONGEST_TITLE

    def _end(self) -> Iterator[Piece]:
        words = _plain(" ".join(self.running))
        kept = Piece(words, "list-item") if self.item else sorted_paragraph(words)
        self.running.clear()
        self.item = False
        yield from _piece(kept)


def _is_rule(line: str) -> bool:
    return len(line) >= 3 and set(line) <= set("-*_ ")


def _heading(found: re.Match[str]) -> Iterator[Piece]:
    words = _plain(found.group(2).rstrip("# "))
    yield from _piece(Piece(words, "headline" if len(found.group(1)) == 1 else "subheading"))


def _piece(piece: Piece) -> Iterator[Piece]:
    if piece.text:
        yield piece


def _plain(text: str) -> str:
    """Return the words of a line of Markdown."""
    text = _LINK.sub(r"\1", _PICTURE.sub(r"\1", text))
    text = _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text))
    return " ".join(_ESCAPED.sub(r"\1", text.replace("`", "")).split())

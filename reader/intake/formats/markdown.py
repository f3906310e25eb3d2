"""Markdown with optional front matter. Links and pictures give their words, marks nothing."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reader.core.text.article import Article, Fact
from reader.intake import late_loads
from reader.intake.formats.article_format import ArticleFormat
from reader.intake.formats.front_matter import has_front_matter, split_front_matter
from reader.intake.text.date_lines import date_in, date_of_line
from reader.intake.text.decode import decode_article, start_of_text
from reader.intake.text.plain_text import read_plain_text
from reader.intake.text.zones import Piece, build_article

_ADDRESS_LINE = re.compile(
    r"(?m)^ {0,3}\[[^\[\]\n]{1,200}\]:[ \t]{1,9}<?(?:https?://|www\.|mailto:)[^\n]{1,2000}$"
)
_SMALL = 50_000  # characters of which each may be a sign; the parser takes 5 to 15 µs for one
_DENSEST = 1 / 20
_ITEM = r"(?:[-+*]|\d{1,9}[.)])[ \t]"
_TOO_DEEP = re.compile(rf"(?m)^[ \t]{{80}}[ \t]*{_ITEM}|^[ \t]*(?:(?:>|{_ITEM})[ \t]*){{40}}")
# Quotations and items that begin in one another on a line; the parser takes 15 to 35 µs for each.
_MARKER = re.compile(rf">|{_ITEM}")
_NESTED = re.compile(rf"(?m)^[ \t]*(?:>|{_ITEM})[ \t]*((?:(?:>|{_ITEM})[ \t]*)+)")
_FEW_NESTED = 1_000
_ADDRESS = "address of a link"
_LAST_LINE = 4  # pieces among which author and date may stand
_FRONT = {
    "title": "title",
    "byline": "author",
    "author": "author",
    "date": "date",
    "outlet": "outlet",
    "updated": "changed",
    "modified": "changed",
    "lastmod": "changed",
    "place": "place",
    "location": "place",
    "agency": "agency",
}  # names of lines at the top, each with the fact that it tells
_TOO_DENSE = "The text has more marks of Markdown than words, so it was read as plain text."


def looks_like_markdown(text: str) -> bool:
    """Tell whether a text is written in Markdown: front matter or a `#` heading first."""
    return has_front_matter(text) or text.lstrip()[:2] == "# "


def _told(front: Mapping[str, str]) -> Iterator[Fact]:
    """Yield what the lines at the top say of the article, in the names that facts have."""
    for name, known in _FRONT.items():
        told = front.get(name) or ""
        if known == "date":
            told = date_in(told) or told
        elif known == "changed":
            told = date_in(told) or ""
        elif known == "place" and not any(map(str.isalpha, told)):
            continue  # a latitude and a longitude
        if told:
            yield Fact(known, told, f"{name} at the top of the file")


def read_markdown(text: str, origin: str) -> Article:
    """Return the article in a Markdown text."""
    facts, body = split_front_matter(text)
    if _is_dense(body):
        plain = read_plain_text(body, origin)
        return replace(plain, caveats=(*plain.caveats, _TOO_DENSE))
    addresses = [Piece(line.strip(), None, _ADDRESS) for line in _ADDRESS_LINE.findall(body)]
    pieces = late_loads.markdown_pieces(_ADDRESS_LINE.sub("", body)) + addresses
    headline = next((piece.text for piece in pieces if piece.kind == "headline"), None)
    title = headline or facts.get("title")
    if title and not headline:
        pieces.insert(0, Piece(title, "headline"))
    days = [(line, date_of_line(line)) for line in _lines_at_top(pieces)]
    plain = Article(
        "",
        (),
        title=title,
        facts=tuple(_told(facts)),
        byline=facts.get("byline")
        or facts.get("author")
        or next((line for line, day in days if day is None), None),
        published=date_in(facts.get("date", "")) or next(filter(None, (d for _, d in days)), None),
        outlet=facts.get("outlet"),
        origin=origin,
    )
    return build_article(_headline_first(pieces, title), plain)


def _lines_at_top(pieces: Sequence[Piece]) -> Sequence[str]:
    """Return the lines with author and date below the headline."""
    return [piece.text for piece in pieces[:_LAST_LINE] if piece.kind == "dateline"]


def _is_dense(text: str) -> bool:
    """Tell whether a text would take the parser longer than a text of its length may take."""
    signs = sum(map(text.count, "[]\n*_`~<&"))
    nested = sum(len(_MARKER.findall(run)) for run in _NESTED.findall(text))
    return (
        (len(text) > _SMALL and signs > _DENSEST * len(text))
        or (nested > _FEW_NESTED and nested > _DENSEST * len(text))
        or bool(_TOO_DEEP.search(text))
    )


def _headline_first(pieces: Sequence[Piece], title: str | None) -> list[Piece]:
    """Return the pieces with the headline first; later headings of its rank are subheadings."""
    place = next((i for i, piece in enumerate(pieces) if piece.kind == "headline"), None)
    if place is None:
        return list(pieces)
    rest = (*pieces[:place], *pieces[place + 1 :])
    return [pieces[place], *(_as_later(piece, title) for piece in rest)]


def _as_later(piece: Piece, title: str | None) -> Piece:
    if title and piece.kind is not None and piece.text.casefold() == title.casefold():
        return Piece(piece.text, None, "title given twice")
    return Piece(piece.text, "subheading") if piece.kind == "headline" else piece


def _read(data: bytes, origin: str) -> Article:
    return read_markdown(decode_article(data, origin), origin)


def _is_markdown(data: bytes) -> bool:
    return looks_like_markdown(start_of_text(data))


MARKDOWN = ArticleFormat(
    "markdown", "Markdown", (".md", ".markdown"), _is_markdown, _read, read_markdown
)

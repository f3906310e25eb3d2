"""Markdown with optional front matter. Links and pictures give their words, marks nothing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.core.text.article import Article
from reader.intake.formats.article_format import ArticleFormat
from reader.intake.formats.front_matter import has_front_matter, split_front_matter
from reader.intake.text.date_lines import date_in
from reader.intake.text.decode import decode_article, start_of_text
from reader.intake.text.plain_text import paragraphs, read_plain_text, sorted_paragraph
from reader.intake.text.zones import Piece, build_article

# Tags are text here: "<Name> said" must not vanish. Indented lines are paragraphs, not code.
# What lies deeper than the parser goes is lost, so blocks may be deep; brackets take time by it.
_BLOCKS = MarkdownIt("commonmark", {"html": False, "maxNesting": 200}).disable(
    ["code", "inline", "reference"]  # "[Mayor]: Never." must not vanish as the address of a link
)
_WORDS = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).enable("strikethrough")
_LONGEST_UNDERLINED = 200  # characters of a title with a line of signs below it
_LONGEST_NUMBER = 3  # digits; "1986. A year" is no item of a list
_ADDRESS_LINE = re.compile(
    r"(?m)^ {0,3}\[[^\[\]\n]{1,200}\]:[ \t]{1,9}<?(?:https?://|www\.|mailto:)[^\n]{1,2000}$"
)
_LINK_BY_NAME = re.compile(r"\[([^\[\]\n]{0,1000})\]\[[^\[\]\n]{0,200}\]")
_SMALL = 50_000  # characters of which each may be a sign; the parser takes 5 to 15 µs for one
_DENSEST = 1 / 20
_ITEM = r"(?:[-+*]|\d{1,9}[.)])[ \t]"
_TOO_DEEP = re.compile(rf"(?m)^[ \t]{{80}}[ \t]*{_ITEM}|^[ \t]*(?:(?:>|{_ITEM})[ \t]*){{40}}")
_ADDRESS = "address of a link"
_TOO_DENSE = "The text has more marks of Markdown than words, so it was read as plain text."


def looks_like_markdown(text: str) -> bool:
    """Tell whether a text is written in Markdown: front matter or a `#` heading first."""
    return has_front_matter(text) or text.lstrip()[:2] == "# "


def read_markdown(text: str, origin: str) -> Article:
    """Return the article in a Markdown text."""
    facts, body = split_front_matter(text)
    if _is_dense(body):
        plain = read_plain_text(body, origin)
        return replace(plain, caveats=(*plain.caveats, _TOO_DENSE))
    addresses = [Piece(line.strip(), None, _ADDRESS) for line in _ADDRESS_LINE.findall(body)]
    tokens = _BLOCKS.parse(_ADDRESS_LINE.sub("", body))
    pieces = [piece for piece in _pieces(tokens) if piece.text] + addresses
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


def _is_dense(text: str) -> bool:
    """Tell whether a text would take the parser longer than a text of its length may take."""
    signs = sum(map(text.count, "[]\n*_`~<&"))
    return (len(text) > _SMALL and signs > _DENSEST * len(text)) or bool(_TOO_DEEP.search(text))


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


def _pieces(tokens: Iterable[Token]) -> Iterator[Piece]:
    """Yield the blocks of a text; the first of an item is the item, others are paragraphs."""
    opened: list[Token] = []
    begun: set[int] = set()  # items of lists, by number in `opened`, that have their first block
    for token in tokens:
        if token.nesting > 0:
            opened.append(token)
        elif token.nesting < 0:
            opened.pop()
            begun.discard(len(opened))
        elif token.type == "fence":
            label = token.info if " " in token.info.strip() else ""  # one word names a language
            yield from map(sorted_paragraph, paragraphs(f"{label}\n\n{token.content}"))
        elif token.type == "inline":
            place = len(opened) - 2
            is_item = place >= 0 and opened[place].type == "list_item_open" and place not in begun
            begun.add(place)
            words = _WORDS.parseInline(token.content)[0].children or ()
            yield from _block(_runs(words), token, opened[-1], opened[place] if is_item else None)


def _block(
    runs: Iterable[tuple[str, bool]], token: Token, holder: Token, item: Token | None
) -> Iterator[Piece]:
    """Yield the pieces of one block: a picture in a line of its own is a caption."""
    for words, is_picture in runs:
        if is_picture:
            yield Piece(words, "caption")
        elif holder.type == "heading_open" and not _is_no_title(token, holder):
            yield Piece(words, "headline" if holder.tag == "h1" else "subheading")
        elif item is not None and len(item.info) <= _LONGEST_NUMBER:
            yield Piece(words, "list-item")
        else:
            number = f"{item.info}{item.markup} " if item is not None else ""
            yield sorted_paragraph(f"{number}{words}")


def _is_no_title(token: Token, holder: Token) -> bool:
    """Tell whether what has a line of signs below it is a paragraph, and the line a rule."""
    is_underlined = holder.markup in {"=", "-"}
    return is_underlined and ("\n" in token.content or len(token.content) > _LONGEST_UNDERLINED)


def _runs(children: Iterable[Token]) -> Iterator[tuple[str, bool]]:
    """Yield the words of each run of lines, and whether the run is a picture's line."""
    lines = [(_plain("".join(map(_words, line))), _is_picture(line)) for line in _lines(children)]
    run: list[str] = []
    for words, is_picture in (*lines, ("", True)):
        if not is_picture:
            run.append(words)
            continue
        if run:
            yield " ".join(run), False
            run = []
        yield words, True


def _lines(children: Iterable[Token]) -> Iterator[list[Token]]:
    line: list[Token] = []
    for token in children:
        if token.type in {"softbreak", "hardbreak"}:
            yield line
            line = []
        else:
            line.append(token)
    yield line


def _is_picture(line: Sequence[Token]) -> bool:
    others = "".join(token.content for token in line if token.type != "image")
    return not others.strip() and any(token.type == "image" for token in line)


def _words(token: Token) -> str:
    if token.type == "image":
        return "".join(map(_words, token.children or ()))
    return " " if token.type in {"softbreak", "hardbreak"} else token.content


def _plain(words: str) -> str:
    return " ".join(_LINK_BY_NAME.sub(r"\1", words).split())


def _read(data: bytes, origin: str) -> Article:
    return read_markdown(decode_article(data, origin), origin)


def _is_markdown(data: bytes) -> bool:
    return looks_like_markdown(start_of_text(data))


MARKDOWN = ArticleFormat(
    "markdown", "Markdown", (".md", ".markdown"), _is_markdown, _read, read_markdown
)

"""The blocks of a Markdown text by the CommonMark rules, as pieces of an article.

markdown-it-py takes 0.02 s to load, so this module is loaded for the first text in Markdown.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.intake.text.plain_text import paragraphs, sorted_paragraph
from reader.intake.text.zones import Piece

# Tags are text here: "<Name> said" must not vanish. Indented lines are paragraphs, not code.
# What lies deeper than the parser goes is lost, so blocks may be deep; brackets take time by it.
_BLOCKS = MarkdownIt("commonmark", {"html": False, "maxNesting": 200}).disable(
    ["code", "inline", "reference"]  # "[Mayor]: Never." must not vanish as the address of a link
)
_WORDS = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).enable("strikethrough")
# The library fills its tables of signs in addresses at the first one; two threads that read their
# first Markdown at once would find them half full. Of a module's loading there is only one.
_WORDS.parseInline("[a](b) <http://a.b>")
_LONGEST_UNDERLINED = 200  # characters of a title with a line of signs below it
_LONGEST_NUMBER = 3  # digits; "1986. A year" is no item of a list
_LINK_BY_NAME = re.compile(r"\[([^\[\]\n]{0,1000})\]\[[^\[\]\n]{0,200}\]")


def markdown_pieces(text: str) -> list[Piece]:
    """Return the blocks of a Markdown text that have words, in order."""
    return [piece for piece in _pieces(_BLOCKS.parse(text)) if piece.text]


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
            label = token.info.strip()
            if label and " " not in label:
                yield Piece(label, None, "language of a block of code")
                label = ""
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

"""The blocks of a document -> an Article. Nobody put furniture round it, so all of it counts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reader.core.text.article import Article, Fact
from reader.intake.pages.blocks import Block
from reader.intake.pages.plain_pages import all_words
from reader.intake.pages.reasons import REASONS
from reader.intake.pages.regions import is_heading
from reader.intake.text.date_lines import date_of_line
from reader.intake.text.plain_text import sorted_paragraph
from reader.intake.text.zones import Piece, build_article

_LAST_TITLE = 6  # blocks from the top in which the title stands, if a heading is the title
_LAST_LINE = 12  # blocks from the top in which author and date may stand
_LONGEST = 500  # characters of a fact


def document_facts(properties: Mapping[str, str], place: str) -> tuple[Fact, ...]:
    """Return what the properties of a document say, each with where it stands.

    Args:
        properties: Values by the names of facts: "title", "author", "date", "outlet".
        place: Where they stand, in words: "document properties".
    """
    return tuple(
        Fact(name, " ".join(value.split()), place)
        for name, value in properties.items()
        if value.strip() and len(value) <= _LONGEST
    )


def article_of_blocks(blocks: Sequence[Block], plain: Article) -> Article:
    """Return `plain` with the words of a document; its headings and lists are kept as such.

    The title is a heading near the top, else what a plain text would have for one, else the one
    that `plain` brings.
    """
    place = _title_place(blocks)
    if place is None:
        article = all_words(blocks, plain)
        return with_facts_of_text(replace(article, title=article.title or plain.title))
    title = blocks[place].words
    pieces = [
        Piece(title, "headline"),
        *(_piece(block, title, number) for number, block in _without(blocks, place)),
    ]
    lines = [piece.text for piece in pieces[:_LAST_LINE] if piece.kind == "dateline"]
    days = (date_of_line(line) for line in lines)
    byline = next((line for line in lines if not date_of_line(line)), None)
    facts = replace(
        plain,
        title=title,
        byline=plain.byline or byline,
        published=plain.published or next(filter(None, days), None),
    )
    return with_facts_of_text(build_article(pieces, facts))


def with_facts_of_text(article: Article) -> Article:
    """Return an article whose facts tell too what its own lines say."""
    lines = {zone.span.of(article.text): zone.kind for zone in article.zones[:_LAST_LINE]}
    told = []
    if article.title and lines.get(article.title) == "headline":
        told.append(Fact("title", article.title, "heading of the text"))
    if article.byline and lines.get(article.byline) == "dateline":
        told.append(Fact("author", article.byline, "line of the text"))
    days = {date_of_line(line) for line, kind in lines.items() if kind == "dateline"}
    if article.published and article.published in days:
        told.append(Fact("date", article.published, "line of the text"))
    return replace(article, facts=(*told, *article.facts))


def _title_place(blocks: Sequence[Block]) -> int | None:
    """Return the number of the first heading of the highest rank near the top, or None."""
    headings = [
        (block.tag, number)
        for number, block in enumerate(blocks[:_LAST_TITLE])
        if is_heading(block)
    ]
    return min(headings)[1] if headings else None


def _without(blocks: Sequence[Block], place: int) -> Iterable[tuple[int, Block]]:
    return ((number, block) for number, block in enumerate(blocks) if number != place)


def _piece(block: Block, title: str, number: int) -> Piece:
    if block.left_out_as:
        return Piece(block.words, None, REASONS[block.left_out_as])
    if block.words.casefold() == title.casefold():
        return Piece(block.words, None, "title given twice")
    piece = sorted_paragraph(block.words)
    if is_heading(block) and piece.kind != "dateline":
        return Piece(block.words, "subheading")
    if piece.kind == "dateline" and number > _LAST_LINE:
        piece = Piece(block.words)
    return Piece(block.words, "list-item") if block.is_item and piece.kind else piece


def blocks_in(lines: Iterable[tuple[str, str]]) -> Iterator[Block]:
    """Yield blocks of tags and words ("h1", "Ferry stops"), those without words left out."""
    for tag, words in lines:
        plain = " ".join(words.split())
        if plain:
            yield Block(plain, 0, tag, is_item=tag == "li")

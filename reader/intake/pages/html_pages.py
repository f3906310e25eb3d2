"""Saved web pages -> an Article. Nothing is fetched and nothing in the page is run.

The page is cut into blocks; the part with most of the prose is the story; every block ends in a
zone of the text or among the left-out pieces, at its place and with a reason.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from reader.core.text.article import Article, Fact
from reader.errors import ImportFailedError
from reader.intake.pages.blocks import PageBlocks
from reader.intake.pages.caveats import caveats_of
from reader.intake.pages.cleaning import cleaned
from reader.intake.pages.markup.tree import NO_WORDS_HINT, page_tree
from reader.intake.pages.markup.walk import blocks_of
from reader.intake.pages.metadata.facts import first_of, page_facts
from reader.intake.pages.metadata.linked_data import LinkedData, linked_data, paragraphs_of
from reader.intake.pages.plain_pages import all_words, without_story
from reader.intake.pages.reasons import REASONS, joined
from reader.intake.pages.regions import is_linked
from reader.intake.pages.repeats import Runs
from reader.intake.pages.sorting import Sorter
from reader.intake.pages.story_place import StoryPlace, story_place
from reader.intake.pages.titles import plain_title, title_block
from reader.intake.text.date_lines import date_in
from reader.intake.text.furniture import (
    asks_to_pay,
    author_in,
    byline_in,
    is_site,
    without_addresses,
)
from reader.intake.text.plain_text import sorted_paragraph
from reader.intake.text.zones import Piece, build_article

_SAVED = re.compile(r"<!--\s{0,99}Page saved with SingleFile\s{0,99}url: (https?://\S{1,2000})")
_LOOKED_AT = 10_000  # characters at the top of a page, where SingleFile writes
_SHORTEST = 60  # characters of a story that was found
_BODY_SHARE = 0.4  # of the words in the page's data; with less shown, the text is taken from there
_LITTLE = 200  # characters that a page shows; one with less may keep its story elsewhere
_FEWEST_CAPTIONS = 3  # that tell a story in pictures
_LONGEST_TITLE = 200
_BELOW_TITLE = 12  # blocks in which an author may be named
_SAME = 0.5  # of the runs of a block that stand in a text
_NAMELESS = "This piece of a page"
_STORY = frozenset({"paragraph", "list-item"})


def read_html(page: str, origin: str) -> Article:
    """Return the article of a page, its title, date and author with where they stand.

    Raises:
        ImportFailedError: The page holds no words.
    """
    tree = page_tree(page, origin or _NAMELESS)
    data = linked_data(tree)
    blocks = _blocks(tree, data)
    plain = _plain([*_saved_from(page), *page_facts(tree, data)], blocks, origin)
    title = plain.title or ""
    number = title_block(blocks.blocks, title)
    place = story_place(blocks, number)
    body = max(data.bodies, key=len, default="")
    author = plain.byline or _author_near(blocks, number)
    sorter = Sorter(blocks, place, number, title, author, Runs([body]))
    pieces = cleaned(sorter.pieces())
    if _is_only_in_data(pieces, body):
        return _from_data(pieces, paragraphs_of(body), plain)
    if _size(pieces) < _SHORTEST:
        if not blocks.blocks:
            raise _no_words(origin, tree)
        return without_story(blocks.blocks, plain)
    told = caveats_of(
        pieces,
        is_free=data.is_free,
        has_paywall=data.has_locked_part or any(map(_is_of_paywall, pieces)),
        left_out=_left_out(place, pieces),
    )
    return _finished(pieces, plain, tuple(told))


def _saved_from(page: str) -> Iterator[Fact]:
    """Yield the address that SingleFile noted at the top of a page that it saved."""
    found = _SAVED.search(page[:_LOOKED_AT])
    if found:
        yield Fact("address", found.group(1), "note of SingleFile")


def read_fragment(page: str) -> Article:
    """Return the article in a pasted piece of a page; the reader chose it, so all of it counts.

    Raises:
        ImportFailedError: There are no words in it.
    """
    blocks = blocks_of(page_tree(page, _NAMELESS)).blocks
    if not blocks:
        raise _no_words("", None)
    return all_words(blocks, Article("", ()))


def _plain(facts: Sequence[Fact], page: PageBlocks, origin: str) -> Article:
    """Return an article without a text, with the most trusted facts."""
    title = first_of(facts, "title")
    outlets = [fact for fact in facts if fact.value.casefold() != (title or "").casefold()]
    outlet = first_of(outlets, "outlet")  # a page that calls its site by its title names none
    if title:
        title = plain_title(title, outlet, _headings(page))
    return Article(
        "",
        (),
        title=title,
        byline=first_of([one for one in facts if not _is_outlet(one.value, outlet)], "author"),
        published=first_of(facts, "date"),
        outlet=outlet,
        origin=origin,
        facts=tuple(facts),
    )


def _is_outlet(name: str, outlet: str | None) -> bool:
    """Tell whether the name of an author is that of the outlet, which is no person."""
    return outlet is not None and name.casefold() == outlet.casefold()


def _author_near(page: PageBlocks, title: int) -> str:
    """Return the author whom a line below the title names, or ""."""
    below = page.blocks[title + 1 : title + 1 + _BELOW_TITLE]
    lines = (byline_in(without_addresses(block.words)) for block in below)
    return author_in(next(filter(None, lines), ""))


def _headings(page: PageBlocks) -> list[str]:
    """Return the lines of a page that may be its title: short ones that are no links."""
    return [
        block.words
        for block in page.blocks
        if len(block.words) <= _LONGEST_TITLE and not is_linked(block)
    ]


def _headline_first(pieces: Sequence[Piece], title: str) -> list[Piece]:
    """Return the pieces with the headline before all others that are kept."""
    place = next((i for i, piece in enumerate(pieces) if piece.kind == "headline"), None)
    if place is None:
        return [Piece(title, "headline"), *pieces] if title else list(pieces)
    above = pieces[:place]
    return [
        *(piece for piece in above if piece.kind is None),
        pieces[place],
        *(piece for piece in above if piece.kind is not None),
        *pieces[place + 1 :],
    ]


def _finished(pieces: Sequence[Piece], plain: Article, caveats: tuple[str, ...]) -> Article:
    """Return the article, with title, author and date from its lines where nothing else tells."""
    lines = [piece.text for piece in pieces if piece.kind == "dateline"]
    told_of = {REASONS["byline"], REASONS["author"]}
    beside = [piece.text for piece in pieces if piece.reason in told_of]
    title = next((piece.text for piece in pieces if piece.kind == "headline"), plain.title)
    named = (byline_in(without_addresses(line)) for line in (*lines, *beside))
    authors = map(author_in, filter(None, named))
    told = (name for name in authors if not is_site(name) and not _is_outlet(name, plain.outlet))
    byline = plain.byline or next(told, None)
    published = plain.published or next(filter(None, map(date_in, lines)), None)
    facts = replace(
        plain, title=title, byline=byline or None, published=published, caveats=caveats
    )
    return build_article(joined(_headline_first(pieces, plain.title or "")), facts)


def _size(pieces: Sequence[Piece]) -> int:
    """Return how many characters of a story were found; several captions may be one."""
    captions = [len(piece.text) for piece in pieces if piece.kind == "caption"]
    told = sum(len(piece.text) for piece in pieces if piece.kind in _STORY)
    return told + (sum(captions) if len(captions) >= _FEWEST_CAPTIONS else 0)


def _is_only_in_data(pieces: Sequence[Piece], body: str) -> bool:
    """Tell whether the page shows only a small part of the text in its data."""
    words = len(body.split())
    shown = sum(len(piece.text.split()) for piece in pieces if piece.kind in _STORY)
    return len(body) >= _SHORTEST and shown < _BODY_SHARE * words


def _from_data(pieces: Sequence[Piece], story: Sequence[str], plain: Article) -> Article:
    """Return an article with the text that stands in the page's data."""
    known = Runs(story)
    kept = [sorted_paragraph(words) for words in story]
    shares = ((piece, known.share(piece.text)) for piece in pieces)
    left = [
        Piece(piece.text, None, piece.reason or REASONS["twice" if share >= _SAME else "outside"])
        for piece, share in shares
        if share < 1 and piece.text != plain.title
    ]
    told = (
        "The page shows only a part of its story; the text is taken from the page's own data, "
        "so pictures and headings may be missing."
    )
    return _finished([*kept, *left], plain, (told,))


def _is_of_paywall(piece: Piece) -> bool:
    """Tell whether a piece says that the rest is for subscribers."""
    if piece.reason == REASONS["sign-up"]:
        return asks_to_pay(piece.text)
    return piece.reason == REASONS["paywall"]


def _left_out(place: StoryPlace, pieces: Sequence[Piece]) -> float:
    """Return how many words of prose were left out without being furniture."""
    return sum(
        value for value, piece in zip(place.prose, pieces, strict=True) if piece.kind is None
    )


def _blocks(tree: HtmlElement, data: LinkedData) -> PageBlocks:
    """Return the blocks of a page; some have their story only for browsers without scripts."""
    blocks = blocks_of(tree)
    shown = sum(len(block.words) for block in blocks.blocks if not block.is_instead)
    if data.bodies or shown >= _LITTLE:
        return blocks
    kept = blocks_of(tree, without_scripts=True)
    more = sum(len(block.words) for block in kept.blocks)
    return kept if more >= max(_LITTLE, 2 * shown) else blocks


def _no_words(origin: str, tree: HtmlElement | None) -> ImportFailedError:
    """Return the error for a page without words, with where its words may be."""
    name = f"“{origin}”" if origin else _NAMELESS
    hint = NO_WORDS_HINT
    if tree is not None and tree.find(".//frame") is not None:
        hint = f"It shows other pages in frames: open one of those. {hint}"
    elif tree is not None and sum(len(one.text or "") for one in tree.iter("script")) > _LITTLE:
        hint = f"A script writes them in the browser. {hint}"
    return ImportFailedError(f"{name} holds no words that can be read.", hint=hint)

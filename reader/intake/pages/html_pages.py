"""Saved web pages -> an Article. Nothing is fetched and nothing in the page is run.

trafilatura finds the story; paragraphs of the page that it passes over are kept as left-out
pieces at their places, so that one click puts them back. Importing this module takes a while.
"""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import trafilatura
from lxml import etree

from reader.core.text.article import Article, ZoneKind
from reader.errors import ImportFailedError
from reader.intake.pages.blocks import NO_WORDS_HINT, Block, blocks_of, flattened, page_tree
from reader.intake.pages.facts import page_facts
from reader.intake.text.date_lines import date_in
from reader.intake.text.plain_text import read_plain_text, sorted_paragraph
from reader.intake.text.zones import Piece, build_article, pieces_of

_SHORTEST = 60  # characters of a story that was found, and of a left-out block of no paragraph
_LONGEST_CAPTION = 600
_FEWEST_WORDS = 4  # of a left-out paragraph that is told of
_SHINGLE = 5  # words that tell whether a paragraph has been taken
_KINDS: dict[str, ZoneKind] = {"head": "subheading", "item": "list-item"}
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_TELLING = _HEADINGS | {"p", "blockquote", "li", "td", "dd", "pre"}
_NAMELESS = "This piece of a page"

# It reports pages without a story as its own failures; what counts is told in our own words.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def read_html(page: str, origin: str) -> Article:
    """Return the article of a page, its title, date and author from the page's own data.

    Raises:
        ImportFailedError: The page holds no words.
    """
    page = flattened(page)
    tree = page_tree(page, origin or _NAMELESS)
    facts = page_facts(tree)
    plain = Article(
        "",
        (),
        title=facts.get("title"),
        byline=facts.get("author"),
        published=date_in(facts.get("date", "")),
        outlet=facts.get("outlet"),
        origin=origin,
    )
    blocks = blocks_of(tree)
    story = _story(page, plain.title)
    if not story:
        return _without_story(blocks, plain)
    head = [Piece(plain.title, "headline")] if plain.title else []
    pieces = [*head, *_in_page_order(blocks, story, plain.title or "")]
    return build_article(pieces, _dated(plain, pieces))


def read_fragment(page: str) -> Article:
    """Return the article in a pasted piece of a page; the reader chose it, so all of it counts.

    Raises:
        ImportFailedError: There are no words in it.
    """
    blocks = blocks_of(page_tree(flattened(page), _NAMELESS))
    article = _all_words(blocks, Article("", ()))
    return replace(article, caveats=())


def _dated(plain: Article, pieces: Iterable[Piece]) -> Article:
    if plain.published:
        return plain
    days = (date_in(piece.text) for piece in pieces if piece.kind == "dateline")
    return replace(plain, published=next(filter(None, days), None))


def _story(page: str, title: str | None) -> list[Piece]:
    """Return the blocks that trafilatura takes for the story."""
    try:
        found = trafilatura.extract(
            page,
            fast=True,
            output_format="xml",
            include_comments=False,
            include_tables=False,
            include_formatting=False,
            deduplicate=False,
        )
    except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):
        return []
    if not found:
        return []
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(found.encode(), parser=parser)
    pieces = list(_xml_pieces(root, (title or "").casefold()))
    return pieces if sum(len(piece.text) for piece in pieces) >= _SHORTEST else []


def _xml_pieces(root: etree._Element, title: str) -> Iterator[Piece]:
    for element in root.iter("head", "p", "item", "quote"):
        if element.tag == "quote" and len(element):
            continue
        words = " ".join("".join(str(text) for text in element.itertext()).split())
        if words and words.casefold() != title:
            kind = _KINDS.get(str(element.tag), "paragraph")
            yield sorted_paragraph(words) if kind == "paragraph" else Piece(words, kind)


def _in_page_order(blocks: Sequence[Block], story: list[Piece], title: str) -> list[Piece]:
    """Return the story with captions and passed-over paragraphs where the page has them."""
    places = _places(blocks, [piece.text for piece in story])
    placed = [(place, 0, piece) for place, piece in zip(places, story, strict=True)]
    taken = _Shingles(piece.text for piece in story)
    said = {title.casefold()}
    for place, block in enumerate(blocks):
        if block.words.casefold() in said or taken.hold(block.words):
            continue
        piece = _other_piece(block, is_within=places[0] <= place <= places[-1])
        if piece is not None:
            said.add(block.words.casefold())
            placed.append((place, 1, piece))
    return [piece for _, _, piece in sorted(placed, key=lambda item: item[:2])]


def _other_piece(block: Block, *, is_within: bool) -> Piece | None:
    """Return a block that is not in the story as a caption or a left-out piece, or None.

    Headings count between the first and the last block of the story, of any length.
    """
    if block.tag == "figcaption" and not block.is_around and len(block.words) < _LONGEST_CAPTION:
        return Piece(block.words, "caption")
    is_paragraph = block.tag == "p" and len(block.words.split()) >= _FEWEST_WORDS
    is_long = block.tag in _TELLING and len(block.words) >= _SHORTEST
    is_heading = block.tag in _HEADINGS and is_within and not block.is_around
    if not is_paragraph and not is_long and not is_heading:
        return None
    reason = sorted_paragraph(block.words).reason or "not taken for part of the article"
    return Piece(block.words, None, reason)


def _places(blocks: Sequence[Block], texts: Sequence[str]) -> list[int]:
    """Return the number of the block in which each text stands; the order never goes back."""
    numbers: dict[str, list[int]] = {}
    for number, block in enumerate(blocks):
        numbers.setdefault(_start(block.words), []).append(number)
    places: list[int] = []
    last = 0
    for text in texts:
        later = (number for number in numbers.get(_start(text), ()) if number >= last)
        last = next(later, last)
        places.append(last)
    return places


def _start(words: str) -> str:
    return words[:40].casefold()


class _Shingles:
    """The runs of five words of some texts; tells whether a paragraph is among them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._runs: set[tuple[str, ...]] = set()
        self._short: set[str] = set()
        for text in texts:
            words = text.casefold().split()
            self._short.add(" ".join(words))
            runs = zip(*(words[shift:] for shift in range(_SHINGLE)), strict=False)
            self._runs.update(runs)

    def hold(self, text: str) -> bool:
        """Tell whether the beginning and the end of a text are in the texts."""
        words = text.casefold().split()
        if len(words) < _SHINGLE:
            return " ".join(words) in self._short
        return tuple(words[:_SHINGLE]) in self._runs and tuple(words[-_SHINGLE:]) in self._runs


def _without_story(blocks: Sequence[Block], plain: Article) -> Article:
    """Return all words of a page in which no story was found, and say so."""
    told = "No story was found in the page, so all of its words are shown."
    return replace(_all_words(blocks, plain), caveats=(told,))


def _all_words(blocks: Sequence[Block], plain: Article) -> Article:
    if not blocks:
        name = f"“{plain.origin}”" if plain.origin else _NAMELESS
        raise ImportFailedError(f"{name} holds no words that can be read.", hint=NO_WORDS_HINT)
    seen = read_plain_text("\n\n".join(block.words for block in blocks), plain.origin)
    is_headed = bool(seen.zones) and seen.zones[0].kind == "headline"
    facts = replace(
        plain,
        title=seen.title if is_headed else None,
        byline=plain.byline or seen.byline,
        published=plain.published or seen.published,
    )
    return build_article(_headings_kept(pieces_of(seen), blocks), facts)


def _headings_kept(pieces: Iterable[Piece], blocks: Iterable[Block]) -> Iterator[Piece]:
    """Yield the pieces, with the page's own headings and list items as such."""
    tags = {block.words: block.tag for block in blocks}
    for piece in pieces:
        tag = tags.get(piece.text, "")
        if piece.kind == "paragraph" and tag in _HEADINGS:
            yield Piece(piece.text, "subheading")
        elif piece.kind == "paragraph" and tag == "li":
            yield Piece(piece.text, "list-item")
        else:
            yield piece

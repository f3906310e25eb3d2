"""Pages in which no story was found, and pasted pieces of pages: all of their words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reader.core.text.article import Article
from reader.intake.pages.blocks import Block
from reader.intake.pages.reasons import REASONS
from reader.intake.pages.regions import is_heading
from reader.intake.text.plain_text import read_plain_text
from reader.intake.text.zones import Piece, build_article, pieces_of


def without_story(blocks: Sequence[Block], plain: Article) -> Article:
    """Return all words of a page in which no story was found, and say so."""
    told = "No story was found in the page, so all of its words are shown."
    return replace(all_words(blocks, plain), caveats=(told,))


def all_words(blocks: Sequence[Block], plain: Article) -> Article:
    """Return all words of some blocks, with what a plain text of them would tell."""
    kinds = [(block.words, block.left_out_as) for block in blocks]
    apart = [Piece(words, None, REASONS[kind]) for words, kind in kinds if kind]
    shown = [block for block in blocks if not block.left_out_as] or blocks
    seen = read_plain_text("\n\n".join(block.words for block in shown), plain.origin)
    is_headed = bool(seen.zones) and seen.zones[0].kind == "headline"
    facts = replace(
        plain,
        title=seen.title if is_headed else plain.title,
        byline=plain.byline or seen.byline,
        published=plain.published or seen.published,
    )
    left = apart if len(shown) < len(blocks) else ()
    return build_article([*_headings_kept(pieces_of(seen), shown), *left], facts)


def _headings_kept(pieces: Iterable[Piece], blocks: Iterable[Block]) -> Iterator[Piece]:
    """Yield the pieces, with the page's own headings and list items as such."""
    known = {block.words: block for block in blocks}
    for piece in pieces:
        block = known.get(piece.text)
        if block is None or piece.kind != "paragraph":
            yield piece
        elif is_heading(block):
            yield Piece(piece.text, "subheading")
        else:
            yield Piece(piece.text, "list-item" if block.is_item else "paragraph")

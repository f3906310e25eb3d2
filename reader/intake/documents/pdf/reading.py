"""PDF -> an Article, with what is unsure of it said: a scan, pages without words, a cut."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from reader.core.text.article import Article
from reader.errors import ImportFailedError
from reader.intake.documents.assembling import article_of_blocks, blocks_in, document_facts
from reader.intake.documents.packs import damaged
from reader.intake.documents.pdf.columns import lines_in_order
from reader.intake.documents.pdf.own_pages import without_margins
from reader.intake.documents.pdf.pages import Pages
from reader.intake.documents.pdf.paragraphs import TextBlock, blocks_of_pages
from reader.intake.documents.pdf.process import endless, read_pages
from reader.intake.text.decode import plain_characters
from reader.intake.text.zones import Piece, build_article, pieces_of

_PLACE = "document properties"
_SCAN = "each page is a picture of a text, made by a scanner or a camera"
_HINT = "Have a program for text recognition make a text of it, or paste the text here."
_CUT = "The PDF is longer than what is read of it, so its end is missing."
_DAY = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_NAMES = {"Title": "title", "Author": "author"}
_MADE_UP = re.compile(r"(?i)untitled|microsoft word - .*|.*\.(?:docx?|odt|indd|qxd|pdf|html?)")


def read_pdf(data: bytes, origin: str, name: str) -> Article:
    """Return the article in a PDF.

    Raises:
        ImportFailedError: It is a scan, damaged, locked or endless, or the part that reads PDF is
            not installed.
    """
    pages = without_margins(read_pages(data, name))
    lines = [lines_in_order(page) for page in pages.pages]
    if not any(lines):
        raise _without_words(pages, name)
    told = list(blocks_of_pages(lines))
    blocks = list(blocks_in((one.tag, _plain(one)) for one in told if one.tag))
    if not blocks:
        raise _without_words(pages, name)
    facts = document_facts(_properties(dict(pages.properties)), _PLACE)
    article = article_of_blocks(blocks, Article("", (), origin=origin, facts=facts))
    caveats = tuple(_caveats(lines, is_cut=pages.is_cut))
    whole = replace(article, caveats=(*article.caveats, *caveats))
    return build_article(_with_left_out(pieces_of(article), told), whole)


def _with_left_out(pieces: Iterable[Piece], told: Iterable[TextBlock]) -> Iterator[Piece]:
    """Yield the pieces of an article, and between them what was left out of its pages."""
    rest = iter(pieces)
    for block in told:
        if not block.tag:
            yield Piece(_plain(block), None, block.reason)
        elif _plain(block):
            yield from islice(rest, 1)
    yield from rest


def _without_words(pages: Pages, name: str) -> ImportFailedError:
    if pages.is_cut:
        return endless(name)
    if not any(page.height for page in pages.pages):
        return damaged(name)
    return ImportFailedError(f"“{name}” holds no text: {_SCAN}.", hint=_HINT)


def _plain(block: TextBlock) -> str:
    return " ".join(plain_characters(block.words).split())


def _properties(told: Mapping[str, str]) -> Mapping[str, str]:
    named = {
        name: told.get(key, "")
        for key, name in _NAMES.items()
        if not _MADE_UP.fullmatch(told.get(key, "").strip())
    }
    day = _DAY.match(told.get("CreationDate", ""))
    return {**named, "date": "-".join(day.groups())} if day else named


def _caveats(lines: Sequence[Sequence[object]], *, is_cut: bool) -> Iterator[str]:
    empty = [str(number) for number, page in enumerate(lines, 1) if not page]
    if empty:
        places = ", ".join(empty[:8]) + (" and others" if len(empty) > 8 else "")
        one = len(empty) == 1
        yield (
            f"{'Page' if one else 'Pages'} {places} {'has' if one else 'have'} no words that can "
            "be read; a scan has none, and neither has a picture."
        )
    if is_cut:
        yield _CUT

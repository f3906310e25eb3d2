"""EPUB -> Articles: the whole book as one text with headings, or one article a chapter."""

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import unquote

from lxml import etree

from reader.core.text.article import Article
from reader.errors import ImportFailedError
from reader.intake.documents.assembling import article_of_blocks, document_facts
from reader.intake.documents.packs import Pack, damaged
from reader.intake.documents.xml_parts import local_name, parsed, words_of
from reader.intake.pages.blocks import Block
from reader.intake.pages.markup.tree import page_tree
from reader.intake.pages.markup.walk import blocks_of
from reader.intake.text.date_lines import date_in
from reader.intake.text.decode import NoTextError, decode
from reader.values import frozen

_LARGEST = 8_000_000  # bytes of all chapters; the worst take 1 s a megabyte
_MOST_CHAPTERS = 2_000
_PAGES = frozenset({"application/xhtml+xml", "text/html"})
_PLACE = "book properties"


@frozen
class _Book:
    """What a book says of itself.

    Attributes:
        plain: An article without words, with the facts of the book.
        chapters: The names of the parts that are read, in order.
    """

    plain: Article
    chapters: tuple[str, ...]


def read_book(data: bytes, origin: str, name: str) -> Article:
    """Return a whole book as one article; the headings of its chapters are subheadings.

    Raises:
        ImportFailedError: It is damaged, protected against copying, too large or without words.
    """
    pack = Pack(data, name)
    book = _book(pack, origin, name)
    blocks = [block for chapter in _chapters(pack, book, name) for block in chapter]
    if not blocks:
        raise _no_words(name)
    title = book.plain.title
    if title:
        blocks.insert(0, Block(title, 0, "h1"))
    return article_of_blocks(blocks, book.plain)


def read_chapters(data: bytes, origin: str, name: str) -> tuple[Article, ...]:
    """Return an article for each chapter of a book that holds words.

    Raises:
        ImportFailedError: As for `read_book`.
    """
    pack = Pack(data, name)
    book = _book(pack, origin, name)
    plain = replace(book.plain, outlet=book.plain.title, title=None, caveats=())
    chapters = _chapters(pack, book, name)
    articles = tuple(article_of_blocks(blocks, plain) for blocks in chapters if blocks)
    if not articles:
        raise _no_words(name)
    told = (*book.plain.caveats, *articles[0].caveats)
    return (replace(articles[0], caveats=told), *articles[1:])


def _chapters(pack: Pack, book: _Book, name: str) -> Iterator[list[Block]]:
    """Yield the blocks of each chapter."""
    left = _LARGEST
    for part in book.chapters:
        data = pack.read(part, left)
        left -= len(data)
        try:
            page = decode(data, name)
        except NoTextError as error:
            raise damaged(name) from error
        if page.strip():
            yield blocks_of(page_tree(page, name)).blocks


def _book(pack: Pack, origin: str, name: str) -> _Book:
    place = _package_place(pack, name)
    package = parsed(pack.read(place), name)
    listed = _spine(package, posixpath.dirname(place))
    known = set(pack.names)
    chapters = tuple(part for part in listed if part in known)[:_MOST_CHAPTERS]
    if _is_protected(pack, chapters, name):
        raise ImportFailedError(
            f"“{name}” is protected against copying, so its words cannot be read.",
            hint="Ask the seller for a copy without protection.",
        )
    told: dict[str, list[str]] = {}
    for one in package.iter():
        told.setdefault(local_name(one), []).append(words_of(one) if len(one) == 0 else "")
    facts = {
        "title": next(iter(told.get("title", ())), ""),
        "author": ", ".join(filter(None, told.get("creator", ()))),
        "date": next(filter(None, map(date_in, told.get("date", ()))), ""),
        "outlet": next(iter(told.get("publisher", ())), ""),
    }
    plain = Article(
        "",
        (),
        title=facts["title"] or None,
        byline=facts["author"] or None,
        published=facts["date"] or None,
        outlet=facts["outlet"] or None,
        origin=origin,
        facts=document_facts(facts, _PLACE),
        caveats=_missing_words(len(listed) - len(chapters)),
    )
    return _Book(plain, chapters)


def _missing_words(count: int) -> tuple[str, ...]:
    """Return what to say of chapters that a book names and that are not read."""
    if not count:
        return ()
    are = "1 chapter is" if count == 1 else f"{count:,} chapters are"
    return (f"{are} missing: the book names more than can be read from its file.",)


def _package_place(pack: Pack, name: str) -> str:
    container = parsed(pack.read("META-INF/container.xml"), name)
    for one in container.iter():
        if local_name(one) == "rootfile" and one.get("full-path"):
            return str(one.get("full-path"))
    raise damaged(name)


def _spine(package: etree._Element, folder: str) -> tuple[str, ...]:
    """Return the parts of a book in reading order, its table of contents left out."""
    parts: dict[str, str] = {}
    for one in package.iter():
        is_page = local_name(one) == "item" and one.get("media-type") in _PAGES
        if is_page and "nav" not in (one.get("properties") or "").split():
            href = unquote(str(one.get("href", "")).partition("#")[0])
            part = posixpath.normpath(posixpath.join(folder, href))
            parts[str(one.get("id"))] = part.lstrip("/")
    order = [str(one.get("idref")) for one in package.iter() if local_name(one) == "itemref"]
    return tuple(dict.fromkeys(parts[one] for one in order if one in parts))


def _is_protected(pack: Pack, chapters: Sequence[str], name: str) -> bool:
    """Tell whether chapters are locked; fonts may be, and often are."""
    if "META-INF/encryption.xml" not in pack.names:
        return False
    told = parsed(pack.read("META-INF/encryption.xml"), name)
    locked = {unquote(str(one.get("URI", ""))) for one in told.iter()}
    return not locked.isdisjoint(chapters)


def _no_words(name: str) -> ImportFailedError:
    return ImportFailedError(
        f"“{name}” holds no words that can be read.", hint="Try another file."
    )

"""DOCX -> an Article: mammoth makes a page of it, and our own reader of pages takes the words."""

import io
from collections.abc import Mapping

import mammoth

from reader.core.text.article import Article
from reader.errors import ImportFailedError
from reader.intake.documents.assembling import article_of_blocks, document_facts
from reader.intake.documents.packs import Pack, damaged, locked, too_large
from reader.intake.documents.xml_parts import (
    check_no_declarations,
    local_name,
    parsed,
    words_of,
)
from reader.intake.pages.markup.tree import page_tree
from reader.intake.pages.markup.walk import blocks_of
from reader.intake.text.date_lines import date_in

_LARGEST = 20_000_000  # bytes of the parts that are read
_MOST_TAGS = 120_000  # in them; mammoth takes up to 40 µs for each
_PLACE = "document properties"
_TITLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
"""
_OLD = b"\xd0\xcf\x11\xe0"  # a locked DOCX is packed in the older kind of container


def read_docx(data: bytes, origin: str, name: str) -> Article:
    """Return the article in a DOCX file.

    Raises:
        ImportFailedError: It is damaged, locked, too large or without words.
    """
    if data.startswith(_OLD):
        raise locked(name)
    pack = Pack(data, name)
    _check(pack, name)
    tree = page_tree(_page(data, name), name)
    for link in list(tree.iter("a")):
        if link.get("href", "").startswith(("#footnote", "#endnote")):
            link.drop_tree()  # the number of a note, and the arrow that leads back from it
    plain = Article("", (), origin=origin, facts=document_facts(_properties(pack, name), _PLACE))
    return article_of_blocks(blocks_of(tree).blocks, plain)


def _check(pack: Pack, name: str) -> None:
    """Refuse a file whose parts are more, or other, than mammoth can take."""
    size = tags = 0
    for part in pack.names:
        if part.lower().endswith((".xml", ".rels")):
            data = pack.read(part, _LARGEST)
            check_no_declarations(data, name)
            size += len(data)
            tags += data.count(b"<") - data.count(b"</")
        if size > _LARGEST or tags > _MOST_TAGS:
            raise too_large(name)


def _page(data: bytes, name: str) -> str:
    """Return a document as HTML, its pictures left out."""
    try:
        page = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_TITLES,
            include_embedded_style_map=False,
            convert_image=lambda _picture: [],
        )
    except Exception as error:  # what mammoth raises on a damaged file is no list
        raise damaged(name) from error
    words = str(page.value)
    if not words.strip():
        raise ImportFailedError(f"“{name}” holds no words.", hint="Choose another file.")
    return words


def _properties(pack: Pack, name: str) -> Mapping[str, str]:
    if "docProps/core.xml" not in pack.names:
        return {}
    told = {local_name(one): words_of(one) for one in parsed(pack.read("docProps/core.xml"), name)}
    return {
        "title": told.get("title", ""),
        "author": told.get("creator", ""),
        "date": date_in(told.get("created", "")) or "",
    }

"""ODT -> an Article: the paragraphs, headings and lists of an OpenDocument text."""

from collections.abc import Iterator, Mapping

from lxml import etree

from reader.core.text.article import Article
from reader.errors import ImportFailedError
from reader.intake.documents.assembling import article_of_blocks, blocks_in, document_facts
from reader.intake.documents.packs import Pack, locked
from reader.intake.documents.xml_parts import (
    attributes_of,
    check_no_declarations,
    local_name,
    parsed,
    words_of,
)
from reader.intake.pages.blocks import NOTE
from reader.intake.text.date_lines import date_in

_LARGEST = 10_000_000  # bytes of text with its tags; the worst take 0.6 s a megabyte
_PLACE = "document properties"
# What stands in the text and is no part of it: remarks, deleted words, notes, fields for authors.
_PASSED_OVER = frozenset({"annotation", "tracked-changes", "note", "forms", "desc", "title"})
_LINES = frozenset({"p", "h"})
_SPACES = {"s": " ", "tab": " ", "line-break": " "}


def read_odt(data: bytes, origin: str, name: str) -> Article:
    """Return the article in an ODT file.

    Raises:
        ImportFailedError: It is damaged, locked, too large or without words.
    """
    pack = Pack(data, name)
    if "META-INF/manifest.xml" in pack.names and b"encryption-data" in pack.read(
        "META-INF/manifest.xml"
    ):
        raise locked(name)
    content = pack.read("content.xml", _LARGEST)
    check_no_declarations(content, name)
    tree = parsed(content, name)
    blocks = list(blocks_in(_lines(tree)))
    if not blocks:
        raise ImportFailedError(f"“{name}” holds no words.", hint="Choose another file.")
    facts = document_facts(_properties(pack, name), _PLACE)
    return article_of_blocks(blocks, Article("", (), origin=origin, facts=facts))


def _lines(tree: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the tag and the words of each line of text, frames after the line they hang on."""
    titles = _title_styles(tree)
    body = next((one for one in tree.iter() if local_name(one) == "body"), None)
    if body is None:
        return
    items = 0
    events = etree.iterwalk(body, events=("start", "end"))
    for event, element in events:
        kind = local_name(element)
        if kind in _PASSED_OVER and event == "start":
            events.skip_subtree()
            if kind == NOTE:
                yield NOTE, _note(element)
        elif kind == "list-item":
            items += 1 if event == "start" else -1
        elif kind in _LINES and event == "start":
            yield _tag(element, kind, titles, is_item=items > 0), _words(element)


def _note(element: etree._Element) -> str:
    """Return the words of a note, without its number."""
    lines = (one for one in element.iter() if local_name(one) in _LINES)
    return " ".join(filter(None, map(_words, lines)))


def _tag(element: etree._Element, kind: str, titles: frozenset[str], *, is_item: bool) -> str:
    attributes = attributes_of(element)
    if attributes.get("style-name") in titles:
        return "h1"
    if kind == "h":
        level = attributes.get("outline-level", "")
        return f"h{level}" if level in {"1", "2", "3", "4", "5", "6"} else "h6"
    return "li" if is_item else "p"


def _words(line: etree._Element) -> str:
    """Return the words of one line without those of lines that hang on it."""
    parts: list[str] = [str(line.text or "")]
    events = etree.iterwalk(line, events=("start", "end"))
    for event, element in events:
        if element is line:
            continue
        kind = local_name(element)
        if event == "start":
            if kind in _LINES or kind in _PASSED_OVER:
                events.skip_subtree()
            else:
                parts += [_SPACES.get(kind, ""), str(element.text or "")]
        else:
            parts.append(str(element.tail or ""))
    return "".join(parts)


def _title_styles(tree: etree._Element) -> frozenset[str]:
    """Return the names of the styles that stand for the title of the document."""
    names = {"Title"}
    for style in tree.iter():
        if local_name(style) == "style":
            told = attributes_of(style)
            if told.get("parent-style-name") == "Title":
                names.add(told.get("name", ""))
    return frozenset(names)


def _properties(pack: Pack, name: str) -> Mapping[str, str]:
    if "meta.xml" not in pack.names:
        return {}
    meta = pack.read("meta.xml")
    check_no_declarations(meta, name)
    told = {local_name(one): words_of(one) for one in parsed(meta, name).iter()}
    return {
        "title": told.get("title", ""),
        "author": told.get("initial-creator", "") or told.get("creator", ""),
        "date": date_in(told.get("creation-date", "")) or "",
    }

"""Lists of feeds (OPML), as feed readers take them over from one another."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from reader.errors import ImportFailedError
from reader.intake.documents.xml_parts import attributes_of
from reader.intake.feeds.feed import FeedLink
from reader.intake.feeds.feed_text import is_cut, plain_title, web_address
from reader.intake.text.decode import NoTextError, decode

_LARGEST = 10_000_000  # bytes
_MOST = 10_000  # feeds
_DECLARATION = re.compile(r"\s{0,99}<\?xml[^<>]{0,300}>")
_HINT = "Export the list of feeds again from the program that made it."


def read_opml(data: bytes, name: str) -> tuple[FeedLink, ...]:
    """Return the feeds of a list, each once, with the folder that it lies in.

    Raises:
        ImportFailedError: It is no list of feeds, or too large.
    """
    if len(data) > _LARGEST:
        raise ImportFailedError(f"“{name}” is larger than a list of feeds can be.", hint=_HINT)
    try:
        text = _DECLARATION.sub(
            "", decode(data, name), count=1
        )  # what is no UTF-8 is mended there
    except NoTextError as error:
        raise _no_list(name) from error
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, recover=True
    )
    try:
        tree = etree.fromstring(text.encode(), parser)
    except (etree.LxmlError, ValueError) as error:
        raise _no_list(name) from error
    if tree is None or str(tree.tag).rpartition("}")[2].lower() != "opml":
        raise _no_list(name)
    found: dict[str, FeedLink] = {}
    for link in _links(tree):
        if len(found) < _MOST:
            found.setdefault(link.address, link)
    return tuple(found.values())


def cut_words(data: bytes, name: str) -> str:
    """Return what to say of a list that ends in the middle, or "": of a saved feed, nothing."""
    if not is_cut(data):
        return ""
    try:
        read_opml(data, name)
    except ImportFailedError:
        return ""
    return f"“{name}” ends in the middle; feeds may be missing."


def _links(tree: etree._Element) -> Iterator[FeedLink]:
    folders: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if not isinstance(element.tag, str) or element.tag.lower() != "outline":
            continue
        told = _attributes(element)
        title = plain_title(told.get("title")) or plain_title(told.get("text"))
        if event == "end":
            folders.pop()
            continue
        address = web_address(told.get("xmlurl"))
        if address:
            folder = next((one for one in reversed(folders) if one), "")
            yield FeedLink(address, title, web_address(told.get("htmlurl")), folder)
        folders.append("" if address else title)


def _attributes(element: etree._Element) -> dict[str, str]:
    """Return what an outline says; nothing where it holds letters that there are not."""
    try:
        return {key.lower(): value for key, value in attributes_of(element).items()}
    except UnicodeDecodeError:
        return {}


def write_opml(links: Iterable[FeedLink]) -> bytes:
    """Return a list of feeds in OPML 2.0, those of one folder together."""
    opml = etree.Element("opml", version="2.0")
    head = etree.SubElement(opml, "head")
    etree.SubElement(head, "title").text = "Feeds of Close Reader"
    body = etree.SubElement(opml, "body")
    folders: dict[str, etree._Element] = {"": body}
    for link in links:
        if link.folder not in folders:
            name = plain_title(link.folder)
            folders[link.folder] = etree.SubElement(body, "outline", text=name, title=name)
        title = plain_title(link.title) or link.address
        outline = etree.SubElement(folders[link.folder], "outline", type="rss", text=title)
        outline.set("title", title)
        outline.set("xmlUrl", link.address)
        if link.site:
            outline.set("htmlUrl", link.site)
    return etree.tostring(opml, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _no_list(name: str) -> ImportFailedError:
    return ImportFailedError(f"“{name}” is no list of feeds (OPML).", hint=_HINT)

"""XML from foreign files, parsed so that nothing is fetched and nothing unfolds."""

import codecs
import re

from lxml import etree

from reader.errors import ImportFailedError
from reader.intake.documents.packs import damaged

_PROLOGUE = re.compile(rb"\A\s{0,99}<\?xml[^<>]{0,300}\?>")
_DECLARES = re.compile(b"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)")
_MOST_ATTRIBUTES = 200  # of one element
# libxml2 refuses more than 256 levels by itself; deeper office files are made to do harm.


def parsed(data: bytes, name: str) -> etree._Element:
    """Return the outermost element of a part; what is UTF-8 is read so, whatever it calls itself.

    Raises:
        ImportFailedError: It is no XML.
    """
    # Some programs write an empty line first, others two marks.
    data = data.lstrip(codecs.BOM_UTF8).lstrip()
    is_utf_8 = _is_utf_8(data)
    if is_utf_8:
        data = _PROLOGUE.sub(b"", data).lstrip()
    try:
        return etree.fromstring(data, _parser())
    except (etree.LxmlError, ValueError) as error:
        if is_utf_8 or b"\0" in data:
            raise damaged(name) from error
    try:  # letters of Windows, with no word on it or a wrong one
        text = _PROLOGUE.sub(b"", data).decode("cp1252", "replace")
        return etree.fromstring(text.encode(), _parser())
    except (etree.LxmlError, ValueError) as error:
        raise damaged(name) from error


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip


def _is_utf_8(data: bytes) -> bool:
    """Tell whether bytes are whole UTF-8; those of another encoding hardly ever are by chance."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\x1b$" not in data  # Japanese in signs of ASCII


def check_no_declarations(data: bytes, name: str) -> None:
    """Refuse a part that declares entities; no word processor writes such a part.

    Raises:
        ImportFailedError: It does.
    """
    if _DECLARES.search(data):
        raise ImportFailedError(
            f"“{name}” holds declarations that office documents never hold, so it was not read.",
            hint="Open it in the program that made it, copy the text and paste it here.",
        )


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attributes_of(element: etree._Element) -> dict[str, str]:
    """Return what an element says of itself, by names without their namespaces.

    Of very many attributes the first are taken: libxml2 looks for each from the beginning.
    """
    names = list(element.keys())[:_MOST_ATTRIBUTES]
    return {str(name).rpartition("}")[2]: str(element.get(name, "")) for name in names}


def words_of(element: etree._Element | None) -> str:
    """Return all words in an element, with single spaces, or ""."""
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())

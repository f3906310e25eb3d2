"""Pages inside a page: what a frame shows that carries its page in itself, not at an address."""

import base64
import re
from html import unescape
from urllib.parse import unquote_to_bytes

from lxml.html import HtmlElement

from reader.intake.text.decode import NoTextError, decode, in_stated_encoding

FRAMES = ("iframe", "frame", "object", "embed")
_ADDRESS = {"iframe": "src", "frame": "src", "object": "data", "embed": "src"}
_CARRIED = re.compile(r"(?is)\s*data:(?:text/html|application/xhtml\+xml)(;[^,]{0,200})?,(.*)")
_TAGS = re.compile(r"<[^<>]*>")
_MOST_TIMES = 12  # that signs are written as names, as in a frame in a frame
_UNSEEN_SIZES = frozenset({"0", "1", "0px", "1px"})


def framed_page(frame: HtmlElement) -> str:
    """Return the page that a frame carries in itself, or "" where it has an address only."""
    page = frame.get("srcdoc") if _ADDRESS[frame.tag] == "src" else None
    if page is not None:
        return str(page)
    found = _CARRIED.match(frame.get(_ADDRESS[frame.tag]) or "")
    return _unpacked(found[1] or "", found[2]) if found else ""


def is_out_of_sight(frame: HtmlElement) -> bool:
    """Tell whether a frame is given no room on the page."""
    return any((frame.get(side) or "").strip() in _UNSEEN_SIZES for side in ("width", "height"))


def words_without_tags(page: str) -> str:
    """Return the words of a page roughly, for one that is not read as a page."""
    for _ in range(_MOST_TIMES):
        page = unescape(page)
    return " ".join(_TAGS.sub(" ", page).split())


def _unpacked(told: str, packed: str) -> str:
    """Return what an address holds that is a page itself (`data:text/html;base64,…`)."""
    data = unquote_to_bytes(packed)
    if told.lower().rstrip().endswith(";base64"):
        try:
            data = base64.b64decode(data + b"==")
        except ValueError:
            return ""
    try:
        return decode(in_stated_encoding(data, f"text/html{told}"), "")
    except NoTextError:
        return ""

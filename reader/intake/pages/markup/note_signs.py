"""Signs in a line that only lead to a note and back: a raised number, an arrow."""

import re
from itertools import islice

from lxml.html import HtmlElement

NOTE_SIGN = "sign"  # the kind of such words
_LONGEST = 12  # characters, with spaces
_MOST_TEXTS = 9
_SIGN = re.compile(r"\d{1,3}|[a-z]|[ivxl]{1,5}|[*†‡§¶#]{1,3}")
_BACK = re.compile(r"[\[(]?[↩⤴⏎]\ufe0e?\ufe0f?[\])]?")
_ROLES = frozenset({"doc-noteref", "doc-backlink"})
_NAMED = re.compile(
    r"(?i)(?:^|[\s_-])(?:foot|end|side)?-?note(?:ref|s)?(?:$|[\s_-])|footnote|noteref"
)


def is_note_sign(element: HtmlElement) -> bool:
    """Tell whether a link, or a raised number with a link in it, leads to a note and says no more.

    Without a link a raised number may be a power, or the ending of an ordinal; in brackets it
    runs into no word and stays where it is.
    """
    link = element if element.tag == "a" else element.find(".//a")
    if link is None or not _stays_here(link.get("href") or ""):
        return False
    words = "".join(islice(element.itertext(), _MOST_TEXTS))
    if len(words) > _LONGEST:
        return False
    words = words.strip()
    if _BACK.fullmatch(words):
        return True
    if not _SIGN.fullmatch(words):
        return False
    names = f"{link.get('class') or ''} {link.get('id') or ''} {link.get('rel') or ''}"
    is_number = not words.isalpha()
    is_raised = is_number and next(element.iter("sup"), None) is not None
    return (
        is_raised
        or element.tag == "sup"
        or link.get("role") in _ROLES
        or _NAMED.search(names) is not None
    )


def _stays_here(address: str) -> bool:
    """Tell whether a link leads to a place on its own page, or a script shows the note."""
    return "#" in address or address.lstrip()[:11].lower() == "javascript:"

"""Words, addresses and days in feeds, of which nothing may be taken for granted."""

import re
from html import unescape

from reader.core.text.article import is_web_address
from reader.intake.text.decode import plain_characters

_TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,500}>")
_END = re.compile(rb"(?i)</(?:\w+:)?(?:rss|feed|rdf|opml)\s*>")
_TAIL = 8_000  # bytes at the end, where the last tag stands
_LONGEST = 500  # characters of a line
_LONGEST_ADDRESS = 2_000


def is_cut(data: bytes) -> bool:
    """Tell whether the XML of a feed, or of a list of feeds, ends before its last tag."""
    return _END.search(data[-_TAIL:].replace(b"\0", b"")) is None


def plain_title(value: object, longest: int = _LONGEST) -> str:
    """Return a title as one line without tags, or "" for what is no text."""
    if not isinstance(value, str):
        return ""
    words = unescape(_TAG.sub("", value[: 8 * longest]))
    return " ".join(plain_characters(words).split())[:longest]


def web_address(value: object) -> str:
    """Return an http or https address, or "" for anything else."""
    if not isinstance(value, str):
        return ""
    words = plain_characters(value[:_LONGEST_ADDRESS]).strip()
    is_address = is_web_address(words) and " " not in words
    return words if is_address else ""

"""Mail messages as an article format."""

import re

from reader.intake.formats.article_format import ArticleFormat
from reader.intake.late_loads import read_message
from reader.intake.text.line_ends import with_line_feeds

_LOOKED_AT = 50_000  # bytes that the head of a message may take
_FIELD = re.compile(rb"(?m)^([!-9;-~]{1,80})[ \t]{0,9}:")
_LINES = re.compile(rb"(?:(?:[!-9;-~]{1,80}[ \t]{0,9}:|[ \t])[^\n]*(?:\n|\Z))*")
_OF_MAIL = frozenset(
    b"to cc subject date message-id received mime-version return-path delivered-to reply-to "
    b"list-id list-unsubscribe".split()
)
_FEWEST = 3  # of these beside the sender
_ADDRESS = re.compile(rb"(?im)^from[ \t]*:[^\n]*[^\s<]@[^\s>]")  # of which one of these is enough
_SAVED = re.compile(rb"(?im)^(?:snapshot-)?content-location[ \t]*:|^from[ \t]*:[ \t]*<saved by")


def is_head(head: bytes) -> bool:
    """Tell whether some bytes are the head of a mail message, and not that of a saved page."""
    names = {name.lower() for name in _FIELD.findall(head)}
    fewest = 1 if _ADDRESS.search(head) else _FEWEST
    is_mail = b"from" in names and len(names & _OF_MAIL) >= fewest
    return is_mail and _LINES.fullmatch(head) is not None and _SAVED.search(head) is None


def _is_message(data: bytes) -> bool:
    start = with_line_feeds(data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf"))
    return is_head(re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0])


MESSAGE = ArticleFormat(
    "message", "mail messages", (".eml",), _is_message, read_message, is_known_by_ending=False
)

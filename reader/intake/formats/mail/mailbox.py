"""Mailboxes in one file as an article format: the first message, or all of them."""

import re

from reader.intake.formats.article_format import ArticleFormat
from reader.intake.formats.mail.message import is_head
from reader.intake.late_loads import read_mailbox, read_messages
from reader.intake.text.line_ends import with_line_feeds

_LOOKED_AT = 50_000  # bytes that the head of the first message may take
_BEGINS = re.compile(rb"From [^\n]{3,300}\d{4}[^\n]{0,40}\r?\n")


def _is_mailbox(data: bytes) -> bool:
    start = with_line_feeds(data[:_LOOKED_AT])
    found = _BEGINS.match(start)
    if found is None:
        return False
    return is_head(re.split(rb"\r?\n\r?\n", start[found.end() :], maxsplit=1)[0])


MAILBOX = ArticleFormat(
    "mailbox",
    "mailboxes (mbox)",
    (".mbox", ".mbx"),
    _is_mailbox,
    read_mailbox,
    read_many=read_messages,
    is_known_by_ending=False,
)

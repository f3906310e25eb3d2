"""A mailbox in one file (mbox) -> an Article for each of its messages."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from reader.core.text.article import Article
from reader.errors import ImportFailedError
from reader.intake.documents.mail.messages import read_message
from reader.intake.text.line_ends import with_line_feeds

_BEGINS = re.compile(rb"(?m)(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]{3,300}\d{4}[^\n]{0,40}\r?\n")
_QUOTED = re.compile(rb"(?m)^>(>{0,9}From )")  # as mailboxes write a line that begins so
_MOST_MESSAGES = 5_000


def read_mailbox(data: bytes, origin: str, name: str) -> Article:
    """Return the first message of a mailbox, and say how many more there are.

    Raises:
        ImportFailedError: There is no message in it that can be read.
    """
    data = with_line_feeds(data)
    first = next(_articles(data, origin, name), None)
    if first is None:
        raise _nothing(name)
    count = sum(1 for _ in islice(_BEGINS.finditer(data), _MOST_MESSAGES))
    if count < 2:
        return first
    told = (
        f"The mailbox holds {count} messages; this is the first. "
        "Adding it to the library adds all of them."
    )
    return replace(first, caveats=(*first.caveats, told))


def read_messages(data: bytes, origin: str, name: str) -> tuple[Article, ...]:
    """Return an article for each message of a mailbox that holds words.

    Raises:
        ImportFailedError: There is no message in it that can be read.
    """
    articles = tuple(_articles(with_line_feeds(data), origin, name))
    if not articles:
        raise _nothing(name)
    return articles


def _articles(data: bytes, origin: str, name: str) -> Iterator[Article]:
    for message in _messages(data):
        try:
            yield read_message(message, origin, name)
        except ImportFailedError:
            continue  # an answer without words, a picture alone


def _messages(data: bytes) -> Iterator[bytes]:
    """Yield the bytes of each message, without the line that begins it."""
    found = list(islice(_BEGINS.finditer(data), _MOST_MESSAGES + 1))
    ends = [one.start() for one in found[1:]] + [len(data)]
    for one, end in zip(found[:_MOST_MESSAGES], ends, strict=False):
        yield _QUOTED.sub(rb"\1", data[one.end() : end])


def _nothing(name: str) -> ImportFailedError:
    return ImportFailedError(
        f"There is no message in “{name}” that can be read.",
        hint="Export the messages again, or save one of them as a file (.eml).",
    )

"""A mail message -> an Article: a newsletter with its subject, its sender and its day."""

import email
import email.policy
import email.utils
from collections.abc import Iterator
from dataclasses import replace
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message

from reader.core.text.article import Article, Fact
from reader.errors import ImportFailedError
from reader.intake.documents.mail.flowed import is_flowed, unflowed
from reader.intake.documents.packs import too_large
from reader.intake.pages.html_pages import read_html
from reader.intake.text.decode import NoTextError, decode
from reader.intake.text.plain_text import read_plain_text
from reader.intake.text.zones import under_title

_LARGEST = 30_000_000  # bytes of one message with what is attached
_MOST_LINES = 1_000_000  # of a message; one with 25 MB attached has 350,000
_MOST_EDGES = 5_000  # lines that may part one part of a message from the next
_MOST_PARTS = 2_000
_LONGEST_FIELD = 2_000  # characters of a line of the head
_KINDS = ("text/html", "text/plain")
_FAULTS = (MessageError, LookupError, ValueError, RecursionError, AttributeError, TypeError)
_LISTS = ("list-id", "list-unsubscribe", "list-post")


def read_message(data: bytes, origin: str, name: str) -> Article:
    """Return the article in a mail message.

    Raises:
        ImportFailedError: It is damaged, too large or without words.
    """
    lines, edges = data.count(b"\n"), data.count(b"\n--")
    if len(data) > _LARGEST or lines > _MOST_LINES or edges > _MOST_EDGES:
        raise too_large(name)
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        bodies = dict(reversed([*_bodies(message, name)]))
    except _FAULTS as error:
        raise _nothing(name) from error
    subject = _field(message, "subject")
    for kind in _KINDS:
        if bodies.get(kind, "").strip():
            read = read_html if kind == "text/html" else read_plain_text
            article = read(bodies[kind], origin)
            titled = under_title(article, subject) if subject else article
            return _with_head(titled, message, subject)
    raise _nothing(name)


def _bodies(message: "Message[str, str]", name: str) -> Iterator[tuple[str, str]]:
    """Yield the kind and the text of each part that is text and not attached."""
    for number, part in enumerate(message.walk()):
        if number >= _MOST_PARTS:
            return
        kind = part.get_content_type()
        if kind in _KINDS and part.get_content_disposition() != "attachment":
            payload = part.get_payload(decode=True)
            charset = part.get_content_charset()
            if isinstance(payload, bytes):
                text = _text(payload, charset or "", name)
                is_broken = kind == "text/plain" and is_flowed(part)
                yield kind, unflowed(text, part) if is_broken else text


def _text(payload: bytes, charset: str, name: str) -> str:
    """Return the text of a part; what names no usable encoding is looked at closely."""
    if not payload.strip():
        return ""
    mark = f'<meta charset="{charset}">\n'.encode("ascii", "replace") if charset else b""
    try:
        return decode(mark + payload, name).removeprefix(mark.decode())
    except NoTextError:
        return ""


def _field(message: "Message[str, str]", name: str) -> str:
    """Return a line of the head in plain words, or ""."""
    raw = str(message.get(name) or "")[:_LONGEST_FIELD]
    try:
        words = str(make_header(decode_header(raw)))
    except _FAULTS:
        words = raw
    return " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())


def _with_head(article: Article, message: "Message[str, str]", subject: str) -> Article:
    """Return an article with what the head of its message says, most trusted first."""
    sender, address = _sender(_field(message, "from"))
    is_list = any(message.get(one) for one in _LISTS)
    day = _day(_field(message, "date"))
    outlet = sender if is_list else ""
    author = "" if is_list else sender or address
    told = [
        Fact(name, value, f"{line} of the message")
        for name, value, line in (
            ("title", subject, "subject"),
            ("author", author, "sender"),
            ("date", day, "date"),
            ("outlet", outlet, "sender"),
        )
        if value
    ]
    return replace(
        article,
        byline=article.byline or author or None,
        published=day or article.published,
        outlet=article.outlet or outlet or None,
        facts=(*told, *article.facts),
    )


def _sender(words: str) -> tuple[str, str]:
    try:
        return email.utils.parseaddr(words)
    except (*_FAULTS, IndexError):
        return "", ""


def _day(words: str) -> str:
    try:
        return email.utils.parsedate_to_datetime(words).date().isoformat()
    except (*_FAULTS, OverflowError):
        return ""


def _nothing(name: str) -> ImportFailedError:
    return ImportFailedError(
        f"There is no message in “{name}” that can be read.",
        hint="Open it in the mail program, copy the text and paste it here.",
    )

"""A mail message -> an Article: a newsletter with its subject, its sender and its day."""

import contextlib
import email
import email.policy
import email.utils
from collections.abc import Iterator
from dataclasses import replace
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from itertools import islice

from reader.core.text.article import Article, Fact
from reader.errors import ImportFailedError
from reader.intake.documents.mail.enriched import plain_of_enriched
from reader.intake.documents.mail.flowed import is_flowed, unflowed
from reader.intake.documents.packs import too_large
from reader.intake.pages.html_pages import read_html
from reader.intake.sources.message_heads import with_short_heads
from reader.intake.text.decode import NoTextError, decode, plain_characters
from reader.intake.text.plain_text import read_plain_text
from reader.intake.text.zones import under_title

_LARGEST = 30_000_000  # bytes of one message with what is attached
_MOST_LINES = 1_000_000  # of a message; one with 25 MB attached has 350,000
_MOST_EDGES = 5_000  # lines that may part one part of a message from the next
_MOST_PARTS = 2_000
_LONGEST_FIELD = 2_000  # characters of a line of the head
_KINDS = ("text/html", "text/plain")
_ENRICHED = ("text/enriched", "text/richtext")
_READ_AS = dict.fromkeys((*_ENRICHED, "text/markdown", "text/x-markdown"), "text/plain")
_FAULTS = (MessageError, LookupError, ValueError, RecursionError, AttributeError, TypeError)
_WIDE = ("utf-16", "utf-32", "utf16", "utf32", "ucs-2")
_LISTS = ("list-id", "list-unsubscribe", "list-post")


def read_message(data: bytes, origin: str, name: str) -> Article:
    """Return the article in a mail message.

    Raises:
        ImportFailedError: It is damaged, too large or without words.
    """
    data = with_short_heads(data)
    lines, edges = data.count(b"\n"), data.count(b"\n--")
    if len(data) > _LARGEST or lines > _MOST_LINES or edges > _MOST_EDGES:
        raise too_large(name)
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        bodies = _bodies(message, name)
    except _FAULTS as error:
        raise _nothing(name) from error
    subject = _field(message, "subject")
    problem = _nothing(name)
    for kind in filter(lambda one: bodies[one].strip(), _KINDS):
        read = read_html if kind == "text/html" else read_plain_text
        try:
            article = read(bodies[kind], origin)
        except ImportFailedError as error:  # a page of pictures; the plain text may have words
            problem = error
            continue
        titled = under_title(article, subject) if subject else article
        return _with_head(titled, message, subject)
    raise problem


def _bodies(message: "Message[str, str]", name: str) -> dict[str, str]:
    """Return the text of each kind that a message has; a picture may stand in the middle of it."""
    found: dict[str, list[str]] = {kind: [] for kind in _KINDS}
    for part in islice(_leaves(message), _MOST_PARTS):
        kind, payload = _kind(part), part.get_payload(decode=True)
        if kind in _KINDS and isinstance(payload, bytes):
            text = _text(payload, part.get_content_charset() or "", name)
            if part.get_content_type() in _ENRICHED:
                text = plain_of_enriched(text)
            elif kind == "text/plain" and is_flowed(part):
                text = unflowed(text, part)
            found[kind].append(text)
    return {kind: "\n\n".join(texts) for kind, texts in found.items()}


def _kind(part: "Message[str, str]") -> str:
    """Return the kind that a part is read as."""
    kind = part.get_content_type()
    return _READ_AS.get(kind, kind)


def _leaves(message: "Message[str, str]") -> Iterator["Message[str, str]"]:
    """Yield the parts of a message that hold no others and are not attached.

    Of several ways to say the same, each kind of text is taken once; of a message in a message
    its parts, where nothing else stands beside it.
    """
    waiting, is_alone = [message], True
    while waiting:
        part = waiting.pop()
        if part.get_content_disposition() == "attachment":
            continue
        if not part.is_multipart():
            is_alone = is_alone and part.get_content_maintype() != "text"
            yield part
        elif is_alone or part.get_content_type() != "message/rfc822":
            inner = [one for one in part.get_payload() if isinstance(one, Message)]
            if part.get_content_type() == "multipart/alternative":
                inner = [*{_kind(one): one for one in reversed(inner)}.values()]
                inner.reverse()
            waiting += reversed(inner)


def _text(payload: bytes, charset: str, name: str) -> str:
    """Return the text of a part; what names no usable encoding is looked at closely."""
    if not payload.strip():
        return ""
    if charset.startswith(_WIDE):  # of which a mark in plain letters can tell nothing
        with contextlib.suppress(LookupError):
            return plain_characters(payload.decode(charset, "replace").removeprefix("\ufeff"))
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

"""The page in an MHTML file, which is a mail message with all parts of a page."""

import email
import email.policy
import re
from contextlib import suppress
from email.errors import MessageError
from email.message import Message
from html import escape, unescape
from urllib.parse import urljoin

from reader.errors import ImportFailedError
from reader.intake.sources.message_heads import with_short_heads
from reader.intake.sources.sheets_beside import linked_sheets, with_sheets
from reader.intake.text.decode import decode

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_MOST_FRAMES = 20
_FRAME = re.compile(
    r"(?i)<(i?frame)(?=[\s/])([^<>]{0,2000}?\s)src\s{0,9}=\s{0,9}(\"[^\"]{1,2000}\"|'[^']{1,2000}')"
)
_SHEETS = frozenset({"text/css"})
_MOST_SHEETS = 30
_MARK = re.compile(r"\A\s{0,9}<meta charset=\"[^\"<>]{0,99}\">")  # which was read with its part


def page_in(data: bytes, name: str) -> str:
    """Return the HTML of the first page in an MHTML file, its frames with the pages they show.

    Raises:
        ImportFailedError: There is no page in it.
    """
    try:
        message = email.message_from_bytes(with_short_heads(data), policy=email.policy.compat32)
        pages = [part for part in message.walk() if part.get_content_type() in _PAGES]
        if pages:
            place = str(pages[0].get("content-location") or "").strip()
            frames = _frames(pages[1 : _MOST_FRAMES + 1], place, name)
            page = _with_frames(_page(pages[0], name), place, frames)
            sheets = [part for part in message.walk() if part.get_content_type() in _SHEETS]
            return _with_sheets(page, place, _frames(sheets[:_MOST_SHEETS], place, name))
    except (MessageError, LookupError, ValueError, RecursionError) as error:
        raise _nothing(name) from error
    raise _nothing(name)


def _page(part: "Message[str, str]", name: str) -> str:
    return _text_of(part.get_payload(decode=True), part.get_param("charset"), name)


def _frames(parts: "list[Message[str, str]]", place: str, name: str) -> dict[str, str]:
    """Return the pages of frames, or style sheets, by what the page calls them."""
    found: dict[str, str] = {}
    for part in parts:
        with suppress(ImportFailedError):
            page = _page(part, name)
            number = str(part.get("content-id") or "").strip().strip("<>")
            location = str(part.get("content-location") or "").strip()
            found.update(dict.fromkeys((f"cid:{number}", _joined(place, location)), page))
    return found


def _joined(place: str, address: str) -> str:
    """Return a whole address; one that is none stays as it is, and names no part."""
    try:
        return urljoin(place, address)
    except ValueError:
        return address


def _with_frames(page: str, place: str, frames: dict[str, str]) -> str:
    """Return a page in which each frame carries the page that it shows, which is used once."""

    def filled(frame: re.Match[str]) -> str:
        address = _joined(place, unescape(frame[3][1:-1]).strip())
        inner = frames.pop(address, None)
        if inner is None:
            return frame[0]
        for other in [key for key, held in frames.items() if held is inner]:
            del frames[other]
        return f'<{frame[1]}{frame[2]}srcdoc="{escape(_with_frames(inner, place, frames))}"'

    return _FRAME.sub(filled, page) if frames else page


def _with_sheets(page: str, place: str, sheets: dict[str, str]) -> str:
    """Return a page that holds its style sheets itself, each where the page names it."""
    named = {address: sheets.get(_joined(place, address)) for address in linked_sheets(page)}
    return with_sheets(page, {one: _MARK.sub("", held) for one, held in named.items() if held})


def _text_of(payload: object, charset: object, name: str) -> str:
    if not isinstance(payload, bytes):
        raise _nothing(name)
    mark = f'<meta charset="{charset}">'.encode("ascii", "replace") if charset else b""
    return decode(mark + payload, name)


def _nothing(name: str) -> ImportFailedError:
    return ImportFailedError(
        f"There is no page in “{name}” that can be read.",
        hint="Open it in a browser, copy the text and paste it here.",
    )

"""The page in an MHTML file, which is a mail message with all parts of a page."""

import email
import email.policy
from email.errors import MessageError

from reader.errors import ImportFailedError
from reader.intake.text.decode import decode


def page_in(data: bytes, name: str) -> str:
    """Return the HTML of the first page in an MHTML file.

    Raises:
        ImportFailedError: There is no page in it.
    """
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        for part in message.walk():
            if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
                return _text_of(part.get_payload(decode=True), part.get_param("charset"), name)
    except (MessageError, LookupError, ValueError, RecursionError) as error:
        raise _nothing(name) from error
    raise _nothing(name)


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

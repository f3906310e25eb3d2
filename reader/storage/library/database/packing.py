"""Plain data as small bytes, and texts as a database can hold them."""

import json
import zlib
from typing import Any

_LEVEL = 6
_TEXT_LEVEL = 9


def packed(plain: object) -> bytes:
    """Return plain data as compressed JSON."""
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def unpacked(data: bytes) -> Any:  # noqa: ANN401 -- plain data of any form
    """Return the plain data that was packed.

    Raises:
        ValueError: It was not packed so.
    """
    try:
        return json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
    except (zlib.error, RecursionError) as error:
        raise ValueError("it cannot be unpacked") from error


def pack_text(text: str) -> bytes:
    """Return a text as the table `packed_body` holds it: half as large as it is."""
    return zlib.compress(text.encode(), _TEXT_LEVEL)


def unpack_text(data: bytes) -> str:
    """Return a text that was packed; one that is damaged is empty.

    The database calls it too, for the view `body` and for the index of words.
    """
    try:
        return zlib.decompress(data).decode()
    except (zlib.error, UnicodeDecodeError):
        return ""


def whole(text: str) -> str:
    """Return a text that a database can hold: half a surrogate pair becomes one �.

    No place in the text moves.
    """
    if text.isascii():
        return text
    return "".join("�" if "\ud800" <= char <= "\udfff" else char for char in text)

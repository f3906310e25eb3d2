"""Byte order marks: the one sign before a text that tells how its bytes are to be read."""

import codecs

SIGN = "\ufeff"  # the mark as a character; inside a text it shows nothing
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# A mark that a program took for three letters of Windows-1252 and wrote again as those.
_AS_LETTERS = codecs.BOM_UTF8.decode("cp1252")


def marked_encoding(data: bytes) -> str:
    """Return the name of the encoding that a byte order mark tells, or ""."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "")


def without_marks(text: str) -> str:
    """Return a text without byte order marks: all before it, and those where files were joined."""
    if text.startswith((SIGN, _AS_LETTERS)):
        text = text.lstrip(SIGN).removeprefix(_AS_LETTERS)
    return text.replace(SIGN, "")

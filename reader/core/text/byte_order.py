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
_LOOKED_AT = 2_000  # bytes
# A mark that a program took for three letters of Windows-1252 and wrote again as those.
_AS_LETTERS = codecs.BOM_UTF8.decode("cp1252")


def marked_encoding(data: bytes) -> str:
    """Return the name of the encoding that a byte order mark tells, or ""."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "")


def wide_encoding(data: bytes) -> str:
    """Return the name of UTF-16 without a mark: every other byte of Latin text is NUL."""
    start = data[:_LOOKED_AT]
    half = len(start) // 2
    if half < 2:
        return ""
    if start[1::2].count(0) > 0.7 * half and start[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if start[::2].count(0) > 0.7 * half and start[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return ""


def without_marks(text: str) -> str:
    """Return a text without byte order marks: all before it, and those where files were joined."""
    if text.startswith((SIGN, _AS_LETTERS)):
        text = text.lstrip(SIGN).removeprefix(_AS_LETTERS)
    return text.replace(SIGN, "")

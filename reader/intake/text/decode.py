"""Bytes to text: byte order mark, declared or detected encoding, one kind of line end."""

import codecs
import re
from pathlib import Path

from reader.core.text.byte_order import marked_encoding, wide_encoding, without_marks
from reader.errors import ImportFailedError
from reader.intake.text.late_loads import guessed_encoding

HINT = "Save it as text, or copy the text and paste it here."
EMPTY_HINT = "Choose a file with an article in it."
_DECLARED = re.compile(rb"(?i)(?:charset\s{0,9}=|encoding\s{0,9}=)\s{0,9}[\"']?([\w.:-]{2,40})")
# Eight-bit and East Asian encodings only: a file that declares one of Python's other codecs
# (punycode, unicode_escape) is mistaken or means harm.
_USABLE = re.compile(
    r"(?i)(?:iso|windows|cp\d|latin|koi8|mac|big5|gb|euc|shift|sjis|us-ascii|ascii|tis)"
)
# What browsers take for some names, which are often given to their larger brothers.
_READ_AS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
}
_ESCAPED = "iso2022_jp"  # all of its bytes are those of ASCII
_FEW_WRONG = 0.01  # of the characters of a text in the encoding that it declares
_FOREIGN = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "an archive or an office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"{\\rtf", "a rich text document"),
)
_PACKED = (".docx", ".odt", ".epub")  # read elsewhere, where they are whole
_DAMAGED_HINT = "Ask for the file again, or take it from a backup."
# Control characters that show nothing and are no space; those from 128 on stay, for they are
# letters that were decoded wrongly.
_STRANGE = re.compile("[\x01-\x08\x0b\x0e-\x1f�]")
_SILENT = re.compile("[\x00-\x08\x0e-\x1b\x7f]+")
_SILENT_SIGNS = bytes((*range(9), *range(14, 28), 127))
_DECLARED_IN = 50_000  # bytes at the top that may declare an encoding
_LOOKED_AT = 200_000  # bytes that show the encoding or the format
_MOST_LINES = 1_000_000  # of an article; a paragraph of its own each, they take 5 s
_SHORT = 400  # bytes of a text in which a few quotation marks make a large share


class NoTextError(ImportFailedError):
    """What a file holds is no text."""


def file_name(origin: str) -> str:
    """Return what to call the file or address of an article when something is wrong with it."""
    return "standard input" if origin == "-" else Path(origin).name or origin


def start_of_text(data: bytes) -> str:
    """Return the first part of a file as text; enough to tell its format, never refused."""
    start = data[:_LOOKED_AT]
    encoding = marked_encoding(start) or wide_encoding(start) or "utf-8"
    return without_marks(start.decode(encoding, errors="replace"))


def decode_article(data: bytes, origin: str) -> str:
    """Return the text of a file with words in it, as `decode` does.

    Raises:
        NoTextError: It is no text.
        ImportFailedError: It is empty, or has more than a million lines.
    """
    name = file_name(origin)
    text = decode(data, name)
    if not text.strip():
        raise ImportFailedError(f"“{name}” is empty.", hint=EMPTY_HINT)
    if text.count("\n") > _MOST_LINES:
        hint = "Cut it into articles first."
        raise ImportFailedError(f"“{name}” has more lines than an article can have.", hint=hint)
    return text


def decode(data: bytes, name: str, *, is_exact: bool = False) -> str:
    """Return the text of a file, with line feeds as the only line ends and no other controls.

    Args:
        data: What the file holds.
        name: What to call it when something is wrong.
        is_exact: Leave line ends and control characters as they are.

    Raises:
        NoTextError: It is no text.
    """
    for start, kind in _FOREIGN:
        if data.startswith(start):
            if name.lower().endswith(_PACKED):
                raise NoTextError(f"“{name}” is damaged.", hint=_DAMAGED_HINT)
            raise NoTextError(f"“{name}” is {kind}, not text.", hint=HINT)
    text = _decoded(data)
    if _is_binary(text):
        raise NoTextError(f"“{name}” is not text.", hint=HINT)
    return text if is_exact else plain_characters(text)


def plain_characters(text: str) -> str:
    """Return a text as articles hold it: what cannot be shown is gone, each line ends in a feed.

    Combining marks stay, also where they stand alone: they are part of how a word is written.
    """
    shown = without_marks(whole_characters(text))
    if holds_any(shown, _SILENT_SIGNS):
        shown = _SILENT.sub("", shown)
    return shown.replace("\r\n", "\n").replace("\r", "\n")


def holds_any(text: str, signs: bytes) -> bool:
    """Tell whether a text holds any of some ASCII characters; far quicker than an expression."""
    data = text.encode("utf-8", "surrogatepass")
    return len(data.translate(None, signs)) < len(data)


def whole_characters(text: str) -> str:
    """Return a text that can be written to a file: half a surrogate pair becomes one �."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _decoded(data: bytes) -> str:
    encoding = marked_encoding(data) or wide_encoding(data)
    if encoding:
        return data.decode(encoding, errors="replace")
    try:
        text = data.decode("utf-8")
        is_escaped = "\x1b$" in text and _declared_encoding(data) == _ESCAPED
        return data.decode(_ESCAPED, errors="replace") if is_escaped else text
    except UnicodeDecodeError:
        return _by_declaration(data) or _by_looks(data)


def _by_declaration(data: bytes) -> str:
    encoding = _declared_encoding(data)
    if not encoding:
        return ""
    text = data.decode(_READ_AS.get(encoding, encoding), errors="replace")
    return text if text.count("�") <= _FEW_WRONG * len(text) else ""


def in_stated_encoding(data: bytes, content_type: str) -> bytes:
    """Return what a server sent as marked UTF-8 where its header names another encoding.

    Text that is UTF-8 stays as it is, and so does what names an encoding itself where the header
    has nothing but the usual one.

    Args:
        data: What the server sent.
        content_type: The header field, such as `text/html; charset=koi8-r`.
    """
    encoding = _declared_encoding(content_type.encode("ascii", "replace"))
    own = _declared_encoding(data)
    is_usual = _READ_AS.get(encoding, encoding) == "cp1252"
    if not encoding or not content_type.lower().startswith("text/") or (is_usual and own):
        return data
    if marked_encoding(data) or wide_encoding(data):
        return data
    try:
        if encoding == _ESCAPED and b"\x1b$" in data:
            return codecs.BOM_UTF8 + data.decode(_ESCAPED, errors="replace").encode()
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode(_READ_AS.get(encoding, encoding), errors="replace")
        if text.count("�") <= _FEW_WRONG * len(text):
            return codecs.BOM_UTF8 + text.encode("utf-8", "replace")
    return data


def _declared_encoding(data: bytes) -> str:
    """Return the name of the encoding that a text declares near its top, or ""."""
    found = _DECLARED.search(data[:_DECLARED_IN])
    name = found.group(1).decode("ascii", errors="replace") if found else ""
    if not _USABLE.match(name):
        return ""
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def _by_looks(data: bytes) -> str:
    start = data[:_LOOKED_AT]
    few = 0.05 if len(start) > _SHORT else 0.1
    if sum(byte > 127 for byte in start) < few * len(start):
        # English with a few curly quotes and accents: too little to guess from.
        valid = data.decode("utf-8", errors="replace")
        is_damaged_utf8 = valid.count("�") < 0.2 * sum(byte > 127 for byte in data)
        return valid if is_damaged_utf8 else data.decode("cp1252", errors="replace")
    return data.decode(guessed_encoding(start) or "cp1252", errors="replace")


def _is_binary(text: str) -> bool:
    sample = text[:20_000]
    strange = len(_STRANGE.findall(sample))
    size = max(1, len(sample))
    return strange > 0.1 * size or sample.count("\x00") > 0.3 * size

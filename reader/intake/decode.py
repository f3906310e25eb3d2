"""Bytes to text: byte order mark, declared or detected encoding, one kind of line end."""

import codecs
import re

from charset_normalizer import from_bytes

from reader.errors import ImportFailedError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"(?i)charset\s*=\s*[\"']?([\w.:-]{2,40})|encoding\s*=\s*[\"']([\w.:-]+)")
_FOREIGN = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "an archive or an office document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x7fELF": "a program",
    b"MZ": "a program",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x1f\x8b": "a compressed file",
    b"{\\rtf": "a rich text document",
}
HINT = (
    "It reads text, Markdown and saved web pages. "
    "Save it as text, or copy the text and paste it here."
)


def decode(data: bytes, name: str) -> str:
    """Return the text of a file, with line feeds as the only line ends and no NUL.

    Args:
        data: What the file holds.
        name: What to call it when something is wrong.

    Raises:
        ImportFailedError: It is no text.
    """
    for start, kind in _FOREIGN.items():
        if data.startswith(start):
            raise ImportFailedError(f"“{name}” is {kind}, not text.", hint=HINT)
    text = _decoded(data)
    if _is_binary(text):
        raise ImportFailedError(f"“{name}” is not text.", hint=HINT)
    return text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    found = _DECLARED.search(data[:4096])
    if found:
        try:
            return data.decode((found.group(1) or found.group(2)).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    best = from_bytes(data[:200_000]).best()
    encoding = best.encoding if best is not None else "cp1252"
    return data.decode(encoding, errors="replace")


def _is_binary(text: str) -> bool:
    sample = text[:20_000]
    strange = sum((char < " " and char not in "\t\n\r\f\x00") or char == "�" for char in sample)
    return strange > 0.1 * max(1, len(sample)) or sample.count("\x00") > 0.3 * max(1, len(sample))

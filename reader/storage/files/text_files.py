"""Text files of any origin as text: what encoding they are in, and what was made of them."""

from pathlib import Path

from reader.core.text.byte_order import marked_encoding, wide_encoding, without_marks
from reader.errors import LexiconError, reason_of
from reader.storage.files.limited_files import data_of
from reader.values import frozen

LARGEST_FILE = 50_000_000  # bytes; a list of a million words is far smaller


@frozen
class ReadText:
    """A file's text.

    Attributes:
        text: The text, without byte order mark and NUL characters.
        note: A finished sentence where the encoding had to be guessed, or "".
        line: The line that the note speaks of, 0 for the whole file.
    """

    text: str
    note: str = ""
    line: int = 0


def read_text_file(path: Path, largest: int = LARGEST_FILE) -> ReadText:
    """Read a text file in UTF-8 or UTF-16, or as Windows-1252 with a note.

    Raises:
        LexiconError: It cannot be read, or is larger than `largest` bytes.
    """
    data = read_bytes(path, largest)
    return decode_text(data)


def read_bytes(path: Path, largest: int = LARGEST_FILE) -> bytes:
    """Read a file of at most `largest` bytes.

    Raises:
        LexiconError: It cannot be read, is larger, or is a pipe or a device, which may never end.
    """
    try:
        return data_of(path, largest)
    except OSError as error:
        reason = reason_of(error)
        raise LexiconError(f"{path.name}: the file cannot be read: {reason}.") from error


def decode_text(data: bytes) -> ReadText:
    """Return bytes as text; nothing is refused, and a guessed encoding is noted."""
    encoding = marked_encoding(data) or wide_encoding(data) or None
    try:
        return ReadText(_plain(data.decode(encoding or "utf-8")))
    except UnicodeDecodeError as error:
        if encoding in {None, "utf-8-sig"}:
            line = data.count(b"\n", 0, error.start) + 1
            text = _plain(data.decode("cp1252", errors="replace"))
            note = "the file is not in UTF-8; it was read as Windows-1252."
            return ReadText(text, note, line)
        text = _plain(data.decode(encoding or "utf-8", errors="replace"))
        return ReadText(text, f"the file is not whole {(encoding or '').upper()}.", 0)


def _plain(text: str) -> str:
    return without_marks(text).replace("\x00", "")

"""Where a command writes: a file that is whole or not there, or standard output."""

import re
import sys
from pathlib import Path
from typing import TextIO

from reader.errors import ReaderError
from reader.storage.atomic_files import write_atomically

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def standard_output() -> TextIO:
    """Return standard output.

    Raises:
        ReaderError: It is closed.
    """
    if sys.stdout is None:
        raise ReaderError("There is no standard output.", hint="Name a file with --output.")
    return sys.stdout


def write_output(data: bytes, output: Path | None, suffix: str = "") -> None:
    """Write to a file, or to standard output where none is named.

    Args:
        data: What to write.
        output: The file, or None.
        suffix: How the name of a file of this kind ends, where the data is no text to be shown
            on a terminal; else "".

    Raises:
        ReaderError: The file cannot be written, or the data is no text for a terminal.
    """
    if output is not None:
        write_atomically(output, data)
        return
    out = standard_output()
    raw = getattr(out, "buffer", None)
    if not suffix:
        text = data.decode()
        out.write(harmless(text) if out.isatty() else text)
    elif raw is None or out.isatty():
        hint = f"Name a file: --output NAME{suffix}"
        raise ReaderError("This format is no text to show here.", hint=hint)
    else:
        raw.write(data)


def say(sentences: tuple[str, ...]) -> None:
    """Tell on standard error what went wrong on the way, one sentence a line."""
    for sentence in sentences:
        print(f"close-reader: {harmless(sentence)}", file=sys.stderr)


def harmless(text: str) -> str:
    """Return a text without the signs that move the cursor of a terminal, or change it."""
    return _CONTROLS.sub("�", text)

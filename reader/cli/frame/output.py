"""Where a command writes: a file that is whole or not there, or standard output."""

import argparse
import contextlib
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from reader.errors import ReaderError
from reader.storage.files.atomic_files import STANDARD, write_atomically

LIBRARY = "library.sqlite"  # `rows.FILE`, with which `--help` would load half of the core
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class TerminalOutput(io.TextIOWrapper):
    """Standard output on a terminal: no sign of anybody's text moves the cursor, or changes it."""

    def __init__(self, out: io.TextIOWrapper) -> None:
        """Write from now on where `out` writes, which is kept, for it closes that when it goes."""
        super().__init__(out.buffer, encoding="utf-8", errors="replace", line_buffering=True)
        self._out = out

    def write(self, text: str) -> int:
        """Write a text without such signs."""
        return super().write(harmless(text))


def guard_terminal() -> None:
    """Let standard output, where it is a terminal, take no sign that moves its cursor."""
    out = sys.stdout
    if isinstance(out, io.TextIOWrapper) and type(out) is not TerminalOutput and out.isatty():
        sys.stdout = TerminalOutput(out)


def standard_output() -> TextIO:
    """Return standard output.

    Raises:
        ReaderError: It is closed.
    """
    if sys.stdout is None:
        raise ReaderError("There is no standard output.", hint="Name a file with --output.")
    return sys.stdout


class HarmlessLines:
    """Takes lines about things of any name: none moves the cursor, where else they go too."""

    def __init__(self, out: TextIO) -> None:
        """Write to `out`."""
        self._out = out

    def write(self, text: str) -> None:
        """Write a text without such signs."""
        self._out.write(harmless(text))


def use_standard_output(call: argparse.Namespace) -> None:
    """Let `-` as the output of a call stand for standard output, as None does."""
    if getattr(call, "output", None) == STANDARD:
        call.output = None


def refuse_own_input(call: argparse.Namespace) -> None:
    """Refuse an output in no folder, or over what the call reads, or over the library.

    Raises:
        ReaderError: The output is one of the inputs, lies in a folder of inputs, is named as a
            library is, or its folder is not there.
    """
    output = getattr(call, "output", None)
    if not isinstance(output, Path):
        return
    refuse_missing_folder(output)
    if not output.is_file():
        return
    hint = "Choose another file with --output."
    refuse_library(output, hint)
    for path in _paths_of(call):
        with contextlib.suppress(OSError, ValueError):  # a web address, an id: not one file
            is_input = path.is_file() and path.samefile(output)
            if is_input or (path.is_dir() and path.samefile(output.resolve().parent)):
                raise ReaderError(
                    f"{output} is read by this call, and would be written over.", hint=hint
                )


def refuse_library(output: Path, hint: str) -> None:
    """Refuse a file that is there and named as a library is.

    Raises:
        ReaderError: It would be written over.
    """
    if output.is_file() and output.resolve().name.startswith(LIBRARY):
        raise ReaderError(f"{output} is the library, and would be written over.", hint=hint)


def refuse_missing_folder(output: Path) -> None:
    """Refuse a file in a folder that is not there: a slip of the pen would make a new one.

    Raises:
        ReaderError: There is no such folder.
    """
    with contextlib.suppress(OSError, ValueError):  # what no system takes is told on writing
        parent = output.resolve().parent if output.is_symlink() else output.parent
        if not parent.is_dir():
            told = f"{output} could not be written: there is no folder {parent}."
            raise ReaderError(told, hint="Make the folder first, or choose another file.")


def _paths_of(call: argparse.Namespace) -> Iterator[Path]:
    """Yield what the words of a call may mean as paths, left out what it writes.

    That is the output, and what else a command names in `written`.
    """
    written = {"output", "written", *getattr(call, "written", ())}
    for name, value in vars(call).items():
        for word in value if isinstance(value, list | tuple) else [value]:
            if name not in written and isinstance(word, str | Path) and str(word) not in {"", "-"}:
                yield Path(word)


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
        say_written(output, len(data))
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


def say_written(output: Path, size: int | None = None) -> None:
    """Tell a person at a terminal that a file has been written, and its size in bytes.

    A script that reads standard error gets what went wrong, and nothing else.
    """
    told = "" if size is None else f", {max(1, round(size / 1000)):,} kB"
    say_to_person(f"{output} is written{told}.")


def say_to_person(sentence: str) -> None:
    """Tell a person at a terminal something that no script needs to know."""
    if sys.stderr is not None and sys.stderr.isatty():
        say((sentence,))


def say(sentences: tuple[str, ...]) -> None:
    """Tell on standard error what went wrong on the way, one sentence a line."""
    if sys.stderr is None:  # closed: what went wrong belongs into no report
        return
    for sentence in sentences:
        print(f"close-reader: {harmless(sentence)}", file=sys.stderr)


def harmless(text: str) -> str:
    """Return a text without the signs that move the cursor of a terminal, or change it."""
    return _CONTROLS.sub("�", text)

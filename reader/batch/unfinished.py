"""A run that was interrupted, and the note beside its output that says what it worked on.

The note is written whole or not at all, and after the output was emptied: whenever the machine
stops, either there is no note, or the output holds nothing but lines of the run in the note.
"""

import contextlib
import json
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from reader.batch.earlier_files import (
    Memory,
    is_filled,
    is_line_begun,
    keep_changed_lines,
    refuse_other_lines,
)
from reader.errors import ReaderError
from reader.intake.text.decode import whole_characters
from reader.storage.files.atomic_files import write_atomically
from reader.storage.files.file_locks import is_alone
from reader.storage.files.limited_files import data_of
from reader.values import frozen

_BINARY = getattr(os, "O_BINARY", 0)  # on Windows
_LARGEST_NOTE = 1_000  # bytes
_TOLD = b'"id": '
_KEY = re.compile(rb"[0-9a-f]{64}")
_LONGEST = 100  # bytes of a note that are looked at


@frozen
class Finished:
    """What an interrupted run left: whole lines and their size in bytes."""

    count: int = 0
    size: int = 0


@frozen
class UnfinishedRun:
    """The output of a run, and the note beside it.

    Attributes:
        output: The file of lines.
        key: A digest of all that the lines depend on.
        ids: The ids of its inputs, in order.
    """

    output: Path
    key: str
    ids: Sequence[str]

    @property
    def note(self) -> Path:
        """Return where the note lies."""
        return note_beside(self.output)

    def refuse_other_note(self) -> None:
        """Refuse what lies in the place of the note and is none.

        Raises:
            ReaderError: It would be written over, and removed in the end.
        """
        if os.path.lexists(self.note) and not _is_note(self.note):
            raise ReaderError(
                f"{self.note} is there already and was not written by batch.",
                hint="Move it away, or choose another file with --output.",
            )

    def spare_other_file(self, memory: Memory) -> Path | None:
        """See to it that nothing that others wrote is written over.

        Return where a finished file is kept that is not as batch left it, or None.

        Raises:
            ReaderError: There is something at the output that batch did not write.
        """
        if self.note.is_file():  # its last line may be torn
            refuse_other_lines(self.output, may_be_torn=True)
            return None
        refuse_other_lines(self.output)
        return keep_changed_lines(self.output, memory)

    @property
    def is_begun(self) -> bool:
        """Tell whether this run was stopped here, and goes on here."""
        try:
            return data_of(self.note, _LARGEST_NOTE) == self.key.encode()
        except OSError:
            return False

    def would_replace_lines(self) -> bool:
        """Tell whether the output holds lines of another run, finished or stopped.

        Raises:
            OSError: The output cannot be written.
            ReaderError: Another run writes it, under another of its names.
        """
        if self.is_begun or not is_filled(self.output):
            return False
        with self.output.open("r+b") as file:
            self._refuse_another_run(file.fileno())
        return True

    def would_replace_stopped_lines(self) -> bool:
        """Tell whether the output holds lines of another run that was stopped.

        Raises:
            OSError: The output cannot be written.
            ReaderError: Another run writes it, under another of its names.
        """
        return _is_note(self.note) and self.would_replace_lines()

    def finished(self) -> Finished:
        """Return the whole lines that an interrupted run with this key left.

        Raises:
            ReaderError: Somebody wrote a line of their own among them.
        """
        if not self.is_begun:
            return Finished()
        try:
            with self.output.open("rb") as file:
                return self._whole_lines(file)
        except OSError:
            return Finished()

    def _whole_lines(self, file: BinaryIO) -> Finished:
        count, size = 0, 0
        for line in file:
            if not line.endswith(b"\n"):
                break
            if count == len(self.ids) or not _is_of(line, self.ids[count]):
                raise ReaderError(
                    f"{self.output}, line {count + 1}: it is no line of the run that stopped.",
                    hint="Take it out, or name another file with --output.",
                )
            count += 1
            size += len(line)
        return Finished(count, size)

    def open(self, finished: Finished) -> BinaryIO:
        """Return the output, open behind the finished lines, with the note beside it.

        Raises:
            OSError: It cannot be written.
            ReaderError: The note cannot be written, or another run writes the file.
        """
        handle = os.open(self.output, os.O_RDWR | os.O_CREAT | _BINARY, 0o666)
        file: BinaryIO = os.fdopen(handle, "r+b")
        try:
            self._refuse_another_run(handle)
            if not finished.count and os.fstat(handle).st_nlink > 1:
                file = self._parted(file)
            file.truncate(finished.size)
            file.seek(finished.size)
            if not finished.count:
                write_atomically(self.note, self.key.encode())
        except BaseException:
            file.close()
            raise
        return file

    def _parted(self, file: BinaryIO) -> BinaryIO:
        """Return an empty file of the output's name alone, where other names meant it too.

        What these lead to stays as it is, as with every other file that is written.
        """
        file.close()
        write_atomically(self.output, b"")
        parted = self.output.open("r+b")
        self._refuse_another_run(parted.fileno())
        return parted

    def _refuse_another_run(self, handle: int) -> None:
        if not is_alone(handle):  # one file has two names where there are hard links
            raise being_written(self.output)

    def end(self) -> None:
        """Remove the note: the run is whole."""
        with contextlib.suppress(FileNotFoundError):
            self.note.unlink()


def note_beside(output: Path) -> Path:
    """Return where the note on a run lies that writes a file of lines."""
    return output.with_name(output.name + ".unfinished")


def _is_note(path: Path) -> bool:
    """Tell whether a file holds the key of a run, and no more; no pipe is looked into."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return _KEY.fullmatch(file.read(_LONGEST)) is not None
    except OSError:
        return False


def being_written(output: Path) -> ReaderError:
    """Return what to say where another run is at work."""
    return ReaderError(
        f"Another run writes {output} just now.",
        hint="Wait for its end, or choose another file with --output.",
    )


def _is_of(line: bytes, name: str) -> bool:
    """Tell whether a line is that of the input of a name."""
    wanted = json.dumps(whole_characters(name), ensure_ascii=False).encode()
    return is_line_begun(line) and line.startswith(wanted, line.index(_TOLD) + len(_TOLD))

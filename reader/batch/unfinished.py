"""A run that was interrupted, and the note beside its output that says what it worked on.

The note is written whole or not at all, and after the output was emptied: whenever the machine
stops, either there is no note, or the output holds nothing but lines of the run in the note.
"""

import contextlib
from pathlib import Path
from typing import BinaryIO

from reader.batch.earlier_files import refuse_other_lines
from reader.storage.atomic_files import write_atomically
from reader.values import frozen

_PIECE = 1_000_000  # bytes


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
    """

    output: Path
    key: str

    @property
    def note(self) -> Path:
        """Return where the note lies."""
        return self.output.with_name(self.output.name + ".unfinished")

    def refuse_other_file(self) -> None:
        """Refuse a file that is there already and was not written by a run of this kind.

        One with a note beside it was, though its first line may be torn.

        Raises:
            ReaderError: It holds something else, which would be lost.
        """
        if not self.note.is_file():
            refuse_other_lines(self.output)

    def finished(self) -> Finished:
        """Return the whole lines that an interrupted run with this key left."""
        try:
            if self.note.read_text(encoding="utf-8") != self.key:
                return Finished()
            with self.output.open("rb") as file:
                return _whole_lines(file)
        except (OSError, UnicodeDecodeError):
            return Finished()

    def open(self, finished: Finished) -> BinaryIO:
        """Return the output, open behind the finished lines, with the note beside it.

        Raises:
            OSError: It cannot be written.
            ReaderError: The note cannot be written.
        """
        file = self.output.open("r+b" if finished.count else "wb")
        try:
            file.truncate(finished.size)
            file.seek(finished.size)
            if not finished.count:
                write_atomically(self.note, self.key.encode())
        except BaseException:
            file.close()
            raise
        return file

    def end(self) -> None:
        """Remove the note: the run is whole."""
        with contextlib.suppress(FileNotFoundError):
            self.note.unlink()


def _whole_lines(file: BinaryIO) -> Finished:
    count, size, read = 0, 0, 0
    while piece := file.read(_PIECE):
        lines = piece.count(b"\n")
        if lines:
            count += lines
            size = read + piece.rindex(b"\n") + 1
        read += len(piece)
    return Finished(count, size)

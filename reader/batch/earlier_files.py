"""What lies at the output already: written over only when it is as batch left it."""

import contextlib
import hashlib
import os
import re
import shutil
from pathlib import Path

from reader.errors import ReaderError
from reader.storage.exports.rows.registry import ROW_FORMATS
from reader.storage.exports.rows.row_file import RowFormat
from reader.storage.files.atomic_files import free_name_beside, write_atomically
from reader.storage.files.file_locks import locked
from reader.storage.files.limited_files import data_of
from reader.values import frozen

_BEGIN = 10_000_000  # bytes of a line at most, which tell whose it is
_OURS = re.compile(
    rb'\s*\{"(?:schema": ?"close-reader/[^"]{1,40}", ?"id": |id": ?"'
    rb'(?:[^"\\]|\\.)*+", "(?:error|rows)": )',
    re.DOTALL,
)
_TORN = (b'{"schema": "close-reader/', b'{"id": "')
_LINES = "jsonl"
_KEPT = "batch-written.txt"
_LARGEST_KEPT = 2_000_000  # bytes
_MOST = 10_000  # files remembered, each in 65 bytes
_HINT = "Name a new file with --output, or remove this one first."


@frozen
class Memory:
    """The digests of the files that batch wrote, neither their names nor their words.

    Attributes:
        folder: The data folder; None remembers nothing, and takes every file of ours as unchanged.
        state: A digest of all that a file to be remembered was made of; "" remembers none.
    """

    folder: Path | None = None
    state: str = ""

    def is_made_of(self, path: Path, state: str) -> bool:
        """Tell whether a file is, to the byte, what batch made here of that state."""
        if self.folder is None:
            return False
        with contextlib.suppress(OSError):
            return path.is_file() and _both(_digest(path), state) in _digests(self.folder / _KEPT)
        return False

    def is_unchanged(self, path: Path) -> bool:
        """Tell whether a file is, to the byte, one that batch wrote here.

        Raises:
            OSError: The file cannot be read.
        """
        return self.folder is None or _digest(path) in _digests(self.folder / _KEPT)

    def remember(self, path: Path) -> None:
        """Remember a file as it is now; where that cannot be had, a later run asks for another.

        Raises:
            OSError: The file cannot be read.
        """
        if self.folder is None:
            return
        with contextlib.suppress(ReaderError), locked(self.folder):
            kept, digest = self.folder / _KEPT, _digest(path)
            mine = [_both(digest, self.state), digest] if self.state else [digest]
            others = [one for one in _digests(kept) if one not in mine]
            lines = "\n".join([*others[len(mine) - _MOST :], *mine])
            write_atomically(kept, f"{lines}\n".encode(), is_private=True)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _both(digest: str, state: str) -> str:
    """Return one digest of a file and of what it was made of."""
    return hashlib.sha256(f"{digest} {state}".encode()).hexdigest()


def _digests(kept: Path) -> list[str]:
    try:
        return data_of(kept, _LARGEST_KEPT).decode("ascii").split()
    except (OSError, UnicodeDecodeError):
        return []


def refuse_other_lines(path: Path, *, may_be_torn: bool = False) -> None:
    """Refuse a file that is there already and holds no lines of batch; an empty one is free.

    Args:
        path: The file.
        may_be_torn: Whether its last line may be cut off, as a run that was stopped leaves it.

    Raises:
        ReaderError: It holds something else, which would be lost.
    """
    with contextlib.suppress(OSError):
        if is_filled(path) and not may_be_torn and not _are_our_lines(path):
            raise _refusal(path, None)
        number = _strange_line(path, may_be_torn=may_be_torn) if path.is_file() else 0
        if number:
            raise ReaderError(f"{path}, line {number}: batch did not write this line.", hint=_HINT)


def keep_changed_lines(path: Path, memory: Memory) -> Path | None:
    """Give a file of lines that is not as batch left it a free name, and return that.

    None: there is none, or it may be written over.

    Raises:
        OSError: It can be neither read nor renamed.
    """
    if not is_filled(path) or memory.is_unchanged(path):
        return None
    target = Path(os.path.realpath(path))
    free = free_name_beside(target)
    target.rename(free)
    return free


def replace_output(output: Path, lines: Path) -> None:
    """Put a file of all new lines in the place of the output, which is whole until then.

    Raises:
        OSError: The output cannot be replaced.
    """
    with lines.open("rb+") as file:
        os.fsync(file.fileno())
    with contextlib.suppress(OSError):  # it may have gone meanwhile
        shutil.copymode(output, lines)
    lines.replace(output)


def is_line_begun(line: bytes) -> bool:
    """Tell whether a line begins as those of batch do."""
    return _OURS.match(line) is not None


def _strange_line(path: Path, *, may_be_torn: bool) -> int:
    """Return the number of the first line that batch did not write, or 0."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if is_line_begun(line):
                continue
            is_last = not line.endswith(b"\n")
            if not (may_be_torn and is_last and _is_torn(line)):
                return number
    return 0


def _is_torn(line: bytes) -> bool:
    """Tell whether a piece is the beginning of a line, or what a pulled plug leaves."""
    begun = (line.startswith(begin[: len(line)]) for begin in _TORN)
    return any(begun) or not line.strip(b"\x00")


def refuse_other_rows(path: Path, form: RowFormat, memory: Memory) -> None:
    """Refuse a file that is there already and is not as batch wrote it; an empty one is free.

    Raises:
        ReaderError: It holds something else, or was changed since, which would be lost.
    """
    with contextlib.suppress(OSError):
        if not is_filled(path):
            return
        if not form.is_ours(path):
            raise _refusal(path, form)
        if not memory.is_unchanged(path):
            raise ReaderError(
                f"{path} is not as batch left it: it was changed since, or written elsewhere.",
                hint=_HINT,
            )


def is_filled(path: Path) -> bool:
    """Tell whether there is a file that holds something."""
    return path.is_file() and path.stat().st_size > 0


def _are_our_lines(path: Path) -> bool:
    with path.open("rb") as file:
        return is_line_begun(file.readline(_BEGIN))


def _refusal(path: Path, wanted: RowFormat | None) -> ReaderError:
    """Return what to say of a file that is not of the wanted form (None: lines)."""
    held = _LINES if wanted is not None and _are_our_lines(path) else None
    for form in ROW_FORMATS:
        with contextlib.suppress(ImportError):  # what is not installed has written nothing here
            if held is None and form is not wanted and form.is_ours(path):
                held = form.name
    if held is None:
        return ReaderError(f"{path} is there already and was not written by batch.", hint=_HINT)
    return ReaderError(
        f"{path} holds another form that batch wrote, {held}.",
        hint=f"Name a new file with --output, or ask for --to {held}.",
    )

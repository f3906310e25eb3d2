"""Files that are written as a whole, and what another window wrote in them meanwhile.

What is kept as rows is merged. A draft, a lesson or a table of words is one piece: the latest
counts, and a version that this window never saw is kept beside it under another name.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from reader.errors import LibraryError, reason_of
from reader.storage.files.atomic_files import (
    clear_leftovers,
    free_name_beside,
    write_atomically,
    write_together,
)
from reader.storage.files.file_locks import locked
from reader.storage.files.limited_files import data_of

_LARGEST = 500_000_000  # bytes


class SeenFiles:
    """Writes files, and keeps aside what stands there that was not seen before."""

    def __init__(self) -> None:
        self._seen: dict[Path, str] = {}

    def see(self, path: Path) -> None:
        """Know that a file, as it is now, has been read, and may be written over."""
        self._seen[path] = _digest(path)

    def write(self, files: Mapping[Path, bytes]) -> tuple[str, ...]:
        """Write files of one folder; return the names under which unseen versions are kept now.

        Raises:
            ReaderError: Their folder cannot be written, or holds something that is no file.
        """
        folder = next(iter(files)).parent
        with locked(folder):
            clear_leftovers(folder)
            kept = [self._kept_aside(path, data) for path, data in files.items()]
            write_together(files, is_private=True)
            for path, data in files.items():
                self._seen[path] = _digest_of(data)
        return tuple(filter(None, kept))

    def remove(self, path: Path) -> str:
        """Remove a file; return the name under which an unseen version is kept now, or "".

        Raises:
            ReaderError: It cannot be removed.
        """
        if not path.exists():
            return ""
        with locked(path.parent):
            kept = self._kept_aside(path, b"")
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                message = f"{path} could not be removed: {reason_of(error)}."
                raise LibraryError(message, hint="Remove it by hand.") from error
        return kept

    def _kept_aside(self, path: Path, data: bytes) -> str:
        """Copy a version that was not seen, and is not `data`; return its name, else ""."""
        held = _digest(path)
        if held in {"", self._seen.get(path), _digest_of(data)}:
            return ""
        return _copied_aside(path)


def _copied_aside(path: Path) -> str:
    free = free_name_beside(path, keeps_ending=True)
    write_atomically(free, _held(path), is_private=True)
    return free.name


def _digest(path: Path) -> str:
    """Return a short name for what a file holds, "" where there is none."""
    return _digest_of(_held(path)) if path.exists() else ""


def _held(path: Path) -> bytes:
    try:
        return data_of(path, _LARGEST)
    except OSError as error:
        message = f"{path} could not be read: {reason_of(error)}."
        raise LibraryError(message, hint="Move it away, and try again.") from error


def _digest_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

"""Moving the data folder: copied, the copy checked, and only then used; the old one stays."""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from reader.errors import LibraryError, reason_of
from reader.paths import MARKER
from reader.storage.files.atomic_files import make_folder, write_atomically
from reader.storage.files.file_locks import writing_alone
from reader.storage.library.database.connections import Database
from reader.storage.library.database.failures import told
from reader.storage.library.rows import FILE
from reader.storage.library.upkeep.backups import back_up

_MADE_AGAIN = ("compiled", ".lock")  # what the program makes for itself
_AT_ONCE = 1 << 20
_MARKER_WORDS = (
    "{name}\n\nClose Reader keeps settings, library and lists in the folder named above.\n"
)


def is_used(folder: Path) -> bool:
    """Tell whether a data folder holds anything of a reader's."""
    return next(_files(folder), None) is not None


def copy_data(old: Path, new: Path) -> None:
    """Copy a data folder to a place where there is none, and check the copy.

    Nothing may be writing in the old folder; a library that somebody reads is copied as it is at
    one moment. The new folder is whole or not there.

    Args:
        old: The folder with the reader's files.
        new: The folder to make; one that holds nothing of a reader's may be there.

    Raises:
        LibraryError: Something cannot be read or written, or the copy is not the same.
    """
    if is_used(new) or new.resolve().is_relative_to(old.resolve()):
        raise _no_place(old, new)
    try:
        make_folder(new.parent, is_private=True)
        with writing_alone(new):
            _copy_all(old, new)
    except OSError as error:
        reason = reason_of(error)
        message = f"{new} could not be written: {reason}."
        raise LibraryError(message, hint="Nothing has changed; make room, or free it.") from error


def _copy_all(old: Path, new: Path) -> None:
    waiting = new.with_name(f".{new.name}.part")
    try:
        shutil.rmtree(waiting, ignore_errors=True)
        make_folder(waiting, is_private=True)
        for path in _files(old):
            _copy(path, waiting / path.relative_to(old))
        if is_used(new):  # another program was quicker
            raise _no_place(old, new)
        _clear(new)
        waiting.replace(new)
    finally:
        shutil.rmtree(waiting, ignore_errors=True)


def _clear(folder: Path) -> None:
    """Take a folder away that holds at most what the program makes for itself.

    Raises:
        OSError: There is more in it, such as links and folders of somebody's, which stay.
    """
    if folder.is_dir():
        for one in (*(folder / name for name in _MADE_AGAIN), *folder.glob(f"{FILE}-*")):
            shutil.rmtree(one, ignore_errors=True) if one.is_dir() else one.unlink(missing_ok=True)
        folder.rmdir()


def _no_place(old: Path, new: Path) -> LibraryError:
    message = f"{new} is no place for a copy of {old}."
    return LibraryError(message, hint="Choose an empty folder outside of it.")


def keep_beside(program: Path, data: Path) -> None:
    """Write the marker that has the program use a data folder beside it.

    Raises:
        ReaderError: The marker cannot be written.
    """
    words = _MARKER_WORDS.format(name=os.path.relpath(data, program))
    write_atomically(program / MARKER, words.encode())


def keep_as_usual(marker: Path) -> None:
    """Take the marker away; what lies beside the program stays.

    Raises:
        LibraryError: It cannot be taken away.
    """
    try:
        marker.unlink(missing_ok=True)
    except OSError as error:
        reason = reason_of(error)
        message = f"{marker} could not be taken away: {reason}."
        raise LibraryError(message, hint="Nothing has changed.") from error


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        first = path.relative_to(folder).parts[0]
        is_of_library = path.name.startswith(f"{FILE}-")  # what SQLite keeps beside the file
        if path.is_file() and first not in _MADE_AGAIN and not is_of_library:
            yield path


def _copy(path: Path, target: Path) -> None:
    make_folder(target.parent, is_private=True)
    if path.name == FILE:
        _copy_library(path, target)
        return
    shutil.copyfile(path, target)
    with target.open("rb") as file:
        os.fsync(file.fileno())
    if _digest(path) != _digest(target):
        raise LibraryError(f"{target} is not what {path} is.", hint="Nothing has changed.")


def _copy_library(path: Path, target: Path) -> None:
    database = Database(path)
    try:
        back_up(database, target)
        asked = "SELECT count(*) FROM article"
        with told(target):
            copy = sqlite3.connect(target)
            try:
                faults = [row[0] for row in copy.execute("PRAGMA quick_check(1)")]
                counted = copy.execute(asked).fetchone()
            finally:
                copy.close()
        if faults != ["ok"] or counted != tuple(database.all(asked)[0]):
            raise LibraryError(f"{target} is no whole copy.", hint="Nothing has changed.")
    finally:
        database.close()


def _digest(path: Path) -> bytes:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while data := file.read(_AT_ONCE):
            found.update(data)
    return found.digest()

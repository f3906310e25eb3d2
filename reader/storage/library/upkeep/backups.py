"""Copies of the whole library."""

import contextlib
import os
import sqlite3
from pathlib import Path

from reader.errors import LibraryError, reason_of
from reader.storage.files.atomic_files import is_special
from reader.storage.files.file_locks import writing_alone
from reader.storage.library.database.connections import Database
from reader.storage.library.database.failures import told

_MAGIC = b"SQLite format 3\x00"


def back_up(database: Database, target: Path) -> None:
    """Write the whole library into one file, which is whole or not there.

    The library may be read and written meanwhile; the copy holds what it was at one moment.

    A link stays a link: the file it points to is written.

    Raises:
        LibraryError: The file cannot be written, is the library itself, or holds something else.
    """
    _check_target(database, target)
    target = Path(os.path.realpath(target))
    # A name that stays: what a killed program left is written over the next time.
    waiting = target.with_name(f".{target.name}.part")
    try:
        with writing_alone(target):
            _write(database, waiting, target)
    except OSError as error:
        reason = reason_of(error)
        message = f"{target} could not be written: {reason}."
        raise LibraryError(message, hint="Choose another folder, or free the file.") from error


def _write(database: Database, waiting: Path, target: Path) -> None:
    try:
        waiting.unlink(missing_ok=True)
        os.close(os.open(waiting, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        _copy(database, waiting, target)
        waiting.replace(target)
    finally:
        with contextlib.suppress(OSError):
            waiting.unlink()


def _check_target(database: Database, target: Path) -> None:
    """Refuse a place where something stands that is no copy of a library.

    Raises:
        LibraryError: The library itself, a device, a pipe, or a file with something else in it.
    """
    hint = "Choose another file."
    if is_special(target):
        raise LibraryError(f"{target} is a device or a pipe, and no file.", hint=hint)
    if target.is_dir():
        raise LibraryError(f"{target} is a folder.", hint="Name a file in it.")
    if not target.is_file():
        return
    if target.samefile(database.path):
        raise LibraryError(f"{target} is the library itself.", hint=hint)
    with contextlib.suppress(OSError), target.open("rb") as file:
        begin = file.read(len(_MAGIC))
        if begin and begin != _MAGIC:
            raise LibraryError(f"{target} holds something else than a library.", hint=hint)


def _copy(database: Database, waiting: Path, target: Path) -> None:
    with told(target):
        copy = sqlite3.connect(waiting)
        try:
            database.connection.backup(copy)
            # A copy is one file: nothing of it may stand in a second one beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
    with waiting.open("rb") as file:
        os.fsync(file.fileno())

"""Copies of the whole library."""

import contextlib
import os
import sqlite3
from pathlib import Path

from reader.errors import LibraryError
from reader.storage.library.database.connections import Database
from reader.storage.library.database.failures import told


def back_up(database: Database, target: Path) -> None:
    """Write the whole library into one file, which is whole or not there.

    The library may be read and written meanwhile; the copy holds what it was at one moment.

    Raises:
        LibraryError: The file cannot be written, or is the library itself.
    """
    if target.exists() and target.samefile(database.path):
        raise LibraryError(f"{target} is the library itself.", hint="Choose another file.")
    # A name that stays: what a killed program left is written over the next time.
    waiting = target.with_name(f".{target.name}.part")
    try:
        waiting.unlink(missing_ok=True)
        os.close(os.open(waiting, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        _copy(database, waiting, target)
        waiting.replace(target)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        message = f"{target} could not be written: {reason}."
        raise LibraryError(message, hint="Choose another folder, or free the file.") from error
    finally:
        with contextlib.suppress(OSError):
            waiting.unlink()


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

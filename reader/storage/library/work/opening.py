"""The reader's work alone, of a library that is up to date."""

import sqlite3
from pathlib import Path

from reader.errors import LibraryError
from reader.storage.library.database.connections import Database, held_for_a_look
from reader.storage.library.database.migrations import NEWEST, number_of
from reader.storage.library.database.times import utc_now
from reader.storage.library.work.work import Work
from reader.values import frozen

_LOOK_S = 0.5  # the first text waits for it


@frozen
class OpenWork:
    """The reader's work, and the database it lies in.

    Attributes:
        database: The database, to be closed.
        work: Corrections, mutes and notes.
    """

    database: Database
    work: Work


def open_work(path: Path) -> OpenWork | None:
    """Open it, or return None where the library is not up to date or cannot be read."""
    database = Database(path)
    with held_for_a_look(database, _LOOK_S):
        try:
            if number_of(database.connection) == NEWEST:
                return OpenWork(database, Work(database, utc_now))
        except (sqlite3.Error, LibraryError):
            pass
        database.close()
    return None

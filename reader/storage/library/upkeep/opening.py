"""Opening the database: made where there is none, brought up to date, set aside when damaged."""

import contextlib
import os
import sqlite3
from pathlib import Path

from reader.errors import LibraryError, ReaderError, reason_of
from reader.storage.files.atomic_files import is_special, make_folder
from reader.storage.files.file_locks import locked
from reader.storage.library.database.connections import (
    Database,
    begin_log,
    has_log,
    held_for_a_look,
)
from reader.storage.library.database.failures import DamagedDatabaseError, told
from reader.storage.library.database.full_text import is_broken, lacks_index, prepare_index
from reader.storage.library.database.migrations import (
    NEWEST,
    number_of,
    refuse_foreign,
    refuse_newer,
    take_step,
)
from reader.storage.library.database.parts import ESSENTIAL, lacking, make_lacking
from reader.storage.library.upkeep.backups import back_up
from reader.storage.library.upkeep.salvage import salvage
from reader.storage.library.upkeep.work_backups import FOLDER, restore_latest
from reader.storage.user_data.json_files import set_aside

_LOOK_S = 2.0  # that a first look waits for another program
_BEYOND_ALL_STEPS = 10_000


def open_database(path: Path) -> tuple[Database, ReaderError | None]:
    """Return the database of a library, and what the reader should know, or None.

    A damaged one is set aside; in the new one the reader's own work is what the latest daily
    backup holds.

    Raises:
        LibraryError: It cannot be opened, or a later version of the program made it.
    """
    try:
        return _opened(path)
    except DamagedDatabaseError:
        with locked(path.parent):
            return _begun_anew(path)


def _begun_anew(path: Path) -> tuple[Database, ReaderError | None]:
    try:
        return _prepared(path)  # another program has begun a new one meanwhile
    except DamagedDatabaseError as error:
        _refuse_unreadable_newer(path)
        return _replaced(path, error)


def mended(database: Database) -> LibraryError | None:
    """Begin a new library in the place of one that was found to be damaged while it was open.

    What can be read of it is taken over. Return what to tell of it; None where it is whole, or
    another program has put a new one there meanwhile.

    Raises:
        LibraryError: It cannot be set aside, or no new one be begun.
    """
    with locked(database.path.parent):
        if database.is_replaced or not is_damaged(database.connection):
            return None
        database.release()
        error = DamagedDatabaseError(f"The library {database.path.name} is damaged.")
        anew, problem = _replaced(database.path, error)
        anew.close()
    return problem


def is_damaged(connection: sqlite3.Connection) -> bool:
    """Tell whether the file is not whole; reads all of it."""
    try:
        return str(connection.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok"
    except sqlite3.OperationalError as error:
        return "vtable constructor" in str(error)
    except sqlite3.DatabaseError:
        return True


def _replaced(path: Path, error: LibraryError) -> tuple[Database, LibraryError]:
    """Set a damaged library aside and begin a new one; the folder is locked."""
    aside = _set_aside(path)
    database, _ = _prepared(path)
    count = 0
    with contextlib.suppress(LibraryError, sqlite3.Error):
        count = salvage(database, aside)
    articles = "1 article" if count == 1 else f"{count:,} articles" if count else "no article"
    saved = f"; {articles} could be taken over"
    problem = LibraryError(
        f"The library {path.name} is damaged and could not be read"
        f"{' as a whole' if count else ''}.",
        hint=f"It is kept as {aside.name}, and a new library has been begun{saved}.",
    )
    problem.__cause__ = error
    problem.hint += _work_restored(database)
    return database, problem


def _work_restored(database: Database) -> str:
    """Take the reader's own work from the latest daily backup; return what to tell of it."""
    made = restore_latest(database)
    if made is None:
        return ""
    return f" Your corrections, notes and searches are those of {made:%Y-%m-%d, %H:%M}."


def _refuse_unreadable_newer(path: Path) -> None:
    """Refuse a library whose tables a later version wrote in a way that looks damaged here.

    Raises:
        LibraryError: A later version of the program made it.
    """
    number = 0
    with contextlib.suppress(sqlite3.Error, UnicodeDecodeError):
        connection = sqlite3.connect(path)  # the number of steps can be read without the tables
        try:
            number = number_of(connection)
        finally:
            connection.close()
    if number < _BEYOND_ALL_STEPS:  # more is no number of steps, but damage
        refuse_newer(path, number)


def _opened(path: Path) -> tuple[Database, ReaderError | None]:
    """Return the database, and what to tell about it; nothing is written where it is up to date.

    The folder is locked for the first look too; see `held_for_a_look`.
    """
    _refuse_strange(path)
    if path.exists():
        database = Database(path)
        with held_for_a_look(database, _LOOK_S), _closed_on_failure(database), told(path):
            if _is_up_to_date(database):
                return database, None
            database.close()
    with locked(path.parent):  # two programs that begin at once take turns
        return _prepared(path)


def _refuse_strange(path: Path) -> None:
    """Refuse a library where there is no file, or none beside it: a pipe may be waited for.

    A link to a disk that is gone just now is no damaged library, in whose place to begin another.

    Raises:
        LibraryError: Something else lies there, or what it leads to is not there.
    """
    if path.is_symlink() and not path.exists():
        told = f"it leads to {path.readlink()}, which is not there."
        raise LibraryError(
            f"The library {path} cannot be opened: {told}",
            hint="Connect the disk that it is on, or remove the link.",
        )
    for one in (path, *(path.with_name(f"{path.name}-{end}") for end in ("wal", "journal"))):
        if is_special(one) or one.is_dir():
            raise LibraryError(
                f"The library {path} cannot be opened: {one.name} is no file.",
                hint="Move it away, and try again.",
            )


def _is_up_to_date(database: Database) -> bool:
    number = number_of(database.connection)
    refuse_newer(database.path, number)
    connection = database.connection
    if number < NEWEST or lacking(connection) or is_broken(connection) or lacks_index(connection):
        return False
    return database.is_fixed or has_log(database.connection)


def _prepared(path: Path) -> tuple[Database, ReaderError | None]:
    """Return the database with all steps taken and its index of words, and what to tell of it.

    The folder is locked.
    """
    problem = None
    make_folder(path.parent, is_private=True)
    _make_private_file(path)
    database = Database(path)
    with _closed_on_failure(database), told(path):
        number = number_of(database.connection)
        refuse_newer(path, number)
        refuse_foreign(path, database.connection, number)
        if not (database.is_fixed or has_log(database.connection)):
            begin_log(database.connection)
        if number:
            problem = _filled_up(database, number)
        if 0 < number < NEWEST:
            back_up(database, _before(path, number))
        for step in range(number, NEWEST):
            with database.writing() as connection:
                take_step(connection, step)
        if lacks_index(database.connection):
            with database.writing() as connection:
                prepare_index(connection)
    return database, problem


def _filled_up(database: Database, number: int) -> LibraryError | None:
    """Make anew what a library lacks, tables empty; return what to tell about it, or None.

    Raises:
        DamagedDatabaseError: What its articles lie in is missing, or what their index lies in.
    """
    gone = lacking(database.connection, number)
    if not ESSENTIAL.isdisjoint(gone) or is_broken(database.connection):
        message = f"The library {database.path} could not be used: most of it is missing."
        raise DamagedDatabaseError(message)
    if not gone:
        return None
    with database.writing() as connection:
        make_lacking(connection, number)
    days = _work_restored(database) if number == NEWEST else ""
    return LibraryError(
        f"The library {database.path.name} lacked something that it is made of "
        f"({', '.join(gone)}), which was made anew, empty.",
        hint=f"If anything is missing, take a copy back that you made of it.{days}",
    )


class _closed_on_failure:  # noqa: N801 -- it is used like a function
    """Close a database when what is done with it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: object, *_: object) -> None:
        """Close it, if anything was raised."""
        if kind is not None:
            self._database.close()


def _before(path: Path, number: int) -> Path:
    """Return the file for a copy of a library as it was before its tables change."""
    folder = path.parent / FOLDER
    make_folder(folder, is_private=True)
    return folder / f"{path.stem}-before-step-{number + 1}{path.suffix}"


def _make_private_file(path: Path) -> None:
    """Make a new file that nobody else may read; what SQLite puts beside it is as private."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        reason = reason_of(error)
        raise LibraryError(
            f"The library {path} cannot be opened: {reason}.",
            hint="Check who may write in its folder, or set CLOSE_READER_DATA to another one.",
        ) from error


def _set_aside(path: Path) -> Path:
    """Give a damaged library another name, with what was not yet brought into it; return it.

    Raises:
        LibraryError: That cannot be done.
    """
    log = path.with_name(f"{path.name}-wal")
    log_aside = path.with_name(set_aside(log)) if log.exists() else None
    places = path.with_name(f"{path.name}-shm")
    if places.exists():
        set_aside(places)
    aside = path.with_name(set_aside(path))
    if log_aside is not None:
        with contextlib.suppress(OSError):
            log_aside.rename(f"{aside}-wal")
    return aside

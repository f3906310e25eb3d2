"""The connections to the database: one a thread, one writer at a time, each change whole."""

import contextlib
import os
import sqlite3
import threading
import time
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from reader.core.corrections import digest
from reader.storage.files.file_locks import locked_where_possible
from reader.storage.files.lasting_folders import FolderGoneError, refuse_gone
from reader.storage.files.patience import USUAL_S, note_waited, patience_s
from reader.storage.library.database.failures import DamagedDatabaseError, told
from reader.storage.library.database.packing import json_of_analysis, unpack_text

Row = tuple[Any, ...]
_Taken = TypeVar("_Taken")
_PAUSE_S = 0.005
_ALONE = f"vfs={'win32' if os.name == 'nt' else 'unix'}-none"  # opens a file without locks
_PAGE = 16384  # bytes; packed texts and analyses fill such pages well


class _Own:
    """One thread's connection; closed with the thread, or with the database."""

    def __init__(self, path: Path) -> None:
        before = _place_of(path)
        how = _only_read(path) if _is_fixed(path) else ""
        self.connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro&{how}" if how else path,
            timeout=patience_s(path),
            isolation_level=None,
            check_same_thread=False,
            uri=bool(how),
        )
        try:
            if how == _ALONE:  # before all else, or SQLite would want a file for its places
                self.connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._set_up()
        except BaseException:
            self.connection.close()
            raise
        self.place = before or _place_of(path)

    def _set_up(self) -> None:
        run = self.connection.execute
        run("PRAGMA synchronous = FULL")
        run("PRAGMA wal_autocheckpoint = 250")  # pages: 4 MB
        run("PRAGMA journal_size_limit = 8000000")
        run("PRAGMA foreign_keys = ON")
        run("PRAGMA temp_store = MEMORY")
        run("PRAGMA trusted_schema = ON")  # the tables use the next function
        self.connection.create_function("unpack_text", 1, unpack_text, deterministic=True)
        self.connection.create_function("digest_of", 1, digest, deterministic=True)
        self.connection.create_function("json_of_analysis", 1, json_of_analysis)

    def __del__(self) -> None:
        with contextlib.suppress(AttributeError, sqlite3.Error):
            self.connection.close()


def in_words(row: Row) -> Row:
    """Return a row of words and numbers; a cell that damage has turned into bytes is empty."""
    return tuple(None if isinstance(cell, bytes) else cell for cell in row)


def _as_far_as_it_goes(words: bytes) -> str:
    return words.decode(errors="replace")


def _place_of(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from all others, whatever its name; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _is_fixed(path: Path) -> bool:
    """Tell whether a file that is there can only be read, or its folder takes no new files."""
    return path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def _only_read(path: Path) -> str:
    """Return how to open a file so that nothing is written, in it or beside it.

    What another program has written and not yet brought into the file lies beside it, and is read
    too. Where it left no list of the places in that, nobody has the file open, and none may open
    it to write: then it is read without locks, and the list is made in memory.
    """
    beside, places = (path.with_name(f"{path.name}-{end}") for end in ("wal", "shm"))
    if not (beside.exists() and beside.stat().st_size):
        return "immutable=1"
    return "cache=private" if places.exists() else _ALONE


def has_log(connection: sqlite3.Connection) -> bool:
    """Tell whether a database can be read while it is written: changes go to a log beside it."""
    return bool(connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal")


def begin_log(connection: sqlite3.Connection) -> None:
    """Let a database be read while it is written.

    SQLite does not wait here for one that writes, as it does elsewhere: so this asks again.
    Hold the folder's lock, so that two programs do not ask at the same time.

    Raises:
        sqlite3.OperationalError: Another program does not let go of it.
    """
    latest = time.monotonic() + USUAL_S
    connection.execute(f"PRAGMA page_size = {_PAGE}")  # counts for a new file only
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            is_held = "locked" in str(error)
            if not is_held or time.monotonic() >= latest:
                raise
            time.sleep(_PAUSE_S)
        else:
            return


class Database:
    """A database file, for all threads of the program.

    Another program may set the file aside and put a new one in its place while it is open. The
    next question then goes to the new one: what is kept would be lost in the other.

    Attributes:
        path: The file.
        replacements: How often another file was found in its place.
        is_suspect: Whether something failed in it as it does in a damaged file.
        make_ready: Called, if there is one, before a file that is found in its place is opened;
            it may raise a `LibraryError`. It should not keep what holds this database alive.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.replacements = 0
        self.is_suspect = False
        self.make_ready: Callable[[], object] | None = None
        self._local = threading.local()
        self._open: weakref.WeakSet[_Own] = weakref.WeakSet()

    @property
    def is_fixed(self) -> bool:
        """Whether the file is there and can only be read, or its folder takes no new files."""
        return _is_fixed(self.path)

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection of the thread that asks; opened when it asks first.

        Raises:
            FolderGoneError: The folder was there and has gone.
        """
        own = getattr(self._local, "own", None)
        if own is not None and self._is_replaced(own):
            self.release()
            self.replacements += 1
            self._check_folder()
            if self.make_ready is not None:
                self.make_ready()
            own = None
        if own is None:
            refuse_gone(self.path.parent)
            own = _Own(self.path)
            self._local.own = own
            self._open.add(own)
        return own.connection

    @property
    def is_replaced(self) -> bool:
        """Whether another file lies in the place of the one that this thread has open."""
        own = getattr(self._local, "own", None)
        return own is not None and self._is_replaced(own)

    def _is_replaced(self, own: _Own) -> bool:
        return not own.connection.in_transaction and own.place != _place_of(self.path)

    def _check_folder(self) -> None:
        """Let no new file be begun where the folder has gone with the old one.

        Raises:
            FolderGoneError: It has.
        """
        refuse_gone(self.path.parent)
        if not self.path.parent.is_dir():
            raise FolderGoneError(self.path.parent)

    def release(self) -> None:
        """Close the connection of the thread that asks; its next question opens one again.

        A thread of Qt must do so at the end of each job: its own data is cleared when the job
        ends, at a time when SQLite can no longer give back what Python lent it.
        """
        own = getattr(self._local, "own", None)
        if own is not None:
            self._open.discard(own)
            del self._local.own
            with contextlib.suppress(sqlite3.Error):
                own.connection.close()

    def close(self) -> None:
        """Close all connections; the next question opens one again."""
        for own in tuple(self._open):
            with contextlib.suppress(sqlite3.Error):
                own.connection.close()
        self._open.clear()
        self._local = threading.local()

    def all(self, question: str, values: Sequence[object] = ()) -> list[Row]:
        """Return all rows that answer a question.

        Raises:
            LibraryError: The database cannot be read.
        """
        return self._asked(question, values, sqlite3.Cursor.fetchall)

    def one(self, question: str, values: Sequence[object] = ()) -> Row | None:
        """Return the first row that answers a question, or None.

        Raises:
            LibraryError: The database cannot be read.
        """
        found: Row | None = self._asked(question, values, sqlite3.Cursor.fetchone)
        return found

    def _asked(
        self, question: str, values: Sequence[object], take: Callable[[sqlite3.Cursor], _Taken]
    ) -> _Taken:
        """Return what is taken of an answer; words that are damaged come as far as they can be."""
        with self._told():
            connection = self.connection
            try:
                return take(connection.execute(question, values))
            except sqlite3.OperationalError as error:
                if "decode" not in str(error):  # sqlite3 gives this failure no number
                    raise
                connection.text_factory = _as_far_as_it_goes
                return take(connection.execute(question, values))

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            with told(self.path):
                yield
        except DamagedDatabaseError:
            self.is_suspect = True
            raise

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for questions of another form.

        Raises:
            LibraryError: The database cannot be read.
        """
        with self._told():
            yield self.connection

    def run(self, order: str, values: Sequence[object] = ()) -> int:
        """Carry out one change; return how many rows it touched.

        Raises:
            LibraryError: The database cannot be written.
        """
        with self.writing() as connection:
            return connection.execute(order, values).rowcount

    def run_many(self, order: str, values: Iterable[Sequence[object]]) -> None:
        """Carry out one change with each of several values.

        Raises:
            LibraryError: The database cannot be written.
        """
        with self.writing() as connection:
            connection.executemany(order, values)

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Make several changes one: afterwards all of them are kept, or none.

        A change within a change belongs to the outer one.

        Raises:
            LibraryError: The database cannot be written.
        """
        with self._told():
            connection = self.connection
            if connection.in_transaction:
                yield connection
                return
            self._begin(connection)
            try:
                yield connection
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def _begin(self, connection: sqlite3.Connection) -> None:
        """Begin a change, as soon as no other program makes one; wait as this thread does."""
        wait_ms = round(1000 * patience_s(self.path))
        connection.execute(f"PRAGMA busy_timeout = {wait_ms}")
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            note_waited(self.path, in_vain="locked" in str(error))
            raise
        note_waited(self.path, in_vain=False)


@contextlib.contextmanager
def held_for_a_look(database: Database, patience_s: float) -> Iterator[None]:
    """Keep other programs from putting the file aside while it is first looked into.

    Who looks into a damaged file takes what lies beside it for its own, also what belongs to the
    new one that another program has begun in its place. A file that can only be read stays.

    Args:
        database: The database.
        patience_s: How long to wait for another program, in seconds.
    """
    with contextlib.ExitStack() as stack:
        if not database.is_fixed:
            stack.enter_context(locked_where_possible(database.path.parent, patience_s))
        yield

"""The `Store` of the library: settings in their file, all else in the database.

The database is opened for the first article that has one to look in, and made for the first thing
that is kept. What an earlier version kept in files is taken over once, at the start.
"""

import contextlib
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reader.core.corrections import Corrections, Scope
from reader.errors import ReaderError
from reader.settings import Settings
from reader.storage.files.atomic_files import make_folder
from reader.storage.files.file_locks import locked
from reader.storage.files.lasting_folders import expect, refuse_gone
from reader.storage.library.late_loads import open_library, open_work
from reader.storage.library.rows import FILE
from reader.storage.user_data.file_store import FileStore
from reader.storage.user_data.json_files import DamagedError, NewerError, set_aside_with_words
from reader.storage.user_data.scope_files import (
    CORRECTIONS,
    NOTES,
    Kind,
    all_scopes,
    own_file,
    read_file,
)
from reader.storage.user_data.store import Kept, Loaded, Notes

if TYPE_CHECKING:
    from reader.storage.library.library import Library
    from reader.storage.library.work.opening import OpenWork
    from reader.storage.library.work.work import Work

T = TypeVar("T")
_TAKEN = "taken-over"  # the folder, within theirs, of files that have been taken over


class LibraryStore:
    """The `Store` of a data folder with a library."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = FileStore(folder)
        self._library: Library | None = None
        self._told: ReaderError | None = None
        self._open: OpenWork | None = None  # without the rest of the library

    def library(self) -> "Library":
        """Return the library of the folder, opened when it is first asked for.

        Raises:
            LibraryError: It cannot be opened.
        """
        if self._library is None:
            self._library = open_library(self._folder)
            expect(self._folder)
        return self._library

    def close(self) -> None:
        """Close the library, where it was opened."""
        if self._library is not None:
            self._library.close()
        if self._open is not None:
            self._open.database.close()
            self._open = None

    def _work(self) -> "Work":
        """Return the reader's work, in a library that is made if there is none.

        Raises:
            LibraryError: It cannot be opened.
        """
        if self._open is not None and self._open.database.is_replaced:
            self._open.database.close()
            self._open = None
        if self._library is None and self._open is None:
            self._open = open_work(self._folder)
        return self._open.work if self._open is not None else self.library().work

    # -- at the start --------------------------------------------------------------------------

    def prepare(self) -> ReaderError | None:
        """Put in order what earlier runs left, and take files of an earlier version over."""
        problem = self._files.prepare()
        try:
            problem = self._take_over(CORRECTIONS) or problem
            problem = self._take_over(NOTES) or problem
            if self._library is not None:
                problem = self._library.problem or problem
        except ReaderError as error:
            return problem or error
        return problem

    def _take_over(self, kind: Kind[T]) -> ReaderError | None:
        folder = self._folder / kind.name
        waiting = [scope for scope in all_scopes(folder) if own_file(folder, scope).exists()]
        problem: ReaderError | None = None
        for scope in waiting:
            problem = self._take_file(kind, scope, own_file(folder, scope)) or problem
        unread = sorted(folder.glob("*.json"))  # what has not told its scope
        if unread:
            with locked(self._folder):  # another window may set it aside at the same time
                for path in unread:
                    problem = _told_if_damaged(kind, path) or problem
        return problem

    def _take_file(self, kind: Kind[T], scope: Scope, path: Path) -> ReaderError | None:
        """Take one file over, once, whenever this is interrupted."""
        try:
            items, is_taken_over = read_file(kind, path)
            name = f"{kind.name}/{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}"
        except (FileNotFoundError, NewerError):
            return None
        except DamagedError:
            return None  # it is told of with the others
        library = self.library()
        with library.change():
            if not library.work.was_taken(name):
                # A file of an earlier text is found by its origin; only its own row is merged.
                theirs = dict(library.work.all(kind)).get(scope, ())
                both = kind.merged((), items, theirs)
                library.work.write(kind, scope, both, is_taken_over=is_taken_over)
                library.work.note_taken(name)
        self._put_away(path)
        return None

    def _put_away(self, path: Path) -> None:
        make_folder(path.parent / _TAKEN, is_private=True)
        with contextlib.suppress(OSError):  # it is known by what it holds, and not taken again
            path.replace(path.parent / _TAKEN / path.name)

    # -- settings ------------------------------------------------------------------------------

    def load_settings(self) -> Loaded[Settings]:
        """Return the settings; the usual ones where there are none."""
        return self._files.load_settings()

    def save_settings(self, before: Settings, after: Settings) -> Settings:
        """Keep what changed between two settings; return the settings that count now.

        Raises:
            ReaderError: They cannot be written.
        """
        return self._files.save_settings(before, after)

    # -- corrections and notes -----------------------------------------------------------------

    def load_corrections(self, scope: Scope) -> Loaded[Corrections]:
        """Return the corrections of this text, else of an earlier text of the same origin."""
        return self._load(CORRECTIONS, scope)

    def load_notes(self, scope: Scope) -> Loaded[Notes]:
        """Return the notes of this text, else of an earlier text of the same origin."""
        return self._load(NOTES, scope)

    def _load(self, kind: Kind[T], scope: Scope) -> Loaded[tuple[T, ...]]:
        try:
            if not self._is_there():
                return Loaded(())
            loaded = self._work().load(kind, scope)
        except ReaderError as error:
            return Loaded((), error)
        problem = self._library.problem if self._library is not None else None
        if problem is not None and problem is not self._told:
            self._told = problem  # that the library was damaged and set aside is told once
            return Loaded(loaded.value, problem)
        return loaded

    def _is_there(self) -> bool:
        """Tell whether there is a library.

        Raises:
            FolderGoneError: There was a folder for it, which has gone.
        """
        refuse_gone(self._folder)
        return self._library is not None or (self._folder / FILE).exists()

    def save_corrections(
        self, scope: Scope, before: Corrections, after: Corrections
    ) -> Corrections:
        """Keep what changed between two states; return the corrections that count now.

        Raises:
            ReaderError: They cannot be written.
        """
        return self._work().save(CORRECTIONS, scope, before, after)

    def save_notes(self, scope: Scope, before: Notes, after: Notes) -> Notes:
        """Keep what changed between two states; return the notes that count now.

        Raises:
            ReaderError: They cannot be written.
        """
        return self._work().save(NOTES, scope, before, after)

    def all_corrections(self) -> Iterator[Kept]:
        """Yield every correction of every article, and those that count everywhere.

        Raises:
            ReaderError: They cannot be read.
        """
        if self._is_there():
            for scope, items in self._work().all(CORRECTIONS):
                yield from (Kept(scope, correction) for correction in items)


def _told_if_damaged(kind: Kind[T], path: Path) -> ReaderError | None:
    """Set a damaged file aside and return what to tell; one of a later version stays."""
    try:
        read_file(kind, path)
    except (FileNotFoundError, NewerError):
        return None
    except DamagedError as error:
        return set_aside_with_words(path, error, f"Your {kind.name}")
    return None

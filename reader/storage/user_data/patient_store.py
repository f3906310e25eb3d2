"""A `Store` that keeps in mind what could not be written, until it can be."""

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from reader.core.corrections import Corrections, Scope
from reader.errors import ReaderError
from reader.settings import Settings
from reader.storage.files.lasting_folders import FolderGoneError
from reader.storage.user_data.store import Kept, Loaded, Notes, Store
from reader.values import frozen

_Item = TypeVar("_Item")


@frozen
class _Change(Generic[_Item]):
    """What an article had, and what it has now."""

    before: tuple[_Item, ...]
    after: tuple[_Item, ...]


class _Waiting(Generic[_Item]):
    """The changes of one kind that are not written, of each article one."""

    def __init__(
        self,
        load: Callable[[Scope], Loaded[tuple[_Item, ...]]],
        save: Callable[[Scope, tuple[_Item, ...], tuple[_Item, ...]], tuple[_Item, ...]],
    ) -> None:
        self._load, self._save = load, save
        self._unwritten: dict[Scope, _Change[_Item]] = {}
        self._late: dict[Scope, _Change[_Item]] = {}  # written while nobody waited for it
        self._known: dict[Scope, tuple[_Item, ...]] = {}  # as read or written last

    def __bool__(self) -> bool:
        return bool(self._unwritten)

    def load(self, scope: Scope) -> Loaded[tuple[_Item, ...]]:
        """Return what waits, else what is kept; where its folder has gone, what was kept in it."""
        waiting = self._unwritten.get(scope)
        if waiting is not None:
            return Loaded(waiting.after)
        loaded = self._load(scope)
        if isinstance(loaded.problem, FolderGoneError):
            return Loaded(self._known.get(scope, ()), loaded.problem)
        self._known[scope] = loaded.value
        return loaded

    def save(
        self, scope: Scope, before: tuple[_Item, ...], after: tuple[_Item, ...]
    ) -> tuple[_Item, ...]:
        """Write a change, with what waited; whoever saves need not know what became of that."""
        waiting = self._unwritten.get(scope)
        late = self._late.pop(scope, None)
        if waiting is not None:
            before = waiting.before
        elif late is not None and late.before == before:
            before = late.after
        try:
            kept = self._save(scope, before, after)
        except ReaderError:
            self._unwritten[scope] = _Change(before, after)
            raise
        self._unwritten.pop(scope, None)
        self._known[scope] = kept
        return kept

    def write(self) -> None:
        """Write what waits, the earliest first.

        Raises:
            ReaderError: It still cannot be written.
        """
        for scope, change in tuple(self._unwritten.items()):
            kept = self._save(scope, change.before, change.after)
            del self._unwritten[scope]
            self._late[scope] = _Change(change.before, kept)
            self._known[scope] = kept


class PatientStore:
    """The `Store` of a window: nothing is lost while a disk is full or out of reach.

    What could not be written is told once, by the error of its `save`. It is found again by
    `load`, goes along with the next change of its article, and is written by `write_waiting`.
    """

    def __init__(self, store: Store) -> None:
        """Begin with nothing that waits.

        Args:
            store: Where all is kept.
        """
        self._store = store
        self._corrections = _Waiting(store.load_corrections, store.save_corrections)
        self._notes = _Waiting(store.load_notes, store.save_notes)

    @property
    def has_waiting(self) -> bool:
        """Tell whether something of the reader's is not written yet."""
        return bool(self._corrections or self._notes)

    def write_waiting(self) -> None:
        """Try once more to write what waits.

        Raises:
            ReaderError: It still cannot be written.
        """
        self._corrections.write()
        self._notes.write()

    def prepare(self) -> ReaderError | None:
        """Put in order what an earlier run or version left; return what the reader should know."""
        return self._store.prepare()

    def load_settings(self) -> Loaded[Settings]:
        """Return the settings."""
        return self._store.load_settings()

    def save_settings(self, before: Settings, after: Settings) -> Settings:
        """Keep what changed between two settings; return the settings that count now.

        Raises:
            ReaderError: They cannot be written.
        """
        return self._store.save_settings(before, after)

    def load_corrections(self, scope: Scope) -> Loaded[Corrections]:
        """Return the corrections of an article, or those that count everywhere."""
        return self._corrections.load(scope)

    def save_corrections(
        self, scope: Scope, before: Corrections, after: Corrections
    ) -> Corrections:
        """Keep what changed between two states; return the corrections that count now.

        Raises:
            ReaderError: They cannot be written yet, and wait.
        """
        return self._corrections.save(scope, before, after)

    def all_corrections(self) -> Iterator[Kept]:
        """Yield every correction of every article, and those that count everywhere."""
        return self._store.all_corrections()

    def load_notes(self, scope: Scope) -> Loaded[Notes]:
        """Return the highlights and notes of an article."""
        return self._notes.load(scope)

    def save_notes(self, scope: Scope, before: Notes, after: Notes) -> Notes:
        """Keep what changed between two states; return the notes that count now.

        Raises:
            ReaderError: They cannot be written yet, and wait.
        """
        return self._notes.save(scope, before, after)

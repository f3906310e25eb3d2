"""Corrections, mutes and notes in the database: found by text and origin, merged, never lost."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, cast

from reader.core.corrections import EVERYWHERE, Corrections, Scope
from reader.errors import LibraryError, ReaderError
from reader.storage.library.analyses.recounting import (
    note_other_corrections,
    note_other_mutes,
)
from reader.storage.library.database.connections import Database, Row
from reader.storage.library.database.packing import whole
from reader.storage.user_data.scope_files import CORRECTIONS, Kind
from reader.storage.user_data.store import Loaded

T = TypeVar("T")
_FOUND = """SELECT place, taken_over, data FROM work WHERE kind = :kind AND
 (text = :text AND (:text <> '' OR place = '')
  OR :origin <> '' AND place = :place AND text <> '')
 ORDER BY (text = :text AND place = :place) DESC, (text = :text) DESC, changed DESC"""


class Work:
    """What the reader made of articles; use it as `library.work`, or through a `Store`."""

    def __init__(self, database: Database, now: Callable[[], str]) -> None:
        self._database = database
        self._now = now

    def load(self, kind: Kind[T], scope: Scope) -> Loaded[tuple[T, ...]]:
        """Return what belongs to this text, else to an earlier text of the same origin.

        Raises:
            LibraryError: The library cannot be read.
        """
        found: tuple[T, ...] = ()
        problem: ReaderError | None = None
        for place, is_taken_over, data in self._rows(kind, scope):
            try:
                items = _made(kind, data)
            except ValueError:
                problem = _damaged(kind, scope)
                continue
            found = (*items, *found)
            if not is_taken_over or place == scope.place:
                break
        return Loaded(found, problem)

    def _rows(self, kind: Kind[T], scope: Scope) -> list[Row]:
        values = (kind.name, scope.text, scope.place, whole(scope.origin))
        names = ("kind", "text", "place", "origin")
        with self._database.reading() as connection:
            return connection.execute(_FOUND, dict(zip(names, values, strict=True))).fetchall()

    def save(
        self, kind: Kind[T], scope: Scope, before: tuple[T, ...], after: tuple[T, ...]
    ) -> tuple[T, ...]:
        """Keep what changed between two states; return what counts now.

        Raises:
            LibraryError: The library cannot be written.
        """
        with self._database.writing():
            both = kind.merged(before, after, self.load(kind, scope).value)
            self.write(kind, scope, both)
        return both

    def write(
        self, kind: Kind[T], scope: Scope, items: tuple[T, ...], *, is_taken_over: bool = False
    ) -> None:
        """Keep a state as it is, within a change; what was damaged there is kept aside.

        Raises:
            LibraryError: The library cannot be written.
        """
        run = self._database.connection.execute
        key = [kind.name, scope.text, scope.place]
        before = self._keep_damaged(kind, key)
        if kind.name == CORRECTIONS.name and before != items:
            earlier, now = cast("Corrections", before), cast("Corrections", items)
            self._note_to_recount(scope, earlier, now)
        data = json.dumps(kind.plain(items), ensure_ascii=True, separators=(",", ":"))
        run(
            "INSERT OR REPLACE INTO work"
            " (kind, text, place, title, origin, number, taken_over, data, changed)"
            " SELECT ?, ?, ?, ?, ?, ?, ?, ?, coalesce(max(changed), 0) + 1 FROM work",
            [*key, whole(scope.title), whole(scope.origin), len(items), is_taken_over, data],
        )

    def _note_to_recount(self, scope: Scope, before: Corrections, after: Corrections) -> None:
        """Note which articles the lists count otherwise from now on."""
        if scope.text:
            note_other_corrections(self._database.connection, scope.text)
        else:
            note_other_mutes(self._database.connection, before, after)

    def _keep_damaged(self, kind: Kind[T], key: Sequence[str]) -> tuple[T, ...]:
        """Keep aside what was damaged there; return what was whole."""
        run = self._database.connection.execute
        asked = "SELECT data FROM work WHERE kind = ? AND text = ? AND place = ?"
        row = run(asked, key).fetchone()
        if row is not None:
            try:
                return _made(kind, row[0])
            except ValueError:
                order = "INSERT INTO set_aside (kind, data, time) VALUES (?, ?, ?)"
                run(order, [kind.name, row[0], self._now()])
        return ()

    def all(self, kind: Kind[T]) -> Iterator[tuple[Scope, tuple[T, ...]]]:
        """Yield what belongs to every article, and first what counts everywhere.

        Raises:
            LibraryError: The library cannot be read.
        """
        for text, place, title, origin, data in self._database.all(
            "SELECT text, place, title, origin, data FROM work WHERE kind = ?"
            " ORDER BY text, place",
            [kind.name],
        ):
            try:
                items = _made(kind, data)
            except ValueError:
                continue
            yield (Scope(text, place, title, origin) if text else EVERYWHERE), items

    def was_taken(self, name: str) -> bool:
        """Tell whether something outside was taken over once, by its name.

        Raises:
            LibraryError: The library cannot be read.
        """
        return self._database.one("SELECT 1 FROM fact WHERE name = ?", [name]) is not None

    def note_taken(self, name: str) -> None:
        """Note that something outside has been taken over.

        Raises:
            LibraryError: The library cannot be written.
        """
        self._database.run(
            "INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)", [name, self._now()]
        )


def _made(kind: Kind[T], data: str) -> tuple[T, ...]:
    """Return what plain data holds.

    Raises:
        ValueError: It is damaged.
    """
    plain = json.loads(data)
    if not isinstance(plain, list):
        raise ValueError("it is no list")  # noqa: TRY004 -- one kind of error for all damage
    return kind.made(plain)


def _damaged(kind: Kind[T], scope: Scope) -> LibraryError:
    name = f" of “{scope.title}”" if scope.title else ""
    return LibraryError(
        f"Your {kind.name}{name} are damaged in the library and could not be read.",
        hint="What is there is set aside when you make new ones.",
    )

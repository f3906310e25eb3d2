"""Folding: near copies, agency copy and versions of one address under the one in front."""

import sqlite3
from collections.abc import Iterable, Sequence

from reader.core.across.near_copies import (
    FEWEST_SHARED,
    Copy,
    credit_of,
    is_near_copy,
    kind_of,
    leader_of,
    sketch_of,
)
from reader.core.across.versions import Change, differences
from reader.storage.library.database.connections import Database
from reader.storage.library.rows import id_of, number_of

_AT_ONCE = 500  # ids in one question
_MOST_COMPARED = 6  # texts, those with the most in common
_COPY = """SELECT a.id, a.address, a.outlet, a.byline, a.words, a.trashed IS NULL,
 substr(b.text, 1, 250), substr(b.text, -250) FROM article a JOIN body b ON b.id = a.id"""


class Folding:
    """Copies and versions; use it as `library.folding`. New articles are folded as they come."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take_in(self, number: int, text: str) -> None:
        """Fold an article that has just been written, within the same change."""
        connection = self._database.connection
        values = sketch_of(text)
        alike = self._alike(connection, number, text, values)
        connection.executemany(
            "INSERT OR IGNORE INTO sketch_value (value, article) VALUES (?, ?)",
            [(value, number) for value in values],
        )
        joined = {number}
        for other in (*self._other_versions(number), *alike):
            group = {copy.number for copy in self._group([other])}
            if not group & self._parted_from(joined):
                joined |= group
        if len(joined) > 1:
            self._elect(joined)

    def _alike(
        self, connection: sqlite3.Connection, number: int, text: str, values: Sequence[int]
    ) -> list[int]:
        """Return the articles that are near copies of a text."""
        if not values:
            return []
        found = connection.execute(
            f"SELECT article FROM sketch_value WHERE value IN ({_signs(values)})"
            " AND article <> ? GROUP BY article HAVING count(*) >= ?"
            " ORDER BY count(*) DESC LIMIT ?",
            [*values, number, FEWEST_SHARED, _MOST_COMPARED],
        ).fetchall()
        near = []
        for (other,) in found:
            row = connection.execute("SELECT text FROM body WHERE id = ?", [other]).fetchone()
            if row and is_near_copy(text, row[0]):
                near.append(other)
        return near

    def _other_versions(self, number: int) -> list[int]:
        found = self._database.all(
            "SELECT v.id FROM article v JOIN article a ON a.address = v.address"
            " WHERE a.id = ? AND v.id <> a.id",
            [number],
        )
        return [other for (other,) in found]

    def _parted_from(self, numbers: Iterable[int]) -> set[int]:
        """Return what the reader parted from some articles for good."""
        parted: set[int] = set()
        for number in numbers:
            found = self._database.all(
                "SELECT other FROM not_a_copy WHERE one = ?1"
                " UNION SELECT one FROM not_a_copy WHERE other = ?1",
                [number],
            )
            parted |= {other for (other,) in found}
        return parted

    def _group(self, numbers: Iterable[int]) -> list[Copy]:
        """Return all that is folded together with some articles."""
        leaders = {self._leader(number) for number in numbers}
        signs = ", ".join("?" * len(leaders))
        rows = self._database.all(
            f"{_COPY} WHERE a.id IN ({signs}) OR a.copy_of IN ({signs})", [*leaders, *leaders]
        )
        return [
            Copy(
                number,
                address or "",
                outlet or "",
                credit_of(byline or "", f"{start}\n{end}"),
                words,
                bool(is_present),
            )
            for number, address, outlet, byline, words, is_present, start, end in rows
        ]

    def _leader(self, number: int) -> int:
        row = self._database.one(
            "SELECT coalesce(copy_of, id) FROM article WHERE id = ?", [number]
        )
        return row[0] if row and isinstance(row[0], int) else number

    def _elect(self, numbers: Iterable[int]) -> None:
        """Choose anew what stands in front of a group, and fold the others under it."""
        group = self._group(numbers)
        if not group:
            return
        leader = leader_of(group)
        self._database.run_many(
            "UPDATE article SET copy_of = ?, copy_kind = ? WHERE id = ?",
            [
                (None, None, copy.number)
                if copy.number == leader.number
                else (leader.number, kind_of(copy, leader), copy.number)
                for copy in group
            ],
        )

    def elect_again(self, number: int) -> None:
        """Choose anew what stands in front of an article's group, within the same change.

        To be called after an article of it went to the trash, came back or was edited.
        """
        self._elect([number])

    def leave(self, number: int) -> None:
        """Take an article that is about to be deleted out of its group, within the change."""
        forget_sketch(self._database.connection, number)
        self._take_out(number)

    def _take_out(self, number: int) -> list[int]:
        """Take an article out of its group; return the others."""
        others = [copy.number for copy in self._group([number]) if copy.number != number]
        run = self._database.connection.execute
        run("UPDATE article SET copy_of = NULL, copy_kind = NULL WHERE id = ?", [number])
        run("UPDATE article SET copy_of = NULL, copy_kind = NULL WHERE copy_of = ?", [number])
        if others:
            first = others[0]  # all of them are folded under it, and then the right one chosen
            run(f"UPDATE article SET copy_of = ? WHERE id IN ({_signs(others)})", [first, *others])
            run("UPDATE article SET copy_of = NULL WHERE id = ?", [first])
            self._elect(others)
        return others

    # -- what the reader asks ------------------------------------------------------------------

    def copies(self, article_id: str) -> tuple[str, ...]:
        """Return the ids of all that is folded under an article, newest first.

        Raises:
            LibraryError: The library cannot be read.
        """
        found = self._database.all(
            "SELECT id FROM article WHERE copy_of = ? AND trashed IS NULL ORDER BY id DESC",
            [number_of(article_id)],
        )
        return tuple(id_of(number) for (number,) in found)

    def fronts(self, article_ids: Sequence[str]) -> dict[str, str]:
        """Return, of those among some articles that are folded, the id that each is folded under.

        Raises:
            LibraryError: The library cannot be read.
        """
        found: dict[str, str] = {}
        for first in range(0, len(article_ids), _AT_ONCE):
            numbers = [number_of(one) for one in article_ids[first : first + _AT_ONCE]]
            rows = self._database.all(
                "SELECT id, copy_of FROM article WHERE copy_of IS NOT NULL"
                f" AND id IN ({_signs(numbers)})",
                numbers,
            )
            found |= {id_of(number): id_of(front) for number, front in rows}
        return found

    def without_copies(self, article_ids: Sequence[str]) -> tuple[str, ...]:
        """Return some articles without those that are folded under another of them.

        Of copies whose front article is not among them, the first is kept.

        Raises:
            LibraryError: The library cannot be read.
        """
        fronts = self.fronts(article_ids)
        present, seen = set(article_ids), set()
        kept = []
        for one in article_ids:
            front = fronts.get(one, one)
            if front in seen or (front != one and front in present):
                continue
            seen.add(front)
            kept.append(one)
        return tuple(kept)

    def versions(self, article_id: str) -> tuple[str, ...]:
        """Return the ids of all kept texts of an article's web address, oldest first.

        One that comes from no address is its only version.

        Raises:
            LibraryError: The library cannot be read.
        """
        number = number_of(article_id)
        found = self._database.all(
            "SELECT v.id FROM article a JOIN article v ON v.id = a.id OR v.address = a.address"
            " WHERE a.id = ? AND (v.trashed IS NULL OR v.id = a.id) ORDER BY v.id",
            [number],
        )
        return tuple(id_of(other) for (other,) in found)

    def differences(self, older: str, newer: str) -> tuple[Change, ...]:
        """Return what changed between the texts of two articles, in reading order.

        Raises:
            LibraryError: The library cannot be read.
        """
        texts = []
        for article_id in (older, newer):
            row = self._database.one("SELECT text FROM body WHERE id = ?", [number_of(article_id)])
            texts.append(row[0] if row else "")
        return differences(*texts)

    def part(self, article_id: str) -> None:
        """Say that an article is no copy of those it is folded with: it is parted for good.

        Raises:
            LibraryError: The library cannot be written.
        """
        number = number_of(article_id)
        with self._database.writing() as connection:
            others = self._take_out(number)
            connection.executemany(
                "INSERT OR IGNORE INTO not_a_copy (one, other) VALUES (?, ?)",
                [(number, other) for other in others],
            )

    def join_again(self, article_id: str) -> None:
        """Forget what an article was parted from, and fold it again; undoes `part`.

        Raises:
            LibraryError: The library cannot be written.
        """
        number = number_of(article_id)
        with self._database.writing() as connection:
            connection.execute("DELETE FROM not_a_copy WHERE ?1 IN (one, other)", [number])
            row = connection.execute("SELECT text FROM body WHERE id = ?", [number]).fetchone()
            if row:
                self.take_in(number, row[0])


def forget_sketch(connection: sqlite3.Connection, number: int) -> None:
    """Delete the sketch of an article, whose text is still there."""
    row = connection.execute("SELECT text FROM body WHERE id = ?", [number]).fetchone()
    connection.executemany(
        "DELETE FROM sketch_value WHERE value = ? AND article = ?",
        [(value, number) for value in (sketch_of(row[0]) if row else ())],
    )


def _signs(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))

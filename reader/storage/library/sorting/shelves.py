"""Collections, tags and kept searches: how the reader sorts what is kept."""

from collections.abc import Iterable, Mapping
from typing import Literal

from reader.errors import LibraryError
from reader.storage.library.database.connections import Database
from reader.storage.library.database.packing import whole
from reader.storage.library.rows import Group, KeptSearch, id_of, number_of

_LONGEST = 200  # characters of a name
Shelf = Literal["collection", "tag"]
_LINKS: Mapping[Shelf, str] = {"collection": "in_collection", "tag": "has_tag"}


class Shelves:
    """Collections, tags and kept searches; use them as `library.shelves`.

    Names are compared without regard to case; one that is unknown is made when it is first used.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    # -- collections ---------------------------------------------------------------------------

    def collections(self) -> tuple[Group, ...]:
        """Return all collections by name, empty ones too.

        Raises:
            LibraryError: The library cannot be read.
        """
        return self._groups("collection", "in_collection")

    def make_collection(self, name: str) -> None:
        """Make a collection; one of this name stays as it is.

        Raises:
            LibraryError: The library cannot be written, or the name cannot be used.
        """
        self._number("collection", name)

    def put_in_collection(self, name: str, article_ids: Iterable[str]) -> None:
        """Put articles into a collection; it takes them away from no other.

        Raises:
            LibraryError: The library cannot be written, or there is no such article.
        """
        self._put("collection", "in_collection", name, article_ids)

    def take_out_of_collection(self, name: str, article_ids: Iterable[str]) -> None:
        """Take articles out of a collection; they stay in the library.

        Raises:
            LibraryError: The library cannot be written.
        """
        self._take("collection", "in_collection", name, article_ids)

    def rename_collection(self, name: str, new: str) -> None:
        """Rename a collection; with the name of another one, the two become one.

        Raises:
            LibraryError: The library cannot be written, or the name cannot be used.
        """
        self._rename("collection", "in_collection", name, new)

    def delete_collection(self, name: str) -> None:
        """Delete a collection; its articles stay in the library.

        Raises:
            LibraryError: The library cannot be written.
        """
        self._database.run("DELETE FROM collection WHERE name = ?", [name])

    # -- tags ----------------------------------------------------------------------------------

    def tags(self) -> tuple[Group, ...]:
        """Return all tags by name.

        Raises:
            LibraryError: The library cannot be read.
        """
        return self._groups("tag", "has_tag")

    def give_tag(self, name: str, article_ids: Iterable[str]) -> None:
        """Give articles a tag.

        Raises:
            LibraryError: The library cannot be written, or there is no such article.
        """
        self._put("tag", "has_tag", name, article_ids)

    def take_tag(self, name: str, article_ids: Iterable[str]) -> None:
        """Take a tag from articles; a tag that no article has is gone.

        Raises:
            LibraryError: The library cannot be written.
        """
        with self._database.writing():
            self._take("tag", "has_tag", name, article_ids)
            self._database.run(
                "DELETE FROM tag WHERE name = ? AND id NOT IN (SELECT tag FROM has_tag)", [name]
            )

    def rename_tag(self, name: str, new: str) -> None:
        """Rename a tag; with the name of another one, the two become one.

        Raises:
            LibraryError: The library cannot be written, or the name cannot be used.
        """
        self._rename("tag", "has_tag", name, new)

    def delete_tag(self, name: str) -> None:
        """Take a tag from all articles.

        Raises:
            LibraryError: The library cannot be written.
        """
        self._database.run("DELETE FROM tag WHERE name = ?", [name])

    # -- taking back ---------------------------------------------------------------------------

    def members(self, shelf: Shelf, name: str) -> frozenset[str] | None:
        """Return the ids in a collection or with a tag, the trash included; None for no such.

        Raises:
            LibraryError: The library cannot be read.
        """
        found = self._database.one(f"SELECT id FROM {shelf} WHERE name = ?", [name])
        if found is None:
            return None
        question = f"SELECT article FROM {_LINKS[shelf]} WHERE {shelf} = ?"
        return frozenset(id_of(number) for (number,) in self._database.all(question, found))

    def put_again(self, shelf: Shelf, name: str, article_ids: Iterable[str]) -> None:
        """Put articles back into a collection or give them their tag again; those gone are none.

        Raises:
            LibraryError: The library cannot be written.
        """
        with self._database.writing() as connection:
            place = self._number(shelf, name)
            connection.executemany(
                f"INSERT OR IGNORE INTO {_LINKS[shelf]} ({shelf}, article)"
                " SELECT ?, id FROM article WHERE id = ?",
                [(place, number_of(one)) for one in article_ids],
            )

    def take_again(
        self, shelf: Shelf, name: str, article_ids: Iterable[str], *, was_there: bool
    ) -> None:
        """Take articles out of a collection, or a tag from them.

        Args:
            shelf: What it is.
            name: Its name.
            article_ids: The articles.
            was_there: It stays, if a collection, when nothing is left in it.

        Raises:
            LibraryError: The library cannot be written.
        """
        with self._database.writing() as connection:
            self._take(shelf, _LINKS[shelf], name, article_ids)
            if shelf == "tag" or not was_there:
                connection.execute(
                    f"DELETE FROM {shelf} WHERE name = ?"
                    f" AND id NOT IN (SELECT {shelf} FROM {_LINKS[shelf]})",
                    [name],
                )

    def sort_like(self, number: int, other: int) -> None:
        """Put an article into the collections of another, with the same tags; both by number.

        Raises:
            LibraryError: The library cannot be written.
        """
        for shelf, link in _LINKS.items():
            self._database.run(
                f"INSERT OR IGNORE INTO {link} ({shelf}, article)"
                f" SELECT {shelf}, ? FROM {link} WHERE article = ?",
                [number, other],
            )

    # -- searches ------------------------------------------------------------------------------

    def searches(self) -> tuple[KeptSearch, ...]:
        """Return the kept searches by name.

        Raises:
            LibraryError: The library cannot be read.
        """
        found = self._database.all("SELECT name, query FROM kept_search ORDER BY name")
        return tuple(KeptSearch(*row) for row in found)

    def keep_search(self, name: str, query: str) -> None:
        """Keep a search under a name, in the place of an earlier one of that name.

        Raises:
            LibraryError: The library cannot be written, or the name cannot be used.
        """
        self._database.run(
            "INSERT OR REPLACE INTO kept_search (name, query) VALUES (?, ?)",
            [_usable(name), whole(query)],
        )

    def rename_search(self, name: str, new: str) -> None:
        """Keep a search under another name, in the place of an earlier one of that name.

        Raises:
            LibraryError: The library cannot be written, the name cannot be used, or no search is
                kept under the old one.
        """
        new = _usable(new)
        order = "UPDATE OR REPLACE kept_search SET name = ? WHERE name = ?"
        if not self._database.run(order, [new, name]):
            raise LibraryError(f"No search is kept as “{name}”.")

    def forget_search(self, name: str) -> None:
        """Forget a kept search.

        Raises:
            LibraryError: The library cannot be written.
        """
        self._database.run("DELETE FROM kept_search WHERE name = ?", [name])

    # -- both kinds of groups --------------------------------------------------------------------

    def _groups(self, group: str, link: str) -> tuple[Group, ...]:
        found = self._database.all(
            f"SELECT g.name, count(a.id), total(a.state = 'new') FROM {group} g"
            f" LEFT JOIN {link} l ON l.{group} = g.id"
            " LEFT JOIN article a ON a.id = l.article AND a.trashed IS NULL"
            " GROUP BY g.id ORDER BY g.name"
        )
        return tuple(Group(name, count, int(new)) for name, count, new in found)

    def _number(self, group: str, name: str) -> int:
        name = _usable(name)
        with self._database.writing() as connection:
            connection.execute(f"INSERT OR IGNORE INTO {group} (name) VALUES (?)", [name])
            found = connection.execute(f"SELECT id FROM {group} WHERE name = ?", [name])
            return int(found.fetchone()[0])

    def _put(self, group: str, link: str, name: str, article_ids: Iterable[str]) -> None:
        numbers = [number_of(one) for one in article_ids]
        with self._database.writing() as connection:
            place = self._number(group, name)
            for number in numbers:
                if not connection.execute(
                    f"INSERT OR IGNORE INTO {link} ({group}, article)"
                    " SELECT ?, id FROM article WHERE id = ?",
                    [place, number],
                ).rowcount:
                    self._check(number)

    def _check(self, number: int) -> None:
        if not self._database.one("SELECT 1 FROM article WHERE id = ?", [number]):
            message = f"There is no article kept-{number} in the library."
            raise LibraryError(message, hint="close-reader library list shows what is kept.")

    def _take(self, group: str, link: str, name: str, article_ids: Iterable[str]) -> None:
        self._database.run_many(
            f"DELETE FROM {link} WHERE article = ?"
            f" AND {group} = (SELECT id FROM {group} WHERE name = ?)",
            [(number_of(one), name) for one in article_ids],
        )

    def _rename(self, group: str, link: str, name: str, new: str) -> None:
        new = _usable(new)
        with self._database.writing() as connection:
            other = self._database.one(f"SELECT id FROM {group} WHERE name = ?", [new])
            own = self._database.one(f"SELECT id FROM {group} WHERE name = ?", [name])
            if own is None:
                raise LibraryError(f"There is no “{name}” in the library.")
            if other is not None and other != own:
                connection.execute(
                    f"UPDATE OR IGNORE {link} SET {group} = ? WHERE {group} = ?",
                    [other[0], own[0]],
                )
                connection.execute(f"DELETE FROM {group} WHERE id = ?", own)
            else:
                connection.execute(f"UPDATE {group} SET name = ? WHERE id = ?", [new, own[0]])


def _usable(name: str) -> str:
    """Return a name on one line, of a length that a list can show.

    Raises:
        LibraryError: Nothing of it is left.
    """
    plain = " ".join(whole(name).split())[:_LONGEST]
    if not plain:
        raise LibraryError("A collection, tag or search needs a name.", hint="Type a name.")
    return plain

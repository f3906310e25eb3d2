"""Putting articles into the library, getting them back, and editing what is known of them."""

import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from reader.core.corrections import digest
from reader.core.text.article import YOUR_EDIT, Article, Fact, count_words
from reader.errors import LibraryError
from reader.storage.library.analyses.terms import forget_analysis
from reader.storage.library.articles.addresses import address_key
from reader.storage.library.articles.stored import article_from, rest_of
from reader.storage.library.database.connections import Database
from reader.storage.library.database.packing import pack_text, unpacked_file, whole
from reader.storage.library.folding.folding import Folding
from reader.storage.library.rows import Added, InTrash, Original, id_of, number_of
from reader.storage.library.sorting.shelves import Shelves
from reader.values import frozen

# What the reader may say better than the input did; the names of facts.
EDITABLE = ("title", "author", "date", "outlet", "language", "kind")
_NO_PLACE = {"", "-"}  # pasted, and from standard input
_COLUMNS = {"author": "byline", "date": "published"}  # the others are called alike


@frozen
class _Same:
    """The article that is there already."""

    number: int
    is_trashed: bool


class Articles:
    """The articles themselves; use them as `library.articles`."""

    def __init__(
        self, database: Database, shelves: Shelves, folding: Folding, now: Callable[[], str]
    ) -> None:
        self._database = database
        self._shelves = shelves
        self._folding = folding
        self._now = now

    def add(
        self,
        article: Article,
        original: Original | None = None,
        *,
        collections: Iterable[str] = (),
        tags: Iterable[str] = (),
        feed: int | None = None,
        in_trash: InTrash = "comes back",
    ) -> Added:
        """Keep an article, or find that it is kept; return its id and what came of it.

        The same text from the same place, or from a file with the same headline, is the same
        article: nothing is added, but it comes into the collections and gets the tags. The same
        text from two addresses or two outlets is two articles. Another text of an address that
        is kept is a new version: an article of its own, under which the earlier one is folded,
        in the same collections and with the same tags.

        Args:
            article: The article as it was read.
            original: The file it was read from, to be kept too.
            collections: Names of collections to put it in; missing ones are made.
            tags: Tags to give it.
            feed: The number of the feed that brought it.
            in_trash: What becomes of it where it lies in the trash; where it stays, nothing is
                changed.

        Raises:
            LibraryError: The library cannot be written.
        """
        article = _storable(article)
        with self._database.writing():
            same = self._same(article)
            if same is not None and same.is_trashed and in_trash == "stays":
                return Added(id_of(same.number), is_new=False)
            if same is not None:
                added = Added(id_of(same.number), is_new=False, was_in_trash=same.is_trashed)
                if same.is_trashed:
                    self._database.run(
                        "UPDATE article SET trashed = NULL WHERE id = ?", [same.number]
                    )
                    self._folding.elect_again(same.number)
            else:
                added = self._insert(article, original, feed)
            for name in collections:
                self._shelves.put_in_collection(name, [added.id])
            for name in tags:
                self._shelves.give_tag(name, [added.id])
        return added

    def _same(self, article: Article) -> _Same | None:
        text, address = digest(article.text), address_key(article.origin)
        found = self._database.all(
            "SELECT id, trashed, origin, address, title, outlet FROM article"
            " WHERE text_digest = ? ORDER BY trashed IS NOT NULL, id",
            [text],
        )
        for number, trashed, origin, other_address, title, outlet in found:
            is_same_file = origin == article.origin and origin not in _NO_PLACE
            is_place_same = is_same_file or (address and address == other_address)
            is_work_same = (
                not (address and other_address)
                and title == (article.title or "")
                and (outlet or article.outlet) == (article.outlet or outlet)
            )
            if is_place_same or is_work_same:
                return _Same(number, trashed is not None)
        return None

    def _insert(self, article: Article, original: Original | None, feed: int | None) -> Added:
        run = self._database.connection.execute
        columns = columns_of(article)
        address = columns["address"]
        last = "SELECT max(id) FROM article WHERE address = ? AND trashed IS NULL"
        found = self._database.one(last, [address]) if address else None
        earlier = found[0] if found is not None else None
        names, signs = ", ".join(columns), ", ".join("?" * len(columns))
        number = run(
            f"INSERT INTO article ({names}, added, feed) VALUES ({signs}, ?, ?)",
            [*columns.values(), self._now(), feed],
        ).lastrowid
        assert number is not None
        run(
            "INSERT INTO packed_body (id, title, text, rest) VALUES (?, ?, ?, ?)",
            [number, article.title or "", pack_text(article.text), rest_of(article)],
        )
        if original is not None:
            packed = zlib.compress(original.data, 6)
            run(
                "INSERT INTO original (article, name, size, data) VALUES (?, ?, ?, ?)",
                [number, whole(original.name), len(original.data), packed],
            )
        if earlier is not None:
            self._shelves.sort_like(number, earlier)
        self._folding.take_in(number, article.text)
        return Added(id_of(number), is_version=earlier is not None)

    def article(self, article_id: str, *, is_edited: bool = True) -> Article:
        """Return a kept article, exactly as it was read, with the reader's edits laid over it.

        An edited fact stands first among the facts, its place being "your edit"; what the input
        said of it follows.

        Args:
            article_id: The article.
            is_edited: Lay the edits over it; where corrections do so, it is to be as it came.

        Raises:
            LibraryError: There is none with this id, or the library cannot be read.
        """
        number = number_of(article_id)
        row = self._database.one("SELECT text, rest FROM body WHERE id = ?", [number])
        if row is None:
            raise missing(article_id)
        try:
            article = article_from(row)
        except (ValueError, TypeError) as error:
            message = f"The article {article_id} is damaged in the library."
            raise LibraryError(message, hint="Type: close-reader library check") from error
        return _edited(article, self.edits(article_id)) if is_edited else article

    def edits(self, article_id: str) -> Mapping[str, str]:
        """Return what the reader says of an article, by the name of the fact.

        Raises:
            LibraryError: The library cannot be read.
        """
        return dict(
            self._database.all(
                "SELECT name, value FROM edit WHERE article = ? ORDER BY name",
                [number_of(article_id)],
            )
        )

    def edit(self, article_id: str, name: str, value: str | None) -> None:
        """Say a fact better than the input did, or take that back with None.

        Args:
            article_id: The article.
            name: One of `EDITABLE`: title, author, date, outlet, language, kind.
            value: What it should be; "" where nothing is known.

        Raises:
            LibraryError: The library cannot be written, or there is no such article or fact.
        """
        if name not in EDITABLE:
            known = ", ".join(EDITABLE)
            message = f"“{name}” is nothing that can be edited."
            raise LibraryError(message, hint=f"These can be: {known}.")
        number = number_of(article_id)
        with self._database.writing() as connection:
            if value is None:
                order = "DELETE FROM edit WHERE article = ? AND name = ?"
                connection.execute(order, [number, name])
            else:
                order = "INSERT OR REPLACE INTO edit (article, name, value) VALUES (?, ?, ?)"
                connection.execute(order, [number, name, whole(value)])
            self._show_edits(article_id, connection.execute)

    def _show_edits(self, article_id: str, run: Callable[..., object]) -> None:
        """Bring what lists show and what is searched in line with the edits."""
        article, number = self.article(article_id), number_of(article_id)
        kind = self.edits(article_id).get("kind") or None
        run(
            "UPDATE article SET title = ?, outlet = ?, byline = ?, published = ?, language = ?,"
            " kind = ? WHERE id = ?",
            [
                *_over_the_text(article),
                kind,
                number,
            ],
        )
        run("UPDATE packed_body SET title = ? WHERE id = ?", [article.title or "", number])
        self._folding.elect_again(number)

    def replace(self, article_id: str, article: Article) -> None:
        """Keep another form of the same article: one with pieces put back, or read anew.

        Its analysis is forgotten; corrections and notes find their places by their words.

        Raises:
            LibraryError: The library cannot be written, or there is no such article.
        """
        article, number = _storable(article), number_of(article_id)
        with self._database.writing() as connection:
            self._folding.leave(number)
            forget_analysis(connection, number)
            count = connection.execute(
                "UPDATE article SET origin = ?, address = ?, text_digest = ?, words = ?,"
                " size = ?, narrator = NULL, direct = NULL, indirect = NULL WHERE id = ?",
                [
                    article.origin,
                    address_key(article.origin) or None,
                    digest(article.text),
                    count_words(article.text),
                    len(article.text.encode()),
                    number,
                ],
            ).rowcount
            if not count:
                raise missing(article_id)
            connection.execute(
                "UPDATE packed_body SET text = ?, rest = ? WHERE id = ?",
                [pack_text(article.text), rest_of(article), number],
            )
            self._folding.take_in(number, article.text)
            self._show_edits(article_id, connection.execute)

    def original(self, article_id: str) -> Original | None:
        """Return the file an article was read from, or None where it was not kept.

        Raises:
            LibraryError: The library cannot be read.
        """
        row = self._database.one(
            "SELECT name, data FROM original WHERE article = ?", [number_of(article_id)]
        )
        try:
            return Original(row[0], unpacked_file(row[1])) if row else None
        except ValueError as error:
            message = f"The original file of {article_id} is damaged: {error}."
            raise LibraryError(message, hint="The article itself is there.") from error

    def id_of(self, article: Article) -> str | None:
        """Return the id of an article that is kept (outside the trash), or None.

        Raises:
            LibraryError: The library cannot be read.
        """
        same = self._same(_storable(article))
        return id_of(same.number) if same is not None and not same.is_trashed else None

    def id_of_address(self, origin: str) -> str | None:
        """Return the id of the newest kept text of a web address or path, or None.

        Raises:
            LibraryError: The library cannot be read.
        """
        address = address_key(origin)
        column, value = ("address", address) if address else ("origin", whole(origin))
        row = self._database.one(
            f"SELECT max(id) FROM article WHERE {column} = ? AND trashed IS NULL", [value]
        )
        return id_of(row[0]) if row and row[0] is not None else None


def missing(article_id: str) -> LibraryError:
    """Return what to say of an id that no article has."""
    return LibraryError(
        f"There is no article {article_id} in the library.",
        hint="close-reader library list shows what is kept.",
    )


def columns_of(article: Article) -> dict[str, object]:
    """Return what the row of an article says of its text."""
    names = ("title", "outlet", "byline", "published", "language")
    return dict(zip(names, _over_the_text(article), strict=True)) | {
        "origin": article.origin,
        "address": address_key(article.origin) or None,
        "text_digest": digest(article.text),
        "words": count_words(article.text),
        "size": len(article.text.encode()),
    }


def _over_the_text(article: Article) -> tuple[str | None, ...]:
    """Return what lists show of an article: title, outlet, byline, time and language."""
    return (
        article.title or "",
        article.outlet,
        article.byline,
        article.published,
        article.language,
    )


def _storable(article: Article) -> Article:
    """Return an article whose words can be kept."""
    facts = (article.title, article.byline, article.published, article.outlet, article.language)
    plain = "".join((article.text, article.origin, *(fact or "" for fact in facts)))
    if plain == whole(plain):
        return article
    return replace(
        article,
        text=whole(article.text),
        title=_whole_or_none(article.title),
        byline=_whole_or_none(article.byline),
        published=_whole_or_none(article.published),
        outlet=_whole_or_none(article.outlet),
        origin=whole(article.origin),
        language=_whole_or_none(article.language),
    )


def _whole_or_none(text: str | None) -> str | None:
    return None if text is None else whole(text)


def _edited(article: Article, edits: Mapping[str, str]) -> Article:
    if not edits:
        return article
    facts = tuple(Fact(name, value, YOUR_EDIT) for name, value in edits.items())
    known: dict[str, Any] = {
        _COLUMNS.get(name, name): value or None for name, value in edits.items() if name != "kind"
    }
    return replace(article, facts=(*facts, *article.facts), **known)

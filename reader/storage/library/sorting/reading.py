"""What the reader has read: new, half read or read, how far, and when."""

from collections.abc import Callable, Iterable

from reader.core.across.reading_state import State, state_at
from reader.storage.library.database.connections import Database
from reader.storage.library.database.packing import whole
from reader.storage.library.rows import ReadingPlace, number_of


class Reading:
    """Reading states and places; use them as `library.reading`."""

    def __init__(self, database: Database, now: Callable[[], str]) -> None:
        self._database = database
        self._now = now

    def opened(self, article_id: str) -> None:
        """Note that an article has been opened; it stays new until its reading begins.

        Raises:
            LibraryError: The library cannot be written.
        """
        self._database.run(
            "UPDATE article SET opened = ? WHERE id = ?", [self._now(), number_of(article_id)]
        )

    def begun(self, article_id: str) -> None:
        """Note that somebody reads an article; a new one is half read from now on.

        Raises:
            LibraryError: The library cannot be written.
        """
        self._database.run(
            "UPDATE article SET state = 'half-read' WHERE id = ? AND state = 'new'",
            [number_of(article_id)],
        )

    def set_state(self, article_ids: Iterable[str], state: State) -> None:
        """Say that articles are new, half read or read.

        Raises:
            LibraryError: The library cannot be written.
        """
        numbers = [(state, number_of(one)) for one in article_ids]
        self._database.run_many("UPDATE article SET state = ? WHERE id = ?", numbers)

    def keep_place(self, article_id: str, place: ReadingPlace) -> None:
        """Keep how far an article was read; at its end it is read, unless it is new.

        Raises:
            LibraryError: The library cannot be written.
        """
        number = number_of(article_id)
        with self._database.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO place (article, start, quote, share, changed)"
                " SELECT id, ?, ?, ?, ? FROM article WHERE id = ?",
                [place.start, whole(place.quote), place.share, self._now(), number],
            )
            row = self._database.one("SELECT state FROM article WHERE id = ?", [number])
            if row is not None:
                state = state_at(row[0], place.share)
                connection.execute("UPDATE article SET state = ? WHERE id = ?", [state, number])

    def place(self, article_id: str) -> ReadingPlace | None:
        """Return how far an article was read, or None.

        Raises:
            LibraryError: The library cannot be read.
        """
        row = self._database.one(
            "SELECT start, quote, share FROM place WHERE article = ?", [number_of(article_id)]
        )
        return ReadingPlace(*row) if row else None

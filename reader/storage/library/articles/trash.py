"""The trash: what was thrown away is kept for 30 days, and can be taken back."""

from collections.abc import Callable, Iterable

from reader.storage.library.analyses.terms import forget_analysis
from reader.storage.library.articles.articles import missing
from reader.storage.library.database.connections import Database
from reader.storage.library.folding.folding import Folding
from reader.storage.library.rows import TRASH_DAYS, id_of, number_of

_UNOPENED = """SELECT id FROM article WHERE feed IS NOT NULL AND trashed IS NULL
 AND state = 'new' AND opened IS NULL AND added < ?
 AND id NOT IN (SELECT article FROM place)
 AND id NOT IN (SELECT article FROM in_collection) AND id NOT IN (SELECT article FROM has_tag)
 AND text_digest NOT IN (SELECT text FROM work WHERE number > 0)"""


class Trash:
    """The trash; use it as `library.trash`."""

    def __init__(
        self,
        database: Database,
        folding: Folding,
        now: Callable[[], str],
        earlier: Callable[[int], str],
    ) -> None:
        """Make it.

        Args:
            database: The database.
            folding: Told what goes and comes.
            now: Returns the time.
            earlier: Returns the time some days ago.
        """
        self._database = database
        self._folding = folding
        self._now = now
        self._earlier = earlier

    def remove(self, article_ids: Iterable[str]) -> None:
        """Put articles into the trash; what is there already stays as it is.

        Raises:
            LibraryError: The library cannot be written, or there is no such article.
        """
        self._mark(article_ids, self._now())

    def restore(self, article_ids: Iterable[str]) -> None:
        """Take articles out of the trash, with all that was made of them.

        What a feed brought does not go there again by itself: its reading place is its beginning.

        Raises:
            LibraryError: The library cannot be written, or there is no such article.
        """
        ids = tuple(article_ids)
        with self._database.writing() as connection:
            self._mark(ids, None)
            connection.executemany(
                "INSERT OR IGNORE INTO place (article, start, quote, share, changed)"
                " SELECT id, 0, '', 0, ? FROM article WHERE id = ? AND feed IS NOT NULL",
                [(self._now(), number_of(one)) for one in ids],
            )

    def remove_unopened(self, days: int) -> tuple[str, ...]:
        """Put what feeds brought into the trash where nobody made anything of it; return the ids.

        What was opened, noted, tagged or put into a collection stays.

        Args:
            days: How long it stays at least.

        Raises:
            LibraryError: The library cannot be written.
        """
        with self._database.writing() as connection:
            found = connection.execute(_UNOPENED, [self._earlier(days)]).fetchall()
            ids = tuple(id_of(number) for (number,) in found)
            self.remove(ids)
        return ids

    def _mark(self, article_ids: Iterable[str], time: str | None) -> None:
        with self._database.writing() as connection:
            for article_id in article_ids:
                number = number_of(article_id)
                if not connection.execute(
                    "UPDATE article SET trashed = iif(?1 IS NULL, NULL, coalesce(trashed, ?1))"
                    " WHERE id = ?2",
                    [time, number],
                ).rowcount:
                    raise missing(article_id)
                self._folding.elect_again(number)

    def empty(self, *, only_old: bool = False) -> int:
        """Delete what is in the trash for good; return how many articles that were.

        Corrections and notes stay, for they belong to the words, not to the copy.

        Args:
            only_old: Only what has been there for 30 days.

        Raises:
            LibraryError: The library cannot be written.
        """
        before = self._earlier(TRASH_DAYS) if only_old else "9999"
        with self._database.writing() as connection:
            found = connection.execute("SELECT id FROM article WHERE trashed < ?", [before])
            numbers = [number for (number,) in found.fetchall()]
            self.delete(numbers)
        return len(numbers)

    def delete(self, numbers: Iterable[int]) -> None:
        """Delete articles that are in the trash for good, by their numbers.

        Raises:
            LibraryError: The library cannot be written.
        """
        with self._database.writing() as connection:
            for number in numbers:
                forget_analysis(connection, number)
                self._folding.leave(number)
                order = "DELETE FROM article WHERE id = ? AND trashed IS NOT NULL"
                connection.execute(order, [number])

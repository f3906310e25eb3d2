"""The feeds that the reader follows, what was last heard of them, and which entries were seen."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Literal, get_args

from reader.errors import LibraryError
from reader.storage.library.database.connections import Database, Row, in_words
from reader.storage.library.database.packing import whole
from reader.storage.library.rows import number_of
from reader.values import frozen

Schedule = Literal["by-hand", "daily", "hourly"]
SCHEDULES: tuple[Schedule, ...] = get_args(Schedule)
_HOURS: dict[str, int] = {"daily": 24, "hourly": 1}
_EARLY = timedelta(minutes=2)  # that a feed may be asked before its hour is quite over
_FORM = "%Y-%m-%dT%H:%M:%SZ"
_QUESTION = """SELECT f.id, f.address, f.title, f.site, f.folder, f.schedule, f.wants_page,
 f.etag, f.modified, f.asked, f.answered, f.problem,
 (SELECT count(*) FROM article a WHERE a.feed = f.id AND a.trashed IS NULL AND a.state = 'new')
 FROM feed f"""
_ALL = (
    "id, address, title, site, folder, schedule, wants_page, etag, modified, asked, answered,"
    " problem"
)
_ORDER = " ORDER BY f.folder COLLATE NOCASE, f.title COLLATE NOCASE, f.id"


@frozen
class FeedRow:
    """A feed that is followed.

    Attributes:
        number: Its number, as `ArticleRow.feed` has it.
        address: Where it lies.
        title: Its title, or its address where it has none.
        site: The address of its site, or "".
        folder: The folder the reader put it in, or "".
        schedule: When it is asked: by hand, every day, every hour.
        wants_page: Whether the whole page of each entry is fetched.
        etag: What its server named its last answer by, or "".
        modified: When its server said that it was changed, or "".
        asked: When it was last asked, or None.
        answered: When it last answered, or None.
        problem: Why the last question failed, as a finished sentence, or "".
        new: How many of its articles are new.
    """

    number: int
    address: str
    title: str
    site: str
    folder: str
    schedule: Schedule
    wants_page: bool
    etag: str
    modified: str
    asked: str | None
    answered: str | None
    problem: str
    new: int


@frozen
class LeftFeed:
    """All that is known of a feed, to follow it again as if it had never been left.

    Attributes:
        columns: What the table of feeds holds.
        entries: The entries that were seen.
        articles: The numbers of its articles.
    """

    columns: Row
    entries: tuple[Row, ...]
    articles: tuple[int, ...]


class Feeds:
    """The feeds that are followed; use them as `library.feeds`."""

    def __init__(self, database: Database, now: Callable[[], str]) -> None:
        self._database = database
        self._now = now

    def all(self) -> tuple[FeedRow, ...]:
        """Return all feeds, by folder and title.

        Raises:
            LibraryError: The library cannot be read.
        """
        return tuple(map(_row, self._database.all(_QUESTION + _ORDER)))

    def at(self, address: str) -> FeedRow | None:
        """Return the feed of an address, or None where it is not followed.

        Raises:
            LibraryError: The library cannot be read.
        """
        row = self._database.one(f"{_QUESTION} WHERE f.address = ?", [whole(address)])
        return _row(row) if row else None

    def due(self, schedule: Schedule | None = None) -> tuple[FeedRow, ...]:
        """Return the feeds whose schedule says that they are to be asked now.

        Args:
            schedule: The one that counts for all of them; None for each feed's own.

        Raises:
            LibraryError: The library cannot be read.
        """
        now = datetime.strptime(self._now(), _FORM).replace(tzinfo=UTC)
        return tuple(
            feed for feed in self.all() if _is_due(schedule or feed.schedule, feed.asked, now)
        )

    def follow(
        self,
        address: str,
        *,
        title: str = "",
        site: str = "",
        folder: str = "",
        schedule: Schedule = "by-hand",
        wants_page: bool = False,
    ) -> bool:
        """Follow a feed; return False where it was followed already, and leave it as it was.

        Raises:
            LibraryError: The library cannot be written.
        """
        values = [*map(whole, (address, title, site, folder)), schedule, wants_page]
        added = self._database.run(
            "INSERT OR IGNORE INTO feed (address, title, site, folder, schedule, wants_page)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            values,
        )
        return added > 0

    def ask(self, number: int, schedule: Schedule, *, wants_page: bool) -> None:
        """Say when a feed is asked from now on, and whether whole pages are fetched.

        Raises:
            LibraryError: The library cannot be written.
        """
        self._database.run(
            "UPDATE feed SET schedule = ?, wants_page = ? WHERE id = ?",
            [schedule, wants_page, number],
        )

    def rename(self, number: int, title: str) -> str:
        """Give a feed a name of the reader's; "" for its own, which its next answer tells.

        Returns:
            What it was called before, "" where it had no name or is not followed.

        Raises:
            LibraryError: The library cannot be written.
        """
        name = " ".join(whole(title).split())
        with self._database.writing() as connection:
            before = self._database.one("SELECT title FROM feed WHERE id = ?", [number])
            connection.execute("UPDATE feed SET title = ? WHERE id = ?", [name, number])
        return str(before[0]) if before else ""

    def unfollow(self, address: str) -> None:
        """Follow a feed no more; its articles stay in the library.

        Raises:
            LibraryError: The library cannot be written, or the feed is not followed.
        """
        if not self._database.run("DELETE FROM feed WHERE address = ?", [whole(address)]):
            raise LibraryError(
                f"No feed is followed at {address}.",
                hint="close-reader feeds list shows those that are.",
            )

    def as_followed(self, number: int) -> LeftFeed | None:
        """Return all that is known of a feed, or None where it is not followed.

        Raises:
            LibraryError: The library cannot be read.
        """
        columns = self._database.one(f"SELECT {_ALL} FROM feed WHERE id = ?", [number])
        entries = self._database.all(
            "SELECT guid, article, seen FROM feed_entry WHERE feed = ?", [number]
        )
        articles = self._database.all("SELECT id FROM article WHERE feed = ?", [number])
        if columns is None:
            return None
        return LeftFeed(columns, tuple(entries), tuple(one for (one,) in articles))

    def follow_again(self, left: LeftFeed) -> None:
        """Follow a feed again with all that was known of it; one followed meanwhile stays.

        Raises:
            LibraryError: The library cannot be written.
        """
        number, signs = left.columns[0], ", ".join("?" * len(left.columns))
        with self._database.writing() as connection:
            order = f"INSERT OR IGNORE INTO feed ({_ALL}) VALUES ({signs})"
            if not connection.execute(order, left.columns).rowcount:
                return
            connection.executemany(
                "INSERT OR IGNORE INTO feed_entry (feed, guid, article, seen)"
                " VALUES (?, ?, (SELECT id FROM article WHERE id = ?), ?)",
                [(number, *entry) for entry in left.entries],
            )
            connection.executemany(
                "UPDATE article SET feed = ? WHERE id = ? AND feed IS NULL",
                [(number, article) for article in left.articles],
            )

    def answered(self, number: int, *, etag: str, modified: str, title: str, site: str) -> None:
        """Note that a feed answered; its own title counts where the reader gave none.

        Raises:
            LibraryError: The library cannot be written.
        """
        now = self._now()
        self._database.run(
            "UPDATE feed SET etag = ?, modified = ?, asked = ?, answered = ?, problem = '',"
            " title = iif(title = '', ?, title), site = iif(site = '', ?, site) WHERE id = ?",
            [whole(etag), whole(modified), now, now, whole(title), whole(site), number],
        )

    def failed(self, number: int, problem: str) -> None:
        """Note why a question failed.

        Raises:
            LibraryError: The library cannot be written.
        """
        self._database.run(
            "UPDATE feed SET asked = ?, problem = ? WHERE id = ?",
            [self._now(), whole(problem), number],
        )

    def unseen(self, number: int, guids: Iterable[str]) -> tuple[str, ...]:
        """Return those entries of a feed that were never seen, in their order.

        Raises:
            LibraryError: The library cannot be read.
        """
        rows = self._database.all("SELECT guid FROM feed_entry WHERE feed = ?", [number])
        seen = {guid for (guid,) in rows}
        return tuple(guid for guid in guids if whole(guid) not in seen)

    def choose(self, number: int, wanted: Iterable[str], others: Iterable[str]) -> None:
        """Have wanted entries of a feed taken at its next answer, and the others passed over.

        What was taken already stays as it is.

        Raises:
            LibraryError: The library cannot be written.
        """
        now = self._now()
        with self._database.writing() as connection:
            connection.executemany(
                "DELETE FROM feed_entry WHERE feed = ? AND guid = ? AND article IS NULL",
                [(number, whole(guid)) for guid in wanted],
            )
            connection.executemany(
                "INSERT OR IGNORE INTO feed_entry (feed, guid, seen) VALUES (?, ?, ?)",
                [(number, whole(guid), now) for guid in others],
            )

    def see(self, number: int, guid: str, article_id: str | None) -> None:
        """Note that an entry was seen, and which article came of it, if any.

        Raises:
            LibraryError: The library cannot be written.
        """
        article = None if article_id is None else number_of(article_id)
        self._database.run(
            "INSERT OR REPLACE INTO feed_entry (feed, guid, article, seen) VALUES (?, ?, ?, ?)",
            [number, whole(guid), article, self._now()],
        )


def _is_due(schedule: Schedule, asked: str | None, now: datetime) -> bool:
    hours = _HOURS.get(schedule)
    if hours is None or asked is None:
        return hours is not None
    last = datetime.strptime(asked, _FORM).replace(tzinfo=UTC)
    if last > now:  # the clock was set back
        return True
    return now - last + _EARLY >= timedelta(hours=hours)


def _row(row: Row) -> FeedRow:
    number, address, title, site, folder, schedule, wants_page, *rest = in_words(row)
    etag, modified, asked, answered, problem, new = rest
    known: Schedule = schedule if schedule in SCHEDULES else "by-hand"
    return FeedRow(
        number=number,
        address=address or "",
        title=title or address or "",
        site=site or "",
        folder=folder or "",
        schedule=known,
        wants_page=bool(wants_page),
        etag=etag or "",
        modified=modified or "",
        asked=asked,
        answered=answered,
        problem=problem or "",
        new=new,
    )

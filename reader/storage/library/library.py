"""The library: one database in the data folder, opened once, used by all.

    library = Library.open(paths.data)
    added = library.articles.add(article, Original(name, data), collections=["Market"])
    article = library.articles.article(added.id)
    library.analyses.keep(added.id, analysis, KnownLexicons(tools.lexicons))
    rows = library.rows(Wanted(collection="Market", is_folded=True), most=50)
    found = library.search.find("regime, narrator only")

All parts may be used from every thread: each has a connection of its own, readers never wait, and
a writer waits for the one before. Several programs may have it open. Every change is whole, and
kept when the call returns. To make several changes one: `with library.change():`.

A table for something new is a step at the end of `database/migrations.py`, and a part of its own
beside the others, made in `Library` with the same database.
"""

import contextlib
import weakref
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from reader.core.analysis.analysis import Analysis
from reader.core.corrections import Corrections, Scope
from reader.core.notes import Note
from reader.core.text.article import Article
from reader.errors import LibraryError, ReaderError
from reader.storage.library.analyses.analyses import Analyses
from reader.storage.library.articles.articles import Articles
from reader.storage.library.articles.feeds import Feeds
from reader.storage.library.articles.trash import Trash
from reader.storage.library.articles.watched import WatchedFolders
from reader.storage.library.database.connections import Database
from reader.storage.library.database.times import in_utc
from reader.storage.library.folding.folding import Folding
from reader.storage.library.rows import EVERYTHING, FILE, ArticleRow, Counts, Group, Wanted
from reader.storage.library.search.search import Search
from reader.storage.library.sorting.listing import Listing
from reader.storage.library.sorting.reading import Reading
from reader.storage.library.sorting.shelves import Shelves
from reader.storage.library.upkeep.opening import mended, open_database
from reader.storage.library.upkeep.upkeep import Upkeep
from reader.storage.library.work.as_left import as_left, corrections_on
from reader.storage.library.work.work import Work
from reader.storage.user_data.scope_files import NOTES


def _utc_now() -> datetime:
    return datetime.now(UTC)


def _make_ready(of: "weakref.ref[Library]") -> None:
    library = of()
    if library is not None:
        library.prepare_replacement()


class Library:
    """Every article that is kept.

    Attributes:
        articles: Add, get and edit articles.
        analyses: Keep, get and find stale analyses.
        shelves: Collections, tags, kept searches.
        folding: Near copies, agency copy, versions and their differences.
        reading: New, half read, read; the reading place.
        trash: Throw away, take back, empty.
        search: Search words, facts, sources and voices.
        feeds: The feeds that are followed, and which entries were seen.
        watched: The folders that are looked into.
        work: What the reader made of articles; ask it through a `Store`.
        upkeep: Daily backup, whole backup, check, what it takes on the disk.
        problem: What the reader should know about the library, or None: it was damaged, has
            been set aside, and a new one begun.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        """Use an open database; `Library.open` finds and prepares it."""
        self._database = database
        self._clock = clock
        self.problem: ReaderError | None = None
        self.shelves = Shelves(database)
        self.folding = Folding(database)
        self.articles = Articles(database, self.shelves, self.folding, self._now)
        self.analyses = Analyses(database)
        self.reading = Reading(database, self._now)
        self.trash = Trash(database, self.folding, self._now, self._earlier)
        self.search = Search(database)
        self.feeds = Feeds(database, self._now)
        self.watched = WatchedFolders(database, self._now)
        self.work = Work(database, self._now)
        self.upkeep = Upkeep(
            database, (self.articles, self.reading, self.work), self.trash, self._now
        )
        self._listing = Listing(database)

    @classmethod
    def open(cls, folder: Path, clock: Callable[[], datetime] = _utc_now) -> "Library":
        """Open the library of a data folder; where there is none, an empty one is made.

        Args:
            folder: The data folder.
            clock: Returns the time, with its zone.

        Raises:
            LibraryError: It cannot be opened, or a later version of the program made it.
        """
        database, problem = open_database(folder / FILE)
        library = cls(database, clock)
        library.problem = problem
        database.make_ready = partial(_make_ready, weakref.ref(library))
        return library

    def prepare_replacement(self) -> None:
        """Prepare the file that was found in the place of this library; note it as a problem.

        Raises:
            LibraryError: It cannot be opened.
        """
        database, problem = open_database(self.path)
        database.close()
        self.problem = problem or LibraryError(
            f"The library {self.path.name} was set aside or replaced while it was open.",
            hint="What you do from now on is kept in the one that lies in its place.",
        )

    def mend(self) -> ReaderError | None:
        """Begin a new library where something failed as in a damaged one; return what to tell.

        Cheap where nothing failed. What can be read of the damaged one is taken over.

        Raises:
            LibraryError: It cannot be set aside, or no new one be begun.
        """
        if not self._database.is_suspect:
            return None
        self._database.is_suspect = False
        problem = mended(self._database)
        if problem is not None:
            self.problem = problem
        return problem

    @property
    def path(self) -> Path:
        """Return the file of the library."""
        return self._database.path

    @property
    def set_aside(self) -> str:
        """Return the name of a damaged library that was set aside here last; "" for none."""
        named = f"{FILE}.old"
        found = [
            one
            for one in self.path.parent.glob(f"{named}*")
            if one.name == named or one.name.removeprefix(named).isdecimal()
        ]
        return max(found, key=lambda one: (len(one.name), one.name)).name if found else ""

    def release(self) -> None:
        """Close the connection of this thread, as a thread of Qt must at the end of each job."""
        self._database.release()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    @contextlib.contextmanager
    def change(self) -> Iterator[None]:
        """Make all changes inside one: they are kept together, or none of them.

        Raises:
            LibraryError: The library cannot be written.
        """
        with self._database.writing():
            yield

    # -- lists ---------------------------------------------------------------------------------

    def rows(
        self, wanted: Wanted = EVERYTHING, first: int = 0, most: int = 1 << 30
    ) -> tuple[ArticleRow, ...]:
        """Return the rows of a list, or a part of it.

        Args:
            wanted: Which articles, and in what order.
            first: How many rows to leave out at the beginning.
            most: How many rows at most.

        Raises:
            LibraryError: The library cannot be read.
        """
        return self._listing.rows(wanted, first, most)

    def ids(self, wanted: Wanted = EVERYTHING) -> tuple[str, ...]:
        """Return the ids of a whole list in its order; cheap enough for 50,000.

        Raises:
            LibraryError: The library cannot be read.
        """
        return self._listing.ids(wanted)

    def rows_of(self, article_ids: Sequence[str]) -> tuple[ArticleRow, ...]:
        """Return the rows of some articles, in the order of the ids; missing ones are left out.

        Raises:
            LibraryError: The library cannot be read, or a word is no id.
        """
        return self._listing.rows_of(article_ids)

    def row(self, article_id: str) -> ArticleRow | None:
        """Return the row of one article, in the trash or not, or None where there is none.

        Raises:
            LibraryError: The library cannot be read, or the word is no id.
        """
        found = self._listing.rows_of([article_id])
        return found[0] if found else None

    def left_by_reader(self, analysis: Analysis) -> Analysis | None:
        """Return an analysis as its reader corrected and muted it, None where nothing was.

        Raises:
            LibraryError: The library cannot be read.
        """
        return as_left(self.work, analysis)

    def corrections_on(self, article: Article) -> Corrections:
        """Return the corrections and mutes that count for an article.

        Raises:
            LibraryError: The library cannot be read.
        """
        return corrections_on(self.work, article)

    def notes_on(self, article: Article) -> tuple[Note, ...]:
        """Return the reader's highlights and notes on a text that is kept.

        Raises:
            LibraryError: The library cannot be read.
        """
        return self.work.load(NOTES, Scope.of(article)).value

    def counts(self) -> Counts:
        """Return how many articles there are, new, half read, read, noted, in the trash.

        Raises:
            LibraryError: The library cannot be read.
        """
        return self._listing.counts()

    def outlets(self) -> tuple[Group, ...]:
        """Return the outlets of the articles, the most frequent first.

        Raises:
            LibraryError: The library cannot be read.
        """
        return self._listing.outlets()

    def change_number(self) -> tuple[int, int]:
        """Return two numbers that are others after any change, here or in another program.

        Raises:
            LibraryError: The library cannot be read.
        """
        row = self._database.one("PRAGMA data_version")
        here = self._database.connection.total_changes
        # A new file counts from nought again: its numbers must be none that were told before.
        return (row[0] if row else 0), here + (self._database.replacements << 40)

    # -- time ----------------------------------------------------------------------------------

    def _now(self) -> str:
        return in_utc(self._clock())

    def _earlier(self, days: int) -> str:
        return in_utc(self._clock() - timedelta(days=days))

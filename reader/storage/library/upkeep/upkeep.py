"""Keeping the library whole: use it as `library.upkeep`."""

from collections.abc import Callable, Sequence
from pathlib import Path

from reader.errors import ReaderError
from reader.storage.library.articles.articles import Articles
from reader.storage.library.articles.trash import Trash
from reader.storage.library.database.connections import Database
from reader.storage.library.sorting.reading import Reading
from reader.storage.library.upkeep.backups import back_up
from reader.storage.library.upkeep.checking import check
from reader.storage.library.upkeep.disk_use import (
    DiskUse,
    Room,
    disk_use,
    forget_copies,
    forget_originals,
    oldest_trash,
    room_taken,
)
from reader.storage.library.upkeep.recent import ReadOrigin, take_over_recent
from reader.storage.library.upkeep.work_backups import back_up_work, restore_work, work_backups
from reader.storage.library.work.work import Work


class Upkeep:
    """What is done now and then: daily backups, checks, what the disk holds."""

    def __init__(
        self,
        database: Database,
        parts: tuple[Articles, Reading, Work],
        trash: Trash,
        now: Callable[[], str],
    ) -> None:
        self._database = database
        self._parts = parts
        self._trash = trash
        self._now = now

    def take_over_recent(self, origins: Sequence[str], read: ReadOrigin) -> int:
        """Keep, once, the files that an earlier version listed as recent; return how many.

        Call it on a worker, when the reader has said that what is read is to be kept.

        Args:
            origins: The files, the latest first; web addresses are passed over.
            read: Returns the article of a file, and its bytes.

        Raises:
            LibraryError: The library cannot be written.
        """
        return take_over_recent(self._parts, origins, read)

    def daily(self) -> ReaderError | None:
        """Do what is due now and then; cheap when it is done, so that it may be called often.

        The reader's own work is backed up, once a day and again when it has changed; backups older
        than a week and what has been in the trash for 30 days are deleted. Return what could not
        be done, or None.
        """
        try:
            if back_up_work(self._database, self._now()) is not None:
                self._trash.empty(only_old=True)
        except ReaderError as error:
            return error
        return None

    def check(self) -> tuple[bool, tuple[str, ...]]:
        """Look the library over and mend what can be mended.

        Returns:
            Whether all is well now, and what was found and done, in finished sentences.

        Raises:
            LibraryError: The library cannot be read or written.
        """
        return check(self._database)

    def back_up(self, target: Path) -> None:
        """Write the whole library into one file; it may be used meanwhile.

        Raises:
            LibraryError: The file cannot be written.
        """
        back_up(self._database, target)

    def work_backups(self) -> list[Path]:
        """Return the daily backups of the reader's own work, the latest first."""
        return work_backups(self._database.path.parent)

    def restore_work(self, path: Path) -> None:
        """Take a daily backup into the library; what is there already stays.

        Raises:
            ReaderError: The backup cannot be read, or the library not be written.
        """
        restore_work(self._database, path)

    def disk_use(self) -> DiskUse:
        """Return what the library takes on the disk.

        Raises:
            LibraryError: It cannot be read.
        """
        return disk_use(self._database)

    def room_taken(self) -> Room:
        """Return what takes room that could be had back.

        Raises:
            LibraryError: It cannot be read.
        """
        return room_taken(self._database)

    def keep_within(self, *, originals: int, trash: int, backups: int) -> Room:
        """Delete what can be missed, the oldest first, until it takes no more than it may.

        Return how many originals, articles of the trash and copies were deleted. The articles
        outside the trash stay, and so does everything that the reader made.

        Args:
            originals: What the files that articles were read from may take, in bytes.
            trash: What the trash may take.
            backups: What copies of the whole library may take.

        Raises:
            LibraryError: The library cannot be written.
        """
        with self._database.writing():
            thrown = oldest_trash(self._database, trash)
            self._trash.delete(thrown)
            forgotten = self.forget_originals(originals)
        return Room(forgotten, len(thrown), forget_copies(self._database.path, backups))

    def forget_originals(self, most: int) -> int:
        """Delete the oldest originals until the rest takes no more than `most` bytes.

        Return how many were deleted; the articles stay.

        Raises:
            LibraryError: The library cannot be written.
        """
        return forget_originals(self._database, most)

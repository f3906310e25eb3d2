"""The folders that the reader lets the program look into for new articles."""

from collections.abc import Callable
from pathlib import Path

from reader.storage.library.database.connections import Database
from reader.storage.library.database.packing import whole
from reader.values import frozen


@frozen
class WatchedFolder:
    """A folder that is looked into.

    Attributes:
        path: Where it lies.
        looked: When it was last looked into, or None.
    """

    path: Path
    looked: str | None


class WatchedFolders:
    """The folders that are looked into; use them as `library.watched`."""

    def __init__(self, database: Database, now: Callable[[], str]) -> None:
        self._database = database
        self._now = now

    def all(self) -> tuple[WatchedFolder, ...]:
        """Return all folders, by their paths.

        Raises:
            LibraryError: The library cannot be read.
        """
        rows = self._database.all("SELECT path, looked FROM watched_folder ORDER BY path")
        return tuple(WatchedFolder(Path(path), looked) for path, looked in rows)

    def watch(self, path: Path, looked: str | None = None) -> None:
        """Look into a folder from now on.

        Args:
            path: The folder.
            looked: When it was looked into last; None for never.

        Raises:
            LibraryError: The library cannot be written.
        """
        place = whole(str(path.absolute()))
        self._database.run(
            "INSERT OR IGNORE INTO watched_folder (path, looked) VALUES (?, ?)", [place, looked]
        )

    def forget(self, path: Path) -> None:
        """Look into a folder no more; its articles stay in the library.

        Raises:
            LibraryError: The library cannot be written.
        """
        place = whole(str(path.absolute()))
        self._database.run("DELETE FROM watched_folder WHERE path = ?", [place])

    def time(self) -> str:
        """Return the time now, as `looked` takes it."""
        return self._now()

    def looked(self, path: Path, when: str) -> None:
        """Note when a look into a folder began.

        Raises:
            LibraryError: The library cannot be written.
        """
        self._database.run(
            "UPDATE watched_folder SET looked = ? WHERE path = ?",
            [when, whole(str(path.absolute()))],
        )

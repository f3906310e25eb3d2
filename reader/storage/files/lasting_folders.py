"""Folders that were there: one that has gone, as with a disk that was taken out, is not made anew.

What is made in its place would hide what it holds when it is back, or be lost with it.
"""

from pathlib import Path

from reader.errors import LibraryError

_SEEN: set[Path] = set()


class FolderGoneError(LibraryError):
    """A folder that was there is not there now; it may come back."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} could not be used: it is no longer there.",
            hint="If it lies on a disk that was taken out, put that in again.",
        )


def expect(folder: Path) -> None:
    """Count on a folder from now on, if it is there and holds anything."""
    if _holds_anything(folder):
        _SEEN.add(folder)


def refuse_gone(folder: Path) -> None:
    """Refuse to go on with a folder that was there.

    Where a disk was taken out, an empty folder may stay in its place.

    Raises:
        FolderGoneError: It has gone.
    """
    if folder in _SEEN and not _holds_anything(folder):
        raise FolderGoneError(folder)


def _holds_anything(folder: Path) -> bool:
    try:
        return next(folder.iterdir(), None) is not None
    except OSError:
        return False

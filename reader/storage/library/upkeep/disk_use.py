"""What the library takes on the disk, and the way to make it less.

Only what can be missed is ever deleted to make room: original files, the trash, old copies of the
whole library. What the reader made is none of these.
"""

import time
from pathlib import Path

from reader.storage.library.database.connections import Database
from reader.storage.library.upkeep.work_backups import FOLDER
from reader.values import frozen

_WEEK_S = 7 * 24 * 60 * 60
_TRASH_SIZE = (
    "a.size + coalesce((SELECT length(o.data) FROM original o WHERE o.article = a.id), 0)"
)


@frozen
class DiskUse:
    """What the library takes on the disk, in bytes.

    Attributes:
        articles: How many articles there are, the trash included.
        texts: Their texts.
        analyses: Their kept analyses.
        originals: The files they were read from.
        trash: Texts and originals of what is in the trash; counted above too.
        backups: What lies in the folder of backups.
        file: The whole database, its index of words and free room included.
    """

    articles: int
    texts: int
    analyses: int
    originals: int
    trash: int
    backups: int
    file: int


def disk_use(database: Database) -> DiskUse:
    """Return what a library takes on the disk.

    Raises:
        LibraryError: It cannot be read.
    """
    asked = (
        "SELECT count(*), total(size), total(iif(trashed IS NULL, 0, size)) FROM article",
        "SELECT total(length(data)) FROM analysis",
        "SELECT total(length(o.data)), total(iif(a.trashed IS NULL, 0, length(o.data)))"
        " FROM original o JOIN article a ON a.id = o.article",
    )
    (count, texts, trash), (analyses,), (originals, more) = (
        database.all(question)[0] for question in asked
    )
    folder = database.path.parent
    backups = (path for path in (folder / FOLDER).glob("*") if path.is_file())
    return DiskUse(
        articles=count,
        texts=int(texts),
        analyses=int(analyses),
        originals=int(originals),
        trash=int(trash + more),
        backups=sum(path.stat().st_size for path in backups),
        file=sum(path.stat().st_size for path in folder.glob(f"{database.path.name}*")),
    )


@frozen
class Room:
    """Bytes of what could be done without: original files, trash, copies; taken, or allowed.

    Attributes:
        originals: The files that articles were read from.
        trash: Texts and originals of what was thrown away.
        backups: Copies of the whole library, made before its tables changed.
    """

    originals: int
    trash: int
    backups: int


def room_taken(database: Database) -> Room:
    """Return what takes room that could be had back.

    Raises:
        LibraryError: It cannot be read.
    """
    originals = database.all("SELECT total(length(data)) FROM original")[0][0]
    trash = database.all(f"SELECT total({_TRASH_SIZE}) FROM article a WHERE trashed IS NOT NULL")
    copies = sum(path.stat().st_size for path in _copies(database.path))
    return Room(int(originals), int(trash[0][0]), copies)


def oldest_trash(database: Database, most: int) -> list[int]:
    """Return the numbers of what has to go so that the trash takes no more than `most` bytes.

    Raises:
        LibraryError: The library cannot be read.
    """
    found = database.all(
        f"SELECT id FROM (SELECT a.id, sum({_TRASH_SIZE})"
        " OVER (ORDER BY a.trashed DESC, a.id DESC) AS taken"
        " FROM article a WHERE a.trashed IS NOT NULL) WHERE taken > ?",
        [most],
    )
    return [number for (number,) in found]


def forget_copies(path: Path, most: int) -> int:
    """Delete the oldest copies of a whole library until the rest takes no more than `most` bytes.

    Those of the last week stay. Return how many were deleted.

    Args:
        path: The file of the library.
        most: What the copies may take.
    """
    latest_first = sorted(_copies(path), key=_made, reverse=True)
    taken = deleted = 0
    for copy in latest_first:
        taken += copy.stat().st_size
        if taken > most and time.time() - _made(copy) > _WEEK_S:
            copy.unlink(missing_ok=True)
            deleted += 1
    return deleted


def _copies(path: Path) -> list[Path]:
    return [one for one in (path.parent / FOLDER).glob(f"{path.stem}-before-*") if one.is_file()]


def _made(path: Path) -> float:
    return path.stat().st_mtime


def forget_originals(database: Database, most: int) -> int:
    """Delete the oldest originals until those that are left take no more than `most` bytes.

    The articles stay as they are; return how many originals were deleted.

    Raises:
        LibraryError: The library cannot be written.
    """
    return database.run(
        "DELETE FROM original WHERE article IN (SELECT article FROM (SELECT article,"
        " sum(length(data)) OVER (ORDER BY article DESC) AS taken FROM original)"
        " WHERE taken > ?)",
        [most],
    )

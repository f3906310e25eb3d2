"""What the library takes on the disk, and the way to make it less."""

from reader.storage.library.database.connections import Database
from reader.storage.library.upkeep.work_backups import FOLDER
from reader.values import frozen


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
    return DiskUse(
        articles=count,
        texts=int(texts),
        analyses=int(analyses),
        originals=int(originals),
        trash=int(trash + more),
        backups=sum(path.stat().st_size for path in (folder / FOLDER).glob("*") if path.is_file()),
        file=sum(path.stat().st_size for path in folder.glob(f"{database.path.name}*")),
    )


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

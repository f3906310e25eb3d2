"""What is new in the folders that are watched."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

from reader.batch.importing.importing import Imported, OnNew, import_all
from reader.intake.article_folder import library_files
from reader.storage.library.articles.watched import WatchedFolder
from reader.storage.library.library import Library

_COARSE_S = 2  # what the times of files may lag, on disks that count in steps of two seconds
_FORM = "%Y-%m-%dT%H:%M:%SZ"


def look_into(
    library: Library,
    folders: Iterable[WatchedFolder],
    on_new: OnNew = lambda _id, _article: "",
    still_wanted: Callable[[], object] = lambda: None,
) -> Iterator[Imported]:
    """Keep what came into watched folders since they were looked into, and yield each result.

    What came in while the last look went on counts as new, and so does a file that is older than
    the folder's last look and was moved or copied there since. Where the clock was set back,
    all files are looked at; those that are kept stay as they are, and those that the reader has
    put into the trash stay there.

    Args:
        library: Where to keep it.
        folders: The folders; of what lies below them too, hidden and very large files are
            passed over.
        on_new: Called for each new article.
        still_wanted: Called before each article; whatever it raises ends the work.

    Raises:
        LibraryError: The library cannot be written.
    """
    for folder in folders:
        began = library.watched.time()
        since = _nanoseconds(folder.looked, began)
        files = library_files(str(folder.path), ()) if folder.path.is_dir() else ()
        fresh = [file.path for file in files if file.came >= since]
        if not folder.path.is_dir():
            problem = f"The folder {folder.path} is not there. Watch it no more, or put it back."
            yield Imported(str(folder.path), "failed", problem=problem)
            continue
        yield from import_all(
            library, fresh, on_new=on_new, still_wanted=still_wanted, in_trash="stays"
        )
        library.watched.looked(folder.path, began)


def _nanoseconds(looked: str | None, now: str) -> int:
    """Return from when on files are new, in nanoseconds since 1970."""
    if looked is None or looked > now:
        return 0
    seconds = int(datetime.strptime(looked, _FORM).replace(tzinfo=UTC).timestamp())
    return (seconds - _COARSE_S) * 1_000_000_000

"""What is new in the folders that are watched."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

from reader.batch.importing.importing import Imported, OnNew, import_all
from reader.intake.article_folder import library_files
from reader.storage.library.articles.watched import WatchedFolder
from reader.storage.library.library import Library

_FORM = "%Y-%m-%dT%H:%M:%SZ"


def look_into(
    library: Library,
    folders: Iterable[WatchedFolder],
    on_new: OnNew = lambda _id, _article: "",
    still_wanted: Callable[[], object] = lambda: None,
) -> Iterator[Imported]:
    """Keep what came into watched folders since they were looked into, and yield each result.

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
        since = _nanoseconds(folder.looked)
        files = library_files(str(folder.path), ()) if folder.path.is_dir() else ()
        fresh = [file.path for file in files if file.stamp[0] >= since]
        if not folder.path.is_dir():
            problem = f"The folder {folder.path} is not there. Watch it no more, or put it back."
            yield Imported(str(folder.path), "failed", problem=problem)
            continue
        yield from import_all(library, fresh, on_new=on_new, still_wanted=still_wanted)
        library.watched.looked(folder.path)


def _nanoseconds(looked: str | None) -> int:
    if looked is None:
        return 0
    return int(datetime.strptime(looked, _FORM).replace(tzinfo=UTC).timestamp()) * 1_000_000_000

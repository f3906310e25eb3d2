"""What was read before there was a library: the recent files of an earlier version, once."""

from collections.abc import Callable, Sequence
from pathlib import Path

from reader.core.text.article import Article
from reader.errors import ReaderError
from reader.storage.library.articles.articles import Articles
from reader.storage.library.rows import Original
from reader.storage.library.sorting.reading import Reading
from reader.storage.library.work.work import Work

_NAME = "recent files"
ReadOrigin = Callable[[str], tuple[Article, bytes]]


def take_over_recent(
    parts: tuple[Articles, Reading, Work], origins: Sequence[str], read: ReadOrigin
) -> int:
    """Keep the files that were read recently, the latest one as read last; return how many.

    It is done once. Files that are gone or cannot be read are passed over: they stay in the list
    of recent files. Nothing is fetched from the web.

    Args:
        parts: Of the library: its articles, what has been read, what was taken over.
        origins: The files, the latest first.
        read: Returns the article of a file, and its bytes.

    Raises:
        LibraryError: The library cannot be written.
    """
    articles, reading, work = parts
    if work.was_taken(_NAME):
        return 0
    count = 0
    for origin in reversed(origins):
        if origin.lower().startswith(("http:", "https:")):
            continue
        try:
            article, data = read(origin)
        except ReaderError:
            continue
        added = articles.add(article, Original(Path(origin).name, data))
        if added.is_new:
            reading.opened(added.id)
            reading.begun(added.id)
            count += 1
    work.note_taken(_NAME)
    return count

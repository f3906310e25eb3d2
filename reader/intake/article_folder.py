"""The articles of a folder and the recent ones, to count words in."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from reader.core.text.spans import Span
from reader.errors import ReaderError
from reader.intake.formats.registry import article_endings, ending_of
from reader.intake.read import read_article
from reader.values import frozen

MOST_FILES = 5_000  # the newest ones
_MOST_SEEN = 50_000  # files of a folder that are looked at
_LARGEST = 4_000_000  # bytes


@frozen
class LibraryFile:
    """One article of the library, not yet read.

    Attributes:
        path: Where it lies.
        stamp: When it was last changed, and its size.
        came: When it came to this place or was last changed, in nanoseconds since 1970, as far
            as the disk tells.
    """

    path: str
    stamp: tuple[int, int]
    came: int = 0


@frozen
class LibraryText:
    """What is kept of an article to count words in it.

    Attributes:
        path: Where it lies.
        title: Its headline, or the name of its file.
        text: Its words, as the page shows them; "" where nothing can be counted.
        notes: Its standing notes, which are not counted.
        problem: Why it could not be read, as a finished sentence, or "".
    """

    path: str
    title: str
    text: str
    notes: tuple[Span, ...] = ()
    problem: str = ""


def library_files(folder: str, recent: Iterable[str]) -> tuple[LibraryFile, ...]:
    """Return the articles of a folder with all below it and the recent ones, newest first.

    Hidden files, files of other kinds and very large ones are passed over.
    """
    paths = {str(Path(path).resolve()) for path in recent}
    if folder:
        paths.update(_below(Path(folder).resolve()))
    known = [file for path in paths if (file := _file(path)) is not None]
    known.sort(key=lambda file: (file.stamp[0], file.path), reverse=True)
    return tuple(known[:MOST_FILES])


def _below(folder: Path) -> Iterator[str]:
    seen, endings = 0, article_endings()
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            seen += 1
            if seen > _MOST_SEEN:
                return
            if not name.startswith(".") and ending_of(name) in endings:
                yield str(Path(place, name))


def _file(path: str) -> LibraryFile | None:
    try:
        facts = Path(path).stat()
    except OSError:
        return None
    if not Path(path).is_file() or facts.st_size > _LARGEST:
        return None
    came = max(facts.st_mtime_ns, facts.st_ctime_ns)
    return LibraryFile(path, (facts.st_mtime_ns, facts.st_size), came)


def read_library_text(file: LibraryFile) -> LibraryText:
    """Return what is to be counted of an article; of one in another language nothing."""
    try:
        article = read_article(file.path)
    except ReaderError as error:
        return LibraryText(file.path, Path(file.path).stem, "", problem=error.message)
    title = article.title or Path(file.path).stem
    notes = tuple(zone.span for zone in article.zones if zone.kind == "standing-note")
    is_counted = article.language in {None, "en"}
    return LibraryText(file.path, title, article.text if is_counted else "", notes)

"""Many articles taken in on a worker: with progress, a way to stop, and a report that stays."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject, Signal

from reader.errors import ReaderError
from reader.intake import read
from reader.intake.formats.registry import file_kinds
from reader.ui.jobs import Jobs

if TYPE_CHECKING:
    from reader.storage.library.library import Library
    from reader.ui.session.library.library_door import LibraryDoor

Outcome = Literal["added", "version", "known", "refused"]
_LARGEST = 25_000_000  # bytes of an original that is kept
_TOLD_EVERY = 10  # articles after which lists are shown anew


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of one input.

    Attributes:
        origin: The path or address.
        outcome: Added, added as a version, known already, or refused.
        title: Its headline, or the name of the file.
        article_id: Its id in the library, or "".
        told: What to look at, in finished sentences; "" where all is well.
    """

    origin: str
    outcome: Outcome
    title: str
    article_id: str = ""
    told: str = ""


@dataclass(slots=True)
class ImportReport:
    """What an import has done so far; the worker adds to it, the window reads it.

    Attributes:
        total: How many inputs there are.
        done: What came of each that is finished.
        is_finished: Nothing more comes.
    """

    total: int
    done: list[Imported] = field(default_factory=list)
    is_finished: bool = False

    def count(self, *outcomes: Outcome) -> int:
        """Return how many inputs had one of these outcomes."""
        return sum(one.outcome in outcomes for one in self.done)

    def to_look_at(self) -> tuple[Imported, ...]:
        """Return what was refused, and what was added with a remark."""
        return tuple(one for one in self.done if one.told)


class Importing(QObject):
    """Takes in one batch after another.

    Signals:
        progressed(ImportReport): One more input is finished.
        finished(ImportReport): All is done, or the reader has stopped it.
    """

    progressed = Signal(object)
    finished = Signal(object)

    def __init__(self, door: "LibraryDoor", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self._waiting: list[tuple[tuple[str, ...], str]] = []
        self.reports: list[ImportReport] = []
        self._jobs = Jobs(self)
        self._jobs.progressed.connect(self._progress)
        self._jobs.finished.connect(self._finish)
        self._jobs.failed.connect(self._fail)

    @property
    def is_busy(self) -> bool:
        """Tell whether articles are being taken in."""
        return self._jobs.is_busy

    def start(self, origins: Iterable[str], collection: str = "") -> None:
        """Take in files, the files of folders, and addresses, after what is under way.

        Args:
            origins: Paths and web addresses; nothing else is fetched.
            collection: The collection to put all of it in, or "".
        """
        self._waiting.append((tuple(each_input(origins)), collection))
        self._door.when_open(self._next)

    def _next(self, library: "Library") -> None:
        if self._jobs.is_busy or not self._waiting:
            return
        origins, collection = self._waiting.pop(0)
        report = ImportReport(len(origins))
        self.reports.append(report)
        original = self._door.parts.original
        self._jobs.start(partial(_take_in, library, origins, collection, original, report))

    def cancel(self) -> None:
        """Stop; what is finished stays."""
        if self._jobs.is_busy:
            self._jobs.cancel()
            self._end(self.reports[-1])

    def stop(self) -> None:
        """End all work, as the window does when it closes."""
        self._waiting.clear()
        self._jobs.cancel()
        self._jobs.wait()

    def _progress(self, _step: str) -> None:
        report = self.reports[-1]
        if len(report.done) % _TOLD_EVERY == 0:
            self._door.tell_changed()
        self.progressed.emit(report)

    def _finish(self, report: ImportReport) -> None:
        self._end(report)
        if self._door.library is not None:
            self._next(self._door.library)

    def _end(self, report: ImportReport) -> None:
        report.is_finished = True
        self._door.tell_changed()
        self.finished.emit(report)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):
            raise error
        self._door.failed.emit(error)
        self._end(self.reports[-1])


def each_input(origins: Iterable[str]) -> Iterable[str]:
    """Yield files and addresses, and of folders the files below them that can be read."""
    endings = tuple(ending for _, kinds in file_kinds() for ending in kinds)
    for origin in origins:
        if not is_address(origin) and Path(origin).is_dir():
            below = sorted(path for path in Path(origin).rglob("*") if path.is_file())
            yield from (str(path) for path in below if path.name.lower().endswith(endings))
        else:
            yield origin


def is_address(origin: str) -> bool:
    """Tell whether an origin is a web address."""
    return origin.lower().startswith(("http://", "https://"))


def _take_in(
    library: "Library",
    origins: Sequence[str],
    collection: str,
    original: Any,  # noqa: ANN401 -- Original, loaded late
    report: ImportReport,
    tell: Callable[[str], None],
) -> ImportReport:
    """Take in one input after another, on a worker; a bad one is told, and the rest goes on."""
    try:
        for origin in origins:
            report.done.append(_taken_in(library, origin, collection, original, tell))
            tell(origin)
    finally:
        library.release()
    return report


def _taken_in(
    library: "Library",
    origin: str,
    collection: str,
    original: Any,  # noqa: ANN401 -- Original, loaded late
    tell: Callable[[str], None],
) -> Imported:
    name = origin if is_address(origin) else Path(origin).name
    try:
        article, data = read.read_with_bytes(origin, still_wanted=partial(tell, origin))
        kept = original(name, data) if len(data) <= _LARGEST else None
        into = [collection] if collection else []
        added = library.articles.add(article, kept, collections=into)
    except ReaderError as error:
        return Imported(origin, "refused", name, "", str(error))
    title, told = article.title or name, " ".join(article.caveats)
    if not added.is_new:
        return Imported(origin, "known", title, added.id)
    outcome: Outcome = "version" if added.is_version else "added"
    return Imported(origin, outcome, title, added.id, told)

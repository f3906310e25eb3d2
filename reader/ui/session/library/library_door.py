"""The way into the library: it is opened when first wanted, and one worker writes in turn."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import ReaderError
from reader.ui.jobs import JobLine

if TYPE_CHECKING:
    from reader.storage.library.library import Library

T = TypeVar("T")
Tell = Callable[[str], None]
LibraryLoader = Callable[[], Any]  # the parts of the library
_TOLD_MS = 60  # after a change: many together are told once


class LibraryDoor(QObject):
    """Opens the library on a worker, and lets one change in after the other.

    Reading what is shown is quick and done on the window's thread by `library`; everything that
    writes goes through `write`.

    Signals:
        opened(): The library is open.
        changed(): Something in it is another now; told once for many changes together.
        renewed(): Analyses have been made anew, and counts are others.
        failed(ReaderError): It could not be opened or written.
    """

    opened = Signal()
    changed = Signal()
    renewed = Signal()
    failed = Signal(object)

    def __init__(
        self, folder: Path, load: LibraryLoader | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folder, self._load = folder, load
        self._library: Library | None = None
        self._held: list[Library] = []  # what the worker opened, before this thread knows of it
        self._is_opening = False
        self._waiting: list[Callable[[Library], object]] = []
        self._line = JobLine(self)
        self._line.failed.connect(self._went_wrong)
        self._told = QTimer(self)
        self._told.setSingleShot(True)
        self._told.setInterval(_TOLD_MS)
        self._told.timeout.connect(self.changed)

    @property
    def library(self) -> "Library | None":
        """Return the library, once it is open."""
        return self._library

    @property
    def parts(self) -> Any:  # noqa: ANN401 -- of places above this room, loaded late
        """Return the parts of the library's storage, loaded when they are first wanted."""
        return self._load() if self._load is not None else None

    @property
    def is_there(self) -> bool:
        """Tell whether this window has a library at all."""
        return self._load is not None

    @property
    def folder(self) -> Path:
        """Return the folder that the library lies in."""
        return self._folder

    @property
    def is_busy(self) -> bool:
        """Tell whether something is still to be written."""
        return self._line.is_busy

    def open(self) -> None:
        """Open the library, unless it is open or about to be."""
        if self._library is None and not self._is_opening:
            self._is_opening = True
            work = partial(_open, self._load, self._folder, self._held)
            self._line.start(work, self._take)

    def when_open(self, call: "Callable[[Library], object]") -> None:
        """Call something on this thread as soon as the library is open."""
        if self._library is not None:
            call(self._library)
            return
        self._waiting.append(call)
        self.open()

    def write(
        self,
        work: "Callable[[Library], T]",
        done: Callable[[T], object] | None = None,
        *,
        is_told: bool = True,
    ) -> None:
        """Change the library on the worker, after all that was asked before.

        Args:
            work: Gets the library and changes it; runs on the worker.
            done: Gets what `work` returned, on this thread.
            is_told: Lists are to be shown anew afterwards.
        """
        self.open()
        after = partial(self._told_of if is_told else self._untold, done)
        self._line.start(partial(_written, self, work), after)

    def _told_of(self, done: Callable[[Any], object] | None, result: object) -> None:
        self._told.start()
        self._untold(done, result)

    def _untold(self, done: Callable[[Any], object] | None, result: object) -> None:
        if done is not None:
            done(result)

    def hold(self) -> "Library":
        """Return the library for work that comes after the opening on the same worker.

        Raises:
            ReaderError: It could not be opened.
        """
        if not self._held:
            raise ReaderError(
                self.tr("The library is not open."),
                hint=self.tr("Articles can be read from files meanwhile."),
            )
        return self._held[0]

    def tell_changed(self) -> None:
        """Have the lists shown anew in a moment."""
        self._told.start()

    def tell_renewed(self) -> None:
        """Have the counts in the lists shown anew."""
        self.renewed.emit()

    def stop(self) -> None:
        """Write what is still to be written, and close."""
        self._told.stop()
        self._line.wait()
        for library in self._held:
            library.close()
        self._held.clear()
        self._library = None

    def _take(self, library: "Library") -> None:
        self._is_opening = False
        self._library = library
        if library.problem is not None:
            self.failed.emit(library.problem)
        self.opened.emit()
        waiting, self._waiting = self._waiting, []
        for call in waiting:
            call(library)

    def _went_wrong(self, error: Exception) -> None:
        self._is_opening = False
        if not isinstance(error, ReaderError):
            raise error
        self.failed.emit(error)


def _open(
    load: LibraryLoader | None, folder: Path, held: "list[Library]", _tell: Tell
) -> "Library":
    if load is None:
        raise ReaderError("This window keeps no library.")
    library: Library = load().library.open(folder)
    held.append(library)
    library.release()
    return library


def _written(door: LibraryDoor, work: "Callable[[Library], T]", _tell: Tell) -> T:
    library = door.hold()
    try:
        return work(library)
    except ReaderError as error:
        problem = library.mend()
        if problem is None:
            raise
        raise problem from error
    finally:
        library.release()

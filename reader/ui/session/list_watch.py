"""Watches the files of the reader's lists while one of them is not in order."""

import contextlib
import os
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_REST_MS = 300  # after a change: an editor may write a file in several steps
_FILES = "*/*.[ct]*"  # lexicon.toml, and the tables


class ListWatch(QObject):
    """Tells when files of lists were changed since `note`, from `begin` to `end`.

    Signals:
        changed(): They are others now.
    """

    changed = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._seen: frozenset[tuple[str, int, int]] = frozenset()
        self._watcher: QFileSystemWatcher | None = None  # most readers never need one
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._look)

    def note(self) -> None:
        """Note how the files are before they are read: they may be mended meanwhile."""
        self._seen = self._state()

    def begin(self) -> None:
        """Watch the files, and look whether they are already others than noted."""
        self._watch()
        self._rest()

    def end(self) -> None:
        """Watch nothing any more."""
        self._timer.stop()
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None

    def _rest(self) -> None:
        self._timer.start()

    def _look(self) -> None:
        self._watch()  # a file that was replaced is no longer watched
        state = self._state()
        if state != self._seen:
            self._seen = state
            self.changed.emit()

    def _watch(self) -> None:
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.directoryChanged.connect(self._rest)
            self._watcher.fileChanged.connect(self._rest)
        places = (self._folder, *self._folder.glob("*"), *self._folder.glob(_FILES))
        watched = {*self._watcher.files(), *self._watcher.directories()}
        fresh = [
            name for name in map(str, places) if name not in watched and os.access(name, os.F_OK)
        ]
        if fresh:
            self._watcher.addPaths(fresh)

    def _state(self) -> frozenset[tuple[str, int, int]]:
        """Return name, size and time of every file, by which a change is known."""
        found = set()
        for place in self._folder.glob(_FILES):
            with contextlib.suppress(OSError):  # it may be replaced just now
                facts = place.stat()
                found.add((str(place), facts.st_size, facts.st_mtime_ns))
        return frozenset(found)

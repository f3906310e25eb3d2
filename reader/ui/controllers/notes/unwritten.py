"""What could not be written, as while a disk is full: tried again, and asked about at the end."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCloseEvent

from reader.errors import ReaderError
from reader.storage.files.lasting_folders import FolderGoneError
from reader.storage.user_data.patient_store import PatientStore
from reader.ui.controllers.notes.noting import Noting
from reader.ui.controllers.program_parts import ProgramParts

_AGAIN_MS = 5_000


class Unwritten(QObject):
    """Tries again every few seconds, and lets no window close untold while something waits."""

    def __init__(
        self,
        parts: ProgramParts,
        store: PatientStore,
        noting: Noting,
        write_lists: Callable[[], object],
    ) -> None:
        """Begin with nothing that waits.

        Args:
            parts: The window, and how it asks.
            store: Keeps corrections and notes.
            noting: Has a note that is being written.
            write_lists: Writes what is changed in lists; raises a ReaderError where it cannot.
        """
        super().__init__(parts.window)
        self._window, self._messages = parts.window, parts.messages
        self._store, self._noting, self._write_lists = store, noting, write_lists
        self._settings = parts.session.settings
        self._is_asking = True
        self._again = QTimer(self)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self.write)
        noting.notes.failed.connect(self._wait)
        parts.session.analysis.corrections.failed.connect(self._wait)
        parts.session.settings.failed.connect(self._wait)
        parts.window.close_asked.connect(self._look)

    def ask_no_more(self) -> None:
        """Let the window close, whatever waits: the system ends the program."""
        self._is_asking = False

    def write(self) -> None:
        """Write what waits, if that can be done now, and say so."""
        had_waiting = self._has_waiting
        if self._failure_of(self._store.write_waiting) is not None:
            return
        failure = self._failure_of(self._settings.write_waiting)
        if isinstance(failure, FolderGoneError):
            return
        self._again.stop()
        self._window.status.show_unwritten(is_waiting=False)
        if had_waiting and failure is None:
            self._window.notes.error.hide()
            self._window.toast.show_words(self.tr("Your changes are kept now."), can_undo=False)

    @property
    def _has_waiting(self) -> bool:
        return self._store.has_waiting or self._settings.has_waiting

    def _wait(self, error: object) -> None:
        """Try again; of settings in a folder that nobody may write in, nothing is said."""
        if self._store.has_waiting or isinstance(error, FolderGoneError):
            self._window.status.show_unwritten(is_waiting=self._has_waiting)
        if self._has_waiting:
            self._again.start()

    def _look(self, event: QCloseEvent) -> None:
        """Ask what to do before a window is closed whose changes are not written."""
        self._noting.finish()
        while self._is_asking:
            failure = self._failure_of(self._store.write_waiting)
            failure = failure or self._failure_of(self._write_lists)
            if failure is None:
                failure = self._failure_of(self._settings.write_waiting)
                failure = failure if isinstance(failure, FolderGoneError) else None
            if failure is None:
                return
            chosen = self._messages.choose(
                self.tr("Not all your changes are kept"),
                f"{failure.message} {failure.hint}".strip(),
                (self.tr("Try again"), self.tr("Close without them"), self.tr("Go on reading")),
            )
            if chosen == 1:
                return
            if chosen != 0:
                event.ignore()
                return

    @staticmethod
    def _failure_of(write: Callable[[], object]) -> ReaderError | None:
        try:
            write()
        except ReaderError as error:
            return error
        return None

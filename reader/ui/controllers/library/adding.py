"""Adding articles: many at once in the background, and what came of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from reader.intake.formats.registry import file_kinds
from reader.ui.controllers.library.importing import Importing, ImportReport
from reader.ui.messages import Messages
from reader.ui.session.session import Session
from reader.ui.window.main_window import MainWindow


class Adding(QObject):
    """Asks what is to be added, and tells how far it is."""

    def __init__(self, window: MainWindow, session: Session, messages: Messages) -> None:
        super().__init__(window)
        self._window, self._messages = window, messages
        self.importing = Importing(session.door, self)
        self.importing.progressed.connect(self._tell)
        self.importing.finished.connect(self._tell_end)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what the commands do, by their name."""
        return {"add": self.open}

    def open(self) -> None:
        """Let the reader choose files, and take them in."""
        kinds = file_kinds()
        every = " ".join(f"*{ending}" for _, endings in kinds for ending in endings)
        chosen = self._messages.ask_files(
            self.tr("Add articles"), f"{self.tr('Articles')} ({every})"
        )
        if chosen:
            self.take_in(chosen)

    def take_in(self, origins: Sequence[str]) -> None:
        """Take in files, folders and addresses in the background."""
        self.importing.start(origins)

    def refresh(self) -> None:
        """Read feeds and watched folders now."""

    def _tell(self, report: ImportReport) -> None:
        told = self.tr("Reading {n} of {total}")
        self._window.status.state.setText(told.format(n=len(report.done), total=report.total))

    def _tell_end(self, report: ImportReport) -> None:
        told = self.tr("{added} added, {known} were here already, {look} to look at.")
        self._window.status.state.setText(
            told.format(
                added=report.count("added", "version"),
                known=report.count("known"),
                look=len(report.to_look_at()),
            )
        )

    def stop(self) -> None:
        """End all work, as the window does when it closes."""
        self.importing.stop()

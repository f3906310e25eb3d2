"""The settings that the reader has chosen, kept when they change."""

from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QObject, Signal

from reader.errors import ReaderError
from reader.settings import Settings
from reader.storage.user_data.store import Store


class ChosenSettings(QObject):
    """Holds the settings and keeps them when they change.

    Signals:
        failed(ReaderError): They could not be written.

    Attributes:
        now: The settings as they are now.
        problem: What was wrong with them at the start, or None.
    """

    failed = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        loaded = store.load_settings()
        self.now, self.problem = loaded.value, loaded.problem
        self._kept = loaded.value  # as this window wrote or read them last

    def change(self, settings: Settings) -> None:
        """Use and keep these settings from now on.

        What another window keeps meanwhile stays in the file; this window keeps its own. What
        could not be written goes along with the next change.
        """
        if settings == self.now:
            return
        self.now = settings
        try:
            self.write_waiting()
        except ReaderError as error:
            self.failed.emit(error)

    @property
    def has_waiting(self) -> bool:
        """Tell whether something that was chosen is not written yet."""
        return self._kept != self.now

    def write_waiting(self) -> None:
        """Write what is not written yet.

        Raises:
            ReaderError: That cannot be done.
        """
        if self.has_waiting:
            self._store.save_settings(self._kept, self.now)
            self._kept = self.now

    def folder_of(self, kind: Literal["open", "export", "lesson"]) -> str:
        """Return the folder in which a file of this kind was last chosen; "" for none yet."""
        folders = {
            "open": self.now.open_folder,
            "export": self.now.export_folder,
            "lesson": self.now.lesson_folder,
        }
        return folders[kind]

    def keep_folder(self, kind: Literal["open", "export", "lesson"], folder: str) -> None:
        """Keep the folder in which a file of this kind was chosen."""
        if kind == "open":
            self.change(replace(self.now, open_folder=folder))
        elif kind == "export":
            self.change(replace(self.now, export_folder=folder))
        else:
            self.change(replace(self.now, lesson_folder=folder))

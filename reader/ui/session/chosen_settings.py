"""The settings that the reader has chosen, kept when they change."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.errors import ReaderError
from reader.settings import Settings
from reader.storage.user_data.settings_file import load_settings, save_settings


class ChosenSettings(QObject):
    """Holds the settings and writes them when they change.

    Signals:
        failed(ReaderError): They could not be written.

    Attributes:
        now: The settings as they are now.
        problem: What was wrong with their file at the start, or None.
    """

    failed = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.now, self.problem = load_settings(path)

    def change(self, settings: Settings) -> None:
        """Use and keep these settings from now on."""
        if settings == self.now:
            return
        self.now = settings
        try:
            save_settings(self._path, settings)
        except ReaderError as error:
            self.failed.emit(error)

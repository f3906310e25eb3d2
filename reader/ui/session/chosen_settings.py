"""The settings that the reader has chosen, kept when they change."""

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

    def change(self, settings: Settings) -> None:
        """Use and keep these settings from now on.

        What another window keeps meanwhile stays in the file; this window keeps its own.
        """
        if settings == self.now:
            return
        before, self.now = self.now, settings
        try:
            self._store.save_settings(before, settings)
        except ReaderError as error:
            self.failed.emit(error)

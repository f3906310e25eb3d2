"""How much room originals, trash and copies may take: shown in Preferences, and kept."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.settings import Settings
from reader.storage.library.rows import FILE
from reader.ui.controllers.appearance.appearance import Appearance
from reader.ui.session.session import Session
from reader.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from reader.storage.library.library import Library
    from reader.storage.library.upkeep.disk_use import Room
    from reader.ui.dialogs.preferences.preferences_dialog import PreferencesDialog

_MB = 1_000_000


class DiskRoom(QObject):
    """Tells Preferences what is taken, and makes room when they are closed and at each start."""

    def __init__(self, window: MainWindow, session: Session, appearance: Appearance) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._dialog: PreferencesDialog | None = None
        appearance.preferences_opened.connect(self._tell_sizes)
        session.door.opened.connect(self._keep)

    def _tell_sizes(self, dialog: "PreferencesDialog") -> None:
        """Show in Preferences what is taken now."""
        self._dialog = dialog
        if self._has_library:
            dialog.finished.connect(self._keep)
            self._session.door.write(_taken, self._show, is_told=False)

    @property
    def _has_library(self) -> bool:
        """Tell whether anything is kept; Preferences alone begin no library."""
        door = self._session.door
        return door.is_there and (door.folder / FILE).exists()

    def _show(self, taken: "Room") -> None:
        dialog = self._dialog
        if dialog is None or not dialog.isVisible():
            return
        for name, size in (
            ("originals_mb", taken.originals),
            ("trash_mb", taken.trash),
            ("backups_mb", taken.backups),
        ):
            dialog.tell(name, self.tr("Now {n} MB.").format(n=_in_mb(size)))

    def _keep(self, *_: object) -> None:
        """Make room, where more is taken than the reader allows."""
        if self._has_library:
            work = partial(_kept_within, self._session.settings.now)
            self._session.door.write(work, self._tell_deleted, is_told=False)

    def _tell_deleted(self, deleted: "Room") -> None:
        if deleted.trash:
            self._session.door.tell_changed()
        counts = (
            (deleted.originals, self.tr("1 original file"), self.tr("{n} original files")),
            (deleted.trash, self.tr("1 from the trash"), self.tr("{n} from the trash")),
            (deleted.backups, self.tr("1 copy"), self.tr("{n} copies of the library")),
        )
        told = ", ".join(
            one if count == 1 else many.format(n=count) for count, one, many in counts if count
        )
        if told:
            words = self.tr("Deleted to make room: {what}.").format(what=told)
            self._window.status.tell(words)


def _in_mb(size: int) -> str:
    return f"{size / _MB:,.1f}".removesuffix(".0") if size < 10 * _MB else f"{size / _MB:,.0f}"


def _taken(library: "Library") -> "Room":
    return library.upkeep.room_taken()


def _kept_within(settings: Settings, library: "Library") -> "Room":
    return library.upkeep.keep_within(
        originals=settings.originals_mb * _MB,
        trash=settings.trash_mb * _MB,
        backups=settings.backups_mb * _MB,
    )

"""What feeds brought and nobody opened goes to the trash after the days that Preferences say."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.storage.library.rows import FILE
from reader.ui.controllers.appearance.appearance import Appearance
from reader.ui.controllers.library.acts.library_changes import restored
from reader.ui.session.session import Session
from reader.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from reader.storage.library.library import Library
    from reader.ui.dialogs.preferences.preferences_dialog import PreferencesDialog


class Unopened(QObject):
    """Looks when the library is opened, and when Preferences are closed."""

    def __init__(self, window: MainWindow, session: Session, appearance: Appearance) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._gone: tuple[str, ...] = ()
        appearance.preferences_opened.connect(self._wait)
        session.door.opened.connect(self.look)

    def _wait(self, dialog: "PreferencesDialog") -> None:
        dialog.finished.connect(self.look)

    def look(self, *_: object) -> None:
        """Put into the trash what is due."""
        door, days = self._session.door, self._session.settings.now.feed_days
        if days and door.is_there and (door.folder / FILE).exists():
            door.write(partial(_removed, days), self._tell, is_told=False)

    def _tell(self, gone: Sequence[str]) -> None:
        if gone:
            self._gone = tuple(gone)
            self._session.door.tell_changed()
            told = self.tr("{n} articles of feeds are in the trash: nobody opened them.")
            if len(gone) == 1:
                told = self.tr("1 article of a feed is in the trash: nobody opened it.")
            self._window.toast.show_words(
                told.format(n=f"{len(gone):,}"), can_undo=True, take_back=self._take_back
            )

    def _take_back(self) -> None:
        self._session.door.write(partial(restored, self._gone))
        self._window.toast.hide()


def _removed(days: int, library: "Library") -> tuple[str, ...]:
    return library.trash.remove_unopened(days)

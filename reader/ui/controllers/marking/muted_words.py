"""The list of muted words: opens it, and takes a mute back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.storage.user_data.store import Kept
from reader.ui.controllers import late_loads
from reader.ui.session.corrections_in_force import CorrectionsInForce
from reader.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from reader.ui.dialogs.muted_dialog import MutedDialog


class MutedWords(QObject):
    """Shows the mutes of all articles, wherever and whenever they were made."""

    def __init__(self, window: MainWindow, corrections: CorrectionsInForce) -> None:
        super().__init__(window)
        self._window = window
        self._corrections = corrections
        self.dialog: MutedDialog | None = None

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what the commands do, by their name."""
        return {"muted": self.open}

    def open(self) -> None:
        """Open the list."""
        if self.dialog is None:
            self.dialog = late_loads.muted_dialog()(self._window)
            self.dialog.unmute_requested.connect(self._unmute)
        self._show(self.dialog)
        self.dialog.open()

    def _unmute(self, mute: Kept) -> None:
        self._corrections.unmute(mute)
        if self.dialog is not None:
            self._show(self.dialog)

    def _show(self, dialog: "MutedDialog") -> None:
        dialog.show_mutes(self._corrections.all_mutes(), self._corrections.scope)

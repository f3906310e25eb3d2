"""The keys that the reader has chosen: on the commands from the start, and in their editor."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from reader.ui.actions import COMMANDS, set_key
from reader.ui.controllers import late_loads
from reader.ui.dialogs.keys.key_rows import key_rows
from reader.ui.dialogs.keys.key_table import chosen_keys
from reader.ui.session.chosen_settings import ChosenSettings
from reader.ui.window.main_window import MainWindow
from reader.ui.window.panel_tabs import panel_commands

if TYPE_CHECKING:
    from reader.ui.dialogs.keys.keys_dialog import KeysDialog


class ChosenKeys(QObject):
    """Puts the reader's keys on the commands of the window.

    Attributes:
        dialog: The editor, once it has been opened.
    """

    def __init__(self, window: MainWindow, settings: ChosenSettings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        commands = {**COMMANDS, **panel_commands()}
        self._usual = {
            name: QKeySequence(command.key).toString() for name, command in commands.items()
        }
        self.dialog: KeysDialog | None = None
        self.apply()

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what the commands do, by their name."""
        return {"keys": self.open}

    def apply(self) -> None:
        """Give every command its key; most have the usual one already."""
        chosen = chosen_keys(self._settings.now.keys)
        for name, action in self._window.actions_by_name.items():
            key = chosen.get(name, self._usual.get(name, ""))
            if action.shortcut().toString() != key:
                set_key(action, key)

    def open(self) -> "KeysDialog":
        """Open the editor, made anew each time as commands and colours may be others."""
        rows = key_rows(self._window.actions_by_name, self._usual)
        self.dialog = late_loads.keys_dialog()(self._window.theme, rows, self._window)
        self.dialog.keys_changed.connect(self._keep)
        self.dialog.open()
        return self.dialog

    def open_at(self, command: str) -> None:
        """Open the editor with one command chosen."""
        self.open().show_command(command)

    def _keep(self, keys: tuple[str, ...]) -> None:
        self._settings.change(replace(self._settings.now, keys=keys))
        self.apply()

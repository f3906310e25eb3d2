"""The line of Preferences that keeps everything beside the program, as on a stick."""

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from reader.ui.dialogs.preferences.setting_row import PreferenceRow
from reader.ui.dialogs.preferences.setting_search import PreferenceEntry
from reader.ui.theme import Theme
from reader.values import frozen

PORTABLE = "portable"


@frozen
class DataPlace:
    """Where the reader's own files lie.

    Attributes:
        now: The folder in use.
        is_portable: A marker beside the program names it.
        why_not: Why that cannot be changed here, in a sentence; "" when it can.
    """

    now: Path
    is_portable: bool = False
    why_not: str = ""


def portable_entry(place: DataPlace) -> PreferenceEntry:
    """Return the line as Preferences find it."""
    told = _tr("Settings, library and lists go along on a stick. Now in {folder}.")
    parts = str(place.now).replace(os.sep, f"{os.sep}\u200b")  # where a long path may be broken
    words = told.format(folder=parts)
    if place.why_not:
        words = f"{words} {place.why_not}"
    label = "Portable: keep everything beside the program"
    return PreferenceEntry(PORTABLE, "Files and backup", label, words, "stick USB move")


class PortableRow(PreferenceRow):
    """A box that asks for the move; it shows what is, so it stays until the program has moved.

    Signals:
        asked(bool): Everything is to lie beside the program, or where the system has such files.
    """

    asked = Signal(bool)

    def __init__(
        self, theme: Theme, entry: PreferenceEntry, place: DataPlace, parent: QWidget
    ) -> None:
        super().__init__(theme, entry, parent)
        self._is_portable = place.is_portable
        self.box = QCheckBox(self)
        self.box.setObjectName("preference_portable")
        self.box.setAccessibleName(self.label)
        self.box.setAccessibleDescription(entry.told)
        self.box.setChecked(place.is_portable)
        self.box.setEnabled(not place.why_not)
        self.box.toggled.connect(self._ask)
        self.grid.addWidget(self.box, 0, 1, Qt.AlignmentFlag.AlignRight)

    def _ask(self, is_wanted: bool) -> None:  # noqa: FBT001 -- a slot
        with QSignalBlocker(self.box):
            self.box.setChecked(self._is_portable)
        self.asked.emit(is_wanted)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Preferences", words)

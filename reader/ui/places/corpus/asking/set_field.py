"""The field in which a set is chosen: what the library offers, what was chosen there, a folder."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from reader.ui.places.corpus.asking.questions import ALL_ARTICLES, SetChoice
from reader.ui.places.corpus.asking.set_names import name_of


class SetField(QComboBox):
    """Lists the sets; its last entry asks for a folder.

    Signals:
        set_chosen(): Another set is chosen.
        folder_wanted(): The reader wants to name a folder.
    """

    set_chosen = Signal()
    folder_wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choices: list[SetChoice] = []
        self._further: list[SetChoice] = []  # what the library does not offer of itself
        self._chosen = ALL_ARTICLES
        self.activated.connect(self._take)

    def show_choices(self, choices: Sequence[SetChoice]) -> None:
        """Offer these sets, and those that were named here; what is chosen stays so."""
        self._choices = [*choices, *(one for one in self._further if one not in choices)]
        self.clear()
        for choice in self._choices:
            self.addItem(name_of(choice))
        if self._choices:
            self.insertSeparator(len(self._choices))
        self.addItem(self.tr("A folder of articles…"))
        if self._chosen in self._choices:
            self.setCurrentIndex(self._choices.index(self._chosen))
        elif self._choices:
            self._chosen = self._choices[0]
            self.setCurrentIndex(0)
        else:
            self.setCurrentIndex(-1)

    def chosen(self) -> SetChoice | None:
        """Return the chosen set, or None where there is none to choose."""
        return self._chosen if self._chosen in self._choices else None

    def choose(self, choice: SetChoice) -> None:
        """Choose a set, and offer it from now on."""
        self._further = [one for one in self._further if one.kind != choice.kind]
        self._further.append(choice)
        self._chosen = choice
        offered = [one for one in self._choices if one.kind not in {"chosen", "folder"}]
        self.show_choices(offered)

    def choose_folder(self, path: str) -> None:
        """Choose a folder; "" leaves all as it is."""
        if path:
            self.choose(SetChoice("folder", Path(path).name, path))
            self.set_chosen.emit()

    def _take(self, place: int) -> None:
        if place < len(self._choices):
            self._chosen = self._choices[place]
            self.set_chosen.emit()
            return
        has_one = self._chosen in self._choices
        self.setCurrentIndex(self._choices.index(self._chosen) if has_one else -1)
        self.folder_wanted.emit()

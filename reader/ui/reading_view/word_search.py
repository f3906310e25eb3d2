"""Looks for words on the page: which places there are, and which one is selected."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser

_MOST = 2_000  # places; more are not counted


class WordSearch(QObject):
    """Selects the places of some words in a text, round at the end.

    Signals:
        place_changed(int, int): The number of the place, from 1, and how many there are.
    """

    place_changed = Signal(int, int)

    def __init__(self, view: QTextBrowser) -> None:
        super().__init__(view)
        self._view = view
        self._words = ""

    def seek(self, words: str) -> None:
        """Go to the first place of some words from the selection on."""
        self._words = words
        places = self._places()
        here = self._view.textCursor().selectionStart()
        self._show(places, sum(place.selectionStart() < here for place in places))

    def step_on(self) -> None:
        """Go to the next place."""
        places = self._places()
        here = self._view.textCursor().selectionEnd()
        self._show(places, sum(place.selectionStart() < here for place in places))

    def step_back(self) -> None:
        """Go to the place before."""
        places = self._places()
        here = self._view.textCursor().selectionStart()
        self._show(places, sum(place.selectionStart() < here for place in places) - 1)

    def _places(self) -> list[QTextCursor]:
        places: list[QTextCursor] = []
        if not self._words:
            return places
        document = self._view.document()
        found = document.find(self._words, 0)
        while not found.isNull() and len(places) < _MOST:
            places.append(found)
            found = document.find(self._words, found)
        return places

    def _show(self, places: list[QTextCursor], index: int) -> None:
        if not places:
            self.place_changed.emit(0, 0)
            return
        index %= len(places)
        self._view.setTextCursor(places[index])
        self.place_changed.emit(index + 1, len(places))

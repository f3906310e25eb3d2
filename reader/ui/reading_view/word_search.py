"""Looks for words on the page: lights every place, and selects one of them."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QBrush, QColor, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from reader.ui.reading_view.typesetting.geometry import finish_layout
from reader.ui.theme import Theme

_MOST = 2_000  # places; more are not counted


class WordSearch(QObject):
    """Walks through the places of some words in a text, round at the end.

    Signals:
        place_changed(int, int): The number of the place, from 1, and how many there are.
    """

    place_changed = Signal(int, int)

    def __init__(self, view: QTextBrowser, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._words = ""
        self._minds_case = False
        self._is_lit = False

    def set_theme(self, theme: Theme) -> None:
        """Light the places in other colours."""
        self._theme = theme
        self.light_again()

    def light_again(self) -> None:
        """Light the places of a page that was set again."""
        if self._is_lit:
            self._light(self._places())

    def seek(self, words: str) -> None:
        """Go to the first place of some words from the selection on."""
        self._words = words
        self._step("first")

    def mind_case(self, minds_case: bool) -> None:  # noqa: FBT001 -- a slot
        """Tell capital letters from small ones, or not."""
        self._minds_case = minds_case
        self._step("first")

    def step_on(self) -> None:
        """Go to the next place."""
        self._step("next")

    def step_back(self) -> None:
        """Go to the place before."""
        self._step("previous")

    def end(self) -> None:
        """Put out the lights."""
        self._is_lit = False
        self._view.setExtraSelections([])

    def _step(self, where: str) -> None:
        places, cursor = self._places(), self._view.textCursor()
        here = cursor.selectionEnd() if where == "next" else cursor.selectionStart()
        index = sum(place.selectionStart() < here for place in places)
        self._is_lit = True
        self._light(places)
        self._select(places, index - 1 if where == "previous" else index)

    def _places(self) -> list[QTextCursor]:
        places: list[QTextCursor] = []
        if not self._words:
            return places
        how = QTextDocument.FindFlag(0)
        if self._minds_case:
            how = QTextDocument.FindFlag.FindCaseSensitively
        document = self._view.document()
        found = document.find(self._words, 0, how)
        while not found.isNull() and len(places) < _MOST:
            places.append(found)
            found = document.find(self._words, found, how)
        return places

    def _light(self, places: list[QTextCursor]) -> None:
        wash = QBrush(QColor(self._theme.accent_wash))
        lights = []
        for place in places:
            light = QTextEdit.ExtraSelection()
            light.cursor = place
            light.format.setBackground(wash)
            lights.append(light)
        self._view.setExtraSelections(lights)

    def _select(self, places: list[QTextCursor], index: int) -> None:
        if not places:
            self.place_changed.emit(0, 0)
            return
        index %= len(places)
        finish_layout(self._view.document())  # or Qt could not scroll there yet
        self._view.setTextCursor(places[index])
        self.place_changed.emit(index + 1, len(places))

"""What the page's menu offers for a mark and for selected words, besides corrections."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from reader.core.lexicon.findings import Finding
from reader.core.text.spans import Span
from reader.ui.controllers.lexicons.lexicon_steps import LexiconSteps
from reader.ui.controllers.marking.shown_marks import ShownMarks
from reader.ui.window.main_window import MainWindow


class MarkMenu(QObject):
    """Fills the menu of a place on the page; opening it loads and builds nothing else.

    Signals:
        add_requested(Span): These words are to become an entry.
        change_requested(Finding): The entry of this mark is to be changed.
    """

    add_requested = Signal(object)
    change_requested = Signal(object)

    def __init__(self, window: MainWindow, steps: LexiconSteps, shown_marks: ShownMarks) -> None:
        super().__init__(window)
        self._window, self._steps, self._shown_marks = window, steps, shown_marks
        self._selected = Span(0, 0)
        self._finding: Finding | None = None

    def fill(self, menu: QMenu, selected: Span) -> None:
        """Add what can be done with selected words, or with the mark there."""
        self._selected = selected
        if len(selected):
            menu.addSeparator()
            self._add(menu, self.tr("Add to lexicon…")).triggered.connect(self._request_adding)
        marks = self._window.view.visible_marks()
        place = Span(selected.start, max(selected.end, selected.start + 1))
        self._finding = next((item for item in marks if item.span.overlaps(place)), None)
        if self._finding is not None:
            menu.addSeparator()
            self._fill_for(menu, self._finding)

    def _fill_for(self, menu: QMenu, finding: Finding) -> None:
        is_in_a_list = self._steps.is_in_a_list(finding)
        if is_in_a_list:
            told = self.tr("Change the entry “{phrase}”…").format(phrase=finding.entry.phrase)
            self._add(menu, told).triggered.connect(self._request_change)
        self._add(menu, self.tr("Mute at this place")).triggered.connect(self._mute_here)
        self._add(menu, self.tr("Mute in every article")).triggered.connect(self._mute_everywhere)
        for words in self._steps.contexts(finding) if is_in_a_list else ():
            action = _Exception(self.tr("Not in “{words}”").format(words=words), words, menu)
            action.wanted.connect(self._make_exception)
            menu.addAction(action)

    @staticmethod
    def _add(menu: QMenu, text: str) -> QAction:
        return menu.addAction(text.replace("&", "&&"))

    def _request_adding(self) -> None:
        self.add_requested.emit(self._selected)

    def _request_change(self) -> None:
        self.change_requested.emit(self._finding)

    def _mute_here(self) -> None:
        if self._finding is not None:
            self._shown_marks.mute_here(self._finding)

    def _mute_everywhere(self) -> None:
        if self._finding is not None:
            self._shown_marks.mute_everywhere(self._finding)

    def _make_exception(self, words: str) -> None:
        if self._finding is not None:
            self._steps.make_exception(self._finding, words)


class _Exception(QAction):
    """An entry of the menu that says which words are to be an exception.

    Signals:
        wanted(str): These words.
    """

    wanted = Signal(str)

    def __init__(self, text: str, words: str, menu: QMenu) -> None:
        super().__init__(text.replace("&", "&&"), menu)
        self._words = words
        self.triggered.connect(self._want)

    def _want(self) -> None:
        self.wanted.emit(self._words)

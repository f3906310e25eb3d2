"""Notes and corrections have one way back: what was changed last is taken back first."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from reader.ui.controllers.corrections.correcting import Correcting
from reader.ui.controllers.corrections.correction_words import shortened
from reader.ui.session.notes_in_force import NotesInForce
from reader.ui.session.session import Session
from reader.ui.window.main_window import MainWindow


class LatestChange(QObject):
    """Takes back what was done last, a note, a correction or a change of what is left out."""

    def __init__(
        self, window: MainWindow, session: Session, correcting: Correcting, notes: NotesInForce
    ) -> None:
        super().__init__(window)
        self._window, self._correcting, self._notes = window, correcting, notes
        self._corrections = session.analysis.corrections
        self._article = session.article
        self._is_of_notes = False  # notes were changed after corrections
        self._is_of_text = False  # pieces were put back or left out after both
        self._article.changed.connect(self._text_changed)
        session.analysis.changed.connect(self.show_state)
        self._corrections.changed.connect(self._corrected)
        self._corrections.mutes_changed.connect(self._corrected)

    def begin(self) -> None:
        """Note that another article is open, of which nothing was changed yet."""
        self._is_of_notes = False

    def note_changed(self) -> None:
        """Take it that what is about to be changed last is a note."""
        self._is_of_notes, self._is_of_text = True, False

    def _corrected(self) -> None:
        self._is_of_notes = self._is_of_text = False
        self.show_state()

    def _text_changed(self) -> None:
        self._is_of_text = self._article.can_take_back
        if self._is_of_text:
            told = self.tr("What is left out of the article has changed.")
            self._window.toast.show_words(told, can_undo=True, take_back=self._take_text_back)
        self.show_state()

    def _take_text_back(self) -> None:
        self._window.toast.hide()
        self._article.take_back()

    def undo(self) -> None:
        """Take back what was done last: a note, a correction, or what was put back."""
        if self._is_of_text:
            self._take_text_back()
        elif self._notes.can_undo and (self._is_of_notes or not self._corrections.done):
            self._tell_difference(self.tr("Taken back: {what}."), self._notes.undo)
        else:
            self._correcting.undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._notes.can_redo and (self._is_of_notes or not self._corrections.undone):
            self._tell_difference(self.tr("Done again: {what}."), self._notes.redo)
        else:
            self._correcting.redo()

    def _tell_difference(self, words: str, change: Callable[[], object]) -> None:
        """Change the notes, and say which: its words may be out of sight, or lie under a panel."""
        before = self._notes.now
        change()
        now = self._notes.now
        others = [one for one in (*now, *before) if one not in before or one not in now]
        if not others:
            return
        anchor = others[0].anchor
        what = self.tr("note on the article")
        if anchor is not None:
            what = self.tr("mark on “{words}”").format(words=shortened(anchor.quote))
        self._window.toast.show_words(words.format(what=what), can_undo=False)

    def show_state(self) -> None:
        """Tell the menu what can be taken back."""
        self._correcting.show_state()
        actions = self._window.actions_by_name
        if self._notes.can_undo or self._is_of_text:
            actions["undo"].setEnabled(True)
        if self._notes.can_redo:
            actions["redo"].setEnabled(True)

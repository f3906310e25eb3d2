"""Notes and corrections have one way back: what was changed last is taken back first."""

from PySide6.QtCore import QObject

from reader.ui.controllers.corrections.correcting import Correcting
from reader.ui.session.notes_in_force import NotesInForce
from reader.ui.session.session import Session
from reader.ui.window.main_window import MainWindow


class LatestChange(QObject):
    """Takes back what was done last, a note or a correction, and does it again."""

    def __init__(
        self, window: MainWindow, session: Session, correcting: Correcting, notes: NotesInForce
    ) -> None:
        super().__init__(window)
        self._window, self._correcting, self._notes = window, correcting, notes
        self._corrections = session.analysis.corrections
        self._is_of_notes = False  # notes were changed after corrections
        self._corrections.changed.connect(self._corrected)
        self._corrections.mutes_changed.connect(self._corrected)

    def begin(self) -> None:
        """Note that another article is open, of which nothing was changed yet."""
        self._is_of_notes = False

    def note_changed(self) -> None:
        """Take it that what is about to be changed last is a note."""
        self._is_of_notes = True

    def _corrected(self) -> None:
        self._is_of_notes = False
        self.show_state()

    def undo(self) -> None:
        """Take back what was done last: a note, or a correction."""
        if self._notes.can_undo and (self._is_of_notes or not self._corrections.done):
            self._notes.undo()
        else:
            self._correcting.undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._notes.can_redo and (self._is_of_notes or not self._corrections.undone):
            self._notes.redo()
        else:
            self._correcting.redo()

    def show_state(self) -> None:
        """Tell the menu what can be taken back."""
        self._correcting.show_state()
        actions = self._window.actions_by_name
        if self._notes.can_undo:
            actions["undo"].setEnabled(True)
        if self._notes.can_redo:
            actions["redo"].setEnabled(True)

"""All that is changed on the page has one way back: what was done last is taken back first."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from reader.core.corrections import Scope
from reader.core.text.article import Article
from reader.ui.controllers.corrections.correcting import Correcting
from reader.ui.controllers.corrections.correction_words import shortened
from reader.ui.controllers.lexicons.lexicon_steps import LexiconSteps
from reader.ui.controllers.notes.step_order import Kind, StepOrder
from reader.ui.session.notes_in_force import NotesInForce
from reader.ui.session.session import Session
from reader.ui.window.main_window import MainWindow


class LatestChange(QObject):
    """Takes back what was done last: a note, a correction, an exception, or what is left out.

    Each article has its own order, which is known while the window is open.
    """

    def __init__(
        self, window: MainWindow, session: Session, correcting: Correcting, notes: NotesInForce
    ) -> None:
        super().__init__(window)
        self._window, self._correcting, self._notes = window, correcting, notes
        self._corrections = session.analysis.corrections
        self._article = session.article
        self._exceptions: LexiconSteps | None = None
        self._scope: Scope | None = None
        self._order = StepOrder()
        self._left: dict[Scope, StepOrder] = {}  # articles that were on the page before
        self._article.stepped.connect(self._tell_text)
        self._article.stepped.connect(partial(self._note, "text"))
        self._corrections.stepped.connect(partial(self._note, "correction"))
        notes.stepped.connect(partial(self._note, "note"))
        session.analysis.changed.connect(self.show_state)
        self._corrections.changed.connect(self.show_state)
        self._corrections.mutes_changed.connect(self.show_state)

    def listen_to(self, steps: LexiconSteps) -> None:
        """Take exceptions that are made on the page back in their turn."""
        self._exceptions = steps
        steps.stepped.connect(partial(self._note, "exception"))

    def begin(self, article: Article | None) -> None:
        """Take up the steps of another article, or go on where only pieces of it changed."""
        is_same = self._article.is_restored
        if self._scope is not None:
            self._left[self._scope] = self._order
        self._scope = Scope.of(article) if article is not None else None
        if is_same or self._scope is None:
            self._order = self._order if is_same else StepOrder()
        else:
            self._order = self._left.get(self._scope, StepOrder()).since_text()
        self.show_state()

    def _note(self, kind: Kind, way: str) -> None:
        self._order = self._order.after(kind, way)
        self.show_state()

    # -- back and again --------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back what was done last; after all that, what was corrected at an earlier start."""
        while self._order.past and not self._can_undo(self._order.past[-1]):
            self._order = self._order.without_last()
        back: dict[Kind, Callable[[], object]] = {
            "correction": self._correcting.undo,
            "note": self._undo_note,
            "text": self._article.take_back,
        }
        if self._exceptions is not None:
            back["exception"] = self._exceptions.take_exception_back
        back[self._order.past[-1] if self._order.past else "correction"]()
        self.show_state()

    def redo(self) -> None:
        """Do again what was taken back last."""
        while self._order.future and not self._can_redo(self._order.future[-1]):
            self._order = self._order.without_next()
        if not self._order.future:
            return
        again: dict[Kind, Callable[[], object]] = {
            "correction": self._correcting.redo,
            "note": self._redo_note,
            "text": self._article.do_again,
        }
        if self._exceptions is not None:
            again["exception"] = self._exceptions.make_exception_again
        again[self._order.future[-1]]()
        self.show_state()

    def _can_undo(self, kind: Kind) -> bool:
        steps = self._exceptions
        can: dict[Kind, bool] = {
            "correction": bool(self._corrections.done) or self._corrections.can_undo,
            "exception": steps is not None and steps.can_take_back,
            "note": self._notes.can_undo,
            "text": self._article.can_take_back,
        }
        return can[kind]

    def _can_redo(self, kind: Kind) -> bool:
        steps = self._exceptions
        can: dict[Kind, bool] = {
            "correction": self._corrections.can_redo,
            "exception": steps is not None and steps.can_do_again,
            "note": self._notes.can_redo,
            "text": self._article.can_do_again,
        }
        return can[kind]

    # -- in words --------------------------------------------------------------------------------

    def _tell_text(self, way: str) -> None:
        told = {
            "new": self.tr("What is left out of the article has changed."),
            "back": self.tr("Taken back: what is left out of the article."),
            "again": self.tr("Done again: what is left out of the article."),
        }[way]
        back = self._article.take_back
        self._window.toast.show_words(told, can_undo=way != "back", take_back=back)

    def _undo_note(self) -> None:
        self._tell_difference(self.tr("Taken back: {what}."), self._notes.undo)

    def _redo_note(self) -> None:
        self._tell_difference(self.tr("Done again: {what}."), self._notes.redo)

    def _tell_difference(self, words: str, change: Callable[[], object]) -> None:
        """Change the notes, and say which: its words may be out of sight, or lie under a panel."""
        before = self._notes.now
        change()
        now = self._notes.now
        others = [one for one in (*now, *before) if one not in before or one not in now]
        if not others:
            told = self.tr("Another window has changed this note since; it stays.")
            self._window.toast.show_words(told, can_undo=False)
            return
        anchor = others[0].anchor
        what = self.tr("note on the article")
        if anchor is not None:
            what = self.tr("mark on “{words}”").format(words=shortened(anchor.quote))
        self._window.toast.show_words(words.format(what=what), can_undo=False)

    def show_state(self) -> None:
        """Tell the menu what can be taken back, and what can be done again."""
        self._correcting.show_state()
        actions = self._window.actions_by_name
        is_known = any(map(self._can_undo, self._order.past))
        actions["undo"].setEnabled(is_known or bool(self._corrections.done))
        actions["redo"].setEnabled(any(map(self._can_redo, self._order.future)))

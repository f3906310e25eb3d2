"""The reader's corrections and mutes in force on the page, with one way back for all."""

from PySide6.QtCore import QObject, Signal

from reader.core.analysis.analysis import Analysis
from reader.core.corrections import (
    EVERYWHERE,
    Correction,
    Corrections,
    History,
    Scope,
    counts_everywhere,
    in_force,
    is_mute,
    muted_entries,
    muted_places,
    with_context,
)
from reader.core.text.article import Article
from reader.core.text.spans import Span
from reader.errors import ReaderError
from reader.storage.user_data.kept_mutes import all_mutes, unmute
from reader.storage.user_data.store import Kept, Store


class CorrectionsInForce(QObject):
    """The corrections of the open article, and the mutes that count everywhere.

    Both are in one history: what was done last is taken back first. An article's file holds the
    mutes of entries that were made in it too, so that their order is known at a later start.

    Signals:
        changed(): Other corrections are in force; what they say about the article is another.
        mutes_changed(): Only other mutes are in force.
        kept(): Something was written that may bear on other articles too.
        stepped(str): There is a `new` step of the reader's, or one went `back` or came `again`.
        failed(ReaderError): They could not be written.

    Attributes:
        problem: What was wrong with a file when the article was opened, or None.
    """

    changed = Signal()
    mutes_changed = Signal()
    kept = Signal()
    stepped = Signal(str)
    failed = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._article: Article | None = None
        self._history = History()
        self._left: dict[Scope, History] = {}  # articles that were on the page before
        self._everywhere: Corrections = ()  # as kept: mutes of entries
        self._here: Corrections = ()  # as kept: the article's own
        self._muted: frozenset[Span] = frozenset()  # places of the article
        self.problem: ReaderError | None = None

    @property
    def done(self) -> Corrections:
        """Return what is in force, in the order it was done."""
        return self._history.done

    @property
    def can_undo(self) -> bool:
        """Tell whether there is a step of this window to take back."""
        return bool(self._history.past)

    @property
    def can_redo(self) -> bool:
        """Tell whether a step was taken back."""
        return bool(self._history.future)

    def begin(self, article: Article | None, carried: Corrections = ()) -> None:
        """Take up the corrections of another article.

        Args:
            article: The article, or None for an empty window.
            carried: Corrections of the same article as it was before, for a text that changed
                under the reader's hands and has none of its own yet.
        """
        if self._article is not None:
            self._left[self.scope] = self._history
        self._article = article
        everywhere = self._store.load_corrections(EVERYWHERE)
        self._everywhere, self._here, self.problem = everywhere.value, (), everywhere.problem
        if article is not None:
            here = self._store.load_corrections(Scope.of(article))
            self._here = here.value
            self.problem = here.problem or self.problem
        kept, left = self._in_order(), self._left.get(self.scope)
        is_known = left is not None and self.problem is None
        self._history = left.with_others(kept) if left and is_known else History(kept)
        self._find_places()
        own = tuple(item for item in carried if not counts_everywhere(item))
        if own and not self._here:
            self._change(History((*self._history.done, *own)))

    def look_again(self) -> None:
        """Take up what another window kept or took back meanwhile; steps back reach it last."""
        if self._article is None:  # nothing of it is seen, and a library is not opened for it
            return
        everywhere = self._store.load_corrections(EVERYWHERE)
        here = self._store.load_corrections(self.scope)
        problem = everywhere.problem or here.problem
        if problem is not None:
            self._tell_once(problem)
            return
        before = self.done
        self._everywhere, self._here = everywhere.value, here.value
        self._take_in(self._in_order())
        if set(before) != set(self.done):
            self._tell_change_from(before)

    def _tell_once(self, problem: ReaderError) -> None:
        if self.problem is None or problem.message != self.problem.message:
            self.problem = problem
            self.failed.emit(problem)

    def _in_order(self) -> Corrections:
        """Return all that is kept, the mutes of entries that were made elsewhere first."""
        text = self._article.text if self._article else ""
        return in_force(self._everywhere, with_context(self._here, text))

    def add(self, *corrections: Correction) -> None:
        """Put corrections in force that were made together."""
        new = [item for item in corrections if not is_mute(item) or item not in self.done]
        self._step("new", self._history.with_new(*new))

    def undo(self) -> None:
        """Take the last step back."""
        self._step("back", self._history.undo())

    def redo(self) -> None:
        """Take the step again that was taken back last."""
        self._step("again", self._history.redo())

    def take_back(self, *corrections: Correction) -> None:
        """Take some corrections back, whenever they were made; that is a step too."""
        self._step("new", self._history.without(*corrections))

    def _step(self, way: str, history: History) -> None:
        if history != self._history:
            self._change(history)
            self.stepped.emit(way)

    # -- mutes ---------------------------------------------------------------------------------

    def muted_spans(self, analysis: Analysis | None) -> frozenset[Span]:
        """Return the places that are not marked: muted themselves, or of a muted entry."""
        entries = muted_entries(self.done)
        findings = analysis.findings if analysis and entries else ()
        return self._muted | {
            item.span for item in findings if (item.lexicon, item.entry.phrase) in entries
        }

    @property
    def scope(self) -> Scope:
        """Return what corrections of the article on the page belong to; of none, to all."""
        return Scope.of(self._article) if self._article is not None else EVERYWHERE

    def all_mutes(self) -> tuple[Kept, ...]:
        """Return every mute there is, of entries and of places in whatever article."""
        return all_mutes(self._store)

    def unmute(self, mute: Kept) -> None:
        """Take one mute back, whenever and in whatever article it was made."""
        text = self._article.text if self._article else ""
        for known in (mute.correction, *with_context((mute.correction,), text)):
            if known in self.done:
                self.take_back(known)
                return
        try:
            unmute(self._store, mute)
        except ReaderError as error:
            self.failed.emit(error)
        else:
            self.kept.emit()

    def _find_places(self) -> None:
        text = self._article.text if self._article else ""
        self._muted = muted_places(self.done, text)

    # -- keeping -------------------------------------------------------------------------------

    def _change(self, history: History) -> None:
        before = self._history.done
        if history == self._history:
            return
        self._history = history
        try:
            self._keep()
        except ReaderError as error:
            self.failed.emit(error)
        self._tell_change_from(before)
        self.kept.emit()

    def _tell_change_from(self, before: Corrections) -> None:
        self._find_places()
        if _without_mutes(before) == _without_mutes(self.done):
            self.mutes_changed.emit()
        else:
            self.changed.emit()

    def _keep(self) -> None:
        """Write what changed; take up what another window wrote meanwhile."""
        known = self._in_order()
        elsewhere = frozenset(self._everywhere) - frozenset(self._here)
        everywhere = tuple(filter(counts_everywhere, self.done))
        if set(everywhere) != set(self._everywhere):
            self._everywhere = self._store.save_corrections(
                EVERYWHERE, self._everywhere, everywhere
            )
        here = tuple(item for item in self.done if item not in elsewhere)
        if self._article is not None and here != self._here:
            scope = Scope.of(self._article)
            self._here = self._store.save_corrections(scope, self._here, here)
        kept, own = self._in_order(), set(self.done)
        if set(kept) - set(known) - own or own - set(kept):
            self._take_in(kept)

    def _take_in(self, kept: Corrections) -> None:
        """Let what is kept count, in the order it was done here."""
        self._history = self._history.with_others(kept)


def _without_mutes(corrections: Corrections) -> Corrections:
    return tuple(item for item in corrections if not is_mute(item))

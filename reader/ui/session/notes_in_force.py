"""The reader's highlights and notes on the open article, kept at once, with a way back."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from reader.core.corrections import Scope
from reader.core.notes import Note, Notes, NotesHistory
from reader.core.text.article import Article
from reader.errors import ReaderError
from reader.storage.user_data.store import Store


class NotesInForce(QObject):
    """Holds the notes of one article and keeps every change.

    Signals:
        changed(): Other notes are there.
        stepped(str): There is a `new` step of the reader's, or one went `back`, came `again`, or
            is `forgotten`.
        failed(ReaderError): They could not be read or written.
    """

    changed = Signal()
    stepped = Signal(str)
    failed = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._article: Article | None = None
        self._history = NotesHistory()
        self._left: dict[Scope, NotesHistory] = {}  # articles that were on the page before
        self._kept: Notes = ()

    @property
    def now(self) -> Notes:
        """Return the notes that count, in the order they were made."""
        return self._history.now

    @property
    def can_undo(self) -> bool:
        """Tell whether there is a change to take back."""
        return bool(self._history.past)

    @property
    def can_redo(self) -> bool:
        """Tell whether a change was taken back."""
        return bool(self._history.future)

    def begin(self, article: Article | None) -> None:
        """Take up the notes of another article, or of none."""
        if self._article is not None:
            self._left[Scope.of(self._article)] = self._history
        self._article = article
        self._kept = ()
        self._history = NotesHistory()
        if article is not None:
            loaded = self._store.load_notes(Scope.of(article))
            self._kept = loaded.value
            left = self._left.get(Scope.of(article))
            if loaded.problem is not None:
                self.failed.emit(loaded.problem)
            is_known = left is not None and loaded.problem is None
            self._history = left if left and is_known else NotesHistory(self._kept)
            if self._kept != self.now:
                self._history = self._history.with_others(self._kept)
        self.changed.emit()

    def look_again(self) -> None:
        """Take up what another window kept or took away meanwhile; no step back reaches it."""
        if self._article is None:
            return
        loaded = self._store.load_notes(Scope.of(self._article))
        # what waits to be written is loaded as it is here
        if loaded.problem is not None or loaded.value in (self._kept, self.now):
            return
        self._kept = loaded.value
        self._history = self._history.with_others(self._kept)
        self.changed.emit()

    def add(self, note: Note) -> None:
        """Keep a new note."""
        self.add_all((note,))

    def add_all(self, notes: Notes) -> None:
        """Keep several new notes, in one step."""
        self._step("new", self._history.with_now((*self.now, *notes)))

    def replace(self, old: Note, new: Note, *, goes_on: bool = False) -> None:
        """Keep a note in another form.

        Args:
            old: The note as it was.
            new: The note as it is now.
            goes_on: It belongs to the change before, as one letter after another does.
        """
        notes = tuple(new if note == old else note for note in self.now)
        history = self._history.with_now(notes)
        if goes_on and self._history.past and history is not self._history:
            self._take(NotesHistory(notes, self._history.past))
        else:
            self._step("new", history)

    def remove(self, note: Note) -> None:
        """Take a note away."""
        self._step("new", self._history.with_now(self._without(note)))

    def forget(self, note: Note) -> None:
        """Take a note away in which nothing was written, as if it had never been begun."""
        past = self._history.past
        if past and past[-1] == self._without(note):
            self._step("forgotten", NotesHistory(past[-1], past[:-1]))
        else:
            self.remove(note)

    def _without(self, note: Note) -> Notes:
        return tuple(one for one in self.now if one != note)

    def undo(self) -> None:
        """Take the last change back."""
        self._step("back", self._history.undo())

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._step("again", self._history.redo())

    def _step(self, way: str, history: NotesHistory) -> None:
        if history != self._history and self._article is not None:
            self._take(history)
            self.stepped.emit(way)

    def _take(self, history: NotesHistory) -> None:
        if self._article is None:
            return
        self._history = history
        try:
            scope = Scope.of(self._article)
            self._kept = self._store.save_notes(scope, self._kept, history.now)
        except ReaderError as error:
            self.failed.emit(error)
        else:
            if self._kept != history.now:  # another window kept some too
                self._history = history.with_others(self._kept)
        self.changed.emit()


def now_in_utc() -> str:
    """Return the time of day as notes keep it: ISO 8601 in UTC."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

"""The note that is being written: its field beside the words, and every letter kept."""

from PySide6.QtCore import QObject, Qt

from reader.core.notes import Note, changed
from reader.core.text.spans import Span
from reader.ui.reading_view.card.note_field import NoteField
from reader.ui.session.notes_in_force import NotesInForce, now_in_utc
from reader.ui.session.session import Session
from reader.ui.window.main_window import MainWindow

_BELOW = 6  # pixels between the words and the field


class NoteWriting(QObject):
    """Opens a note in a field beside its words, and keeps what is typed there.

    Attributes:
        field: Where it is written.
    """

    def __init__(self, window: MainWindow, session: Session, notes: NotesInForce) -> None:
        super().__init__(window)
        self._window, self._session, self._notes = window, session, notes
        self.field = NoteField(window.theme, window.view.viewport())
        self._note: Note | None = None
        self._goes_on = False  # typing goes on in it
        self.field.edited.connect(self._edit)
        self.field.closed.connect(self._close)

    def write_in(self, note: Note) -> None:
        """Open a note, and show its words."""
        self.field.end()
        self._note, self._goes_on = note, False
        span = self._span_of(note)
        if span is not None:
            self._window.view.reveal(span)
        self._window.view.close_card()  # it stands where the field does
        self.field.open(note)
        self.place()

    def place(self) -> None:
        """Put the field beside the words of the note that is open, if one is."""
        if self._note is None:
            return
        view, span = self._window.view, self._span_of(self._note)
        left, width = view.note_place()
        rects = view.rects_of(span) if span is not None else []
        top = round(rects[0].top()) if rects else 20
        self.field.setFixedWidth(width)
        self.field.adjustSize()
        lowest = view.viewport().height() - self.field.height() - 8
        if rects and not view.has_note_margin:  # below the words, or over them at the foot
            below = round(rects[-1].bottom()) + _BELOW
            top = below if below <= lowest else top - self.field.height() - _BELOW
        self.field.move(left, max(0, min(top, lowest)))

    def _span_of(self, note: Note) -> Span | None:
        article = self._session.article.current
        return note.place_in(article.text) if article is not None else None

    def _edit(self, words: str, tags: tuple[str, ...]) -> None:
        old = self._note
        if old is None or (old.text, old.tags) == (words, tags):
            return
        new = changed(old, now_in_utc(), words=words, tags=tags)
        self._notes.replace(old, new, goes_on=self._goes_on)
        self._note, self._goes_on = new, True

    def _close(self) -> None:
        note, self._note = self._note, None
        is_empty = note is not None and note.anchor is None and not (note.text or note.tags)
        if note is not None and is_empty:
            self._notes.forget(note)
        self._window.view.setFocus(Qt.FocusReason.OtherFocusReason)

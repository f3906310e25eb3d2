"""Highlights and notes on request: by mouse, by keys, in the margin, in their panel."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from reader.core.analysis.places import Places
from reader.core.corrections import Anchor
from reader.core.notes import (
    Note,
    Notes,
    Pen,
    highlight,
    next_pen,
    placed_notes,
    unplaced_notes,
)
from reader.core.text.article import Article
from reader.core.text.spans import Span
from reader.storage.user_data.store import Store
from reader.ui.controllers.corrections.correcting import Correcting
from reader.ui.controllers.notes.latest_change import LatestChange
from reader.ui.controllers.notes.note_writing import NoteWriting
from reader.ui.marks.places import place_words
from reader.ui.panels.notes.notes_panel import NotesPanel, ShownNote
from reader.ui.reading_view.card.selection_bar import SelectionBar
from reader.ui.session.notes_in_force import NotesInForce, now_in_utc
from reader.ui.session.session import Session
from reader.ui.theme import Theme
from reader.ui.window.main_window import MainWindow

_BELOW = 6  # pixels between the selection and its bar


class Noting(QObject):
    """Makes, changes, shows and takes away what is the reader's own.

    Attributes:
        notes: The notes of the open article.
        bar: The bar under selected words.
        writing: The note that is open in its field.
        latest: Takes back what was done last, and does it again.
        panel: Where all of them are listed.
    """

    def __init__(
        self, window: MainWindow, session: Session, correcting: Correcting, store: Store
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._correcting = window, session, correcting
        self.notes = NotesInForce(store, self)
        self.panel = window.tabs.panel_of(NotesPanel)
        self.bar = SelectionBar(window.theme, window.actions_by_name, window.view.viewport())
        self.latest = LatestChange(window, session, correcting, self.notes)
        self.writing = NoteWriting(window, session, self.notes)
        self._pen: Pen = "lemon"
        self._last: Note | None = None  # where the walk from note to note is
        self._are_shown = True
        self._connect()
        self.set_theme(window.theme)

    def _connect(self) -> None:
        view, notes = self._window.view, self.notes
        self._session.article.changed.connect(self._begin)
        self._session.analysis.changed.connect(self._show)  # now sentences have numbers
        notes.changed.connect(self._show)
        self._window.installEventFilter(self)
        view.words_selected.connect(self._offer)
        view.selectionChanged.connect(self._hide_bar_of_nothing)
        view.delete_requested.connect(self.remove_here)
        view.note_requested.connect(self.writing.write_in)
        view.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.bar.pen_chosen.connect(self._highlight_with)
        self.bar.note_requested.connect(self.note)
        self.bar.correct_requested.connect(self._correct)
        self.bar.closed.connect(self._hide_bar)
        chain: list[QWidget] = [view, *self.bar.stops]
        for before, after in pairwise(chain):  # Tab goes from the page into the bar
            QWidget.setTabOrder(before, after)
        self.panel.edit_requested.connect(self.writing.write_in)
        self.panel.removal_requested.connect(self.remove)
        self.panel.article_note_requested.connect(self.note_on_article)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look for notes of another window when the reader comes back to this one."""
        is_back = event.type() == QEvent.Type.WindowActivate
        if is_back and not self.writing.field.isVisible():
            self.notes.look_again()
        return False

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what the commands of notes do."""
        return {
            "highlight": self.highlight,
            "highlight_sentence": self.highlight_sentence,
            "note": self.note,
            "note_on_article": self.note_on_article,
            "remove_highlight": self.remove_here,
            "show_highlights": self.show_highlights,
            "text_cursor": self.text_cursor,
        }

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.bar.set_theme(theme)
        self.writing.field.set_theme(theme)
        self.panel.article_note.setIcon(self._window.icons.icon("plus", theme.text))

    # -- the article -------------------------------------------------------------------------

    def finish(self) -> None:
        """Keep what is being typed, as the window closes."""
        self.writing.field.end()

    def _begin(self, article: Article | None) -> None:
        self.finish()
        self._hide_bar()
        self.notes.begin(article)
        self.latest.begin(article)

    def _show(self) -> None:
        article = self._session.article.current
        text = article.text if article is not None else ""
        placed = placed_notes(self.notes.now, text)
        self._window.view.show_notes(placed if self._are_shown else ())
        analysis = self._session.analysis.current
        places = (
            Places.of(analysis) if analysis is not None else Places(article or Article("", ()))
        )
        unplaced = sorted(unplaced_notes(self.notes.now, text), key=lambda note: not note.anchor)
        shown: list[ShownNote] = [("", None, note) for note in unplaced]  # lost ones on top
        shown += [(place_words(places, span), span, note) for span, note in placed]
        self.panel.show_notes(shown)
        self._window.status.show_notes(len(shown))
        self.latest.show_state()

    def _scrolled(self) -> None:
        self._hide_bar()
        self.writing.place()

    # -- highlights --------------------------------------------------------------------------

    def _offer(self, span: Span) -> None:
        """Show the bar under words that were selected by mouse."""
        rects = self._window.view.rects_of(span) if len(span) else []
        if not rects:
            self._hide_bar()
            return
        self.bar.ring(self._pen)
        self.bar.show()  # first: how wide its keys are is known only then
        self.bar.adjustSize()
        viewport = self._window.view.viewport()
        last = rects[-1]
        left = min(round(last.left()), viewport.width() - self.bar.width() - 8)
        top = round(last.bottom()) + _BELOW
        if top + self.bar.height() > viewport.height():
            top = round(rects[0].top()) - self.bar.height() - _BELOW
        self.bar.move(QPoint(max(8, left), max(0, top)))
        self.bar.raise_()
        corner = self.bar.mapTo(self._window, QPoint(0, 0))
        self._window.toast.make_way(QRect(corner, self.bar.size()))

    def _hide_bar(self) -> None:
        """Hide the bar; the keyboard goes back to the page."""
        if self.bar.isAncestorOf(self._window.focusWidget() or self._window):
            self._window.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bar.hide()

    def _hide_bar_of_nothing(self) -> None:
        """Hide the bar with the selection that it is about."""
        if self.bar.isVisible() and not self._window.view.textCursor().hasSelection():
            self._hide_bar()

    def highlight(self) -> None:
        """Highlight the selected words; once more: with the next pen."""
        if not self._is_page_seen():
            return
        span = self._selected_words()
        found = self._window.view.note_at(span)
        if found is not None and (not len(span) or found[0] == span):
            self._pen = next_pen(found[1].pen)
        self._draw_with(self._pen)

    def highlight_sentence(self) -> None:
        """Highlight the sentence of the selection or of the cursor."""
        if self._is_page_seen() and self._session.article.current is not None:
            self._mark(self._window.view.sentence_here(), self._pen)

    def _highlight_with(self, pen: Pen) -> None:
        self._pen = pen
        self._draw_with(pen)

    def _draw_with(self, pen: Pen) -> None:
        """Draw a pen over the selected words, or over the highlight that is there."""
        span = self._selected_words()
        found = self._window.view.note_at(span)
        if found is not None and (not len(span) or found[0] == span):
            self._changed(found[1], replace(found[1], pen=pen))
        elif len(span):
            self._mark(span, pen)
        self._end_selection(span)

    def _is_page_seen(self) -> bool:
        """Tell whether the page is in front; where it is not, say where notes are written."""
        is_seen = self._window.is_page_in_front
        if not is_seen:
            told = self.tr("Notes are written on the page of an article: open it first.")
            self._window.status.tell(told)
        return is_seen

    def _selected_words(self) -> Span:
        """Return the selection without space at its ends, as a drag of the mouse may take."""
        article, span = self._session.article.current, self._window.view.selected_span()
        if article is None or not len(span):
            return span
        words = Anchor.at(article.text, span)
        return Span(words.start, words.start + len(words.quote))

    def _end_selection(self, span: Span) -> None:
        """Put the cursor where the words begin: their selection would cover the pen."""
        self._hide_bar()
        self._window.view.select(Span(span.start, span.start))

    def _mark(self, span: Span, pen: Pen) -> Note | None:
        article = self._session.article.current
        if article is None or not span.of(article.text).strip():
            return None
        note = highlight(article.text, span, pen, now_in_utc())
        known = next((other for other in self.notes.now if other.anchor == note.anchor), None)
        if known is None:
            self.notes.add(note)
        return known or note

    def _changed(self, old: Note, new: Note) -> None:
        self.notes.replace(old, new)

    def remove_here(self) -> None:
        """Take the highlight away that the selection or the cursor touches."""
        found = self._window.view.note_at(self._window.view.selected_span())
        if found is not None:
            self.remove(found[1])

    def remove(self, note: Note) -> None:
        """Take a note away."""
        self.notes.remove(note)

    def take_in(self, notes: Notes) -> None:
        """Keep notes of other programs, in one step that can be taken back."""
        self.notes.add_all(notes)

    def show_highlights(self, are_shown: bool) -> None:  # noqa: FBT001 -- a Qt slot
        """Show what is the reader's own on the page, or leave it away."""
        self._are_shown = are_shown
        self._show()

    def text_cursor(self, is_on: bool) -> None:  # noqa: FBT001 -- a Qt slot
        """Put a text cursor on the page, by which words are selected with the arrow keys."""
        usual = Qt.TextInteractionFlag.TextBrowserInteraction
        by_keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
        view = self._window.view
        view.setTextInteractionFlags(usual | by_keys if is_on else usual)
        if is_on:
            view.setCursorWidth(2)
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- from note to note -----------------------------------------------------------------------

    def walk(self, step: int) -> None:
        """Go to the next (1) or previous (-1) of what the tab in front lists: note or mark.

        The keyboard goes to the page with it, so that Enter opens what the walk has come to.
        """
        self._window.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        window, article = self._window, self._session.article.current
        is_listed = window.panel.is_open and window.tabs.front() is self.panel
        if article is None or not is_listed:
            view = window.view
            (view.focus_next if step > 0 else view.focus_previous)()
            return
        listed = filter(self.panel.filter.passes, self.notes.now)
        placed = placed_notes(listed, article.text)
        if placed:
            span, note = placed[self._number_from(placed, step)]
            self._last = note
            window.view.show_note(span)
            window.view.say(self.panel.mark_current(note))

    def _number_from(self, placed: Sequence[tuple[Span, Note]], step: int) -> int:
        """Return the number of the note after the last one, or the first one in view."""
        notes = [note for _, note in placed]
        visible = self._window.view.span_in_view()
        if self._last in notes and placed[notes.index(self._last)][0].overlaps(visible):
            return (notes.index(self._last) + step) % len(notes)
        before = sum(span.start < visible.start for span, _ in placed)
        return (before if step > 0 else before - 1) % len(notes)

    # -- notes -------------------------------------------------------------------------------

    def note(self) -> None:
        """Write a note on the selected words; without a selection on the sentence."""
        view = self._window.view
        self._hide_bar()
        if self._session.article.current is None or not self._is_page_seen():
            return
        span = self._selected_words()
        found = view.note_at(span)
        self._end_selection(span)
        if found is not None:
            self.writing.write_in(found[1])
            return
        note = (
            self._mark(span, self._pen) if len(span) else self._mark(view.sentence_here(), "bar")
        )
        if note is not None:
            self.writing.write_in(note)

    def note_on_article(self) -> None:
        """Write a note on the article as a whole."""
        if self._session.article.current is None or not self._is_page_seen():
            return
        known = next((note for note in self.notes.now if note.anchor is None), None)
        note = known or Note("bar", made=now_in_utc())
        if known is None:
            self.notes.add(note)
        self.writing.write_in(note)

    def _correct(self) -> None:
        self._hide_bar()
        self._correcting.correct_here()

"""The page as a reader uses it: a ring that walks from mark to mark, and the cards."""

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from reader.core.lexicon.findings import Finding
from reader.core.notes import Note
from reader.core.text.article import Article
from reader.core.text.spans import Span
from reader.ui.marks.places import place_words
from reader.ui.marks.words import voice_words
from reader.ui.reading_view.card.card_facts import card_facts
from reader.ui.reading_view.card.card_position import card_position, card_width, room_missing
from reader.ui.reading_view.card.mark_card import MarkCard
from reader.ui.reading_view.noted_page import NotedPage
from reader.ui.reading_view.painting.margin_words import mark_in_margin
from reader.ui.reading_view.typesetting.geometry import finish_layout
from reader.ui.theme import Theme

_HOVER_MS = 350


class ReadingView(NotedPage):
    """Moves the ring from mark to mark, and opens the card of a mark.

    Signals:
        finding_focused(Finding | None): The ring has moved.
        mute_here_requested(Finding): From the card.
        mute_everywhere_requested(Finding): From the card.
        edit_requested(Finding): From the card.
        menu_requested(Span, QPoint): A menu for the selected words, or for a mere place (an
            empty span), at a point of the screen.
        words_selected(Span): Words were selected by mouse; an empty span where none are any more.
        delete_requested(): What is the reader's at the cursor is to go.
        note_requested(Note): A note is to be opened: its words or dot in the margin were clicked,
            or Enter was pressed in its highlight.
    """

    finding_focused = Signal(object)
    mute_here_requested = Signal(object)
    mute_everywhere_requested = Signal(object)
    edit_requested = Signal(object)
    menu_requested = Signal(object, object)
    words_selected = Signal(object)
    delete_requested = Signal()
    note_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._card: MarkCard | None = None  # made when the first mark is looked at
        self._hover_timer = QTimer(self)
        self._hover_timer.setSingleShot(True)
        self._hover_timer.setInterval(_HOVER_MS)
        self._hover_timer.timeout.connect(self._open_hover_card)
        self.verticalScrollBar().valueChanged.connect(self._place_card)

    def show_article(self, article: Article | None) -> None:
        """Show the text at once, without marks, from its beginning."""
        self.close_card()
        super().show_article(article)

    def set_marks_visible(self, is_visible: bool) -> None:  # noqa: FBT001 -- a Qt setter
        """Show or hide all marks; the text does not move."""
        if not is_visible:
            self.close_card()
        super().set_marks_visible(is_visible)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours, keeping the place."""
        if self._card is not None:
            self._card.set_theme(theme)
        super().set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the card with its mark."""
        super().resizeEvent(event)
        self._place_card()

    def _show_marks(self) -> None:
        super()._show_marks()
        if self._led_to not in self._marks.shown and not self._is_card_pinned():
            self.close_card()

    # -- what is the reader's own --------------------------------------------------------------

    def show_note(self, span: Span) -> None:
        """Bring a highlight into view with its sentence, and put the text cursor on it."""
        self.focus_finding(None)  # the ring is elsewhere: Enter is for the highlight now
        self.show_place(span)
        self.select(Span(span.start, span.start))

    def _note_for_enter(self) -> Note | None:
        """Return the note of the highlight at the text cursor, unless the ring is there."""
        here = self.selected_span()
        found = self.note_at(here)
        is_ringed = self._focus is not None and self._focus.span.contains(here)
        return None if found is None or is_ringed else found[1]

    # -- ring and card --------------------------------------------------------------------------

    def focus_next(self) -> None:
        """Move the ring to the next mark, round at the end."""
        self._step(1)

    def focus_previous(self) -> None:
        """Move the ring to the mark before, round at the beginning."""
        self._step(-1)

    def _step(self, step: int) -> None:
        visible = self.span_in_view()
        place = (
            self._left_at
            if visible.contains(Span(self._left_at, self._left_at))
            else visible.start
        )
        if self._marks.is_naming:
            self._step_names(place, step)
            return
        finding = self._marks.step_from(self._focus, place, step)
        if finding is not None:
            self.focus_finding(finding)
            self._say_mark(finding)

    def _step_names(self, place: int, step: int) -> None:
        """Bring the next name of the chosen actor into view, and look at its sentence."""
        span = self._marks.name_from(place, step)
        if span is not None:
            self._left_at = span.start
            self.show_place(span)

    def _say_mark(self, finding: Finding) -> None:
        """Put the text cursor on a mark, and tell a screen reader what it is."""
        self.select(Span(finding.span.start, finding.span.start))
        if self._article is None:
            return
        words = " ".join(finding.span.of(self._article.text).split())
        place = place_words(self._places, finding.span)
        told = f"{words}, {self._marks.name(finding)}, {voice_words(finding.voice)}, {place}"
        self.say(told)

    def focus_finding(self, finding: Finding | None) -> None:
        """Put the ring on a finding and bring it into view."""
        self._focus = finding
        if finding is not None:
            self.reveal(finding.span)
            if self._is_card_open():
                self._show_card(finding)
        self.wash(finding.span if finding is not None else None)
        self.finding_focused.emit(finding)

    def focused_finding(self) -> Finding | None:
        """Return the finding that has the ring, or None."""
        return self._focus

    def open_card(self) -> None:
        """Show the card of the mark in focus, or of the first mark in view."""
        if self._focus is None:
            self._step(1)
        if self._focus is not None:
            self._show_card(self._focus)
            self._made_card().take_focus()

    def close_card(self) -> None:
        """Hide the card and give the page the focus back."""
        card, focus = self._card, self.focusWidget()
        had_focus = card is not None and (card is focus or card.isAncestorOf(focus or self))
        if had_focus:  # before it hides, or Qt would look for a next one as Tab does
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        if card is not None:
            card.hide()
        self._led_to = None
        self._hovered = None
        self.viewport().update()

    def _made_card(self) -> MarkCard:
        if self._card is None:
            self._card = card = MarkCard(self._theme, self)
            card.mute_here_requested.connect(self.mute_here_requested)
            card.mute_everywhere_requested.connect(self.mute_everywhere_requested)
            card.edit_requested.connect(self.edit_requested)
            card.closed.connect(self.close_card)
        return self._card

    def _is_card_open(self) -> bool:
        return self._card is not None and self._card.isVisible()

    def _is_card_pinned(self) -> bool:
        return self._card is not None and self._card.is_pinned

    def _show_card(self, finding: Finding) -> None:
        analysis = self._marks.analysis
        if analysis is not None:
            self._led_to = finding
            card = self._made_card()
            card.show_facts(card_facts(analysis, finding))
            card.show()
            card.raise_()
            self._place_card()
            if pieces := self._geometry.pieces(finding.span):
                sizes = self._columns, self.size(), card.size()
                scrolled, most = self._bar.value(), self._bar.maximum()
                self._bar.setValue(scrolled + room_missing(pieces, *sizes, scrolled, most))
            self.viewport().update()

    def _place_card(self) -> None:
        finding = self._led_to
        pieces = self._geometry.pieces(finding.span) if finding is not None else ()
        if pieces and self._card is not None and self._is_card_open():
            size = self.size()
            width = card_width(self._columns, size)
            if self._card.width() != width:
                self._card.fit(width)
            card = self._card.size()
            self._card.move(card_position(pieces, self._columns, size, card, self._bar.value()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which mark the pointer is on; its card follows after a moment."""
        super().mouseMoveEvent(event)
        found = self.finding_at(event.position().toPoint())
        is_on_note = found is None and self.note_in_margin(event.position().toPoint()) is not None
        is_on_sign = found is not None or is_on_note
        shape = Qt.CursorShape.PointingHandCursor if is_on_sign else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        if found is self._hovered:
            return
        self._hovered = found
        if found is not None:
            self._hover_timer.start()
        else:
            self._hover_timer.stop()
        self.viewport().update()

    def _open_hover_card(self) -> None:
        """Show the card of the mark under the pointer; ring, page and panels stay as they are."""
        if self._hovered is not None and not self._is_card_pinned():
            self._show_card(self._hovered)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the frame of the keyboard away: the mouse shows where the reader is."""
        if self._has_keyboard:
            self._has_keyboard = False
            self.viewport().update()  # a selection alone paints only where it is
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the card of a mark that was clicked; close it on a click elsewhere."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.words_selected.emit(self.selected_span())
        if event.button() != Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        place = event.position().toPoint()
        note = self.note_in_margin(place)
        if note is not None:
            self.note_requested.emit(note)
            return
        found = self.finding_at(place) or self._margin_mark(place)
        if found is not None:
            self.focus_finding(found)
            self._show_card(found)
        elif not self._is_card_pinned():
            self.wash(None)
            self.close_card()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the mark under the pointer."""
        self._hovered = None
        self._hover_timer.stop()
        super().leaveEvent(event)

    def _margin_mark(self, place: QPoint) -> Finding | None:
        """Return the mark whose letter or numeral stands at a point of the viewport."""
        if not self._is_in_margin(place):
            return None
        point = (place + QPoint(0, self._bar.value())).toPointF()
        scene = self._scene(self.span_in_view())
        return mark_in_margin(scene, self._geometry, self._marks, point)

    def sentence_here(self) -> Span:
        """Return the sentence of the selection, of the ring, or of the text cursor."""
        span = self.selected_span()
        if not len(span) and self._focus is not None:
            span = self._focus.span
        return self._marks.sentences_around(Span(span.start, max(span.end, span.start + 1)))

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001 -- Qt's own
        """Leave by Tab; selected words stay so, which a look for links would undo."""
        if self.textCursor().hasSelection():
            return bool(QAbstractScrollArea.focusNextPrevChild(self, is_next))
        return bool(super().focusNextPrevChild(is_next))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens card or note, Esc closes it; Ctrl+Home and Ctrl+End go to the ends."""
        if event.matches(QKeySequence.StandardKey.MoveToStartOfDocument):
            self._bar.setValue(self._map.minimum())
            return
        if event.matches(QKeySequence.StandardKey.MoveToEndOfDocument):
            finish_layout(self.document())
            self._bar.setValue(self._map.maximum())
            return
        if event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            note = self._note_for_enter()
            if note is not None:
                self.note_requested.emit(note)
            else:
                self.open_card()
            return
        if event.key() == Qt.Key.Key_Escape and self._is_card_open():
            self.close_card()
            return
        if event.key() == Qt.Key.Key_Escape and self._washed is not None:
            self.wash(None)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu: of the place that was clicked, or of the selection there."""
        if self._article is None:
            return
        span = self.selected_span()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            place = self.place_at(event.pos())
            is_beside = not span.start <= place <= span.end
            span = Span(place, place) if is_beside else span
        self.menu_requested.emit(span, event.globalPos())

"""The marked page with what is the reader's own: highlights, places by name, words aloud."""

from PySide6 import QtGui  # of which QAccessible is made when it is needed: it takes 2 ms
from PySide6.QtCore import QRectF, Qt

from reader.core.notes import Note
from reader.core.text.spans import Span
from reader.ui.reading_view.marked_page import MarkedPage

_FIELD_WIDTH = 404  # pixels of the field of a note that stands below its line


class NotedPage(MarkedPage):
    """Tells where the reader's highlights stand, and goes to places that are named."""

    def note_at(self, span: Span) -> tuple[Span, Note] | None:
        """Return the highlight that a selection or a place touches; the shortest of several."""
        touched = Span(span.start, max(span.end, span.start + 1))
        found = [item for item in self._notes if item[0].overlaps(touched)]
        return min(found, key=lambda item: len(item[0]), default=None)

    def rects_of(self, span: Span) -> list[QRectF]:
        """Return where a span stands in the viewport, line by line."""
        top = self._bar.value()
        return [
            QRectF(piece.left, piece.top - top, piece.width, piece.height)
            for piece in self._geometry.pieces(span)
        ]

    @property
    def has_note_margin(self) -> bool:
        """Tell whether notes have room beside the text; else they open below their line."""
        return bool(self._columns.note_width)

    def note_place(self) -> tuple[int, int]:
        """Return where an open note begins in the viewport, and how wide it may be."""
        columns = self._columns
        if columns.note_width:
            return columns.note_left, columns.note_width
        return columns.left, min(columns.column, _FIELD_WIDTH)

    def sentence_count(self, paragraph: str) -> int:
        """Return how many sentences a written paragraph ("7") has; 0 where there is none such."""
        return self._places.sentence_count(int(paragraph)) if paragraph.isdecimal() else 0

    def go_to(self, written: str) -> bool:
        """Show a written place ("7", "7.2") and mark it; return whether there is one."""
        span = self._places.find(written)
        if span is None:
            return False
        self.show_place(span)
        self.select(Span(span.start, span.start))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def say(self, words: str) -> None:
        """Tell a screen reader some words, where one listens."""
        if QtGui.QAccessible.isActive():
            QtGui.QAccessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(self, words))

"""The page: an article with marks painted under its text."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.places import Places
from reader.core.lexicon.findings import Finding
from reader.core.notes import Note
from reader.core.text.article import Article
from reader.core.text.spans import Span
from reader.ui.reading_view.margin_map import MapBand, MapMark, MarginMap
from reader.ui.reading_view.mark_filter import MarkFilter
from reader.ui.reading_view.page_marks import PageMarks
from reader.ui.reading_view.painting.margin_words import (
    margin_words,
    note_in_margin,
    note_tip,
)
from reader.ui.reading_view.painting.page_painter import PagePainter, PageScene
from reader.ui.reading_view.text_page import TextPage
from reader.ui.reading_view.typesetting.geometry import CAPTION, STUB, HeightShares, is_laid_out
from reader.ui.reading_view.typesetting.page import BASE_SIZE
from reader.ui.theme import Theme

_BY_KEYBOARD = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}


class MarkedPage(TextPage):
    """Shows the analysis of an article when it is there, and finds marks by their place."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._marks = PageMarks()
        self._map = MarginMap(theme, self._marks_on_map, self._bands_on_map)
        super().__init__(theme, self._map, parent)
        self._shares = HeightShares(self._geometry)
        self._notes: tuple[tuple[Span, Note], ...] = ()
        self._stronger_voices = False
        self._focus: Finding | None = None
        self._left_at = 0  # where the ring was, when its mark is gone
        self._hovered: Finding | None = None
        self._has_keyboard = False
        self._led_to: Finding | None = None  # the mark that a line leads from to its card
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.page_set.connect(self._show_marks)

    # -- article and marks -----------------------------------------------------------------------

    def show_article(self, article: Article | None) -> None:
        """Show the text at once, without marks, from its beginning."""
        self._notes = ()
        self._focus, self._left_at = None, 0
        self._marks.show(None)
        super().show_article(article)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours, keeping the place."""
        self._map.set_theme(theme)
        super().set_theme(theme)

    def _laid_out(self) -> None:
        super()._laid_out()
        self._shares = HeightShares(self._geometry)
        self._map.forget()

    def show_analysis(self, analysis: Analysis) -> None:
        """Paint the marks of an analysis of the article on the page."""
        self._places = Places.of(analysis)
        self._marks.show(analysis)
        self._map.forget()
        self._show_marks()

    def set_filter(self, mark_filter: MarkFilter) -> None:
        """Show the marks that the filter lets through."""
        self._marks.set_filter(mark_filter)
        self._show_marks()

    def set_marks_visible(self, is_visible: bool) -> None:  # noqa: FBT001 -- a Qt setter
        """Show or hide all marks; the text does not move."""
        self._marks.set_on(is_visible)
        self._map.forget()
        self._show_marks()

    def set_stronger_voices(self, is_strong: bool) -> None:  # noqa: FBT001 -- a Qt setter
        """Draw bands and boxes with a clear frame."""
        self._stronger_voices = is_strong
        self.viewport().update()

    def visible_marks(self) -> tuple[Finding, ...]:
        """Return all findings that are drawn, in reading order."""
        return self._marks.shown

    def _show_marks(self) -> None:
        """Draw the marks again; the ring of a mark that is gone goes too."""
        if self._focus is not None and self._focus not in self._marks.shown:
            self._left_at = self._focus.span.start
            self._focus = None
        self._map.forget_marks()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what lies under the text, then the text."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.page))
        if self._article is not None:
            painter.translate(-self.horizontalScrollBar().value(), -self._bar.value())
            self._paint_below(painter)
            painter.resetTransform()
            self._paint_leader(painter)
        self._paint_focus(painter)
        painter.end()
        super().paintEvent(event)

    def _paint_below(self, painter: QPainter) -> None:
        scale = self._size_px / BASE_SIZE
        page = PagePainter(painter, self._theme, self._geometry, scale, self.devicePixelRatioF())
        top = self._bar.value()
        for block, rect in self._geometry.visible_blocks(top, top + self.viewport().height()):
            number = self._numbers.get(block.position(), 0)
            if number and self._columns.has_numbers:
                first = self._geometry.first_baseline(block)
                page.paragraph_number(number, self._columns.left - 18, first)
            if block.userState() in {CAPTION, STUB}:
                place = QRectF(self._columns.left, rect.top(), 2, rect.height())
                page.side_rule(place, is_broken=block.userState() == STUB)
        scene = self._scene(self.span_in_view())
        if self._washed is not None and not self._marks.is_drawn:
            page.wash(self._washed)
        if self._marks.is_drawn:
            page.paint(scene)
        elif scene.notes:
            page.paint_notes(scene)
            page.paint_dots(scene, has_signs=False)

    def show_notes(self, notes: tuple[tuple[Span, Note], ...]) -> None:
        """Draw the reader's highlights and notes, in reading order."""
        self._notes = notes
        self.viewport().update()

    def show_names(self, spans: tuple[Span, ...]) -> None:
        """Mark where the chosen actor is named, while the names are in front."""
        self._marks.names = spans
        self.viewport().update()

    def _scene(self, visible: Span) -> PageScene:
        marks = self._marks
        return PageScene(
            marks=[
                (finding, marks.look(finding))
                for finding in marks.within(visible)
                if finding.panel != "sourcing"
            ],
            voices=marks.voices_within(visible),
            attributions=marks.attributions_within(visible),
            is_sourcing=marks.is_sourcing,
            names=marks.names_within(visible),
            focus=self._focus,
            hovered=self._hovered,
            washed=self._washed,
            stronger_voices=self._stronger_voices,
            letters_left=self._columns.letters_left,
            letter_count=self._letter_count(),
            notes=[item for item in self._notes if item[0].overlaps(visible)],
            column_left=self._columns.left,
            notes_left=self._columns.note_left,
            notes_width=self._columns.note_width,
            notes_right=self._columns.page,
        )

    def _paint_focus(self, painter: QPainter) -> None:
        """Draw a frame where the keyboard came to the page by Tab or F6."""
        if self._has_keyboard and self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Notice whether the focus comes from the keyboard."""
        super().focusInEvent(event)
        self._has_keyboard = event.reason() in _BY_KEYBOARD
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _letter_count(self) -> int:
        """Return how many letters a line may show; a card in the margin leaves room for two."""
        is_beside = self._led_to is not None and self._columns.has_card_margin
        return min(2, self._columns.letter_count) if is_beside else self._columns.letter_count

    def _paint_leader(self, painter: QPainter) -> None:
        """Draw the thin line from the text to a card in the margin."""
        if self._led_to is None or not self._columns.has_card_margin:
            return
        pieces = self._geometry.pieces(self._led_to.span)
        if pieces:
            y = round(pieces[0].baseline - 6 - self._bar.value())
            painter.setPen(QPen(QColor(self._theme.line2), 1))
            right = self._columns.card_left
            painter.drawLine(QPoint(right - 6, y), QPoint(right, y))

    def _marks_on_map(self) -> Sequence[MapMark]:
        is_ready = is_laid_out(self.document())  # else nobody knows how high the page will be
        return self._marks.on_map(self._shares, self._theme) if is_ready else ()

    def _bands_on_map(self) -> Sequence[MapBand]:
        is_ready = is_laid_out(self.document())
        return self._marks.bands_on_map(self._shares) if is_ready else ()

    def show_place(self, span: Span) -> None:
        """Bring a place into view, and mark its sentence."""
        self.reveal(span)
        self.wash(span)

    def wash(self, span: Span | None) -> None:
        """Lay a quiet ground under the sentence of a place, or under none."""
        self._washed = self._marks.sentences_around(span) if span is not None else None
        self.viewport().update()
        self._scrolled()

    def finding_at(self, place: QPoint) -> Finding | None:
        """Return the mark under a point of the viewport; the shorter of two."""
        if self._article is None:
            return None
        point = place + QPoint(0, self._bar.value())
        found = None
        for finding in self._marks.within(self.span_in_view()):
            for piece in self._geometry.pieces(finding.span):
                rect = QRectF(piece.left - 2, piece.top, piece.width + 4, piece.height)
                is_shorter = found is None or len(finding.span) < len(found.span)
                if rect.contains(point.toPointF()) and is_shorter:
                    found = finding
        return found

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what a letter or a numeral in the margin stands for."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self._margin_words(event.pos())
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    def note_in_margin(self, place: QPoint) -> Note | None:
        """Return the note whose words or dot stand at a point of the viewport."""
        if place.x() < self._columns.letters_left or not self._notes:
            return None
        point = (place + QPoint(0, self._bar.value())).toPointF()
        scene = self._scene(self.span_in_view())
        return note_in_margin(scene, self._geometry, point, has_signs=self._marks.is_drawn)

    def _is_in_margin(self, place: QPoint) -> bool:
        return self._marks.is_drawn and place.x() >= self._columns.letters_left

    def _margin_words(self, place: QPoint) -> str:
        note = self.note_in_margin(place)
        if note is not None or not self._is_in_margin(place):
            return note_tip(note) if note is not None else ""
        point = (place + QPoint(0, self._bar.value())).toPointF()
        scene = self._scene(self.span_in_view())
        return margin_words(scene, self._geometry, self._marks, point)

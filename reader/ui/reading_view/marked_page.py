"""The page: an article as well-set text, with marks painted under it."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QToolTip, QWidget

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.places import Places
from reader.core.lexicon.findings import Finding
from reader.core.notes import Note
from reader.core.text.article import Article, count_words
from reader.core.text.spans import Span
from reader.ui.marks.places import place_in_view
from reader.ui.reading_view.columns import Columns
from reader.ui.reading_view.geometry import (
    CAPTION,
    STUB,
    HeightShares,
    PageGeometry,
    is_laid_out,
)
from reader.ui.reading_view.long_words import BREAK
from reader.ui.reading_view.margin_map import MarginMap
from reader.ui.reading_view.margin_words import (
    margin_words,
    note_in_margin,
    note_tip,
)
from reader.ui.reading_view.mark_filter import MarkFilter
from reader.ui.reading_view.page import (
    BASE_SIZE,
    RESTORE,
    USUAL_LOOK,
    PageLook,
    PageSetter,
    has_huge_block,
    over_the_text,
    words_copied,
)
from reader.ui.reading_view.page_marks import PageMarks
from reader.ui.reading_view.painting.page_painter import PagePainter, PageScene
from reader.ui.reading_view.text_offsets import TextOffsets
from reader.ui.theme import Theme

_BY_KEYBOARD = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
_NO_ARTICLE = Article("", ())


class MarkedPage(QTextBrowser):
    """Shows an article at once, and its analysis when it is there; finds words by their place.

    Signals:
        place_changed(str, int): The place in view, and how many paragraphs there are.
        restore_requested(int): Put a left-out piece back.
        page_set(): The text was set again, in other colours, another size or another column.
    """

    place_changed = Signal(str, int)
    restore_requested = Signal(int)
    page_set = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size_px = BASE_SIZE
        self._look = USUAL_LOOK
        self._article: Article | None = None
        self._places = Places(_NO_ARTICLE)
        self._numbers: dict[int, int] = {}  # of paragraphs, by where their blocks begin
        self._marks = PageMarks()
        self._notes: tuple[tuple[Span, Note], ...] = ()
        self._stronger_voices = False
        self._focus: Finding | None = None
        self._left_at = 0  # where the ring was, when its mark is gone
        self._hovered: Finding | None = None
        self._has_keyboard = False
        self._shows_left_out = False
        self._washed: Span | None = None  # the sentence that is looked at
        self._led_to: Finding | None = None  # the mark that a line leads from to its card
        self._offsets = TextOffsets("", ())
        self._shown: QTextDocument | None = None  # ours; Qt began with one of its own
        self._geometry = PageGeometry(self.document(), self._offsets)
        self._shares = HeightShares(self._geometry, 1)
        self._taken = 0  # pixels at the left that something lies over
        self._columns = Columns.of(self.width(), self._size_px, self._look.width, self._taken)
        self.setObjectName("reading_view")
        self.setAccessibleName(self.tr("Article"))
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow_link)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._map = MarginMap(theme, self)
        self.setVerticalScrollBar(self._map)
        self._map.valueChanged.connect(self._scrolled)

    def loadResource(self, _kind: int, _name: object) -> object:
        """Load nothing: no article may fetch a picture or a style."""
        return None

    def _follow_link(self, link: QUrl) -> None:
        number = link.toString().removeprefix(RESTORE)
        if number.isdigit():
            self.restore_requested.emit(int(number))

    # -- article and marks -----------------------------------------------------------------------

    def show_article(self, article: Article | None) -> None:
        """Show the text at once, without marks, from its beginning."""
        self._article = article
        self._places = Places(article or _NO_ARTICLE)
        self._washed = None
        self._notes = ()
        self._focus, self._left_at = None, 0
        self._marks.show(None)
        self._set_page()
        self._map.setValue(0)
        self._scrolled()

    def show_facts(self, article: Article) -> None:
        """Show outlet, author and date over the text anew where they are others; it stays."""
        before = self._article
        if before is None or before.text != article.text:
            return
        self._article = article
        if over_the_text(before) != over_the_text(article):
            self._keeping_place()

    def show_analysis(self, analysis: Analysis) -> None:
        """Paint the marks of an analysis of the article on the page."""
        self._places = Places.of(analysis)
        self._marks.show(analysis)
        self._show_marks()

    def set_filter(self, mark_filter: MarkFilter) -> None:
        """Show the marks that the filter lets through."""
        self._marks.set_filter(mark_filter)
        self._show_marks()

    def set_marks_visible(self, is_visible: bool) -> None:  # noqa: FBT001 -- a Qt setter
        """Show or hide all marks; the text does not move."""
        self._marks.set_on(is_visible)
        self._show_marks()

    def set_stronger_voices(self, is_strong: bool) -> None:  # noqa: FBT001 -- a Qt setter
        """Draw bands and boxes with a clear frame."""
        self._stronger_voices = is_strong
        self.viewport().update()

    def show_left_out(self, are_shown: bool) -> None:  # noqa: FBT001 -- a Qt setter
        """Show where pieces were left out, each with a way back; the places stay the same."""
        self._shows_left_out = are_shown
        self._keeping_place()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours, keeping the place."""
        self._theme = theme
        self._map.set_theme(theme)
        self._keeping_place()

    def set_text_size(self, size_px: int) -> None:
        """Change the size of the text, keeping the place; the column grows with it."""
        self._size_px = size_px
        self._keeping_place()

    def set_look(self, look: PageLook) -> None:
        """Change column, leading and font, keeping the place."""
        if look != self._look:
            self._look = look
            self._keeping_place()

    def visible_marks(self) -> tuple[Finding, ...]:
        """Return all findings that are drawn, in reading order."""
        return self._marks.shown

    def _keeping_place(self) -> None:
        visible, selected = self.span_in_view(), self.selected_span()
        self._set_page()
        if selected.end:
            self.select(selected)
        if visible.start:
            self._map.setValue(round(self._geometry.height_of(visible.start)))

    def _set_page(self) -> None:
        document = QTextDocument(self)  # it is filled first: what is shown is laid out each time
        document.setUndoRedoEnabled(False)
        self._columns = Columns.of(self.width(), self._size_px, self._look.width, self._taken)
        setter = PageSetter(
            self._theme,
            self._size_px,
            self._columns.column,
            shows_left_out=self._shows_left_out,
            look=self._look,
        )
        self._columns.set_margins(document)
        document.setTextWidth(self._columns.page)
        # Another document moves the view: nobody may ask then where the old text is.
        self._geometry = PageGeometry(document, TextOffsets("", ()))
        is_huge = has_huge_block(self._article)  # Qt lays out whole blocks, and would do so twice
        if is_huge:
            self._show_document(document)
        if self._article is None:
            self._offsets = TextOffsets("", ())
        else:
            self._offsets = setter.fill(document, self._article, count_words(self._article.text))
        if not is_huge:
            self._show_document(document)
        self._numbers = {
            self._offsets.to_qt(span.start): number for number, span in self._places.numbered()
        }
        self._geometry = PageGeometry(document, self._offsets)
        self._laid_out()
        self._show_marks()
        self.page_set.emit()

    def _show_document(self, document: QTextDocument) -> None:
        """Show a document: Qt lays out its beginning now, and the rest in pieces."""
        before, self._shown = self._shown, document
        self.setDocument(document)
        document.documentLayout().documentSizeChanged.connect(self._laid_out)
        self._set_columns()
        if before is not None:
            before.deleteLater()

    def _show_marks(self) -> None:
        """Draw the marks again; the ring of a mark that is gone goes too."""
        if self._focus is not None and self._focus not in self._marks.shown:
            self._left_at = self._focus.span.start
            self._focus = None
        self._fill_map()
        self.viewport().update()

    # -- columns -------------------------------------------------------------------------------

    def _apply_columns(self) -> None:
        self._columns.set_margins(self.document())
        self._set_columns()
        self._laid_out()

    def _set_columns(self) -> None:
        if self.lineWrapColumnOrWidth() != self._columns.page:
            self.setLineWrapColumnOrWidth(self._columns.page)
        self.setViewportMargins(self._columns.extra, 0, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the page again when the column changes, else only move it."""
        super().resizeEvent(event)
        if event.size().width() == event.oldSize().width():
            return
        self._follow_width()

    def leave_room(self, taken: int) -> None:
        """Move the block beside what lies over the left of the page, in pixels; 0 for nothing."""
        if taken != self._taken:
            self._taken = taken
            self._follow_width()

    def _follow_width(self) -> None:
        before = self._columns
        self._columns = Columns.of(self.width(), self._size_px, self._look.width, self._taken)
        if before.column != self._columns.column and self._article is not None:
            self._keeping_place()
        else:
            self._apply_columns()

    def _laid_out(self) -> None:
        self._geometry.forget()
        if is_laid_out(self.document()):
            self._shares = HeightShares(self._geometry, self.document().size().height())
            self._fill_map()

    # -- painting ------------------------------------------------------------------------------

    def span_in_view(self) -> Span:
        """Return the stretch of the text that can be seen."""
        top = self._map.value()
        return self._geometry.visible_span(top, top + self.viewport().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what lies under the text, then the text."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.page))
        if self._article is not None:
            painter.translate(-self.horizontalScrollBar().value(), -self._map.value())
            self._paint_below(painter)
            painter.resetTransform()
            self._paint_leader(painter)
        self._paint_focus(painter)
        painter.end()
        super().paintEvent(event)

    def _paint_below(self, painter: QPainter) -> None:
        scale = self._size_px / BASE_SIZE
        page = PagePainter(painter, self._theme, self._geometry, scale, self.devicePixelRatioF())
        top = self._map.value()
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
            y = round(pieces[0].baseline - 6 - self._map.value())
            painter.setPen(QPen(QColor(self._theme.line2), 1))
            right = self._columns.card_left
            painter.drawLine(QPoint(right - 6, y), QPoint(right, y))

    # -- the map -------------------------------------------------------------------------------

    def _fill_map(self) -> None:
        """Tell the map where the marks stand; their heights are kept until the layout changes."""
        is_ready = is_laid_out(self.document())
        marks = self._marks.for_map(self._shares, self._theme) if is_ready else ((), ())
        self._map.show_marks(*marks)

    def _scrolled(self) -> None:
        if self._article is not None:
            self.place_changed.emit(self._place_in_view(), self.paragraph_count())

    # -- places ---------------------------------------------------------------------

    def reveal(self, span: Span) -> None:
        """Scroll so that a span is in view."""
        top = self._geometry.height_of(span.start)
        view = self.viewport().height()
        if not self._map.value() + 30 <= top <= self._map.value() + view - 90:
            self._map.setValue(round(top - view / 3))

    def top_place(self) -> int:
        """Return the code point at the upper edge of the view."""
        return self.span_in_view().start

    def put_at_top(self, place: int) -> None:
        """Scroll so that a code point stands at the upper edge of the view."""
        self._map.setValue(round(self._geometry.height_of(place)))

    def show_place(self, span: Span) -> None:
        """Bring a place into view, and mark its sentence."""
        self.reveal(span)
        self.wash(span)

    def wash(self, span: Span | None) -> None:
        """Lay a quiet ground under the sentence of a place, or under none."""
        self._washed = self._marks.sentences_around(span) if span is not None else None
        self.viewport().update()
        self._scrolled()

    def paragraph_count(self) -> int:
        """Return how many paragraphs and list items the page counts."""
        return len(self._places)

    def _place_in_view(self) -> str:
        """Return the place of the washed sentence, else the first paragraph in view."""
        return place_in_view(self._places, self.span_in_view(), self._washed)

    def finding_at(self, place: QPoint) -> Finding | None:
        """Return the mark under a point of the viewport; the shorter of two."""
        if self._article is None:
            return None
        point = place + QPoint(0, self._map.value())
        found = None
        for finding in self._marks.within(self.span_in_view()):
            for piece in self._geometry.pieces(finding.span):
                rect = QRectF(piece.left - 2, piece.top, piece.width + 4, piece.height)
                is_shorter = found is None or len(finding.span) < len(found.span)
                if rect.contains(point.toPointF()) and is_shorter:
                    found = finding
        return found

    def selected_span(self) -> Span:
        """Return the words that are selected, or the empty span where the cursor stands."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return Span(self._offsets.from_qt(start), self._offsets.from_qt(end))

    def select(self, span: Span) -> None:
        """Select words; an empty span only puts the text cursor there. The view does not move."""
        top, cursor = self._map.value(), self.textCursor()
        cursor.setPosition(self._offsets.to_qt(span.start))
        cursor.setPosition(self._offsets.to_qt(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._map.setValue(top)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what is copied: the words of the article, without what the page adds."""
        has_own_breaks = self._article is not None and BREAK in self._article.text
        return words_copied(self.textCursor(), has_own_breaks=has_own_breaks)

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
        point = (place + QPoint(0, self._map.value())).toPointF()
        scene = self._scene(self.span_in_view())
        return note_in_margin(scene, self._geometry, point, has_signs=self._marks.is_drawn)

    def _is_in_margin(self, place: QPoint) -> bool:
        return self._marks.is_drawn and place.x() >= self._columns.letters_left

    def _margin_words(self, place: QPoint) -> str:
        note = self.note_in_margin(place)
        if note is not None or not self._is_in_margin(place):
            return note_tip(note) if note is not None else ""
        point = (place + QPoint(0, self._map.value())).toPointF()
        scene = self._scene(self.span_in_view())
        return margin_words(scene, self._geometry, self._marks, point)

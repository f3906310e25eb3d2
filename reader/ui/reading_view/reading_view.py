"""The page: an article as well-set text, with marks painted under it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from reader.core.analysis.analysis import Analysis
from reader.core.lexicon.findings import Finding
from reader.core.sources.voice import VoiceStretch
from reader.core.text.article import Article, count_words
from reader.core.text.spans import Span
from reader.core.views.cue_findings import cue_findings
from reader.ui.marks.look import Look, looks_of
from reader.ui.reading_view.card import CARD_WIDTH, MarkCard
from reader.ui.reading_view.card_facts import card_facts
from reader.ui.reading_view.geometry import CAPTION, HeightShares, PageGeometry
from reader.ui.reading_view.margin_map import WIDTH as MAP_WIDTH
from reader.ui.reading_view.margin_map import MarginMap
from reader.ui.reading_view.marks import MarkFilter
from reader.ui.reading_view.page import BASE_SIZE, PageSetter
from reader.ui.reading_view.painter import PagePainter, PageScene
from reader.ui.reading_view.text_offsets import TextOffsets
from reader.ui.theme import Theme

_COLUMN = 600  # pixels for 19 px text: 66 characters
_LEFT = 72
_RIGHT = 322  # the outer margin: letters and cards
_LETTERS = 22  # from the column to the first letter
_LETTERS_MARGIN = 110
_HOVER_MS = 350


class ReadingView(QTextBrowser):
    """Shows an article at once, and its analysis when it is there.

    Signals:
        finding_focused(Finding | None): The ring has moved.
        mute_here_requested(Finding): From the card.
        mute_everywhere_requested(Finding): From the card.
        edit_requested(Finding): From the card.
        line_changed(int, int): The first line in view, and how many there are.
        menu_requested(Span, QPoint): A menu for the selected words, or for a mere place (an
            empty span), at a point of the screen.
    """

    finding_focused = Signal(object)
    mute_here_requested = Signal(object)
    mute_everywhere_requested = Signal(object)
    edit_requested = Signal(object)
    line_changed = Signal(int, int)
    menu_requested = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size_px = BASE_SIZE
        self._article: Article | None = None
        self._analysis: Analysis | None = None
        self._filter = MarkFilter()
        self._is_marked = True
        self._stronger_voices = False
        self._looks: dict[tuple[str, str], Look] = {}
        self._shown: tuple[Finding, ...] = ()
        self._cues: tuple[Finding, ...] = ()
        self._starts: list[int] = []
        self._longest = 0
        self._focus: Finding | None = None
        self._hovered: Finding | None = None
        self._numbers: dict[int, int] = {}
        self._geometry = PageGeometry(self.document(), TextOffsets("", ()))
        self._offsets = TextOffsets("", ())
        self._shares = HeightShares(self._geometry, 1)
        self._column = _COLUMN
        self._left = _LEFT
        self.setObjectName("reading_view")
        self.setAccessibleName(self.tr("Article"))
        self.setOpenLinks(False)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._map = MarginMap(theme, self)
        self.setVerticalScrollBar(self._map)
        self._card = MarkCard(theme, self)
        self._card.mute_here_requested.connect(self.mute_here_requested)
        self._card.mute_everywhere_requested.connect(self.mute_everywhere_requested)
        self._card.edit_requested.connect(self.edit_requested)
        self._card.closed.connect(self.close_card)
        self._hover_timer = QTimer(self)
        self._hover_timer.setSingleShot(True)
        self._hover_timer.setInterval(_HOVER_MS)
        self._hover_timer.timeout.connect(self._open_hover_card)
        self._map.valueChanged.connect(self._scrolled)
        self.document().documentLayout().documentSizeChanged.connect(self._laid_out)

    def loadResource(self, _kind: int, _name: object) -> object:
        """Load nothing: no article may fetch a picture or a style."""
        return None

    # -- what is shown -----------------------------------------------------------------------

    def show_article(self, article: Article | None) -> None:
        """Show the text at once, without marks, from its beginning."""
        self._article = article
        self._analysis = None
        self._focus = None
        self.close_card()
        self._set_page()
        self._map.setValue(0)
        self._scrolled()

    def show_analysis(self, analysis: Analysis) -> None:
        """Paint the marks of an analysis of the article on the page."""
        self._analysis = analysis
        self._looks = looks_of(analysis)
        self._cues = cue_findings(analysis)
        self._numbers = {
            number: index
            for index, source in enumerate(analysis.sources, start=1)
            for number in source.attributions
        }
        self._refilter()

    def set_filter(self, mark_filter: MarkFilter) -> None:
        """Show the marks that the filter lets through."""
        self._filter = mark_filter
        self._refilter()

    def set_marks_visible(self, is_visible: bool) -> None:  # noqa: FBT001 -- a Qt setter
        """Show or hide all marks; the text does not move."""
        self._is_marked = is_visible
        if not is_visible:
            self.close_card()
        self._refilter()

    def set_stronger_voices(self, is_strong: bool) -> None:  # noqa: FBT001 -- a Qt setter
        """Draw bands and boxes with a clear frame."""
        self._stronger_voices = is_strong
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours, keeping the place."""
        self._theme = theme
        self._map.set_theme(theme)
        self._card.set_theme(theme)
        self._keeping_place()

    def set_text_size(self, size_px: int) -> None:
        """Change the size of the text, keeping the place; the column grows with it."""
        self._size_px = size_px
        self._keeping_place()

    def visible_marks(self) -> tuple[Finding, ...]:
        """Return all findings that are drawn, in reading order."""
        return self._shown

    def line_of(self, span: Span) -> int:
        """Return the line in which a span begins, 0 for the title."""
        return self._geometry.line_of(span.start) if self._article else 0

    def _keeping_place(self) -> None:
        visible = self._visible_span()
        self._set_page()
        if visible.start:
            self._map.setValue(round(self._geometry.height_of(visible.start)))

    def _set_page(self) -> None:
        document = self.document()
        # Emptying the document moves the view, and nobody may ask the old text where it is then.
        self._geometry = PageGeometry(document, TextOffsets("", ()))
        document.clear()
        document.setUndoRedoEnabled(False)
        self._measure_columns()
        setter = PageSetter(self._theme, self._size_px, self._column)
        if self._article is None:
            self._offsets = TextOffsets("", ())
        else:
            self._offsets = setter.fill(document, self._article, count_words(self._article.text))
        self._geometry = PageGeometry(document, self._offsets)
        self._apply_columns()
        self._refilter()

    def _refilter(self) -> None:
        findings = self._analysis.findings if self._analysis and self._is_marked else ()
        self._shown = self._filter.shown(findings)
        if self._analysis and self._is_marked and "sourcing" in self._filter.layers:
            cues = self._filter.shown(self._cues)
            self._shown = tuple(sorted((*self._shown, *cues), key=_place_of))
        self._starts = [finding.span.start for finding in self._shown]
        self._longest = max((len(finding.span) for finding in self._shown), default=0)
        if self._focus not in self._shown:
            self._focus = None
            if not self._card.is_pinned:
                self.close_card()
        self._fill_map()
        self.viewport().update()

    # -- columns -------------------------------------------------------------------------------

    def _measure_columns(self) -> None:
        scale = self._size_px / BASE_SIZE
        width = max(260, self.width() - MAP_WIDTH)
        wanted = round(_COLUMN * scale)
        if width >= _LEFT + wanted + _LETTERS_MARGIN:
            self._left, self._column = _LEFT, wanted
        else:
            self._left = 16 if width < 560 else 40
            letters = 56 if width < 560 else 80
            self._column = max(220, min(wanted, width - self._left - letters))

    def _apply_columns(self) -> None:
        width = max(260, self.width() - MAP_WIDTH)
        block = self._left + self._column + _RIGHT
        page = min(width, block) if width >= block else width
        extra = max(0, (width - page) // 2)
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        form.setLeftMargin(self._left)
        form.setRightMargin(max(0, page - self._left - self._column))
        form.setTopMargin(26)
        form.setBottomMargin(80)
        form.setBorder(0)
        frame.setFrameFormat(form)
        self.document().setDocumentMargin(0)
        self.setLineWrapColumnOrWidth(page)
        self.setViewportMargins(extra, 0, 0, 0)
        self._laid_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the page again when the column changes, else only move it."""
        super().resizeEvent(event)
        if event.size().width() == event.oldSize().width():
            return
        column = self._column
        self._measure_columns()
        if column != self._column and self._article is not None:
            self._keeping_place()
        else:
            self._apply_columns()
        self._place_card()

    def _laid_out(self) -> None:
        self._geometry.forget()
        self._shares = HeightShares(self._geometry, self.document().size().height())
        self._fill_map()

    # -- painting ------------------------------------------------------------------------------

    def _visible_span(self) -> Span:
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
        painter.end()
        super().paintEvent(event)

    def _paint_below(self, painter: QPainter) -> None:
        scale = self._size_px / BASE_SIZE
        page = PagePainter(painter, self._theme, self._geometry, scale, self.devicePixelRatioF())
        top = self._map.value()
        for block, rect in self._geometry.visible_blocks(top, top + self.viewport().height()):
            if self._left >= 40:
                numbered = [
                    (number, baseline)
                    for number, baseline in self._geometry.body_lines(block)
                    if number == 1 or number % 5 == 0
                ]
                page.line_numbers(numbered, self._left - 18, 0)
            if block.userState() == CAPTION:
                page.caption_rule(self._left, rect.top(), rect.height())
        if self._analysis is not None and self._is_marked:
            page.paint(self._scene(self._visible_span()))

    def _scene(self, visible: Span) -> PageScene:
        analysis = self._analysis or Analysis(Article("", ()))
        is_sourcing = "sourcing" in self._filter.layers
        voices = [
            stretch
            for stretch in _overlapping(analysis.voices, visible)
            if stretch.voice in self._filter.voices
        ]
        attributions = [
            (item, self._numbers.get(item.id, 0))
            for item in (analysis.attributions if is_sourcing else ())
            if any(span.overlaps(visible) for span in (*item.content, *item.cue))
        ]
        return PageScene(
            marks=[
                (finding, self._look(finding))
                for finding in self._marks_in(visible)
                if finding.panel != "sourcing"
            ],
            voices=voices,
            attributions=attributions,
            is_sourcing=is_sourcing,
            focus=self._focus,
            hovered=self._hovered,
            stronger_voices=self._stronger_voices,
            letters_left=self._left + self._column + _LETTERS,
            letter_count=2 if self.width() < 560 else 4,
        )

    def _look(self, finding: Finding) -> Look:
        return self._looks.get((finding.panel, finding.category), Look(1, "thin", "?"))

    def _marks_in(self, visible: Span) -> Sequence[Finding]:
        first = bisect_left(self._starts, visible.start - self._longest)
        last = bisect_right(self._starts, visible.end)
        return self._shown[first:last]

    def _paint_leader(self, painter: QPainter) -> None:
        """Draw the thin line from the text to a card in the margin."""
        if not self._card.isVisible() or self._focus is None or not self._has_card_margin():
            return
        pieces = self._geometry.pieces(self._focus.span)
        if pieces:
            y = pieces[0].baseline - 6 - self._map.value()
            painter.setPen(QPen(QColor(self._theme.line2), 1))
            right = self._left + self._column + _LETTERS
            painter.drawLine(QPoint(right - 20, round(y)), QPoint(right, round(y)))

    # -- the map -------------------------------------------------------------------------------

    def _fill_map(self) -> None:
        """Tell the map where the marks stand; their heights are kept until the layout changes."""
        shares = self._shares
        colors = {
            key: self._theme.slots[look.slot - 1] if look.slot else self._theme.hedge
            for key, look in self._looks.items()
        }
        plain = self._theme.hedge
        marks = [
            (
                shares(finding.span.start),
                colors.get((finding.panel, finding.category), plain),
                finding.voice != "narrator",
            )
            for finding in self._shown
            if finding.panel != "sourcing"
        ]
        voices = self._analysis.voices if self._analysis and self._is_marked else ()
        bands = [(shares(item.span.start), shares(item.span.end)) for item in voices]
        self._map.show_marks(marks, bands)

    def _scrolled(self) -> None:
        self._place_card()
        if self._article is not None:
            self.line_changed.emit(*self.line_in_view())

    # -- focus and card --------------------------------------------------------------------------

    def focus_next(self) -> None:
        """Move the ring to the next mark, round at the end."""
        self._step(1)

    def focus_previous(self) -> None:
        """Move the ring to the mark before, round at the beginning."""
        self._step(-1)

    def _step(self, step: int) -> None:
        if not self._shown:
            return
        if self._focus in self._shown:
            index = self._shown.index(self._focus) + step
        else:
            index = bisect_left(self._starts, self._visible_span().start)
            index = index if step > 0 else index - 1
        self.focus_finding(self._shown[index % len(self._shown)])

    def focus_finding(self, finding: Finding | None) -> None:
        """Put the ring on a finding and bring it into view."""
        self._focus = finding
        if finding is not None:
            self.reveal(finding.span)
            if self._card.isVisible():
                self._show_card(finding)
        self.viewport().update()
        self.finding_focused.emit(finding)

    def focused_finding(self) -> Finding | None:
        """Return the finding that has the ring, or None."""
        return self._focus

    def reveal(self, span: Span) -> None:
        """Scroll so that a span is in view."""
        top = self._geometry.height_of(span.start)
        view = self.viewport().height()
        if not self._map.value() + 30 <= top <= self._map.value() + view - 90:
            self._map.setValue(round(top - view / 3))

    def line_in_view(self) -> tuple[int, int]:
        """Return the first line in view and how many lines there are; (0, 0) without a page."""
        if self._article is None:
            return 0, 0
        line = self._geometry.line_of(self._visible_span().start)
        return max(1, line), self._geometry.line_count()

    def go_to_line(self, number: int) -> None:
        """Scroll to a numbered line and put the text cursor there; 0 goes nowhere."""
        place = self._geometry.place_of_line(number) if number else None
        if place is not None:
            self.reveal(Span(place, place))
            cursor = self.textCursor()
            cursor.setPosition(self._offsets.to_qt(place))
            self.setTextCursor(cursor)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_card(self) -> None:
        """Show the card of the mark in focus, or of the first mark in view."""
        if self._focus is None and self._shown:
            self._step(1)
        if self._focus is not None:
            self._show_card(self._focus)
            self._card.take_focus()

    def close_card(self) -> None:
        """Hide the card and give the page the focus back."""
        had_focus = self._card.isAncestorOf(self.focusWidget() or self)
        self._card.hide()
        self._hovered = None
        self.viewport().update()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_card(self, finding: Finding) -> None:
        if self._analysis is None:
            return
        self._card.show_facts(card_facts(self._analysis, finding))
        self._card.show()
        self._card.raise_()
        self._place_card()

    def _has_card_margin(self) -> bool:
        offset = self.viewport().x() + self._left + self._column + _LETTERS
        return offset + CARD_WIDTH <= self.width() - MAP_WIDTH

    def _place_card(self) -> None:
        finding = self._focus or self._hovered
        if not self._card.isVisible() or finding is None:
            return
        pieces = self._geometry.pieces(finding.span)
        if not pieces:
            return
        first, last = pieces[0], pieces[-1]
        shift = self._map.value()
        if self._has_card_margin():
            left = self.viewport().x() + self._left + self._column + _LETTERS
            top = first.top - shift - 8
        else:
            left = min(
                self.viewport().x() + round(first.left),
                self.width() - MAP_WIDTH - CARD_WIDTH - 8,
            )
            top = last.top + 2 * last.height - shift + 4
        limit = self.height() - self._card.height() - 6
        self._card.move(max(4, round(left)), round(max(4, min(top, limit))))

    def finding_at(self, place: QPoint) -> Finding | None:
        """Return the mark under a point of the viewport; the shorter of two."""
        if self._article is None:
            return None
        point = place + QPoint(0, self._map.value())
        found = None
        for finding in self._marks_in(self._visible_span()):
            for piece in self._geometry.pieces(finding.span):
                rect = QRectF(piece.left - 2, piece.top, piece.width + 4, piece.height)
                is_shorter = found is None or len(finding.span) < len(found.span)
                if rect.contains(point.toPointF()) and is_shorter:
                    found = finding
        return found

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which mark the pointer is on; its card follows after a moment."""
        super().mouseMoveEvent(event)
        found = self.finding_at(event.position().toPoint())
        if found is self._hovered:
            return
        self._hovered = found
        shape = Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        if found is not None:
            self._hover_timer.start()
        else:
            self._hover_timer.stop()
        self.viewport().update()

    def _open_hover_card(self) -> None:
        if self._hovered is not None and not self._card.is_pinned:
            self._focus = self._hovered
            self._show_card(self._hovered)
            self.viewport().update()
            self.finding_focused.emit(self._hovered)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the card of a mark that was clicked; close it on a click elsewhere."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        found = self.finding_at(event.position().toPoint())
        if found is not None:
            self.focus_finding(found)
            self._show_card(found)
        elif not self._card.is_pinned:
            self.close_card()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the mark under the pointer."""
        self._hovered = None
        self._hover_timer.stop()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the card, Esc closes it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_card()
            return
        if event.key() == Qt.Key.Key_Escape and self._card.isVisible():
            self.close_card()
            return
        super().keyPressEvent(event)

    def selected_span(self) -> Span:
        """Return the words that are selected, or the empty span where the cursor stands."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return Span(self._offsets.from_qt(start), self._offsets.from_qt(end))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu: of the selection, or of the place that was clicked."""
        if self._article is None:
            return
        span = self.selected_span()
        if not len(span) and event.reason() == QContextMenuEvent.Reason.Mouse:
            place = self._offsets.from_qt(self.cursorForPosition(event.pos()).position())
            span = Span(place, place)
        self.menu_requested.emit(span, event.globalPos())

    def card_rect(self) -> QRect:
        """Return where the card stands, for screenshots and tests."""
        return self._card.geometry()


def _overlapping(stretches: Sequence[VoiceStretch], visible: Span) -> Sequence[VoiceStretch]:
    first = bisect_left(stretches, visible.start, key=_end_of)
    last = bisect_right(stretches, visible.end, key=_start_of)
    return stretches[first:last]


def _place_of(finding: Finding) -> Span:
    return finding.span


def _start_of(stretch: VoiceStretch) -> int:
    return stretch.span.start


def _end_of(stretch: VoiceStretch) -> int:
    return stretch.span.end

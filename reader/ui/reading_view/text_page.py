"""An article as well-set text: it keeps its place when colours, size or column change."""

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QScrollBar, QTextBrowser, QTextEdit, QWidget

from reader.core.analysis.places import Places
from reader.core.text.article import Article, count_words
from reader.core.text.spans import Span
from reader.ui.marks.places import place_in_view
from reader.ui.reading_view.typesetting.columns import Columns
from reader.ui.reading_view.typesetting.geometry import PageGeometry
from reader.ui.reading_view.typesetting.long_words import BREAK
from reader.ui.reading_view.typesetting.mouse_lines import on_a_line, point_on_a_line
from reader.ui.reading_view.typesetting.page import (
    BASE_SIZE,
    RESTORE,
    USUAL_LOOK,
    PageLook,
    PageSetter,
    has_huge_block,
    over_the_text,
    words_copied,
)
from reader.ui.reading_view.typesetting.text_offsets import TextOffsets
from reader.ui.theme import Theme

_NO_ARTICLE = Article("", ())


class TextPage(QTextBrowser):
    """Shows an article at once, without marks, and finds words by their place.

    Signals:
        place_changed(str, int): The place in view, and how many paragraphs there are.
        restore_requested(int): Put a left-out piece back.
        page_set(): The text was set again, in other colours, another size or another column.
    """

    place_changed = Signal(str, int)
    restore_requested = Signal(int)
    page_set = Signal()

    def __init__(
        self, theme: Theme, scroll_bar: QScrollBar, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size_px = BASE_SIZE
        self._look = USUAL_LOOK
        self._article: Article | None = None
        self._places = Places(_NO_ARTICLE)
        self._numbers: dict[int, int] = {}  # of paragraphs, by where their blocks begin
        self._shows_left_out = False
        self._washed: Span | None = None  # the sentence that is looked at
        self._put = (0, 0)  # a value of the scroll bar, and the place that was put at the top then
        self._offsets = TextOffsets("", ())
        self._shown: QTextDocument | None = None  # ours; Qt began with one of its own
        self._geometry = PageGeometry(self.document(), self._offsets)
        self._taken = 0  # pixels at the left that something lies over
        self._columns = Columns.of(self.width(), self._size_px, self._look.width, self._taken)
        self.setObjectName("reading_view")
        self.setAccessibleName(self.tr("Article"))
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow_link)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._bar = scroll_bar
        self.setVerticalScrollBar(scroll_bar)
        scroll_bar.valueChanged.connect(self._scrolled)

    def loadResource(self, _kind: int, _name: object) -> object:
        """Load nothing: no article may fetch a picture or a style."""
        return None

    def _follow_link(self, link: QUrl) -> None:
        number = link.toString().removeprefix(RESTORE)
        if number.isdigit():
            self.restore_requested.emit(int(number))

    def show_article(self, article: Article | None) -> None:
        """Show the text at once, without marks, from its beginning."""
        self._article = article
        self._places = Places(article or _NO_ARTICLE)
        self._washed = None
        self._put = (0, 0)
        self._set_page()
        self._bar.setValue(0)
        self._scrolled()

    def show_facts(self, article: Article) -> None:
        """Show outlet, author and date over the text anew where they are others; it stays."""
        before = self._article
        if before is None or before.text != article.text:
            return
        self._article = article
        if over_the_text(before) != over_the_text(article):
            self._keeping_place()

    def show_left_out(self, are_shown: bool) -> None:  # noqa: FBT001 -- a Qt setter
        """Show where pieces were left out, each with a way back; the places stay the same."""
        self._shows_left_out = are_shown
        self._keeping_place()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours, keeping the place."""
        self._theme = theme
        self._keeping_place()

    def set_text_size(self, size_px: int) -> None:
        """Change the size of the text, keeping the place; the column grows with it."""
        if size_px == self._size_px:
            return  # setting a long text takes a second
        self._size_px = size_px
        self._keeping_place()
        self._scrolled()  # the size is told beside the place

    def set_look(self, look: PageLook) -> None:
        """Change column, leading and font, keeping the place."""
        if look != self._look:
            self._look = look
            self._keeping_place()

    def _keeping_place(self) -> None:
        place, selected = self._place_to_keep(), self.selected_span()
        self._set_page()
        if selected.end:
            self.select(selected)
        self.put_at_top(place)
        self._put = self._bar.value(), place

    def _place_to_keep(self) -> int:
        """Return the place at the top, or the one that was put there if nobody has moved on.

        Each new column would else begin its line, and so the page, a little earlier.
        """
        height, place = self._put
        return place if height == self._bar.value() else self.top_place()

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
        self.page_set.emit()

    def _show_document(self, document: QTextDocument) -> None:
        """Show a document: Qt lays out its beginning now, and the rest in pieces."""
        before, self._shown = self._shown, document
        self.setDocument(document)
        document.documentLayout().documentSizeChanged.connect(self._laid_out)
        self._set_columns()
        if before is not None:
            before.deleteLater()

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
        self.viewport().update()  # Qt paints what it moved, and not our signs beside it

    def span_in_view(self) -> Span:
        """Return the stretch of the text that can be seen."""
        top = self._bar.value()
        return self._geometry.visible_span(top, top + self.viewport().height())

    def _scrolled(self) -> None:
        if self._article is not None:
            self.place_changed.emit(self._place_in_view(), self.paragraph_count())

    def reveal(self, span: Span) -> None:
        """Scroll so that a span is in view."""
        top = self._geometry.height_of(span.start)
        view = self.viewport().height()
        if not self._bar.value() + 30 <= top <= self._bar.value() + view - 90:
            self._bar.setValue(round(top - view / 3))

    def top_place(self) -> int:
        """Return the code point at the upper edge of the view, where a line begins."""
        return self.lines_in_view().start if self._bar.value() else 0

    def lines_in_view(self) -> Span:
        """Return the stretch of the text of the lines that can be seen."""
        top = self._bar.value()
        return self._geometry.visible_lines(top, top + self.viewport().height())

    def put_at_top(self, place: int) -> None:
        """Scroll so that a code point stands at the upper edge of the view."""
        self._bar.setValue(round(self._geometry.height_of(place)) if place else 0)

    def paragraph_count(self) -> int:
        """Return how many paragraphs and list items the page counts."""
        return len(self._places)

    def _place_in_view(self) -> str:
        """Return the place of the washed sentence, else the first paragraph in view."""
        return place_in_view(self._places, self.span_in_view(), self._washed)

    def selected_span(self) -> Span:
        """Return the words that are selected, or the empty span where the cursor stands."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return Span(self._offsets.from_qt(start), self._offsets.from_qt(end))

    def select(self, span: Span) -> None:
        """Select words; an empty span only puts the text cursor there. The view does not move."""
        top, cursor = self._bar.value(), self.textCursor()
        cursor.setPosition(self._offsets.to_qt(span.start))
        cursor.setPosition(self._offsets.to_qt(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._bar.setValue(top)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select at the words under the mouse."""
        super().mousePressEvent(self._on_a_line(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select up to the words under the mouse."""
        super().mouseMoveEvent(self._on_a_line(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End at the words under the mouse."""
        super().mouseReleaseEvent(self._on_a_line(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word under the mouse."""
        super().mouseDoubleClickEvent(self._on_a_line(event))

    def _on_a_line(self, event: QMouseEvent) -> QMouseEvent:
        return on_a_line(self, self._geometry, event)

    def place_at(self, point: QPoint) -> int:
        """Return the code point at a point of the viewport."""
        moved = point_on_a_line(self, self._geometry, point).toPoint()
        return self._offsets.from_qt(self.cursorForPosition(moved).position())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what is copied: the words of the article, without what the page adds."""
        has_own_breaks = self._article is not None and BREAK in self._article.text
        return words_copied(self.textCursor(), has_own_breaks=has_own_breaks)

"""The page of a lesson: an article that is marked with pens, by mouse and keys."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from reader.core.analysis.places import Places
from reader.core.text.article import Article
from reader.core.text.spans import Span, whole_words
from reader.ui.places.lessons.page.layer_painter import LayerPainter
from reader.ui.places.lessons.page.layers import Layers
from reader.ui.reading_view.typesetting.geometry import PageGeometry
from reader.ui.reading_view.typesetting.mouse_lines import on_a_line
from reader.ui.reading_view.typesetting.page import BASE_SIZE, PageSetter
from reader.ui.reading_view.typesetting.text_offsets import TextOffsets
from reader.ui.theme import Theme, sans

_COLUMN = 600
_LEFT = 46
_MARGIN = 22  # from the column to the signs in the margin
_RIGHT = 130
_LEAST_MARGIN = 92


class LessonPage(QTextBrowser):
    """Shows an article with what lies on it.

    Signals:
        letter_pressed(str): A letter was pressed; it may be a pen.
        remove_requested(): Del was pressed.
        reason_requested(): Enter was pressed.
        place_clicked(int): A place was clicked, as a code point, without a selection.
    """

    letter_pressed = Signal(str)
    remove_requested = Signal()
    reason_requested = Signal()
    place_clicked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._article = Article("", ())
        self._layers = Layers()
        self._offsets = TextOffsets("", ())
        self._geometry = PageGeometry(self.document(), self._offsets)
        self._places = Places(self._article)
        self._column = _COLUMN
        self._is_setting = False
        self.setObjectName("lesson_page")
        self.setAccessibleName(self.tr("Article to mark"))
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().rangeChanged.connect(self._show_handle)
        self.document().documentLayout().documentSizeChanged.connect(self._geometry_changed)

    def loadResource(self, _kind: int, _name: object) -> object:
        """Load nothing: no article may fetch a picture or a style."""
        return None

    def show_article(self, article: Article) -> None:
        """Show an article from its beginning, without anything on it."""
        self._article, self._layers = article, Layers()
        self._places = Places(article)
        self._set_page()
        self.verticalScrollBar().setValue(0)

    def show_layers(self, layers: Layers) -> None:
        """Show what lies on the page."""
        self._layers = layers
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours, keeping the place."""
        self._theme = theme
        value = self.verticalScrollBar().value()
        self._set_page()
        self.verticalScrollBar().setValue(value)

    def selected_span(self) -> Span | None:
        """Return the selected words whole, without space around them, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start = self._offsets.from_qt(cursor.selectionStart())
        end = self._offsets.from_qt(cursor.selectionEnd())
        return whole_words(self._article.text, Span(start, end))

    def clear_selection(self) -> None:
        """Select nothing; the text cursor stays."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        self.setTextCursor(cursor)

    def cursor_place(self) -> int:
        """Return where the text cursor stands, as a code point."""
        return self._offsets.from_qt(self.textCursor().position())

    def select(self, span: Span) -> None:
        """Select the words of a span."""
        cursor = self.textCursor()
        cursor.setPosition(self._offsets.to_qt(span.start))
        cursor.setPosition(self._offsets.to_qt(span.end), cursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def reveal(self, span: Span) -> None:
        """Bring a span into view."""
        top = self._geometry.height_of(span.start)
        bar, view = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() + 20 <= top <= bar.value() + view - 80:
            bar.setValue(round(top - view / 3))

    # -- setting and painting -------------------------------------------------------------------

    def _set_page(self) -> None:
        """Set the article; what the view tells meanwhile must not begin it again."""
        if not self._is_setting:
            self._is_setting = True
            self._fill()
            self._is_setting = False

    def _fill(self) -> None:
        document = self.document()
        self._geometry = PageGeometry(document, TextOffsets("", ()))
        document.clear()
        width = self.viewport().width()
        self._column = max(220, min(_COLUMN, width - _LEFT - _LEAST_MARGIN))
        setter = PageSetter(self._theme, BASE_SIZE, self._column)
        self._offsets = setter.fill(document, self._article, 0)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._geometry = PageGeometry(document, self._offsets)
        frame = document.rootFrame()
        form = frame.frameFormat()
        form.setLeftMargin(_LEFT)
        form.setRightMargin(0)
        form.setTopMargin(22)
        form.setBottomMargin(60)
        frame.setFrameFormat(form)
        document.setDocumentMargin(0)
        self.setLineWrapColumnOrWidth(_LEFT + self._column)
        self.setViewportMargins(self._extra(), 0, 0, 0)

    def _extra(self) -> int:
        room = self.width() - _LEFT - self._column - _RIGHT - 20
        return max(0, min(room // 2, 140))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the page again when the column changes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            value = self.verticalScrollBar().value()
            self._set_page()
            self.verticalScrollBar().setValue(value)

    def _geometry_changed(self) -> None:
        self._geometry.forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what lies under the text, then the text."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.page))
        painter.translate(0, -self.verticalScrollBar().value())
        self._paint_numbers(painter)
        margin = _LEFT + self._column + _MARGIN
        LayerPainter(painter, self._theme, self._geometry, margin).paint(self._layers)
        painter.end()
        super().paintEvent(event)

    def _paint_numbers(self, painter: QPainter) -> None:
        painter.setPen(QColor(self._theme.text2))
        painter.setFont(sans(12))
        for number, span in self._places.numbered():
            pieces = self._geometry.pieces(Span(span.start, span.start + 1))
            if pieces:
                box = QRectF(0, pieces[0].baseline - 14, _LEFT - 18, 18)
                painter.drawText(box, Qt.AlignmentFlag.AlignRight, str(number))

    # -- keys and mouse ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters are pens, Del takes away, Enter leads to the reason; arrows move the cursor."""
        text, plain = event.text(), Qt.KeyboardModifier.ControlModifier
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.remove_requested.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.reason_requested.emit()
        elif text.isalpha() and not event.modifiers() & plain:
            self.letter_pressed.emit(text.upper())
        else:
            super().keyPressEvent(event)

    def _show_handle(self, _least: int, most: int) -> None:
        """Hide the handle of the scroll bar where there is nothing to scroll."""
        self.verticalScrollBar().setEnabled(most > 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select at the words under the mouse."""
        super().mousePressEvent(on_a_line(self, self._geometry, event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select up to the words under the mouse."""
        super().mouseMoveEvent(on_a_line(self, self._geometry, event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which place was clicked."""
        event = on_a_line(self, self._geometry, event)
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            position = self.cursorForPosition(event.position().toPoint()).position()
            self.place_clicked.emit(self._offsets.from_qt(position))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word."""
        super().mouseDoubleClickEvent(on_a_line(self, self._geometry, event))
        span = self.selected_span()
        if span is not None:
            self.select(span)

"""The text of a version as a page: what is gone from it struck through, what is new on a wash."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from reader.core.across.versions import Change
from reader.core.text.article import Article
from reader.ui.places.library.versions.version_text import Kind, version_pieces
from reader.ui.theme import Theme, sans, serif

_TEXT = 600  # pixels of the column in the usual size
_LEAST = 300
_MARGIN, _LEFT = 40, 32
_USUAL = 1022  # pixels of the page in a usual window; from here on the text moves to the middle
_SIGN_AT = -18  # pixels from the right edge of the column, its margin included
_LINE, _HEAD_LINE = 30, 40  # pixels of a line of the text, and of the headline
_GAP = 15.0  # pixels between paragraphs
_HEAD_SIZE, _TEXT_SIZE, _KICKER_SIZE = 34, 19, 12
_LONG = 200  # characters; longer passages have a wash and no line


class ChangesPage(QTextBrowser):
    """Shows two versions of a text as one; marks are off in it.

    Signals:
        left(): The reader wants the article back.
    """

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("changes_page")
        self.setAccessibleName(self.tr("Text with what changed"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.document().setDocumentMargin(_MARGIN)
        self._theme, self._scale = theme, 1.0
        self.setLineWrapColumnOrWidth(self._column)
        self._spans: list[tuple[int, int, Kind]] = []  # of the document that changed
        self._places: list[int] = []  # where changes begin
        self._at = -1
        self._shown: tuple[Article, str, Sequence[Change]] | None = None

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        if self._shown is not None:
            self.show_changes(*self._shown)

    def set_text_size(self, size_px: int) -> None:
        """Write as large as the article is written; the column grows with it."""
        self._scale = size_px / _TEXT_SIZE
        self._stand_in_middle()

    @property
    def _column(self) -> int:
        """Return how wide the text is with its margins, as far as there is room."""
        around = 2 * _MARGIN + _LEFT
        room = self.width() - self.verticalScrollBar().sizeHint().width() - around
        return min(round(_TEXT * self._scale), max(_LEAST, room)) + around

    def show_changes(self, new: Article, old: str, changes: Sequence[Change]) -> None:
        """Show the text of the later version, with what is gone from the earlier one."""
        self._shown = (new, old, changes)
        self._spans, self._places, self._at = [], [], -1
        self.setUpdatesEnabled(False)
        self.clear()
        cursor = QTextCursor(self.document())
        self._write_kicker(cursor, new)
        head = next((zone.span.end for zone in new.zones if zone.kind == "headline"), 0)
        read, last = 0, "same"
        for text, kind in version_pieces(new.text, old, changes):
            if (last, kind) == ("gone", "new") and not text[0].isspace():
                cursor.insertText(" ", self._look("same", is_head=head > read, is_long=False))
            start = cursor.position()
            if kind != "same" and last == "same":
                self._places.append(start)
            self._write(cursor, text, kind, in_head=head - read)
            if kind != "same":
                self._spans.append((start, cursor.position(), kind))
            if kind != "gone":
                read += len(text)
            last = kind
        self.setUpdatesEnabled(True)
        self._set_lines()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def _write_kicker(self, cursor: QTextCursor, article: Article) -> None:
        """Write the outlet above the text, as on the page."""
        if not article.outlet:
            return
        look = QTextCharFormat()
        look.setFont(sans(_KICKER_SIZE * self._scale, weight=500))
        look.setForeground(QBrush(QColor(self._theme.text2)))
        cursor.insertText(article.outlet.upper(), look)
        cursor.insertBlock()

    def _set_lines(self) -> None:
        """Give headline and text the heights of their lines on the page."""
        block = self.document().begin()
        while block.isValid():
            look = block.begin().fragment().charFormat().font() if block.length() > 1 else None
            size = look.pixelSize() / self._scale if look is not None else _TEXT_SIZE
            is_head = size > (_HEAD_SIZE + _TEXT_SIZE) / 2
            form = QTextBlockFormat()
            height = QTextBlockFormat.LineHeightTypes.FixedHeight.value
            line = _HEAD_LINE if is_head else _LINE
            form.setLineHeight(round(line * self._scale), height)
            is_kicker = size < (_TEXT_SIZE + _KICKER_SIZE) / 2
            form.setBottomMargin(0 if is_kicker else _GAP * self._scale)
            form.setLeftMargin(_LEFT)
            QTextCursor(block).setBlockFormat(form)
            block = block.next()

    def _write(self, cursor: QTextCursor, text: str, kind: Kind, *, in_head: int) -> None:
        """Write a piece, each of its paragraphs as one; its first characters are the headline."""
        cut = len(text) if kind == "gone" and in_head > 0 else max(0, min(in_head, len(text)))
        is_long = len(text) > _LONG
        for part, is_head in ((text[:cut], True), (text[cut:], False)):
            look = self._look(kind, is_head=is_head, is_long=is_long)
            first, *others = part.split("\n")
            cursor.insertText(first, look)
            for line in others:
                if cursor.block().length() > 1:
                    cursor.insertBlock()
                cursor.insertText(line, look)

    def _look(self, kind: Kind, *, is_head: bool, is_long: bool) -> QTextCharFormat:
        theme, look = self._theme, QTextCharFormat()
        look.setFont(
            serif(_HEAD_SIZE * self._scale, weight=600)
            if is_head
            else serif(_TEXT_SIZE * self._scale)
        )
        look.setForeground(QBrush(QColor(theme.text2 if kind == "gone" else theme.text)))
        if kind == "gone":
            look.setFontStrikeOut(True)
        elif kind == "new":
            look.setBackground(QBrush(QColor(theme.accent_wash)))
            if not is_long:
                look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
                look.setUnderlineColor(QColor(theme.accent))
        return look

    # -- walking -------------------------------------------------------------------------------

    def step(self, steps: int) -> None:
        """Go to the next change, or to the one before, round at the ends."""
        if self._places:
            self.go_to((self._at + steps) % len(self._places) if self._at >= 0 else 0)

    def step_by_key(self, event: QKeyEvent) -> bool:
        """Step by F8 or Shift+F8, as the article's page does; tell whether it was one of them."""
        pressed = QKeySequence(event.keyCombination()).toString()
        steps = {"F8": 1, "Shift+F8": -1}.get(pressed, 0)
        if steps:
            self.step(steps)
        return bool(steps)

    def go_to(self, number: int) -> None:
        """Go to the change of a number."""
        if not 0 <= number < len(self._places):
            return
        self._at = number
        cursor = self.textCursor()
        cursor.setPosition(self._places[number])
        self.setTextCursor(cursor)
        above = self.cursorRect().top() - self.viewport().height() // 3
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + above)

    @property
    def at(self) -> int:
        """Return the number of the change that was gone to; -1 before the first."""
        return self._at

    # -- events --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand where the article stands, which a wide window has in its middle."""
        super().resizeEvent(event)
        self._stand_in_middle()

    def _stand_in_middle(self) -> None:
        if self.lineWrapColumnOrWidth() != self._column:
            self.setLineWrapColumnOrWidth(self._column)
        text = self._column - 2 * _MARGIN - _LEFT
        middle = (self.width() - text) // 2 - _MARGIN - _LEFT
        usual = _USUAL + text - _TEXT
        left = max(0, min(middle, self.width() - usual))
        if self.viewportMargins().left() != left:
            self.setViewportMargins(left, 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives the article back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and beside each line what happened in it."""
        super().paintEvent(event)
        signs: dict[int, set[Kind]] = {}
        for start, end, kind in self._spans:
            for y in self._lines(start, end):
                signs.setdefault(y, set()).add(kind)
        painter = QPainter(self.viewport())
        painter.setFont(sans(13, weight=600))
        painter.setPen(QColor(self._theme.accent))
        left = self._column + _SIGN_AT - self.horizontalScrollBar().value()
        for y, kinds in signs.items():
            words = " ".join(sign for kind, sign in (("gone", "−"), ("new", "+")) if kind in kinds)
            painter.drawText(QPoint(left, y), words)
        painter.end()

    def _lines(self, start: int, end: int) -> list[int]:
        """Return the base lines in view that a stretch of the document stands in."""
        found = []
        layout, top = self.document().documentLayout(), self.verticalScrollBar().value()
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            box = layout.blockBoundingRect(block)
            if box.top() - top > self.viewport().height():
                break
            lines = block.layout()
            for number in range(lines.lineCount()):
                line = lines.lineAt(number)
                first = block.position() + line.textStart()
                if first < end and first + line.textLength() > start:
                    found.append(round(box.top() + line.y() + line.ascent() - top))
            block = block.next()
        return found

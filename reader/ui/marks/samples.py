"""Letters, colours and lines of categories as small drawings, each with a name in words."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from reader.ui.marks.letters import LetterPainter
from reader.ui.marks.look import Look
from reader.ui.theme import Theme, serif
from reader.ui.widgets.strokes import Strokes

LETTER = 18  # pixels of the square
LINE_SIZE = QSize(64, 16)
_TEXT = 19  # the page's own size
_BELOW = 5  # pixels from the foot of the letters to the line


def letter_icon(theme: Theme, look: Look, ratio: float = 2.0) -> QIcon:
    """Return the square letter of a category as an icon."""

    def draw(painter: QPainter) -> None:
        rect = QRectF(0, 0, LETTER, LETTER)
        LetterPainter(painter, theme, ratio).draw(rect, look, "narrator", is_possible=False)

    return _drawn(QSize(LETTER, LETTER), ratio, draw)


def colour_icon(theme: Theme, slot: int, ratio: float = 2.0) -> QIcon:
    """Return a swatch: the colour itself, and beside it its tint under words."""

    def draw(painter: QPainter) -> None:
        color = theme.slot(slot)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.page))
        painter.drawRoundedRect(QRectF(0, 0, LINE_SIZE.width(), LINE_SIZE.height()), 3, 3)
        painter.setBrush(theme.tint_of(color))
        painter.drawRoundedRect(QRectF(0, 0, LINE_SIZE.width(), LINE_SIZE.height()), 3, 3)
        painter.setBrush(color)
        painter.drawRoundedRect(QRectF(0, 0, LINE_SIZE.width() / 2, LINE_SIZE.height()), 3, 3)

    return _drawn(LINE_SIZE, ratio, draw)


def line_icon(theme: Theme, look: Look, ratio: float = 2.0) -> QIcon:
    """Return a piece of the line under the marks of a look."""

    def draw(painter: QPainter) -> None:
        middle = LINE_SIZE.height() / 2 - 2
        place = QRectF(1, middle, LINE_SIZE.width() - 2, 6)
        Strokes(painter, ratio, 1.0).line(look.style, place, ink_of(theme, look), is_source=False)

    return _drawn(LINE_SIZE, ratio, draw)


def ink_of(theme: Theme, look: Look) -> QColor:
    """Return the colour of a look: of its slot, or the one ink of all hedges."""
    return theme.slot(look.slot) if look.slot else QColor(theme.hedge)


def _drawn(size: QSize, ratio: float, draw: Callable[[QPainter], None]) -> QIcon:
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw(painter)
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # a chosen colour stays the colour that it is
    return icon


class MarkSample(QWidget):
    """A few words with a mark among them, drawn as the page draws it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = Look(1, "thin", "?")
        self._words = (self.tr("Words with"), self.tr("a mark"), self.tr("on the page."))
        self.setMinimumHeight(44)

    def show_look(self, look: Look, words: str) -> None:
        """Show another look; `words` describe it."""
        self._look = look
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint letter, words, tint and line."""
        theme, ratio = self._theme, self.devicePixelRatioF()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.line))
        painter.setBrush(QColor(theme.page))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        letter = QRectF(12, (self.height() - LETTER) / 2, LETTER, LETTER)
        if self._look.letter:
            LetterPainter(painter, theme, ratio).draw(
                letter, self._look, "narrator", is_possible=False
            )
        self._paint_words(painter, letter.right() + 14, ratio)
        painter.end()

    def _paint_words(self, painter: QPainter, left: float, ratio: float) -> None:
        font = serif(_TEXT)
        metrics = QFontMetricsF(font)
        baseline = self.height() / 2 + metrics.capHeight() / 2
        painter.setFont(font)
        before, marked, after = self._words
        start = left + metrics.horizontalAdvance(f"{before} ")
        width = metrics.horizontalAdvance(marked)
        self._paint_mark(painter, QRectF(start, baseline, width, 6), ratio)
        painter.setPen(QColor(self._theme.text))
        for words, x in ((before, left), (marked, start), (f" {after}", start + width)):
            painter.drawText(round(x), round(baseline), words)

    def _paint_mark(self, painter: QPainter, place: QRectF, ratio: float) -> None:
        ink = ink_of(self._theme, self._look)
        if self._look.slot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.tint_of(ink))
            tint = QRectF(place.left() - 1, place.top() - 17, place.width() + 2, 22)
            painter.drawRoundedRect(tint, 3, 3)
        line = place.translated(0, _BELOW)
        Strokes(painter, ratio, 1.0).line(self._look.style, line, ink, is_source=False)

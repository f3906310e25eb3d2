"""Painting a row of the list: fold, sign, title and quiet line; date, words and three voices.

A row is painted some hundred times while the list is scrolled, so what it says is laid out once,
and held.
"""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF, QStaticText
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.storage.library.rows import ArticleRow
from reader.ui.places.library.article_list.article_model import LINE_ROLE, Line
from reader.ui.places.library.article_list.row_words import (
    date_of,
    detail_of,
    marks_words,
    tags_of,
)
from reader.ui.theme import Theme, sans, serif
from reader.values import frozen

ROW_HEIGHT = 50
FOLD_END, SIGN_END = 28, 48  # where the columns of fold and sign end
_SIGN = 8
_INDENT = 24
_NUMBER_END = 14  # pixels between a number and the end of its column
_PARTING = " · "
_FONTS: dict[str, Callable[[], QFont]] = {
    "title": lambda: serif(15, weight=400),
    "new title": lambda: serif(15, weight=600),
    "small": lambda: sans(12),
    "italic": lambda: sans(12, italic=True),
    "number": lambda: sans(13, weight=400),
    "first number": lambda: sans(13, weight=600),
}


# Nobody changes these after they were made.
@lru_cache(maxsize=64)
def _color(name: str) -> QColor:
    return QColor(name)


@cache
def _font(name: str) -> QFont:
    return _FONTS[name]()


@cache
def _metrics(name: str) -> QFontMetricsF:
    return QFontMetricsF(_font(name))


@frozen
class Look:
    """How a row looks besides what it says.

    Attributes:
        is_chosen: It is among what is chosen.
        is_hovered: The mouse is over it.
        has_focus: The keys act on it.
    """

    is_chosen: bool = False
    is_hovered: bool = False
    has_focus: bool = False


@frozen
class _Laid:
    """Words that are laid out, with their size in pixels."""

    words: QStaticText
    width: float
    height: float


@lru_cache(maxsize=2_048)
def _laid(words: str, font: str, room: int) -> _Laid:
    """Return words laid out, cut at the end where they are wider than the room."""
    metrics = _metrics(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    made = QStaticText(shown)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.prepare(font=_font(font))
    return _Laid(made, metrics.horizontalAdvance(shown), metrics.height())


class ArticlePainter(QStyledItemDelegate):
    """Paints one cell; a row has the accent's wash and bar where it is chosen.

    Attributes:
        theme: The colours.
        hides_marks: Articles that were not read yet show no counts.
        shows_day: The day stands beside the outlet, as there is no column for it.
        letters: The letter of each article that is chosen to be compared, by its id.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.hides_marks = False
        self.shows_day = False
        self.letters: dict[str, str] = {}

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell of a row, for lists that ask for each cell."""
        state, line = option.state, index.data(LINE_ROLE)
        look = Look(
            bool(state & QStyle.StateFlag.State_Selected),
            bool(state & QStyle.StateFlag.State_MouseOver),
            bool(state & QStyle.StateFlag.State_HasFocus),
        )
        painter.save()
        cell = (index.column(), QRectF(option.rect))
        self.paint_row(painter, line if isinstance(line, Line) else None, (cell,), look)
        painter.restore()

    def paint_row(
        self,
        painter: QPainter,
        line: Line | None,
        cells: Sequence[tuple[int, QRectF]],
        look: Look,
    ) -> None:
        """Paint a row, or some of its cells.

        Args:
            painter: What to paint with; its pen, brush and font may be others afterwards.
            line: What the row says, or None where it is not known yet.
            cells: The columns, each with its place.
            look: How it looks.
        """
        self._paint_ground(painter, cells, look)
        for column, area in cells:
            if line is None:
                if column == 0:
                    self._paint_waiting(painter, area)
            elif column == 0:
                self._paint_article(painter, area, line)
            elif column == 1:
                self._paint_number(painter, area, date_of(line.row), "small", self.theme.text2)
            elif column == 2:
                words = f"{line.row.words:,}"
                self._paint_number(painter, area, words, "number", self.theme.text2)
            else:
                self._paint_marks(painter, area, line.row, column - 3)

    def _paint_ground(
        self, painter: QPainter, cells: Sequence[tuple[int, QRectF]], look: Look
    ) -> None:
        theme, (first, start) = self.theme, cells[0]
        area = start.united(cells[-1][1])
        if look.is_chosen:
            painter.fillRect(area, _color(theme.accent_wash))
            if first == 0:
                bar = QRectF(area.left(), area.top(), 3, area.height())
                painter.fillRect(bar, _color(theme.accent))
        elif look.is_hovered:
            painter.fillRect(area, _color(theme.hover))
        rule = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(rule, _color(theme.line))
        if first == 0 and look.has_focus:
            painter.setPen(QPen(_color(theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -2, -3))

    def _draw(self, painter: QPainter, place: QRectF, words: str, font: str, color: str) -> float:
        """Draw words at the left of a place, in its middle; return where they end."""
        room = int(place.width())
        if not words or room <= 0:
            return place.left()
        laid = _laid(words, font, room)
        painter.setFont(_font(font))
        painter.setPen(_color(color))
        top = place.top() + (place.height() - laid.height) / 2
        painter.drawStaticText(QPointF(place.left(), top), laid.words)
        return place.left() + laid.width

    def _paint_waiting(self, painter: QPainter, area: QRectF) -> None:
        for top, width in ((14, 230), (32, 120)):
            bar = QRectF(area.left() + SIGN_END + 4, area.top() + top, width, 9)
            painter.fillRect(bar, _color(self.theme.hover))

    # -- the article ---------------------------------------------------------------------------

    def _paint_article(self, painter: QPainter, area: QRectF, line: Line) -> None:
        row, theme = line.row, self.theme
        shift = _INDENT if line.is_below else 0
        if row.copies and not line.is_below:
            at = QPointF(area.left() + FOLD_END - 13, area.center().y())
            paint_fold(painter, at, theme, is_open=line.is_open)
        self._paint_sign(painter, area.left() + FOLD_END + 9 + shift, area.center().y(), row)
        left = area.left() + SIGN_END + 4 + shift
        letter = self.letters.get(row.id)
        if letter:
            left = self._paint_letter(painter, left, area.center().y(), letter)
        title = QRectF(left, area.top() + 5, area.right() - left - 8, 22)
        title_font = "new title" if row.state == "new" else "title"
        self._draw(painter, title, row.name, title_font, theme.text)
        below = QRectF(left, area.top() + 26, area.right() - left - 8, 17)
        detail = detail_of(row)
        if self.shows_day and row.published:
            detail = f"{date_of(row)}{_PARTING}{detail}"  # first: the end of a line may be cut
        end = self._draw(painter, below, detail, "small", theme.text2)
        if row.tags:
            below.setLeft(end)
            words = f"{_PARTING}{tags_of(row)}"
            self._draw(painter, below, words, "italic", theme.text2)

    def _paint_sign(self, painter: QPainter, x: float, y: float, row: ArticleRow) -> None:
        """Paint a dot for a new article, half a dot for one half read, nothing for one read."""
        theme = self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(x - _SIGN / 2, y - _SIGN / 2, _SIGN, _SIGN)
        if row.state == "new":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_color(theme.accent))
            painter.drawEllipse(circle)
        elif row.state == "half-read":
            painter.setPen(QPen(_color(theme.text2), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(circle)
            painter.setBrush(_color(theme.text2))
            painter.drawPie(circle, 90 * 16, 180 * 16)

    def _paint_letter(self, painter: QPainter, left: float, y: float, letter: str) -> float:
        box = QRectF(left, y - 9, 18, 18)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(_color(self.theme.text), 1.4))
        painter.setBrush(_color(self.theme.raised))
        painter.drawRoundedRect(box.adjusted(0.7, 0.7, -0.7, -0.7), 3, 3)
        painter.setFont(sans(11, weight=600))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
        return left + 26

    # -- the numbers ---------------------------------------------------------------------------

    def _paint_number(
        self, painter: QPainter, area: QRectF, words: str, font: str, color: str
    ) -> None:
        """Draw a number, or a few words in its stead, at the right end of a column."""
        laid = _laid(words, font, 10_000)
        left = area.right() - _NUMBER_END - laid.width
        top = area.top() + (area.height() - laid.height) / 2
        painter.setFont(_font(font))
        painter.setPen(_color(color))
        painter.drawStaticText(QPointF(left, top), laid.words)

    def _paint_marks(self, painter: QPainter, area: QRectF, row: ArticleRow, voice: int) -> None:
        words = marks_words(row, hides_marks=self.hides_marks)
        if isinstance(words, str):
            if voice == 2:  # over all three columns, which are painted before
                self._paint_number(painter, area, words, "small", self.theme.text2)
            return
        font = "first number" if voice == 0 else "number"
        self._paint_number(painter, area, words[voice], font, self.theme.text)


def paint_fold(painter: QPainter, at: QPointF, theme: Theme, *, is_open: bool) -> None:
    """Paint the sign of something folded around a point: to the right; down where it is open."""
    points = ((-4, -2), (0, 2), (4, -2)) if is_open else ((-2, -4), (2, 0), (-2, 4))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(_color(theme.text2), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([at + QPointF(dx, dy) for dx, dy in points]))

"""Painting a row of the list: fold, sign, title and quiet line; date, words and three voices."""

from functools import cache, lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.storage.library.rows import ArticleRow
from reader.ui.places.library.article_list.article_model import LINE_ROLE, Line
from reader.ui.places.library.article_list.row_words import (
    date_of,
    detail_of,
    marks_words,
    tags_of,
    title_of,
)
from reader.ui.theme import Theme, sans, serif
from reader.ui.widgets.elided_text import draw_elided

ROW_HEIGHT = 50
FOLD_END, SIGN_END = 28, 48  # where the columns of fold and sign end
_SIGN = 8
_INDENT = 24
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_PARTING = " · "


# A row is painted hundreds of times while the list is scrolled; nobody changes these afterwards.
@lru_cache(maxsize=64)
def _color(name: str) -> QColor:
    return QColor(name)


@cache
def _small() -> QFont:
    return sans(12)


@cache
def _italic() -> QFont:
    return sans(12, italic=True)


@cache
def _title_font(*, is_new: bool) -> QFont:
    return serif(15, weight=600 if is_new else 400)


@cache
def _number_font(size: int, weight: int) -> QFont:
    return sans(size, weight=weight)


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
        """Paint one cell of a row."""
        line, area = index.data(LINE_ROLE), QRectF(option.rect)
        painter.save()
        is_first = index.column() == 0
        self._paint_ground(painter, area, option.state, is_first=is_first)
        if isinstance(line, Line):
            if is_first:
                self._paint_article(painter, area, line)
            elif index.column() == 1:
                self._paint_number(painter, area, date_of(line.row), self.theme.text2, 12)
            elif index.column() == 2:
                self._paint_number(painter, area, f"{line.row.words:,}", self.theme.text2, 13)
            else:
                self._paint_marks(painter, area, line.row, index.column() - 3)
        elif is_first:
            self._paint_waiting(painter, area)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, area: QRectF, state: QStyle.StateFlag, *, is_first: bool
    ) -> None:
        theme = self.theme
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, _color(theme.accent_wash))
            if is_first:
                bar = QRectF(area.left(), area.top(), 3, area.height())
                painter.fillRect(bar, _color(theme.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, _color(theme.hover))
        rule = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(rule, _color(theme.line))
        if is_first and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(_color(theme.focus), 2))
            painter.drawRect(area.adjusted(1, 1, -2, -3))

    def _paint_waiting(self, painter: QPainter, area: QRectF) -> None:
        for top, width in ((14, 230), (32, 120)):
            bar = QRectF(area.left() + SIGN_END + 4, area.top() + top, width, 9)
            painter.fillRect(bar, _color(self.theme.hover))

    # -- the article ---------------------------------------------------------------------------

    def _paint_article(self, painter: QPainter, area: QRectF, line: Line) -> None:
        row, theme = line.row, self.theme
        shift = _INDENT if line.is_below else 0
        if row.copies and not line.is_below:
            self._paint_fold(painter, area, is_open=line.is_open)
        self._paint_sign(painter, area.left() + FOLD_END + 9 + shift, area.center().y(), row)
        left = area.left() + SIGN_END + 4 + shift
        letter = self.letters.get(row.id)
        if letter:
            left = self._paint_letter(painter, left, area.center().y(), letter)
        title = QRectF(left, area.top() + 5, area.right() - left - 8, 22)
        draw_elided(
            painter, title, title_of(row), _title_font(is_new=row.state == "new"), theme.text
        )
        below = QRectF(left, area.top() + 26, area.right() - left - 8, 17)
        detail = detail_of(row)
        if self.shows_day:
            detail = f"{detail}{_PARTING}{date_of(row)}"
        end = draw_elided(painter, below, detail, _small(), theme.text2)
        if row.tags:
            below.setLeft(end)
            words = f"{_PARTING}{tags_of(row)}"
            draw_elided(painter, below, words, _italic(), theme.text2)

    def _paint_fold(self, painter: QPainter, area: QRectF, *, is_open: bool) -> None:
        x, y = area.left() + FOLD_END - 13, area.center().y()
        points = ((-4, -2), (0, 2), (4, -2)) if is_open else ((-2, -4), (2, 0), (-2, 4))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(_color(self.theme.text2), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in points]))

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
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_color(self.theme.accent))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(_color(self.theme.on))
        painter.setFont(sans(11, weight=600))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
        return left + 26

    # -- the numbers ---------------------------------------------------------------------------

    def _paint_number(
        self, painter: QPainter, area: QRectF, words: str, color: str, size: int, weight: int = 400
    ) -> None:
        painter.setFont(_number_font(size, weight))
        painter.setPen(_color(color))
        painter.drawText(area.adjusted(0, 0, -14, 0), _RIGHT, words)

    def _paint_marks(self, painter: QPainter, area: QRectF, row: ArticleRow, voice: int) -> None:
        words = marks_words(row, hides_marks=self.hides_marks)
        if isinstance(words, str):
            if voice == 2:  # over all three columns, which are painted before
                font = _small()
                width = QFontMetricsF(font).horizontalAdvance(words) + 20
                wide = area.adjusted(-max(0.0, width - area.width()), 0, 0, 0)
                self._paint_number(painter, wide, words, self.theme.text2, 12)
            return
        weight = 600 if voice == 0 else 400
        self._paint_number(painter, area, words[voice], self.theme.text, 13, weight)

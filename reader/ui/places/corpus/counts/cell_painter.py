"""Painting a cell of counts: words, numbers, bars, whose voice, where in an article."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.core.lexicon.findings import Voice
from reader.ui.marks.voice_swatch import voice_icon
from reader.ui.places.corpus.counts.columns import NUMBERS, Column
from reader.ui.places.corpus.counts.count_model import (
    SHARE_ROLE,
    STRIP_ROLE,
    VALUE_ROLE,
    CountModel,
)
from reader.ui.theme import Theme, sans, serif

ROW_HEIGHT = 30
_PAD = 8
_NUMBER = 58  # pixels of the number beside a bar
_BAR = 8  # how high a bar is
_SWATCH = (18, 12)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
AnyIndex = QModelIndex | QPersistentModelIndex


class CellPainter(QStyledItemDelegate):
    """Paints one cell; a row has the accent's wash and bar where it is chosen.

    Attributes:
        theme: The colours.
    """

    def __init__(self, model: CountModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._model = model
        self._read, self._hit = serif(15), serif(15, weight=600)
        self._number, self._quiet = sans(13), sans(12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell."""
        column = self._model.columns[index.column()]
        area = QRectF(option.rect)
        painter.save()
        self._paint_ground(painter, area, option.state, is_first=index.column() == 0)
        inside = area.adjusted(_PAD, 0, -_PAD, -1)
        if column.look == "strip":
            paint_strip(painter, inside, index.data(STRIP_ROLE), self.theme)
        elif column.look in {"signed", "bar"}:
            self._paint_bar(painter, inside, index, column)
        elif column.look == "voice":
            self._paint_voice(painter, inside, index)
        else:
            self._paint_words(painter, inside, index, column)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, area: QRectF, state: QStyle.StateFlag, *, is_first: bool
    ) -> None:
        theme = self.theme
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(theme.accent_wash))
            if is_first:
                bar = QRectF(area.left(), area.top(), 3, area.height())
                painter.fillRect(bar, QColor(theme.accent))
        rule = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(rule, QColor(theme.line))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRect(area.adjusted(1, 1, -2, -3))

    def _paint_words(
        self, painter: QPainter, area: QRectF, index: AnyIndex, column: Column
    ) -> None:
        words = index.data()
        if column.look in NUMBERS:
            self._write(painter, area, words, self._number, _RIGHT)
        elif column.look == "before":
            shown = _elided(words, self._read, area.width(), Qt.TextElideMode.ElideLeft)
            self._write(painter, area, shown, self._read, _RIGHT)
        elif column.look in {"hit", "word", "after"}:
            font = self._read if column.look == "after" else self._hit
            self._write(painter, area, _elided(words, font, area.width()), font, _LEFT)
        else:
            shown = _elided(words, self._quiet, area.width())
            self._write(painter, area, shown, self._quiet, _LEFT, self.theme.text2)

    def _paint_voice(self, painter: QPainter, area: QRectF, index: AnyIndex) -> None:
        width, height = _SWATCH
        top = area.top() + (area.height() - height) / 2
        ratio = painter.device().devicePixelRatioF()
        icon = voice_icon(self.theme, index.data(VALUE_ROLE), ratio)
        icon.paint(painter, QRect(round(area.left()), round(top), width, height))
        rest = area.adjusted(width + 6, 0, 0, 0)
        self._write(painter, rest, index.data(), self._quiet, _LEFT)

    def _paint_bar(self, painter: QPainter, area: QRectF, index: AnyIndex, column: Column) -> None:
        """Paint a number, and beside it a bar: from the left, or from a middle both ways."""
        number = QRectF(area.left(), area.top(), _NUMBER, area.height())
        self._write(painter, number, index.data(), self._number, _RIGHT)
        room = area.adjusted(_NUMBER + 10, 0, 0, 0)
        share = index.data(SHARE_ROLE)
        theme, top = self.theme, area.top() + (area.height() - _BAR) / 2
        if column.look == "bar":
            painter.fillRect(
                QRectF(room.left(), top, room.width() * share, _BAR), QColor(theme.accent)
            )
            return
        middle, half = room.center().x(), room.width() / 2
        bar = QRectF(middle, top, half * abs(share), _BAR)
        if share < 0:
            bar.moveRight(middle)
            painter.setPen(QPen(QColor(theme.text2), 1))
            painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            painter.fillRect(bar, QColor(theme.accent))
        axis = QRectF(middle - 0.5, area.top() + 5, 1, area.height() - 10)
        painter.fillRect(axis, QColor(theme.line2))

    def _write(
        self,
        painter: QPainter,
        area: QRectF,
        words: str,
        font: QFont,
        side: Qt.AlignmentFlag,
        color: str = "",
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(color or self.theme.text))
        painter.drawText(area, int(side), words)


def _elided(
    words: str,
    font: QFont,
    width: float,
    mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> str:
    return QFontMetricsF(font).elidedText(words, mode, width)


def paint_strip(
    painter: QPainter, area: QRectF, places: Sequence[tuple[float, Voice]], theme: Theme
) -> None:
    """Paint an article from its first word to its last, with a sign for each place.

    The narrator's is a full line, a quoted one a box in the middle, a reported one a short line
    from above: they differ without colour.
    """
    middle = area.top() + area.height() / 2
    painter.fillRect(QRectF(area.left(), middle, area.width(), 1), QColor(theme.line2))
    for place, voice in places:
        x = area.left() + place * (area.width() - 3)
        if voice == "narrator":
            painter.fillRect(QRectF(x, area.top() + 4, 2, area.height() - 8), QColor(theme.text))
        elif voice == "direct":
            box = QRectF(x - 1, middle - 3, 5, 6)
            painter.fillRect(box, QColor(theme.page))
            painter.setPen(QPen(QColor(theme.accent), 1.4))
            painter.drawRect(box)
        else:
            painter.fillRect(QRectF(x - 2, area.top() + 4, 7, 2), QColor(theme.text2))
            painter.fillRect(QRectF(x + 1, area.top() + 4, 1, 8), QColor(theme.text2))

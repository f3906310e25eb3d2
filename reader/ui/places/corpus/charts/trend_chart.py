"""The chart of trends: for each outlet or month three columns, one a voice, told by pattern."""

from html import escape

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from reader.core.across.corpora.trends import Trend
from reader.core.across.corpora.voiced_text import VOICES
from reader.core.lexicon.findings import Voice
from reader.ui.marks.words import voice_words
from reader.ui.theme import Theme, sans
from reader.ui.widgets.strokes import hatch_brush

_HEIGHT = 200
_LEFT, _RIGHT, _TOP, _FOOT = 52, 14, 14, 26  # pixels around the columns
_LEAST = 21  # pixels of a group
_WIDEST = 90
_BETWEEN = 14  # pixels between two names below
_STEPS = (1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8)  # tops of the scale that halve well


class TrendChart(QWidget):
    """Paints how often a word stands in a thousand words of each voice.

    Left and Right go through the groups, Up and Down through the voices, Enter leads on.

    Signals:
        column_opened(str, str): A column leads to its lines: the group, the voice.
    """

    column_opened = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._trends: tuple[Trend, ...] = ()
        self._top = 1.0
        self._group, self._voice = 0, 0
        self.setObjectName("trend_chart")
        self.setAccessibleName(self.tr("Chart of trends"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return a size in which every group can be told."""
        return QSize(_LEFT + _RIGHT + _LEAST * max(8, len(self._trends)), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the same: what does not fit is scrolled."""
        return self.sizeHint()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self.update()

    def show_trends(self, trends: tuple[Trend, ...]) -> None:
        """Show other groups."""
        self._trends, self._group, self._voice = trends, 0, 0
        rates = [trend.per_thousand(voice) or 0.0 for trend in trends for voice in VOICES]
        self._top = _round_up(max(rates, default=0.0))
        self.updateGeometry()
        self._tell()
        self.update()

    # -- what is where -------------------------------------------------------------------------

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_LEFT, _TOP, -_RIGHT, -_FOOT)

    def _group_width(self) -> float:
        return min(_WIDEST, self._room().width() / max(1, len(self._trends)))

    def column_area(self, group: int, voice: int) -> QRectF:
        """Return where a column stands."""
        room, width = self._room(), self._group_width()
        one = max(3.0, (width - max(4.0, width / 4)) / len(VOICES))
        rate = self._trends[group].per_thousand(VOICES[voice]) or 0.0
        height = room.height() * rate / self._top
        left = room.left() + group * width + (width - one * len(VOICES)) / 2 + voice * one
        return QRectF(left, room.bottom() - height, one - 1, height)

    def _at(self, point: QPointF) -> tuple[int, int] | None:
        """Return group and voice of the column at a point, the empty room above it too."""
        room, width = self._room(), self._group_width()
        group = int((point.x() - room.left()) // width)
        if not 0 <= group < len(self._trends):
            return None
        for voice in range(len(VOICES)):
            area = self.column_area(group, voice)
            if area.left() <= point.x() < area.right() + 1:
                return group, voice
        return None

    def words_at(self, group: int, voice: int) -> str:
        """Return what a column tells."""
        trend, name = self._trends[group], VOICES[voice]
        rate = trend.per_thousand(name)
        if rate is None:
            told = self.tr("{group}, {voice}: no words in this voice")
            return told.format(group=self._name(trend), voice=voice_words(name))
        told = self.tr("{group}, {voice}: {n} places, {rate} in 1,000 words")
        return told.format(
            group=self._name(trend),
            voice=voice_words(name),
            n=f"{trend.counts[name]:,}",
            rate=f"{rate:.2f}",
        )

    def _name(self, trend: Trend) -> str:
        return trend.group or self.tr("not told")

    # -- painting ------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint axis, names and columns."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.page))
        if self._trends:
            self._paint_scale(painter)
            for group in range(len(self._trends)):
                for voice, name in enumerate(VOICES):
                    self._paint_column(painter, self.column_area(group, voice), name)
            self._paint_names(painter)
            if self.hasFocus():
                self._paint_focus(painter)
        painter.end()

    def _paint_scale(self, painter: QPainter) -> None:
        theme, room = self._theme, self._room()
        painter.setFont(sans(11))
        for share in (0.0, 0.5, 1.0):
            y = room.bottom() - room.height() * share
            painter.fillRect(
                QRectF(room.left(), y, room.width(), 1),
                QColor(theme.line2 if share == 0 else theme.line),
            )
            place = QRectF(0, y - 8, _LEFT - 8, 16)
            painter.setPen(QColor(theme.text2))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, int(side), f"{self._top * share:g}")

    def _paint_column(self, painter: QPainter, area: QRectF, voice: Voice) -> None:
        """Paint a column: solid, hatched on a ground, or hatched under a roof."""
        theme = self._theme
        if area.height() <= 0:
            return
        if voice == "narrator":
            painter.fillRect(area, QColor(theme.text2))
            return
        if voice == "direct":
            painter.fillRect(area, QColor(theme.swatch))
        ratio = self.devicePixelRatioF()
        painter.fillRect(area, hatch_brush(QColor(theme.text2), 1.0, ratio))
        painter.setPen(QPen(QColor(theme.text2), 1))
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
        if voice == "indirect":
            painter.fillRect(QRectF(area.left(), area.top(), area.width(), 3), QColor(theme.text))

    def _paint_names(self, painter: QPainter) -> None:
        """Write the names of the groups, as many as have room."""
        font = sans(11)
        metrics, width, room = QFontMetricsF(font), self._group_width(), self._room()
        painter.setFont(font)
        painter.setPen(QColor(self._theme.text2))
        free = 0.0
        for group, trend in enumerate(self._trends):
            middle = room.left() + (group + 0.5) * width
            most = max(width - 6, 48)
            name = metrics.elidedText(self._name(trend), Qt.TextElideMode.ElideRight, most)
            own = metrics.horizontalAdvance(name)
            left = min(max(middle - own / 2, 2), self.width() - own - 2)
            if left < free:
                continue
            painter.drawText(QPointF(left, room.bottom() + 17), name)
            free = left + own + _BETWEEN

    def _paint_focus(self, painter: QPainter) -> None:
        area = self.column_area(self._group, self._voice)
        painter.setPen(QPen(QColor(self._theme.focus), 2))
        painter.drawRect(area.adjusted(-2, -4, 2, 2))

    # -- hands and keys --------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what the column under the mouse says."""
        found = self._at(event.position())
        words = self.words_at(*found) if found is not None else ""
        QToolTip.showText(event.globalPosition().toPoint(), escape(words), self)
        shape = Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Lead on from a column."""
        found = self._at(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go_to(*found)
            self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the columns, or lead on from one."""
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        key = Qt.Key(event.key())
        if key in steps and self._trends:
            group, voice = steps[key]
            self._go_to(self._group + group, self._voice + voice)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._trends:
            self._open()
        else:
            super().keyPressEvent(event)

    def _go_to(self, group: int, voice: int) -> None:
        self._group = min(max(group, 0), len(self._trends) - 1)
        self._voice = min(max(voice, 0), len(VOICES) - 1)
        self._tell()
        self.update()

    def _tell(self) -> None:
        """Tell a screen reader what the current column says."""
        words = self.words_at(self._group, self._voice) if self._trends else ""
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )

    def _open(self) -> None:
        self.column_opened.emit(self._trends[self._group].group, VOICES[self._voice])


def _round_up(value: float) -> float:
    """Return the next round number above a value, for the top of the scale."""
    if value <= 0:
        return 1.0
    size = 0.001
    while size * 10 < value:
        size *= 10
    return next((step * size for step in _STEPS if step * size >= value), size * 10)

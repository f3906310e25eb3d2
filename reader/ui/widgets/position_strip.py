"""A strip that shows where in the article something stands."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reader.ui.theme import Theme
from reader.values import frozen

HEIGHT = 16
_TITLE_BOX = 12
_GAP = 4


@frozen
class StripMark:
    """One block on a strip.

    Attributes:
        start: Where it begins, as a share of the body; below 0 for the title.
        end: Where it ends; the same as `start` for a mere place.
        is_source: In a source's words: half high and outlined.
    """

    start: float
    end: float
    is_source: bool


def paint_strip(
    painter: QPainter, rect: QRectF, theme: Theme, marks: Sequence[StripMark], color: QColor
) -> None:
    """Paint a strip into `rect`: a box for the title, an axis with thirds, and the blocks."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    bottom = rect.bottom() - 1
    painter.setPen(QPen(QColor(theme.line2), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(rect.left(), bottom - 9, _TITLE_BOX - 2, 9))
    left = rect.left() + _TITLE_BOX + _GAP
    width = rect.right() - left
    painter.drawLine(round(left), round(bottom), round(rect.right()), round(bottom))
    for third in (1 / 3, 2 / 3):
        tick = round(left + third * width)
        painter.drawLine(tick, round(bottom - 4), tick, round(bottom))
    for mark in marks:
        x = rect.left() + 3 if mark.start < 0 else left + mark.start * width
        wide = max(3.0, (mark.end - mark.start) * width if mark.start >= 0 else 3.0)
        if mark.is_source:
            painter.setPen(QPen(color, 1))
            painter.drawRect(QRectF(round(x), bottom - 7, max(3, round(wide)), 6))
        else:
            painter.fillRect(QRectF(round(x), bottom - 14, round(wide), 14), color)
    painter.restore()


def mark_at(rect: QRectF, marks: Sequence[StripMark], x: float) -> int | None:
    """Return the number of the block next to `x` on a strip in `rect`, or None for no blocks."""
    left = rect.left() + _TITLE_BOX + _GAP
    width = max(1.0, rect.right() - left)

    def distance(number: int) -> float:
        mark = marks[number]
        if mark.start < 0:
            return abs(rect.left() + _TITLE_BOX / 2 - x)
        start, end = left + mark.start * width, left + mark.end * width
        return max(0.0, start - x, x - max(end, start + 3))

    return min(range(len(marks)), key=distance, default=None)

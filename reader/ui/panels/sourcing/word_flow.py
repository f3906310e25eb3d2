"""Words in several fonts and colours, flowing over lines of a width, or cut after the first."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from reader.values import frozen

_DOTS = "…"


@frozen
class Run:
    """Some words in one font and colour, with the space that stands before them."""

    words: str
    font: QFont
    color: str
    before_px: float = 0.0


@frozen
class Placed:
    """A run, or a part of it, with the left edge and the line where it stands."""

    left: float
    line: int
    run: Run


def flow(runs: Sequence[Run], room: float, *, first_left: float = 0.0) -> list[Placed]:
    """Return the words of some runs, broken over lines of a width.

    Args:
        runs: What is to be written.
        room: How wide a line is.
        first_left: Where the first line begins.
    """
    placed: list[Placed] = []
    left, line = first_left, 0
    for run in runs:
        metrics = QFontMetricsF(run.font)
        left += run.before_px if left > first_left or line else 0.0
        for word in run.words.split(" "):
            width = metrics.horizontalAdvance(word)
            if left > 0 and left + width > room:
                left, line = 0.0, line + 1
            placed.append(Placed(left, line, Run(word, run.font, run.color)))
            left += width + metrics.horizontalAdvance(" ")
        left -= metrics.horizontalAdvance(" ")
    return placed


def line_count(placed: Sequence[Placed]) -> int:
    """Return how many lines some words take."""
    return placed[-1].line + 1 if placed else 0


def draw_flow(
    painter: QPainter, corner: QPointF, placed: Sequence[Placed], line_px: float
) -> None:
    """Draw words from the baseline of their first line."""
    for item in placed:
        painter.setFont(item.run.font)
        painter.setPen(QColor(item.run.color))
        painter.drawText(corner + QPointF(item.left, item.line * line_px), item.run.words)


def draw_cut(painter: QPainter, corner: QPointF, runs: Sequence[Run], room: float) -> None:
    """Draw runs in one line, cut where the room ends."""
    left = 0.0
    for run in runs:
        metrics = QFontMetricsF(run.font)
        left += run.before_px if left else 0.0
        width = metrics.horizontalAdvance(run.words)
        dots = QFontMetricsF(run.font).horizontalAdvance(_DOTS)
        words = run.words
        is_cut = left + width > room
        while is_cut and words and left + metrics.horizontalAdvance(words) + dots > room:
            words = words[:-1]
        painter.setFont(run.font)
        painter.setPen(QColor(run.color))
        painter.drawText(corner + QPointF(left, 0), words.rstrip() + _DOTS if is_cut else words)
        if is_cut:
            return
        left += width

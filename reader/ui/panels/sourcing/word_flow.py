"""Words in several fonts and colours, flowing over lines of a width, or cut after the first."""

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from reader.values import frozen

_DOTS = "…"
_JOINTS = ",· "  # what leads on to words that are cut off


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


def cut(runs: Sequence[Run], room: float) -> list[Placed]:
    """Return runs in one line, with dots after the last whole word for which there is room.

    Only a first word that is too long by itself is cut within.
    """
    placed = flow(runs, math.inf)
    if not placed or _end(placed[-1]) <= room:
        return placed
    dots = max(QFontMetricsF(run.font).horizontalAdvance(_DOTS) for run in runs)
    kept = list(takewhile(lambda one: _end(one) + dots <= room, placed))
    while len(kept) > 1 and not kept[-1].run.words.strip(_JOINTS):
        kept.pop()
    last = kept.pop() if kept else placed[0]
    words = last.run.words.rstrip(_JOINTS)
    metrics = QFontMetricsF(last.run.font)
    while len(words) > 1 and last.left + metrics.horizontalAdvance(words) + dots > room:
        words = words[:-1]
    return [*kept, replace(last, run=replace(last.run, words=words + _DOTS))]


def whole_then_cut(first: Run, rest: Sequence[Run], room: float) -> list[Placed]:
    """Return a run in full, over as many lines as it needs, and after it what has room of others.

    Of the others nothing is shown where not even their first two words have room.

    Args:
        first: What has to be read whole, such as a name.
        rest: What is cut.
        room: How wide a line is.
    """
    placed = flow([first], room)
    if not rest:
        return placed
    left, line = _end(placed[-1]) + rest[0].before_px, placed[-1].line
    words = rest[0].words.split(" ")
    least = " ".join(words[:2]) + (_DOTS if len(words) > 2 else "")
    if left + QFontMetricsF(rest[0].font).horizontalAdvance(least) > room:
        return placed
    after = cut(rest, room - left)
    return [*placed, *(replace(one, left=one.left + left, line=line) for one in after)]


def _end(placed: Placed) -> float:
    width = QFontMetricsF(placed.run.font).horizontalAdvance(placed.run.words)
    return placed.left + width

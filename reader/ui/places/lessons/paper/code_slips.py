"""Codes to cut out: three columns of slips with dashed borders."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from reader.storage.lessons.cards import Card, codes
from reader.ui.marks.paper.fonts import sans, serif
from reader.ui.marks.paper.sheet import POINT
from reader.ui.places.lessons.paper.form_page import (
    BOTTOM,
    INK,
    LEFT,
    RIGHT,
    TOP,
    FormPage,
    write,
)

_COLUMNS = 3
_HEIGHT = 54 * POINT
_HEAD = 46 * POINT


def code_pages(card: Card, title: str, foot: str) -> Iterator[FormPage]:
    """Yield the pages of codes."""
    room = int((BOTTOM - TOP - _HEAD) // _HEIGHT) * _COLUMNS
    wanted = codes(card)
    for begin in range(0, len(wanted), room):
        slips = wanted[begin : begin + room]
        yield FormPage(title, card.title, foot, partial(_paint, card, slips, title))


def _paint(card: Card, slips: Sequence[str], title: str, painter: QPainter) -> None:
    head = QRectF(LEFT, TOP, RIGHT - LEFT, _HEAD)
    write(painter, head, card.title, serif(15 * POINT, weight=600))
    write(painter, head.translated(0, 22 * POINT), card.task, sans(9 * POINT))
    width = (RIGHT - LEFT) / _COLUMNS
    for place, code in enumerate(slips):
        x, y = LEFT + place % _COLUMNS * width, TOP + _HEAD + place // _COLUMNS * _HEIGHT
        box = QRectF(x, y, width, _HEIGHT)
        painter.setPen(QPen(INK, 0.5 * POINT, Qt.PenStyle.DashLine))
        painter.drawRect(box)
        inner = box.adjusted(8 * POINT, 8 * POINT, -8 * POINT, -4 * POINT)
        write(painter, inner, code, serif(17 * POINT, weight=600))
        write(painter, inner.translated(0, 25 * POINT), title, sans(7 * POINT))

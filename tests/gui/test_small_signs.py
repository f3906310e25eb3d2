"""Small signs stay in their place: bars beside a number, large numbers in circles and columns."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from reader.core.notes import Note
from reader.core.text.spans import Span
from reader.ui.panels.sourcing.source_signs import paint_count, paint_numeral
from reader.ui.reading_view.painting.pens import HighlightPainter
from reader.ui.reading_view.typesetting.geometry import LinePiece
from reader.ui.theme import LIGHT

NUMBER_ENDS = 18  # pixels left of the column


@pytest.fixture
def canvas(window):  # the window has loaded the fonts
    image = QImage(300, 60, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    return image


def inked(image, columns):
    blank = QImage(1, 1, image.format())
    blank.fill(Qt.GlobalColor.white)
    white = blank.pixel(0, 0)
    return [x for x in columns if any(image.pixel(x, y) != white for y in range(image.height()))]


@pytest.mark.parametrize("numeral", ["7", "42", "160", "1204"])
def test_the_number_of_a_source_stays_in_its_circle(canvas, numeral):
    empty = canvas.copy()
    for image, words in ((canvas, numeral), (empty, "")):
        painter = QPainter(image)
        paint_numeral(painter, QRectF(100, 20, 18, 18), LIGHT, words, is_quoted=False)
        painter.end()
    ring = [(x, y) for x in (100, 101, 116, 117) for y in range(60)]
    assert canvas != empty
    assert all(canvas.pixel(x, y) == empty.pixel(x, y) for x, y in ring)


@pytest.mark.parametrize("count", [7, 9_999, 12_345, 123_456])
def test_a_count_of_words_stays_in_its_column(canvas, count):
    painter = QPainter(canvas)
    paint_count(painter, QRectF(100, 20, 40, 18), LIGHT, count)
    painter.end()
    assert inked(canvas, range(103, 140))
    assert not inked(canvas, [*range(103), *range(140, 300)])  # where it would be cut off


def test_two_bars_in_a_line_leave_the_number_of_the_paragraph_readable(canvas):
    piece = LinePiece(120, 40, 10, 30, 32, True, True, 0, 4, 1.0)
    geometry = SimpleNamespace(pieces=lambda _span: (piece,))
    painter = QPainter(canvas)
    notes = [(Span(0, 4), Note("lemon")), (Span(5, 9), Note("apricot"))]
    HighlightPainter(painter, LIGHT, geometry).paint(notes, 100)
    painter.end()
    assert inked(canvas, range(100 - NUMBER_ENDS, 93))
    assert inked(canvas, range(93, 97))
    assert not inked(canvas, range(100 - NUMBER_ENDS))

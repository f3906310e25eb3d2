"""Where words stand on the page, in a paragraph of any length."""

import pytest
from PySide6.QtGui import QTextDocument

from reader.core.text.spans import Span
from reader.ui.reading_view.geometry import PageGeometry
from reader.ui.reading_view.text_offsets import TextOffsets, TextRun

SENTENCE = "The brutal mayor slammed the plan. "
TEXT = SENTENCE * 300


@pytest.fixture
def document(qapp):
    made = QTextDocument(TEXT)
    made.setDocumentMargin(0)
    made.setTextWidth(400)
    made.documentLayout().documentSize()
    return made


@pytest.fixture
def geometry(document):
    return PageGeometry(document, TextOffsets(TEXT, (TextRun(Span(0, len(TEXT)), 0),)))


def expected(document, start, end):
    """Return where and how high each line begins that a span touches, by a look at every line."""
    layout = document.firstBlock().layout()
    found = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        left = max(start, line.textStart())
        right = min(end, line.textStart() + line.textLength())
        if TEXT[left:right].strip():
            found.append((left, line.y()))
    return found


@pytest.mark.parametrize("length", [1, 6, 35, 400])
def test_a_span_stands_in_every_line_that_it_touches(document, geometry, length):
    for start in range(0, len(TEXT) - length, 97):
        pieces = geometry.pieces(Span(start, start + length))
        assert [(one.position, one.top) for one in pieces] == expected(
            document, start, start + length
        )

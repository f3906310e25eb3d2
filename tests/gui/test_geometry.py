"""Where words stand on the page, in a paragraph of any length."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.core.text.article import Article, Zone
from reader.core.text.spans import Span
from reader.ui.reading_view import ReadingView
from reader.ui.reading_view.margin_map import WIDTH as MAP_WIDTH
from reader.ui.reading_view.painting.margin_letters import LETTER, LETTER_STEP
from reader.ui.reading_view.typesetting.columns import Columns
from reader.ui.reading_view.typesetting.geometry import PageGeometry, is_laid_out
from reader.ui.reading_view.typesetting.long_words import BREAK, pieces
from reader.ui.reading_view.typesetting.page import PageSetter
from reader.ui.reading_view.typesetting.text_offsets import TextOffsets, TextRun
from reader.ui.reading_view.word_search import WordSearch
from reader.ui.theme import LIGHT

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


def test_emoji_before_words_move_no_piece_of_them(qapp):
    """Qt counts two units for an emoji; what follows is looked at where it stands."""
    text = "🙂🙂🙂 Élan brutal \nNext."
    document = QTextDocument(text)
    document.setTextWidth(400)
    geometry = PageGeometry(document, TextOffsets(text, (TextRun(Span(0, len(text)), 0),)))
    words = Span(text.index("É"), text.index("\n"))
    ((piece, ink),) = geometry.pieces_with_ink(words)
    assert (piece.position, piece.length) == (7, len("Élan brutal"))
    assert ink > 0
    assert len(geometry.pieces(Span(0, len(text)))) == 2


LONG = "x" * 450 + "e\u0301" * 200 + "🙂" * 150


def article_of(text):
    return Article(text, (Zone("paragraph", Span(0, len(text))),))


def page_of(text):
    view = ReadingView(LIGHT)
    view.resize(900, 700)
    view.show_article(article_of(text))
    return view


def height_of(text):
    view = page_of(text)
    return view.document().size().height()


def test_a_word_without_end_is_broken_on_the_page_and_nowhere_else(document):
    text = f"A {LONG} end."
    view = page_of(text)
    document.clear()
    assert BREAK in view.toPlainText()
    assert view.toPlainText().replace(BREAK, "").endswith(f"\n{text}")
    offsets = PageSetter(LIGHT, 19, 600).fill(document, article_of(text), 3)
    for place in (0, 2, 101, 102, 103, 250, 700, 701, len(text) - 4):
        cursor = view.textCursor()
        cursor.setPosition(offsets.to_qt(place))
        cursor.setPosition(offsets.to_qt(place + 3), QTextCursor.MoveMode.KeepAnchor)
        view.setTextCursor(cursor)
        assert view.selected_span() == Span(place, place + 3)
    view.selectAll()
    view.copy()
    assert QApplication.clipboard().text() == text


@pytest.mark.parametrize("text", ["", "plain words only", "y" * 200, "a\n\n" * 40])
def test_what_has_no_long_word_stays_in_one_piece(text):
    assert list(pieces(text)) == [(0, len(text))]


def test_no_sign_is_parted_from_what_belongs_to_it():
    cuts = [start for start, _ in pieces(LONG)][1:]
    assert cuts
    assert all(LONG[cut] != "\u0301" for cut in cuts)


def test_a_word_without_end_is_set_in_line(qapp, grows_in_line):
    assert grows_in_line(lambda length: height_of("z" * length))


@pytest.mark.parametrize(
    ("window", "left", "letters"),
    [(1017, 338, 2), (980, 72, 4), (1600, 72, 4)],
    ids=["beside the shelf", "below it", "beside it without a move"],
)
def test_the_block_moves_beside_the_shelf_where_no_line_is_set_anew(window, left, letters):
    usual, columns = Columns.of(window, 19), Columns.of(window, 19, taken=320)
    assert columns.column == usual.column == 600
    assert (columns.left, columns.letter_count) == (left, letters)
    assert columns.has_numbers == (left == 72)
    assert columns.letters_left + 21 * letters <= window - 28


@pytest.mark.parametrize("window", [330, 455, 559, 575, 640, 700, 790, 900])
def test_no_letter_stands_below_the_map(window):
    columns = Columns.of(window, 17)
    right = columns.letters_left + (columns.letter_count - 1) * LETTER_STEP + LETTER
    assert columns.extra + right <= window - MAP_WIDTH


PARAGRAPHS = [SENTENCE * 4 + "\n"] * 400


@pytest.fixture
def long_page(qtbot):
    text = "".join(PARAGRAPHS)
    starts = range(0, len(text), len(PARAGRAPHS[0]))
    zones = (Zone("paragraph", Span(start, start + len(PARAGRAPHS[0]) - 1)) for start in starts)
    view = ReadingView(LIGHT)
    view.resize(900, 700)
    view.show()
    view.show_article(Article(text, tuple(zones)))
    qtbot.addWidget(view)
    return view, Span(len(text) - 30, len(text) - 20)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (1, "1 word"),
        (230, "230 words, 1 minute"),
        (20_240, "20,240 words, 88 minutes"),
        (20_700, "20,700 words, 1.5 hours"),
        (103_730, "103,730 words, 7.5 hours"),
    ],
)
def test_the_time_to_read_a_book_is_told_in_hours(words, told, qtbot):
    view = ReadingView(LIGHT)
    qtbot.addWidget(view)
    text = " ".join(["word"] * words)
    view.show_article(Article(text, (Zone("paragraph", Span(0, len(text))),)))
    assert told in view.toPlainText().split("\n")


def go_to_last_words(view, last):
    view.reveal(last)


def go_to_the_end(view, _last):
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)


def find_last_words(view, last):
    view.select(Span(last.start, last.start))
    WordSearch(view, LIGHT).seek("plan")


@pytest.mark.parametrize("go", [go_to_last_words, go_to_the_end, find_last_words])
def test_a_long_page_can_be_gone_through_before_all_of_it_is_laid_out(long_page, go):
    view, last = long_page
    assert not is_laid_out(view.document())
    go(view, last)
    assert view.span_in_view().contains(last)
    seen, bar = view.span_in_view(), view.verticalScrollBar()
    assert bar.maximum() == view.document().size().height() - bar.pageStep()
    QApplication.processEvents()
    assert view.span_in_view() == seen


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _widget, event):  # noqa: N802 -- a name of Qt
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_the_page_is_painted_anew_when_its_layout_has_changed(window, qapp, qtbot):
    view = window.view
    qapp.processEvents()
    paints = Paints(view.viewport())
    layout = view.document().documentLayout()
    layout.documentSizeChanged.emit(layout.documentSize())  # as Qt tells, a moment later
    qtbot.waitUntil(lambda: paints.count > 0)

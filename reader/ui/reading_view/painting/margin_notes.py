"""The reader's notes in the outer margin: serif italics at the height of their line.

Where the margin is narrow a dot in the colour of the pen stands for a note, after the letters.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from reader.core.notes import Note
from reader.core.text.spans import Span
from reader.ui.reading_view.painting.margin_letters import sign_top
from reader.ui.reading_view.typesetting.geometry import PageGeometry
from reader.ui.theme import Theme, sans
from reader.ui.theme.pens import pen_color
from reader.values import frozen

_SIZE, _LINE, _MOST_LINES = 14, 19, 3
_GAP = 6  # pixels between two notes
_TAGS = 16  # pixels of the line with the tags
_DOT, _DOT_STEP = 16, 19  # pixels of a dot; to the next one in the same line
_SMALL, _SMALL_STEP = 10, 11  # of a dot at the edge, where letters take all the room


@frozen
class MarginNote:
    """One note in the margin: where, and what is shown of it."""

    rect: QRectF
    note: Note
    words: str
    tags: str


@frozen
class NoteDot:
    """The dot that stands for a note in a narrow margin."""

    rect: QRectF
    note: Note


def margin_notes(
    notes: Sequence[tuple[Span, Note]], geometry: PageGeometry, left: float, width: float
) -> Iterator[MarginNote]:
    """Yield the notes that say something; neighbours push the next one down, never up."""
    lowest = 0.0
    metrics = QFontMetricsF(_font())
    for span, note in notes:
        pieces = geometry.pieces(span)
        if not pieces or not (note.text or note.tags):
            continue
        words = _fitted(" ".join(note.text.split()), metrics, width)
        tags = ", ".join(note.tags)
        height = _LINE * (words.count("\n") + 1 if words else 0) + (_TAGS if tags else 0)
        top = max(lowest, pieces[0].baseline - _SIZE)
        yield MarginNote(QRectF(left, top, width, height), note, words, tags)
        lowest = top + height + _GAP


def note_dots(
    notes: Sequence[tuple[Span, Note]],
    geometry: PageGeometry,
    signs: Mapping[int, float],
    left: float,
    most: float,
) -> Iterator[NoteDot]:
    """Yield a dot for each note that says something, beside the line where it begins.

    Where letters leave no room for it, it is small and lies on a corner of the last one.

    Args:
        notes: The notes, in reading order.
        geometry: Where words stand.
        signs: How far letters and numerals reach, by where they begin beside their line.
        left: Where dots begin in a line without them.
        most: Where the margin ends; no dot lies beyond it.
    """
    taken: dict[int, float] = {}
    small: dict[int, int] = {}
    for span, note in notes:
        pieces = geometry.pieces(span)
        if not pieces or not (note.text or note.tags):
            continue
        top = sign_top(pieces[0].baseline)
        place = taken.get(top, signs.get(top, left))
        if place + _DOT <= most or top not in signs:
            taken[top] = place + _DOT_STEP
            yield NoteDot(QRectF(min(place, most - _DOT), top + 1, _DOT, _DOT), note)
            continue
        below = small.get(top, 0)
        small[top] = below + 1
        corner = top - 4 + below * _SMALL_STEP
        yield NoteDot(QRectF(most - _SMALL, corner, _SMALL, _SMALL), note)


def paint_note_dots(painter: QPainter, theme: Theme, dots: Iterable[NoteDot]) -> None:
    """Paint dots in the colours of their pens, ringed so that they show without colour."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.text), 1.5))
    for dot in dots:
        painter.setBrush(pen_color(theme, dot.note.pen) or QColor(theme.page))
        painter.drawEllipse(dot.rect.adjusted(1, 1, -1, -1))


def paint_margin_notes(painter: QPainter, theme: Theme, notes: Iterator[MarginNote]) -> None:
    """Paint notes and their tags."""
    for item in notes:
        painter.setPen(QColor(theme.text))
        painter.setFont(_font())
        painter.drawText(item.rect, int(Qt.AlignmentFlag.AlignLeft), item.words)
        if item.tags:
            painter.setPen(QColor(theme.text2))
            painter.setFont(sans(12))
            place = QRectF(item.rect)
            place.setTop(item.rect.bottom() - _TAGS)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft), item.tags)


def _fitted(words: str, metrics: QFontMetricsF, width: float) -> str:
    """Return words in at most three lines, "more" at the end where there are more."""
    lines: list[str] = []
    rest = words.split(" ")
    while rest and rest[0] and len(lines) < _MOST_LINES:
        count = len(rest)
        while count > 1 and metrics.horizontalAdvance(" ".join(rest[:count])) > width:
            count -= 1
        line, rest = " ".join(rest[:count]), rest[count:]
        lines.append(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width))
    if rest and lines:
        more = Qt.TextElideMode.ElideRight
        lines[-1] = metrics.elidedText(f"{lines[-1]} {' '.join(rest)}", more, width)
    return "\n".join(lines)


def _font() -> QFont:
    font = QFont("Source Serif 4")
    font.setPixelSize(_SIZE)
    font.setItalic(True)
    return font

"""The reader's notes in the outer margin: serif italics at the height of their line."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from reader.core.notes import Note
from reader.core.text.spans import Span
from reader.ui.reading_view.geometry import PageGeometry
from reader.ui.theme import Theme, sans
from reader.values import frozen

WIDTH = 202  # pixels
_SIZE, _LINE, _MOST_LINES = 14, 19, 3
_GAP = 6  # pixels between two notes
_TAGS = 16  # pixels of the line with the tags


@frozen
class MarginNote:
    """One note in the margin: where, and what is shown of it."""

    rect: QRectF
    note: Note
    words: str
    tags: str


def margin_notes(
    notes: Sequence[tuple[Span, Note]], geometry: PageGeometry, left: float
) -> Iterator[MarginNote]:
    """Yield the notes that say something; neighbours push the next one down, never up."""
    lowest = 0.0
    metrics = QFontMetricsF(_font())
    for span, note in notes:
        pieces = geometry.pieces(span)
        if not pieces or not (note.text or note.tags):
            continue
        words = _fitted(" ".join(note.text.split()), metrics)
        tags = ", ".join(note.tags)
        height = _LINE * (words.count("\n") + 1 if words else 0) + (_TAGS if tags else 0)
        top = max(lowest, pieces[0].baseline - _SIZE)
        yield MarginNote(QRectF(left, top, WIDTH, height), note, words, tags)
        lowest = top + height + _GAP


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


def _fitted(words: str, metrics: QFontMetricsF) -> str:
    """Return words in at most three lines, "more" at the end where there are more."""
    lines: list[str] = []
    rest = words.split(" ")
    while rest and rest[0] and len(lines) < _MOST_LINES:
        count = len(rest)
        while count > 1 and metrics.horizontalAdvance(" ".join(rest[:count])) > WIDTH:
            count -= 1
        line, rest = " ".join(rest[:count]), rest[count:]
        lines.append(metrics.elidedText(line, Qt.TextElideMode.ElideRight, WIDTH))
    if rest and lines:
        more = Qt.TextElideMode.ElideRight
        lines[-1] = metrics.elidedText(f"{lines[-1]} {' '.join(rest)}", more, WIDTH)
    return "\n".join(lines)


def _font() -> QFont:
    font = QFont("Source Serif 4")
    font.setPixelSize(_SIZE)
    font.setItalic(True)
    return font

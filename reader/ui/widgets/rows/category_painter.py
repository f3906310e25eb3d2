"""Paints the row of a category: its letter, its name as the page marks it, strip and counts."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from reader.ui.theme import Theme, sans
from reader.ui.widgets.elided_text import draw_elided
from reader.ui.widgets.position_strip import paint_strip
from reader.ui.widgets.rows.fact_row import FactRow
from reader.ui.widgets.strokes import Strokes
from reader.values import frozen

NARRATOR_WIDTH, SOURCES_WIDTH = 62, 52  # pixels of the two columns of counts
HEIGHT = 31
_TWO_LINES = 46
_EDGE = 14
_LETTER = 18
_LETTER_GAP = 8
_STRIP = 104
_BEFORE_COUNT = 28  # pixels of the first column of counts that its figures need
_GAP = 8
_LEAST_DETAIL = 40
_LINE = 17


@frozen
class _Layout:
    """Where the parts of a row stand.

    Attributes:
        name: The left edge of the name.
        name_end: Where the name must end.
        strip: The strip, or None.
        narrator: The right edge of the narrator's count.
        sources: The right edge of the sources' count.
    """

    name: float
    name_end: float
    strip: QRectF | None
    narrator: float
    sources: float

    @classmethod
    def of(cls, rect: QRectF, row: FactRow) -> "_Layout":
        name = rect.left() + _EDGE + (_LETTER + _LETTER_GAP if row.letter else 0)
        sources = rect.right() - _EDGE
        narrator = sources - SOURCES_WIDTH
        end = narrator - _BEFORE_COUNT if row.counts is not None else sources
        if not row.strip:
            return cls(name, end - _GAP, None, narrator, sources)
        strip = QRectF(end - _STRIP, rect.center().y() - 8, _STRIP, 16)
        return cls(name, strip.left() - _GAP, strip, narrator, sources)


def category_height(row: FactRow, width: float) -> int:
    """Return the height of a row: two lines where the name is too long for one."""
    layout = _Layout.of(QRectF(0, 0, width, HEIGHT), row)
    return _TWO_LINES if len(_lines(row.text, layout.name_end - layout.name)) > 1 else HEIGHT


def category_strip(rect: QRectF, row: FactRow) -> QRectF | None:
    """Return where a row in `rect` has its strip, or None when it has none."""
    return _Layout.of(rect, row).strip


def is_on_letter(rect: QRectF, row: FactRow, point: QPointF) -> bool:
    """Return whether a point is on the letter of a row, which is a switch."""
    letter = QRectF(rect.left(), rect.top(), _EDGE + _LETTER + _LETTER_GAP / 2, rect.height())
    return bool(row.letter) and row.is_checked is not None and letter.contains(point)


class CategoryPainter:
    """Paints one row on one painter."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self._painter = painter
        self._theme = theme

    def paint(self, rect: QRectF, row: FactRow) -> None:
        """Paint letter, name, strip and counts."""
        layout = _Layout.of(rect, row)
        if row.letter:
            top = rect.center().y() - _LETTER / 2
            self._letter(QRectF(rect.left() + _EDGE, top, _LETTER, _LETTER), row)
        self._name(rect, row, layout)
        if layout.strip is not None:
            paint_strip(self._painter, layout.strip, self._theme, row.strip, self._ink(row))
        if row.counts is not None:
            self._counts(rect, row.counts, layout)

    def _ink(self, row: FactRow) -> QColor:
        return self._theme.slot(row.slot) if row.slot else QColor(self._theme.hedge)

    def _letter(self, rect: QRectF, row: FactRow) -> None:
        theme, ink, painter = self._theme, self._ink(row), self._painter
        is_solid = (bool(row.slot) or row.letter == "+") and row.is_checked is not False
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(ink if is_solid else QColor(theme.panel))
        painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3)
        painter.setFont(sans(11, weight=600))
        painter.setPen(QColor(theme.panel) if is_solid else ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, row.letter)

    def _name(self, rect: QRectF, row: FactRow, layout: _Layout) -> None:
        lines = _lines(row.text, layout.name_end - layout.name)
        font, top = _font(is_hidden=row.is_checked is False), 0.0
        top = rect.center().y() - _LINE * len(lines) / 2
        end = layout.name
        for number, line in enumerate(lines):
            width = QFontMetricsF(font).horizontalAdvance(line)
            width = min(width, layout.name_end - layout.name)
            place = QRectF(layout.name, top + _LINE * number, width, _LINE)
            self._wear(place, row, is_last=number == len(lines) - 1)
            color = self._theme.text2 if row.is_checked is False else self._theme.text
            end = draw_elided(self._painter, place.adjusted(0, 0, 1, 0), line, font, color)
        rest = QRectF(end + _GAP, rect.top(), layout.name_end - end - _GAP, rect.height())
        if row.detail and len(lines) == 1 and rest.width() > _LEAST_DETAIL:
            draw_elided(self._painter, rest, row.detail, sans(12), self._theme.text2)

    def _wear(self, place: QRectF, row: FactRow, *, is_last: bool) -> None:
        """Paint the tint and the line of the category under a line of its name."""
        if row.line is None or row.is_checked is False:
            return
        painter, ink = self._painter, self._ink(row)
        if row.slot:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.tint_of(ink))
            painter.drawRoundedRect(place.adjusted(-2, -1, 2, 2), 3, 3)
        if is_last:
            strokes = Strokes(painter, painter.device().devicePixelRatioF(), 0.9)
            line = QRectF(place.left() - 2, place.bottom() + 1, place.width() + 4, 4)
            strokes.line(row.line, line, ink, is_source=False)

    def _counts(self, rect: QRectF, counts: tuple[int, int], layout: _Layout) -> None:
        flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for count, right, weight in (
            (counts[0], layout.narrator, 600),
            (counts[1], layout.sources, 400),
        ):
            self._painter.setFont(sans(13, weight=weight))
            self._painter.setPen(QColor(self._theme.text))
            cell = QRectF(right - 60, rect.top(), 60, rect.height())
            self._painter.drawText(cell, flags, f"{count:,}" if count else "–")


def _font(*, is_hidden: bool) -> QFont:
    font = sans(13, weight=500)
    font.setStrikeOut(is_hidden)
    return font


def _lines(name: str, room: float) -> list[str]:
    """Return a name in one line, or in two where it is too long for one."""
    metrics = QFontMetricsF(_font(is_hidden=False))
    if metrics.horizontalAdvance(name) <= room or " " not in name:
        return [name]
    words = name.split()
    for count in range(len(words) - 1, 0, -1):
        first = " ".join(words[:count])
        if metrics.horizontalAdvance(first) <= room:
            return [first, " ".join(words[count:])]
    return [words[0], " ".join(words[1:])]

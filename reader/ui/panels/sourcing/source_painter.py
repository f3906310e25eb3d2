"""Paints the row of a source: numeral, side, name, words, places, identification and verbs."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeWidget

from reader.ui.panels.sourcing.source_rows import Chip, ColumnsRow, SourceRow
from reader.ui.panels.sourcing.source_signs import paint_numeral, paint_pencil, paint_side_box
from reader.ui.theme import sans
from reader.ui.widgets.elided_text import draw_elided
from reader.ui.widgets.fact_row import FactRow, Index, row_of
from reader.ui.widgets.position_strip import paint_strip
from reader.ui.widgets.row_painter import RowPainter

_WIDE = 500  # pixels; from here on a row has columns
_EDGE = 14
NAME_LEFT = 66  # pixels from the edge of a row to the name
_LINE = 19
_CHIP = 20
_GAP = 5
_SMALL_STRIP = 96
_WORDS = 52  # pixels of the column of words
_DOTS = 4
_LEAST = 20  # pixels that a word needs to be worth drawing


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns of a row stand."""

    left: float
    words_right: float
    strip: QRectF
    chips_left: float
    chips_right: float

    @classmethod
    def of(cls, rect: QRectF) -> "_Columns":
        left, right = rect.left() + NAME_LEFT, rect.right() - _EDGE
        if rect.width() >= _WIDE:
            wide = min(182.0, rect.width() * 0.29)
            strip = QRectF(right - wide, rect.top() + 7, wide, 16)
            return cls(left, right - wide - 10, strip, left + 205, right)
        strip = QRectF(left, rect.top() + 6 + 2 * _LINE, _SMALL_STRIP, 16)
        return cls(left, right, strip, left + _SMALL_STRIP + 10, right)


class SourcePainter(RowPainter):
    """Paints the rows of sources; all other rows as ever."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a height that holds all verbs."""
        row = row_of(index)
        parent = self.parent()
        width = parent.viewport().width() if isinstance(parent, QTreeWidget) else 344
        if isinstance(row, ColumnsRow):
            return QSize(100, 24 if width >= _WIDE else 1)  # 0 stops repaints on scrolling
        if not isinstance(row, SourceRow):
            return super().sizeHint(option, index)
        columns = _Columns.of(QRectF(0, 0, width, 0))
        lines = _chip_lines(row.chips, columns.chips_right - columns.chips_left)
        above = 8 + (1 if width >= _WIDE else 2) * _LINE
        return QSize(100, above + max(1, lines) * (_CHIP + 3) + 5)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = row_of(index)
        if isinstance(row, ColumnsRow):
            self._titles(painter, QRectF(option.rect), row)
        elif isinstance(row, SourceRow):
            rect = QRectF(option.rect)
            painter.save()
            self.paint_ground(painter, rect, row, option.state)
            self._source(painter, rect, row)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setPen(QPen(QColor(self.theme.line), 1))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            painter.restore()
        else:
            super().paint(painter, option, index)

    def strip_rect(self, rect: QRectF, row: FactRow) -> QRectF | None:
        """Return where a row has its strip."""
        if isinstance(row, SourceRow):
            return _Columns.of(rect).strip
        return super().strip_rect(rect, row)

    def _titles(self, painter: QPainter, rect: QRectF, row: ColumnsRow) -> None:
        if rect.height() < _LINE:  # folded away
            return
        columns, flags = _Columns.of(rect), Qt.AlignmentFlag.AlignVCenter
        painter.setFont(sans(12))
        painter.setPen(QColor(self.theme.text2))
        place = rect.adjusted(NAME_LEFT, 0, 0, 0)
        painter.drawText(place, int(flags), row.name_title)
        words = QRectF(columns.words_right - 70, rect.top(), 70, rect.height())
        painter.drawText(words, int(flags | Qt.AlignmentFlag.AlignRight), row.words_title)
        strip = QRectF(columns.strip.left(), rect.top(), columns.strip.width(), rect.height())
        painter.drawText(strip, int(flags), row.strip_title)

    def _source(self, painter: QPainter, rect: QRectF, row: SourceRow) -> None:
        theme, columns, top = self.theme, _Columns.of(rect), rect.top() + 6
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_numeral(painter, QRectF(rect.left() + _EDGE, top, 18, 18), theme, row.letter)
        side = QRectF(rect.left() + _EDGE + 25, top + 1, 16, 16)
        paint_side_box(painter, side, theme, row.side)
        self._first_line(painter, columns, top, row)
        paint_strip(painter, columns.strip, theme, row.strip, QColor(theme.text2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_wide = rect.width() >= _WIDE
        second = QRectF(columns.left, top + _LINE + 1, columns.words_right - columns.left, 18)
        self._identification(painter, second, row, is_wide=is_wide)
        chips_top = top + (1 if is_wide else 2) * _LINE
        self._chips(painter, columns, chips_top, row.chips)

    def _first_line(
        self, painter: QPainter, columns: _Columns, top: float, row: SourceRow
    ) -> None:
        theme = self.theme
        place = QRectF(columns.words_right - _WORDS, top, _WORDS, 18)
        painter.setFont(sans(13, weight=600))
        painter.setPen(QColor(theme.text))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if row.is_corrected:
            paint_pencil(painter, QPointF(place.right() - 10, top + 4), theme)
            place.setRight(place.right() - 14)
        painter.drawText(place, right, str(row.words) if row.words else "–")
        limit = place.left() + 10
        font = sans(13, weight=600)
        left = _draw(painter, columns.left, limit, top, row.text, font, theme.text)
        _draw(painter, left + 5, limit, top, row.detail, sans(13), theme.text2)

    def _identification(
        self, painter: QPainter, rect: QRectF, row: SourceRow, *, is_wide: bool
    ) -> None:
        painter.setPen(QPen(QColor(self.theme.text2), 1.2))
        for number in range(_DOTS):
            is_filled = number < row.dots
            painter.setBrush(QColor(self.theme.text2) if is_filled else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(rect.left() + 3 + 9 * number, rect.center().y()), 2.9, 2.9)
        left, font, quiet = rect.left() + 9 * _DOTS + 6, sans(12), self.theme.text2
        if is_wide:
            _draw(painter, left, rect.left() + 134, rect.top(), row.grade, font, quiet)
            left = rect.left() + 137
            _draw(painter, left, rect.left() + 201, rect.top(), row.sort, font, quiet)
        else:
            words = f"{row.grade} · {row.sort}"
            _draw(painter, left, rect.right(), rect.top(), words, font, quiet)

    def _chips(
        self, painter: QPainter, columns: _Columns, top: float, chips: Sequence[Chip]
    ) -> None:
        theme = self.theme
        for chip, place in _chip_places(chips, columns.chips_right - columns.chips_left):
            rect = place.translated(columns.chips_left, top)
            painter.setPen(QPen(QColor(theme.line2), 1))
            painter.setBrush(QColor(theme.raised))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _CHIP / 2, _CHIP / 2)
            inner, limit, font = rect.left() + 8, rect.right() - 4, sans(12)
            left = _draw(painter, inner, limit, rect.top() + 1, chip.words, font, theme.text)
            _draw(painter, left + 4, limit, rect.top() + 1, chip.what, font, theme.text2)


def _chip_places(chips: Sequence[Chip], room: float) -> list[tuple[Chip, QRectF]]:
    """Return where chips stand that flow over lines of a width."""
    metrics = QFontMetricsF(sans(12))
    places: list[tuple[Chip, QRectF]] = []
    left, top = 0.0, 0.0
    for chip in chips:
        words = f"{chip.words} {chip.what}".strip()
        width = min(room, metrics.horizontalAdvance(words) + 18)
        if left and left + width > room:
            left, top = 0.0, top + _CHIP + 3
        places.append((chip, QRectF(left, top, width, _CHIP)))
        left += width + _GAP
    return places


def _chip_lines(chips: Sequence[Chip], room: float) -> int:
    places = _chip_places(chips, room)
    return round(places[-1][1].top() / (_CHIP + 3)) + 1 if places else 0


def _draw(
    painter: QPainter, left: float, limit: float, top: float, words: str, font: QFont, color: str
) -> float:
    """Draw words as far as there is room; return where they end."""
    if limit - left < _LEAST:
        return left
    return draw_elided(painter, QRectF(left, top, limit - left, 18), words, font, color)

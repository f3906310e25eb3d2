"""Paints the rows of a panel: categories, their places, strips, headings and sentences."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.ui.theme import Theme, sans, serif
from reader.ui.widgets.check_box import paint_check_box
from reader.ui.widgets.elided_text import draw_around_hit, draw_elided
from reader.ui.widgets.fact_row import FactRow, Index, RowKind, row_of
from reader.ui.widgets.position_strip import paint_strip
from reader.ui.widgets.strokes import Strokes

_HEIGHTS: dict[RowKind, int] = {
    "category": 31,
    "place": 26,
    "strip": 22,
    "heading": 30,
    "text": 24,
    "quiet": 22,
}
COUNT_WIDTH = 54  # pixels of one column of counts
_BEFORE_COUNT = 24  # pixels left of a count, which few figures need
_SAMPLE_WIDTH = 42  # pixels of a sample of a line, with its gap


class RowPainter(QStyledItemDelegate):
    """Paints one row."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @property
    def theme(self) -> Theme:
        """Return the colours that are used."""
        return self._theme

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the row's kind."""
        row = row_of(index)
        return QSize(100, _HEIGHTS[row.kind] if row is not None else 26)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row's ground, then what it shows."""
        row = row_of(index)
        if row is None:
            return
        painter.save()
        rect = QRectF(option.rect)
        state = option.state
        self.paint_ground(painter, rect, row, state)
        draw = {
            "category": self._category,
            "place": self._place,
            "strip": self._strip,
        }.get(row.kind, self._plain)
        draw(painter, rect, row)
        painter.restore()

    def paint_ground(
        self, painter: QPainter, rect: QRectF, row: FactRow, state: QStyle.StateFlag
    ) -> None:
        """Paint what lies under a row: chosen, hovered or in focus."""
        theme = self._theme
        if row.kind in {"heading", "strip", "quiet"}:
            return
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.accent_wash))
            painter.fillRect(
                QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent)
            )
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.hover))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _category(self, painter: QPainter, rect: QRectF, row: FactRow) -> None:
        theme = self._theme
        left = rect.left() + 14
        if row.is_checked is not None:
            box = QRectF(left, rect.center().y() - 7, 14, 14)
            paint_check_box(painter, box, theme, is_on=row.is_checked)
            left += 23
        if row.letter:
            self._letter(painter, QRectF(left, rect.center().y() - 9, 18, 18), row)
            left += 26
        right = rect.right() - 14
        if row.counts is not None:
            right = self._counts(painter, rect, row.counts)
        if row.line is not None:
            right -= _SAMPLE_WIDTH - (_BEFORE_COUNT if row.counts is not None else 0)
            self._sample(
                painter, QRectF(right, rect.top(), _SAMPLE_WIDTH - 10, rect.height()), row
            )
        strip = self.strip_rect(rect, row)
        if strip is not None:
            paint_strip(painter, strip, theme, row.strip, self._ink(row))
            right -= 120
        self._words(painter, QRectF(left, rect.top(), right - left, rect.height()), row)

    def strip_rect(self, rect: QRectF, row: FactRow) -> QRectF | None:
        """Return where a row in `rect` has its strip, or None when it has none."""
        if not row.strip:
            return None
        if row.kind == "strip":
            before, after = (78, 14) if row.lead else (44, 26)
            width = rect.width() - before - after
            return QRectF(rect.left() + before, rect.top() + 3, width, 16)
        left = rect.left() + 14 + (23 if row.is_checked is not None else 0)
        left += 26 if row.letter else 0
        right = rect.right() - 14
        if row.counts is not None:
            right -= 2 * COUNT_WIDTH + 6
        if row.line is not None:
            right -= _SAMPLE_WIDTH - (_BEFORE_COUNT if row.counts is not None else 0)
        if row.kind != "category" or right - left <= 250:
            return None
        return QRectF(right - 112, rect.center().y() - 8, 104, 16)

    def _sample(self, painter: QPainter, rect: QRectF, row: FactRow) -> None:
        if row.line is not None:
            strokes = Strokes(painter, painter.device().devicePixelRatioF(), 1.0)
            place = QRectF(rect.left(), rect.center().y() - 1.5, rect.width(), 4)
            strokes.line(row.line, place, self._ink(row), is_source=False)

    def _words(self, painter: QPainter, rect: QRectF, row: FactRow) -> None:
        end = draw_elided(painter, rect, row.text, sans(13, weight=500), self._theme.text)
        rest = rect.adjusted(end - rect.left() + 6, 0, 0, 0)
        if rest.width() > 24:
            draw_elided(painter, rest, row.detail, sans(12), self._theme.text2)

    def _ink(self, row: FactRow) -> QColor:
        return self._theme.slot(row.slot) if row.slot else QColor(self._theme.hedge)

    def _letter(self, painter: QPainter, rect: QRectF, row: FactRow) -> None:
        theme, ink = self._theme, self._ink(row)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_solid = bool(row.slot) or row.letter == "+"
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(ink if is_solid else QColor(theme.panel))
        inner = rect.adjusted(0.75, 0.75, -0.75, -0.75)
        painter.drawRoundedRect(inner, 3, 3)
        painter.setFont(sans(11, weight=600))
        painter.setPen(QColor(theme.panel) if is_solid else ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, row.letter)

    def _counts(self, painter: QPainter, rect: QRectF, counts: tuple[int, int]) -> float:
        """Draw the two counts at the right; return where their columns begin."""
        right = rect.right() - 14
        flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for count, weight in ((counts[1], 400), (counts[0], 600)):
            painter.setFont(sans(13, weight=weight))
            painter.setPen(QColor(self._theme.text))
            cell = QRectF(right - COUNT_WIDTH, rect.top(), COUNT_WIDTH, rect.height())
            painter.drawText(cell, flags, str(count) if count else "–")
            right -= COUNT_WIDTH
        return right - 6

    def _place(self, painter: QPainter, rect: QRectF, row: FactRow) -> None:
        theme = self._theme
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(sans(12))
        painter.setPen(QColor(theme.text2))
        painter.drawText(QRectF(rect.left() + 40, rect.top(), 44, rect.height()), flags, row.lead)
        place = rect.adjusted(84, 0, -12, 0)
        words, fonts = (row.text, row.hit, row.after), (serif(14), serif(14, weight=600))
        *_, end = draw_around_hit(painter, place, words, fonts, theme.text)
        if row.detail:
            place.setLeft(end)
            draw_elided(painter, place, f" · {row.detail}", sans(12), theme.text2)

    def _strip(self, painter: QPainter, rect: QRectF, row: FactRow) -> None:
        if row.lead:
            painter.setFont(sans(12))
            painter.setPen(QColor(self._theme.text2))
            label = QRectF(rect.left() + 14, rect.top(), 64, rect.height())
            painter.drawText(label, int(Qt.AlignmentFlag.AlignVCenter), row.lead)
        place = self.strip_rect(rect, row)
        if place is not None:
            paint_strip(painter, place, self._theme, row.strip, self._ink(row))

    def _plain(self, painter: QPainter, rect: QRectF, row: FactRow) -> None:
        theme = self._theme
        is_heading = row.kind == "heading"
        painter.setFont(sans(12, weight=600) if is_heading else sans(13))
        painter.setPen(QColor(theme.text if row.kind == "text" else theme.text2))
        inner = rect.adjusted(14, 6 if is_heading else 0, -14, 0)
        metrics = QFontMetricsF(painter.font())
        words = metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, inner.width() - 40)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), words)
        if row.detail:
            flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
            painter.drawText(inner, flags, row.detail)

"""Paints the rows of a panel: categories, their places, strips, headings and sentences."""

from PySide6 import QtWidgets  # of which QStyle is made when it is needed: it takes 5 ms
from PySide6.QtCore import QAbstractItemModel, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.ui.theme import Theme, sans, serif
from reader.ui.widgets.elided_text import draw_around_hit, draw_elided
from reader.ui.widgets.position_strip import paint_strip
from reader.ui.widgets.rows.category_painter import (
    HEIGHT,
    CategoryPainter,
    category_height,
    category_strip,
)
from reader.ui.widgets.rows.fact_row import FactRow, Index, RowKind, row_of

_USUAL = 344  # pixels of a panel
_LEAD = 44  # pixels for "7.2" or "Title"; "Standfirst" needs more
_AFTER_LEAD = 8
_HEIGHTS: dict[RowKind, int] = {
    "category": HEIGHT,
    "place": 26,
    "strip": 22,
    "heading": 30,
    "text": 24,
    "quiet": 22,
}


def paint_row_ground(
    painter: QPainter, area: QRectF, state: "QtWidgets.QStyle.StateFlag", theme: Theme
) -> None:
    """Paint what lies under a row of a list or tree: chosen, under the pointer, with the keys."""
    if state & QtWidgets.QStyle.StateFlag.State_Selected:
        painter.fillRect(area, QColor(theme.accent_wash))
        bar = QRectF(area.left(), area.top(), 3, area.height())
        painter.fillRect(bar, QColor(theme.accent))
    elif state & QtWidgets.QStyle.StateFlag.State_MouseOver:
        painter.fillRect(area, QColor(theme.hover))
    if state & QtWidgets.QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(QColor(theme.focus), 2))
        painter.drawRect(area.adjusted(1, 1, -1, -1))


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
        if row is not None and row.kind == "category":
            return QSize(100, category_height(row, self.room()))
        return QSize(100, _HEIGHTS[row.kind] if row is not None else 26)

    def room(self) -> int:
        """Return how wide a row is."""
        parent = self.parent()
        return parent.viewport().width() if isinstance(parent, QAbstractScrollArea) else _USUAL

    def editorEvent(
        self,
        _event: QEvent,
        _model: QAbstractItemModel,
        _option: QStyleOptionViewItem,
        _index: Index,
    ) -> bool:
        """Change nothing: the tree itself answers a click on a letter."""
        return False

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
        self, painter: QPainter, rect: QRectF, row: FactRow, state: "QtWidgets.QStyle.StateFlag"
    ) -> None:
        """Paint what lies under a row: chosen, hovered or in focus."""
        if row.kind in {"heading", "strip", "quiet"}:
            state &= QtWidgets.QStyle.StateFlag.State_HasFocus  # nothing but where the keyboard is
        paint_row_ground(painter, rect, state, self._theme)

    def _category(self, painter: QPainter, rect: QRectF, row: FactRow) -> None:
        CategoryPainter(painter, self._theme).paint(rect, row)

    def strip_rect(self, rect: QRectF, row: FactRow) -> QRectF | None:
        """Return where a row in `rect` has its strip, or None when it has none."""
        if not row.strip:
            return None
        if row.kind == "strip":
            before, after = (78, 14) if row.lead else (44, 26)
            width = rect.width() - before - after
            return QRectF(rect.left() + before, rect.top() + 3, width, 16)
        return category_strip(rect, row) if row.kind == "category" else None

    def _ink(self, row: FactRow) -> QColor:
        return self._theme.slot(row.slot) if row.slot else QColor(self._theme.hedge)

    def _place(self, painter: QPainter, rect: QRectF, row: FactRow) -> None:
        theme = self._theme
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(sans(12))
        painter.setPen(QColor(theme.text2))
        lead = max(_LEAD, painter.fontMetrics().horizontalAdvance(row.lead) + _AFTER_LEAD)
        label = QRectF(rect.left() + 40, rect.top(), lead, rect.height())
        painter.drawText(label, flags, row.lead)
        place = rect.adjusted(40 + lead, 0, -12, 0)
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

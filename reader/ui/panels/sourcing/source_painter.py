"""Paints the row of a source: numeral, name, where it speaks, words; identification and verbs."""

from PySide6 import QtWidgets  # of which QStyle is made when it is needed: it takes 5 ms
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeWidget, QWidget

from reader.core.text.kept import Kept
from reader.ui.panels.sourcing.source_rows import SourceRow
from reader.ui.panels.sourcing.source_signs import (
    paint_count,
    paint_numeral,
    paint_pencil,
    paint_side_box,
)
from reader.ui.panels.sourcing.word_flow import (
    Placed,
    Run,
    cut,
    draw_flow,
    flow,
    line_count,
    whole_then_cut,
)
from reader.ui.theme import Theme, sans, serif
from reader.ui.widgets.position_strip import paint_strip
from reader.ui.widgets.rows.fact_row import FactRow, Index, row_of
from reader.ui.widgets.rows.row_painter import RowPainter
from reader.values import frozen

NAME_LEFT = 45  # pixels from the edge of a row to the name
_HEIGHT = 46
_EDGE = 14
_WIDE = 500  # pixels; from here on the strip has more room
_STRIP, _WIDE_STRIP = 92, 160
_WORDS = 40  # pixels of the column of words
_LINE = 18
_FIRST, _SECOND = 18, 38  # pixels from the top of a row to its two baselines
_DOTS = 4
_DOT_STEP = 9
_MOST_KNOWN = 20_000  # names whose lines are known


@frozen
class _Layout:
    """Where the parts of a row stand."""

    left: float
    right: float
    strip: QRectF

    @classmethod
    def of(cls, rect: QRectF) -> "_Layout":
        left, right = rect.left() + NAME_LEFT, rect.right() - _EDGE
        wide = _WIDE_STRIP if rect.width() >= _WIDE else _STRIP
        strip = QRectF(right - _WORDS - wide, rect.top() + 4, wide, 16)
        return cls(left, right, strip)

    @property
    def name_room(self) -> float:
        """Return how wide the name may be."""
        return self.strip.left() - 8 - self.left


class SourcePainter(RowPainter):
    """Paints the rows of sources; all other rows as ever. The chosen row shows all its words.

    A name is never cut; what else is told of a source is, where its row is not chosen.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        # Qt asks for the heights of all rows whenever colours change.
        self._name_lines = Kept(self._counted_lines, _MOST_KNOWN)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a height that holds all words of the chosen row."""
        row = row_of(index)
        if not isinstance(row, SourceRow):
            return super().sizeHint(option, index)
        layout = _Layout.of(QRectF(0, 0, self.room(), _HEIGHT))
        if not self._is_chosen(index):
            lines = self._name_lines[row.text, row.detail, layout.name_room]
            return QSize(100, _HEIGHT + (lines - 1) * _LINE)
        runs = _name_runs(row.text, row.detail, self.theme)
        lines = line_count(flow(runs, layout.name_room))
        lines += line_count(self._told(row, layout))
        return QSize(100, max(_HEIGHT, _HEIGHT + (lines - 2) * _LINE))

    def _counted_lines(self, name: tuple[str, str, float]) -> int:
        """Return how many lines a name takes with its detail, in some room."""
        return line_count(self._name(*name))

    def _is_chosen(self, index: Index) -> bool:
        parent = self.parent()
        return isinstance(parent, QTreeWidget) and parent.selectionModel().isSelected(index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = row_of(index)
        if not isinstance(row, SourceRow):
            super().paint(painter, option, index)
            return
        rect, state = QRectF(option.rect), option.state
        painter.save()
        self.paint_ground(painter, rect, row, state)
        looked_at = (
            QtWidgets.QStyle.StateFlag.State_MouseOver | QtWidgets.QStyle.StateFlag.State_HasFocus
        )
        self._signs(painter, rect, row, is_looked_at=bool(state & looked_at))
        if state & QtWidgets.QStyle.StateFlag.State_Selected:
            self._all_words(painter, rect, row)
        else:
            self._few_words(painter, rect, row)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(QColor(self.theme.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def strip_rect(self, rect: QRectF, row: FactRow) -> QRectF | None:
        """Return where a row has its strip."""
        if isinstance(row, SourceRow):
            return _Layout.of(rect).strip
        return super().strip_rect(rect, row)

    def _signs(
        self, painter: QPainter, rect: QRectF, row: SourceRow, *, is_looked_at: bool
    ) -> None:
        """Paint numeral, strip and words; the box of the side where there is one, or may be."""
        theme, layout = self.theme, _Layout.of(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(rect.left() + _EDGE, rect.top() + 5, 18, 18)
        paint_numeral(painter, circle, theme, row.letter, is_quoted=row.is_quoted)
        if row.side or is_looked_at:
            box = QRectF(rect.left() + _EDGE + 1, rect.top() + 26, 16, 16)
            paint_side_box(painter, box, theme, row.side)
        paint_strip(painter, layout.strip, theme, row.strip, QColor(theme.text2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(layout.right - _WORDS, rect.top() + 4, _WORDS, 18)
        paint_count(painter, place, theme, row.words)
        if row.is_corrected:
            paint_pencil(painter, QPointF(layout.right - 10, rect.top() + 28), theme)

    def _name(self, text: str, detail: str, room: float) -> list[Placed]:
        name, *rest = _name_runs(text, detail, self.theme)
        return whole_then_cut(name, rest, room)

    def _few_words(self, painter: QPainter, rect: QRectF, row: SourceRow) -> None:
        layout = _Layout.of(rect)
        name = self._name(row.text, row.detail, layout.name_room)
        draw_flow(painter, QPointF(layout.left, rect.top() + _FIRST), name, _LINE)
        baseline = rect.top() + _SECOND + (line_count(name) - 1) * _LINE
        self._dots(painter, QPointF(layout.left, baseline - 4), row.dots)
        left = _DOT_STEP * _DOTS + 5
        room = layout.right - layout.left - left - (16 if row.is_corrected else 0)
        told = cut(_told_runs(row, self.theme), room)
        draw_flow(painter, QPointF(layout.left + left, baseline), told, _LINE)

    def _all_words(self, painter: QPainter, rect: QRectF, row: SourceRow) -> None:
        layout = _Layout.of(rect)
        name = flow(_name_runs(row.text, row.detail, self.theme), layout.name_room)
        draw_flow(painter, QPointF(layout.left, rect.top() + _FIRST), name, _LINE)
        baseline = rect.top() + _SECOND + (line_count(name) - 1) * _LINE
        self._dots(painter, QPointF(layout.left, baseline - 4), row.dots)
        draw_flow(painter, QPointF(layout.left, baseline), self._told(row, layout), _LINE)

    def _told(self, row: SourceRow, layout: _Layout) -> list[Placed]:
        room = layout.right - layout.left - (16 if row.is_corrected else 0)
        return flow(_told_runs(row, self.theme), room, first_left=_DOT_STEP * _DOTS + 5)

    def _dots(self, painter: QPainter, middle: QPointF, filled: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.text2), 1.2))
        for number in range(_DOTS):
            ink = QColor(self.theme.text2) if number < filled else Qt.BrushStyle.NoBrush
            painter.setBrush(ink)
            painter.drawEllipse(middle + QPointF(3 + _DOT_STEP * number, 0), 2.9, 2.9)


def _name_runs(text: str, detail: str, theme: Theme) -> list[Run]:
    runs = [Run(text, sans(13, weight=600), theme.text)]
    return [*runs, Run(detail, sans(13), theme.text2, 5)] if detail else runs


def _told_runs(row: SourceRow, theme: Theme) -> list[Run]:
    """Return identification and kind, then each verb with what it does."""
    quiet, verb = sans(12), serif(14, italic=True)
    head = f"{row.grade} · {row.sort}"
    runs = [Run(f"{head} ·" if row.verbs else head, quiet, theme.text2)]
    for number, use in enumerate(row.verbs):
        comma = "," if number < len(row.verbs) - 1 else ""
        runs.append(Run(use.words + comma * (not use.what), verb, theme.text, 4))
        if use.what:
            runs.append(Run(use.what + comma, quiet, theme.text2, 4))
    return runs

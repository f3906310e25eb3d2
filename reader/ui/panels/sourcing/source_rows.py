"""Sources as rows: numeral, side, name, words, places, identification and verbs."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from reader.ui.theme import Theme, sans
from reader.ui.widgets.position_strip import paint_strip
from reader.ui.widgets.row_tree import Index, Row, RowPainter, RowTree, row_of

MIME = "application/x-close-reader-source"
_WIDE = 500  # pixels; from here on a row has columns
_EDGE = 14
_NAME_LEFT = 66
_LINE = 19
_CHIP = 20
_GAP = 5
_SMALL_STRIP = 96
_WORDS = 52  # pixels of the column of words
_DOTS = 4


@dataclass(frozen=True, slots=True)
class Chip:
    """A verb in a frame: the words, and quietly what they do."""

    words: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class SourceRow(Row):
    """What the row of a source shows beside its name.

    Attributes:
        dots: How many of four dots are filled.
        grade: The identification in words; the dots never stand alone.
        sort: The kind of source in words.
        chips: Its verbs.
        words: How many words are its own.
        side: 1 or 2 when the reader put it on a side, else 0.
        is_corrected: The reader changed it.
    """

    dots: int = 0
    grade: str = ""
    sort: str = ""
    chips: tuple[Chip, ...] = ()
    words: int = 0
    side: int = 0
    is_corrected: bool = False


@dataclass(frozen=True, slots=True)
class ColumnsRow(Row):
    """The names of the columns above the sources."""

    name_title: str = ""
    words_title: str = ""
    strip_title: str = ""


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
        left, right = rect.left() + _NAME_LEFT, rect.right() - _EDGE
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

    def strip_rect(self, rect: QRectF, row: Row) -> QRectF | None:
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
        place = rect.adjusted(_NAME_LEFT, 0, 0, 0)
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
        left = self._cut_run(painter, columns.left, limit, top, row.text, sans(13, weight=600))
        painter.setPen(QColor(theme.text2))
        self._cut_run(painter, left + 5, limit, top, row.detail, sans(13))

    def _cut_run(
        self, painter: QPainter, left: float, limit: float, top: float, words: str, font: QFont
    ) -> float:
        """Draw words as far as there is room; return where they end."""
        if not words or limit - left < 20:
            return left
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, limit - left)
        painter.setFont(font)
        place = QRectF(left, top, limit - left, 18)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)
        return left + metrics.horizontalAdvance(shown)

    def _identification(
        self, painter: QPainter, rect: QRectF, row: SourceRow, *, is_wide: bool
    ) -> None:
        painter.setPen(QPen(QColor(self.theme.text2), 1.2))
        for number in range(_DOTS):
            is_filled = number < row.dots
            painter.setBrush(QColor(self.theme.text2) if is_filled else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(rect.left() + 3 + 9 * number, rect.center().y()), 2.9, 2.9)
        left = rect.left() + 9 * _DOTS + 6
        if is_wide:
            self._cut_run(painter, left, rect.left() + 134, rect.top(), row.grade, sans(12))
            self._cut_run(
                painter, rect.left() + 137, rect.left() + 201, rect.top(), row.sort, sans(12)
            )
        else:
            words = f"{row.grade} · {row.sort}"
            self._cut_run(painter, left, rect.right(), rect.top(), words, sans(12))

    def _chips(
        self, painter: QPainter, columns: _Columns, top: float, chips: Sequence[Chip]
    ) -> None:
        theme = self.theme
        for chip, place in _chip_places(chips, columns.chips_right - columns.chips_left):
            rect = place.translated(columns.chips_left, top)
            painter.setPen(QPen(QColor(theme.line2), 1))
            painter.setBrush(QColor(theme.raised))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _CHIP / 2, _CHIP / 2)
            painter.setPen(QColor(theme.text))
            inner, limit = rect.left() + 8, rect.right() - 4
            left = self._cut_run(painter, inner, limit, rect.top() + 1, chip.words, sans(12))
            painter.setPen(QColor(theme.text2))
            self._cut_run(painter, left + 4, limit, rect.top() + 1, chip.what, sans(12))


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


def paint_numeral(painter: QPainter, rect: QRectF, theme: Theme, numeral: str) -> None:
    """Paint the number of a source in a filled circle."""
    painter.setPen(QPen(QColor(theme.text2), 1.4))
    painter.setBrush(QColor(theme.text2))
    painter.drawEllipse(rect.adjusted(0.75, 0.75, -0.75, -0.75))
    painter.setFont(sans(11, weight=600))
    painter.setPen(QColor(theme.panel))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, numeral)


def paint_side_box(painter: QPainter, rect: QRectF, theme: Theme, side: int) -> None:
    """Paint the box of a side: a bar on the left for 1, on the right for 2, and the number."""
    painter.setPen(QPen(QColor(theme.line2), 1.2))
    painter.setBrush(QColor(theme.raised))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    if not side:
        return
    bar = QRectF(rect.left() if side == 1 else rect.right() - 4, rect.top(), 4, rect.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.text))
    painter.drawRoundedRect(bar, 2, 2)
    painter.setPen(QColor(theme.text))
    painter.setFont(sans(11, weight=600))
    place = rect.adjusted(4, 0, 0, 0) if side == 1 else rect.adjusted(0, 0, -4, 0)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(side))


def paint_pencil(painter: QPainter, place: QPointF, theme: Theme) -> None:
    """Paint the pencil that tells the reader's own correction, 10 pixels wide."""
    path = QPainterPath(QPointF(0, 10))
    for x, y in ((1, 6.5), (7, 0.5), (9.5, 3), (3.5, 9), (0, 10)):
        path.lineTo(QPointF(x, y))
    path.translate(place)
    painter.save()
    painter.setPen(QPen(QColor(theme.text), 1.1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.restore()


class SourceTree(RowTree):
    """Rows of sources that can be dragged onto a side, or sorted by keys.

    Signals:
        side_requested(str, int): Put a source (its id) on side 1, 2 or none (0).
        join_requested(str, QPoint): Ask to which other source it belongs.
        speaker_requested(str, QPoint): Ask who else said what it says.
    """

    side_requested = Signal(str, int)
    join_requested = Signal(str, object)
    speaker_requested = Signal(str, object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent, SourcePainter)
        self.setDragEnabled(True)
        self.setDragDropMode(QTreeWidget.DragDropMode.DragOnly)

    def mimeData(self, items: Sequence[QTreeWidgetItem]) -> QMimeData:
        """Return the id of the source that is dragged."""
        data = QMimeData()
        for item in items:
            row = row_of(self.indexFromItem(item))
            if isinstance(row, SourceRow):
                data.setData(MIME, str(row.payload).encode())
        return data

    def mimeTypes(self) -> list[str]:
        """Return the one form in which a source is dragged."""
        return [MIME]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of a source: 1, 2 and 0 for its side, J to join, C for the speaker."""
        row, key = self.current_row(), event.text().lower()
        if (
            not isinstance(row, SourceRow)
            or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        ):
            super().keyPressEvent(event)
        elif key in {"0", "1", "2"}:
            self.side_requested.emit(row.payload, int(key))
        elif key == "j":
            self.join_requested.emit(row.payload, self._below_current())
        elif key == "c":
            self.speaker_requested.emit(row.payload, self._below_current())
        else:
            super().keyPressEvent(event)

    def _below_current(self) -> QPoint:
        rect = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(rect.bottomLeft() + QPoint(_NAME_LEFT, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the verbs flow anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

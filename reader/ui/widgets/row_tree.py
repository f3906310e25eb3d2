"""A tree of rows that a delegate paints: categories, their places, headings and sentences."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from reader.ui.theme import Theme, sans, serif
from reader.ui.widgets.position_strip import StripMark, mark_at, paint_strip
from reader.ui.widgets.strokes import Strokes, Style

Index = QModelIndex | QPersistentModelIndex
RowKind = Literal["category", "place", "strip", "heading", "text", "quiet"]
_ROLE = Qt.ItemDataRole.UserRole
_FILLED_ROLE = Qt.ItemDataRole.UserRole + 1
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


@dataclass(frozen=True, slots=True)
class Row:
    """What one row shows.

    Attributes:
        kind: How it is painted.
        text: The name, or the words before the hit.
        hit: The words in bold within a place.
        after: The words after the hit.
        lead: What stands at the left: "l. 12", "Title".
        detail: Quiet words after the text.
        letter: The letter of a category, or a numeral.
        slot: The colour of the letter; 0 for the hedge ink.
        line: The style of a sample of the line under the words; None for no sample.
        counts: Narrator's and sources' counts.
        strip: Blocks of a position strip.
        places: What a click on each block hands on, in the order of the blocks.
        payload: What activating the row hands on.
        spoken: What a screen reader says.
        is_checked: Whether the box is ticked; None for no box.
        children: Makes the rows below it, when they are first wanted.
    """

    kind: RowKind
    text: str = ""
    hit: str = ""
    after: str = ""
    lead: str = ""
    detail: str = ""
    letter: str = ""
    slot: int = 0
    line: Style | None = None
    counts: tuple[int, int] | None = None
    strip: Sequence[StripMark] = ()
    places: Sequence[Any] = ()
    payload: Any = None
    spoken: str = ""
    is_checked: bool | None = None
    children: "Callable[[], Sequence[Row]] | None" = None


class RowTree(QTreeWidget):
    """Shows rows; each can be reached and activated with the keyboard.

    Signals:
        row_activated(object): The payload of a row that was clicked or chosen with Enter.
        row_checked(object, bool): The payload of a row whose box was changed, and its state.
        menu_requested(object, QPoint): A menu for the payload of a row, at a point of the screen.
    """

    row_activated = Signal(object)
    row_checked = Signal(object, bool)
    menu_requested = Signal(object, object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        parent: QWidget | None = None,
        painter: "type[RowPainter] | None" = None,
    ) -> None:
        super().__init__(parent)
        self._painter = (painter or RowPainter)(theme, self)
        self._pressed_at = QPointF()
        self.setObjectName(name)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(self._painter)
        self.itemClicked.connect(self._clicked)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._painter.set_theme(theme)
        self.viewport().update()

    def show_rows(
        self, rows: Sequence[Row], opened: object = None, *, keeps_place: bool = False
    ) -> None:
        """Replace all rows.

        Args:
            rows: The rows of the top level.
            opened: The row with this payload shows its children.
            keeps_place: They are about the same article: stay at the row that is chosen.
        """
        current, height = self.current_row(), self.verticalScrollBar().value()
        chosen = current.payload if current is not None and keeps_place else None
        self.clear()
        for row in rows:
            item = _item(row)
            self.addTopLevelItem(item)
            if row.children and row.payload is not None and row.payload == opened:
                self._open(item)
            if chosen is not None and row.payload == chosen:
                self.setCurrentItem(item)
        if keeps_place:
            self.doItemsLayout()
            self.verticalScrollBar().setValue(height)

    def _open(self, item: QTreeWidgetItem) -> None:
        row: Row = item.data(0, _ROLE)
        if row.children is not None and not item.data(0, _FILLED_ROLE):
            item.takeChildren()
            item.addChildren([_item(child) for child in row.children()])
            item.setData(0, _FILLED_ROLE, True)  # noqa: FBT003 -- a Qt setter
        item.setExpanded(True)

    def rows(self) -> list[Row]:
        """Return the rows of the top level, for tests and reports."""
        items = (self.topLevelItem(index) for index in range(self.topLevelItemCount()))
        return [item.data(0, _ROLE) for item in items if item is not None]

    def select_below(self, owner: object, payload: object) -> None:
        """Select the row with `payload` below the row with `owner`, without activating it."""
        for index in range(self.topLevelItemCount()):
            item = self.topLevelItem(index)
            if item is None:
                continue
            row: Row = item.data(0, _ROLE)
            if row.payload != owner:
                continue
            self._open(item)
            for number in range(item.childCount()):
                chosen = item.child(number)
                if chosen is not None and chosen.data(0, _ROLE).payload is payload:
                    self.setCurrentItem(chosen)
                    self.scrollToItem(chosen)
                    return

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a row was pressed: on its strip that leads to a place."""
        self._pressed_at = event.position()
        super().mousePressEvent(event)

    def _place_pressed(self, item: QTreeWidgetItem, row: Row) -> object | None:
        """Return what the pressed block of a strip hands on, or None beside the strip."""
        strip = self._painter.strip_rect(QRectF(self.visualItemRect(item)), row)
        if strip is None or not row.places or not strip.contains(self._pressed_at):
            return None
        number = mark_at(strip, row.strip, self._pressed_at.x())
        return None if number is None else row.places[number]

    def _clicked(self, item: QTreeWidgetItem) -> None:
        row: Row = item.data(0, _ROLE)
        pressed = self._place_pressed(item, row)
        if pressed is not None:
            self.row_activated.emit(pressed)
            return
        place = self.viewport().mapFromGlobal(self.cursor().pos())
        if row.is_checked is not None and 0 <= place.x() < 34 and self.underMouse():
            self.row_checked.emit(row.payload, not row.is_checked)
            return
        self._activate(item)

    def _activate(self, item: QTreeWidgetItem) -> None:
        row: Row = item.data(0, _ROLE)
        if row.children:
            if item.isExpanded() and row.kind == "category":
                item.setExpanded(False)
            else:
                self._open(item)
        if row.payload is not None:
            self.row_activated.emit(row.payload)

    def current_row(self) -> Row | None:
        """Return the row that the keyboard is on."""
        item = self.currentItem()
        return item.data(0, _ROLE) if item is not None else None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu of the row under the pointer, or of the row the keyboard is on."""
        is_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        item = self.itemAt(event.pos()) if is_mouse else self.currentItem()
        row: Row | None = item.data(0, _ROLE) if item is not None else None
        if item is not None and row is not None and row.payload is not None:
            self.setCurrentItem(item)
            corner = self.visualItemRect(item).bottomLeft()
            place = event.globalPos() if is_mouse else self.viewport().mapToGlobal(corner)
            self.menu_requested.emit(row.payload, place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter activates a row, Space ticks its box."""
        item = self.currentItem()
        if item is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._activate(item)
            return
        row: Row | None = item.data(0, _ROLE) if item is not None else None
        if row is not None and row.is_checked is not None and event.key() == Qt.Key.Key_Space:
            self.row_checked.emit(row.payload, not row.is_checked)
            return
        super().keyPressEvent(event)


def _item(row: Row) -> QTreeWidgetItem:
    item = QTreeWidgetItem()
    item.setData(0, _ROLE, row)
    spoken = row.spoken or " ".join(filter(None, (row.lead, row.text, row.hit, row.after)))
    item.setText(0, spoken)
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
    if row.children:
        item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        item.addChild(QTreeWidgetItem())
    return item


def row_of(index: Index) -> Row | None:
    """Return the row that an index of the tree shows."""
    row = index.data(_ROLE)
    return row if isinstance(row, Row) else None


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
        row = index.data(_ROLE)
        return QSize(100, _HEIGHTS[row.kind] if isinstance(row, Row) else 26)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row's ground, then what it shows."""
        row = index.data(_ROLE)
        if not isinstance(row, Row):
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
        self, painter: QPainter, rect: QRectF, row: Row, state: QStyle.StateFlag
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

    def _category(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        theme = self._theme
        left = rect.left() + 14
        if row.is_checked is not None:
            self._box(painter, QRectF(left, rect.center().y() - 7, 14, 14), row)
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

    def strip_rect(self, rect: QRectF, row: Row) -> QRectF | None:
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

    def _sample(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        if row.line is not None:
            strokes = Strokes(painter, painter.device().devicePixelRatioF(), 1.0)
            place = QRectF(rect.left(), rect.center().y() - 1.5, rect.width(), 4)
            strokes.line(row.line, place, self._ink(row), is_source=False)

    def _words(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        font = sans(13, weight=500)
        metrics = QFontMetricsF(font)
        name = metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, rect.width())
        painter.setFont(font)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), name)
        room = rect.width() - metrics.horizontalAdvance(name) - 6
        if row.detail and room > 24:
            small = sans(12)
            painter.setFont(small)
            painter.setPen(QColor(self._theme.text2))
            detail = QFontMetricsF(small).elidedText(row.detail, Qt.TextElideMode.ElideRight, room)
            rest = rect.adjusted(metrics.horizontalAdvance(name) + 6, 0, 0, 0)
            painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter), detail)

    def _box(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent if row.is_checked else theme.line2), 1.2))
        painter.setBrush(QColor(theme.accent if row.is_checked else theme.raised))
        painter.drawRoundedRect(rect, 3, 3)
        if row.is_checked:
            painter.setPen(QPen(QColor(theme.on), 1.8))
            x, y = rect.left(), rect.top()
            painter.drawPolyline(
                [_point(x + 3, y + 7), _point(x + 6, y + 10), _point(x + 11, y + 4)]
            )

    def _ink(self, row: Row) -> QColor:
        return self._theme.slot(row.slot) if row.slot else QColor(self._theme.hedge)

    def _letter(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        theme, ink = self._theme, self._ink(row)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_solid = bool(row.slot) or row.letter == "+"
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(ink if is_solid else QColor(theme.panel))
        inner = rect.adjusted(0.75, 0.75, -0.75, -0.75)
        if row.letter.isdigit():
            painter.setPen(QPen(QColor(theme.text2), 1.4))
            painter.setBrush(QColor(theme.text2))
            painter.drawEllipse(inner)
            is_solid = True
        else:
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

    def _place(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        theme = self._theme
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(sans(12))
        painter.setPen(QColor(theme.text2))
        painter.drawText(QRectF(rect.left() + 40, rect.top(), 44, rect.height()), flags, row.lead)
        left = rect.left() + 84
        limit = rect.right() - 12
        for words, weight, color in (
            (row.text, 400, theme.text),
            (row.hit, 600, theme.text),
            (row.after, 400, theme.text),
        ):
            left = self._run(painter, rect, left, limit, words, serif(14, weight=weight), color)
        if row.detail:
            self._run(painter, rect, left, limit, f" · {row.detail}", sans(12), theme.text2)

    def _run(
        self,
        painter: QPainter,
        rect: QRectF,
        left: float,
        limit: float,
        words: str,
        font: QFont,
        color: str,
    ) -> float:
        if not words or left >= limit:
            return left
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, limit - left)
        painter.setFont(font)
        painter.setPen(QColor(color))
        place = QRectF(left, rect.top(), limit - left, rect.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)
        return left + metrics.horizontalAdvance(shown)

    def _strip(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        if row.lead:
            painter.setFont(sans(12))
            painter.setPen(QColor(self._theme.text2))
            label = QRectF(rect.left() + 14, rect.top(), 64, rect.height())
            painter.drawText(label, int(Qt.AlignmentFlag.AlignVCenter), row.lead)
        place = self.strip_rect(rect, row)
        if place is not None:
            paint_strip(painter, place, self._theme, row.strip, self._ink(row))

    def _plain(self, painter: QPainter, rect: QRectF, row: Row) -> None:
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


def _point(x: float, y: float) -> QPointF:
    return QPointF(x, y)

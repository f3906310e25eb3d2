"""A tree of rows that a delegate paints; each can be reached and activated with the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from reader.ui.theme import Theme
from reader.ui.widgets.position_strip import mark_at
from reader.ui.widgets.rows.category_painter import is_on_letter
from reader.ui.widgets.rows.fact_row import ROW_ROLE, FactRow
from reader.ui.widgets.rows.row_painter import RowPainter

_CURRENT_ONLY = QItemSelectionModel.SelectionFlag.NoUpdate  # the keyboard is there, no more
_FILLED_ROLE = Qt.ItemDataRole.UserRole + 1


class RowTree(QTreeWidget):
    """Shows rows; each can be reached and activated with the keyboard.

    Signals:
        row_activated(object): The payload of a row that was clicked or chosen with Enter.
        row_checked(object, bool): A row whose letter was pressed, and its new state.
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give names that break over lines now their height, as when a scroll bar came."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._painter.set_theme(theme)
        self.viewport().update()

    def show_rows(
        self, rows: Sequence[FactRow], opened: object = None, *, keeps_place: bool = False
    ) -> None:
        """Replace all rows.

        Args:
            rows: The rows of the top level.
            opened: The row with this payload shows its children.
            keeps_place: They are about the same article: stay at the row that is chosen, and
                leave open what is open.
        """
        open_now = self._open_payloads() if keeps_place else []
        current, height = self.current_row(), self.verticalScrollBar().value()
        chosen = current.payload if current is not None and keeps_place else None
        self.clear()
        for row in rows:
            item = _item(row)
            self.addTopLevelItem(item)
            is_open = row.payload == opened or row.payload in open_now
            if row.children and row.payload is not None and is_open:
                self._open(item)
            if chosen is not None and row.payload == chosen:
                self.setCurrentItem(item)
        if keeps_place:
            self.doItemsLayout()
            self.verticalScrollBar().setValue(height)
        else:
            self.scrollToTop()  # cleared, a tree stays as far down as the last article left it

    def _open_payloads(self) -> list[object]:
        items = (self.topLevelItem(index) for index in range(self.topLevelItemCount()))
        shown = (item for item in items if item is not None and item.isExpanded())
        return [item.data(0, ROW_ROLE).payload for item in shown]

    def _open(self, item: QTreeWidgetItem) -> None:
        row: FactRow = item.data(0, ROW_ROLE)
        if row.children is not None and not item.data(0, _FILLED_ROLE):
            item.takeChildren()
            item.addChildren([_item(child) for child in row.children()])
            item.setData(0, _FILLED_ROLE, True)  # noqa: FBT003 -- a Qt setter
        item.setExpanded(True)

    def rows(self) -> list[FactRow]:
        """Return the rows of the top level, for tests and reports."""
        items = (self.topLevelItem(index) for index in range(self.topLevelItemCount()))
        return [item.data(0, ROW_ROLE) for item in items if item is not None]

    def scroll_to(self, payload: object) -> None:
        """Bring the row of the top level with a payload to the top of the view."""
        for number, row in enumerate(self.rows()):
            if row.payload == payload:
                item = self.topLevelItem(number)
                if item is not None:
                    self.scrollToItem(item, QTreeWidget.ScrollHint.PositionAtTop)
                return

    def select_below(self, owner: object, payload: object) -> None:
        """Select the row with `payload` below the row with `owner`, without activating it."""
        for index in range(self.topLevelItemCount()):
            item = self.topLevelItem(index)
            if item is None:
                continue
            row: FactRow = item.data(0, ROW_ROLE)
            if row.payload != owner:
                continue
            self._open(item)
            for number in range(item.childCount()):
                chosen = item.child(number)
                if chosen is not None and chosen.data(0, ROW_ROLE).payload is payload:
                    self.setCurrentItem(chosen)
                    self.scrollToItem(chosen)
                    return

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is, on the first row if it was nowhere."""
        super().focusInEvent(event)
        first = self.topLevelItem(0)
        is_by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        if first is not None and self.currentItem() is None and is_by_keyboard:
            self.setCurrentItem(first, 0, _CURRENT_ONLY)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a row was pressed: on its strip that leads to a place."""
        self._pressed_at = event.position()
        super().mousePressEvent(event)

    def _place_pressed(self, item: QTreeWidgetItem, row: FactRow) -> object | None:
        """Return what the pressed block of a strip hands on, or None beside the strip."""
        strip = self._painter.strip_rect(QRectF(self.visualItemRect(item)), row)
        if strip is None or not row.places or not strip.contains(self._pressed_at):
            return None
        number = mark_at(strip, row.strip, self._pressed_at.x())
        return None if number is None else row.places[number]

    def _clicked(self, item: QTreeWidgetItem) -> None:
        row: FactRow = item.data(0, ROW_ROLE)
        pressed = self._place_pressed(item, row)
        if pressed is not None:
            self.row_activated.emit(pressed)
            return
        if is_on_letter(QRectF(self.visualItemRect(item)), row, self._pressed_at):
            self.row_checked.emit(row.payload, not row.is_checked)
            return
        self._activate(item)

    def _activate(self, item: QTreeWidgetItem) -> None:
        row: FactRow = item.data(0, ROW_ROLE)
        if row.children:
            if item.isExpanded() and row.kind == "category":
                item.setExpanded(False)
            else:
                self._open(item)
        if row.payload is not None:
            self.row_activated.emit(row.payload)

    def current_row(self) -> FactRow | None:
        """Return the row that the keyboard is on."""
        item = self.currentItem()
        return item.data(0, ROW_ROLE) if item is not None else None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu of the row under the pointer, or of the row the keyboard is on."""
        is_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        item = self.itemAt(event.pos()) if is_mouse else self.currentItem()
        row: FactRow | None = item.data(0, ROW_ROLE) if item is not None else None
        if item is not None and row is not None and row.payload is not None:
            self.setCurrentItem(item)
            corner = self.visualItemRect(item).bottomLeft()
            place = event.globalPos() if is_mouse else self.viewport().mapToGlobal(corner)
            self.menu_requested.emit(row.payload, place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter activates a row, Space switches its letter."""
        item = self.currentItem()
        if item is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._activate(item)
            return
        row: FactRow | None = item.data(0, ROW_ROLE) if item is not None else None
        if row is not None and row.is_checked is not None and event.key() == Qt.Key.Key_Space:
            self.row_checked.emit(row.payload, not row.is_checked)
            return
        super().keyPressEvent(event)


def _item(row: FactRow) -> QTreeWidgetItem:
    item = QTreeWidgetItem()
    item.setData(0, ROW_ROLE, row)
    spoken = row.spoken or " ".join(filter(None, (row.lead, row.text, row.hit, row.after)))
    item.setText(0, spoken)
    if row.kind in {"category", "text"}:
        item.setToolTip(0, ": ".join(filter(None, (row.text, row.detail))))  # they may be cut
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
    if row.is_checked is not None:  # so that a screen reader says that it is on or off
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        is_on = Qt.CheckState.Checked if row.is_checked else Qt.CheckState.Unchecked
        item.setCheckState(0, is_on)
    if row.children:
        item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        item.addChild(QTreeWidgetItem())
    return item

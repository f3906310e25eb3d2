"""A list whose rows are put in order by mouse and keys."""

from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget


class Listed(Protocol):
    """What stands in a row."""

    @property
    def title(self) -> str:
        """Return what it is called in the list."""

    @property
    def origin(self) -> str:
        """Return where it comes from; no two rows have the same."""


T = TypeVar("T", bound=Listed)


class OrderedList(QListWidget, Generic[T]):
    """A list in an order of the reader's: dragged, Alt+Up and Alt+Down move, Del takes out.

    Signals:
        order_changed(): A row was moved or taken out.
    """

    order_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rows", "true")
        self.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self._values: dict[str, T] = {}  # not in the rows: what is dragged is pickled with them

    def add_new(self, values: Iterable[T]) -> None:
        """Add what is not in the list yet, each as a row of its title."""
        known = {one.origin for one in self.values()}
        for one in values:
            if one.origin not in known:
                known.add(one.origin)
                item = QListWidgetItem(one.title)
                item.setData(Qt.ItemDataRole.UserRole, one.origin)
                self._values[one.origin] = one
                item.setToolTip(one.origin)
                self.addItem(item)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)

    def values(self) -> tuple[T, ...]:
        """Return what stands in the rows, in their order."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(self._values[item.data(Qt.ItemDataRole.UserRole)] for item in items)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move or take out the current row."""
        has_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if has_alt and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.move_row(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.take_row()
        else:
            super().keyPressEvent(event)

    def move_row(self, step: int) -> None:
        """Move the current row up or down."""
        row = self.currentRow()
        if 0 <= row < self.count() and 0 <= row + step < self.count():
            self.insertItem(row + step, self.takeItem(row))
            self.setCurrentRow(row + step)
            self.order_changed.emit()

    def take_row(self) -> None:
        """Take the current row out of the list."""
        if self.currentRow() >= 0:
            self.takeItem(self.currentRow())
            self.order_changed.emit()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take a row that is dragged to another place in the list."""
        super().dropEvent(event)
        self.order_changed.emit()

"""The numbers of a panel as a plain table, for reading without pictures; how a table is a list."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from reader.values import frozen

_WIDEST = 190  # pixels of a column; what is cut can be widened
_NUMERIC = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@frozen
class Facts:
    """A table.

    Attributes:
        columns: The names of the columns.
        rows: The cells of each row; numbers are set to the right.
        payloads: What choosing a row hands on.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]
    payloads: tuple[Any, ...] = ()


class FactTable(QTableWidget):
    """Shows facts; a row can be chosen by click or Enter.

    Signals:
        row_activated(object): The payload of a row that was chosen.
    """

    row_activated = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._payloads: tuple[Any, ...] = ()
        self.setObjectName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(26)
        self.horizontalHeader().setHighlightSections(False)
        self.cellClicked.connect(self._clicked)

    def show_facts(self, facts: Facts) -> None:
        """Replace all rows."""
        self._payloads = facts.payloads
        self.clear()
        self.setColumnCount(len(facts.columns))
        self.setRowCount(len(facts.rows))
        self.setHorizontalHeaderLabels(list(facts.columns))
        for number, cells in enumerate(facts.rows):
            for column, cell in enumerate(cells):
                item = QTableWidgetItem(str(cell))
                if isinstance(cell, int):
                    item.setTextAlignment(_NUMERIC)
                self.setItem(number, column, item)
        self.resizeColumnsToContents()
        for column in range(len(facts.columns)):
            self.setColumnWidth(column, min(_WIDEST, self.columnWidth(column)))

    def words(self) -> list[list[str]]:
        """Return what the cells say, for tests and for copying."""
        found = []
        for row in range(self.rowCount()):
            cells = (self.item(row, column) for column in range(self.columnCount()))
            found.append([cell.text() if cell is not None else "" for cell in cells])
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a row with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._clicked(self.currentRow(), 0)
            return
        super().keyPressEvent(event)

    def _clicked(self, row: int, _column: int) -> None:
        if 0 <= row < len(self._payloads) and self._payloads[row] is not None:
            self.row_activated.emit(self._payloads[row])


def show_whole_rows(table: QTableView, row_px: int) -> None:
    """Let a table behave as a list: whole rows of one height are chosen, nothing is typed."""
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setCornerButtonEnabled(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    rows = table.verticalHeader()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setMinimumSectionSize(row_px)
    rows.setDefaultSectionSize(row_px)
    rows.hide()
    columns = table.horizontalHeader()
    columns.setHighlightSections(False)
    columns.setMinimumSectionSize(40)
    columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    columns.setSectionsClickable(True)
    columns.setSortIndicatorShown(False)  # the model writes it beside the word

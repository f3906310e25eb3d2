"""The rows of all lexicons as a model on an index list, since Qt's own proxy is too slow."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QWidget

from reader.core.lexicon.layering.layers import Row
from reader.ui.marks.look import Look
from reader.ui.places.editor.table.entry_cells import CHOICES, cell_text, choice_text, state_text
from reader.ui.places.editor.table.row_order import COLUMNS, Column, RowFilter, RowIndex
from reader.ui.widgets.rows.fact_row import Index

Looks = Mapping[tuple[str, str], Look]  # by list and category
_EDITABLE: tuple[Column, ...] = ("phrase", "match", "part", "confidence", "guards", "plainer")
_NO_PARENT = QModelIndex()


class EntryModel(QAbstractTableModel):
    """Shows the rows that the filter lets through.

    Signals:
        edited(Row, str, str): A cell was given this text.
    """

    edited = Signal(object, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = RowIndex((), {})
        self._filter = RowFilter()
        self._column: Column = "phrase"
        self._is_descending = False
        self._order: list[int] = []
        self._numbers: list[int] = []
        self._looks: Looks = {}

    def show_index(self, index: RowIndex, looks: Looks) -> None:
        """Replace all rows."""
        self._index = index
        self._looks = looks
        self._sort_anew()

    def set_filter(self, row_filter: RowFilter) -> None:
        """Show other rows."""
        self._filter = row_filter
        self._arrange()

    @property
    def row_filter(self) -> RowFilter:
        """Return what is shown."""
        return self._filter

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        self._column = COLUMNS[column] if 0 <= column < len(COLUMNS) else "phrase"
        self._is_descending = order == Qt.SortOrder.DescendingOrder
        self._sort_anew()

    def _sort_anew(self) -> None:
        self._order = self._index.in_order(self._column, is_descending=self._is_descending)
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        self._numbers = self._index.shown(self._filter, self._order)
        self.endResetModel()

    def row_at(self, number: int) -> Row:
        """Return the row in a line of the table."""
        return self._index.rows[self._numbers[number]]

    def places_of(self, rows: Iterable[Row]) -> list[int]:
        """Return the lines of rows, or of what became of them; none for those that are gone."""
        rows = list(rows)
        if not rows:
            return []
        wanted = {id(part) for row in rows for part in (row.entry, row.base) if part is not None}
        same: dict[tuple[int, int, str], int] = {}
        became: dict[tuple[int, str], int] = {}
        for place, number in enumerate(self._numbers):
            found = self._index.rows[number]
            if id(found.entry) not in wanted and id(found.base) not in wanted:
                continue
            same.setdefault((id(found.entry), id(found.base), found.lexicon), place)
            if found.base is not None:
                became[id(found.base), found.lexicon] = place
        places = (
            same.get(
                (id(row.entry), id(row.base), row.lexicon),
                became.get((id(row.base), row.lexicon)),
            )
            for row in rows
        )
        return [place for place in places if place is not None]

    def holds(self, row: Row) -> bool:
        """Return whether there is such a row, be it shown or not."""
        return any(
            found.entry is row.entry and found.base is row.base and found.lexicon == row.lexicon
            for found in self._index.rows
        )

    def look_of(self, row: Row) -> Look:
        """Return how a row's category looks."""
        known = self._looks.get((row.lexicon, row.shown.categories[0]))
        return known or Look(1, "thin", "?")

    @property
    def words(self) -> str:
        """Return the letters that are searched for."""
        return self._filter.words

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 -- Qt asks for any kind of value
        """Return the name of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        names: dict[Column, str] = {
            "phrase": self.tr("Phrase"),
            "match": self.tr("Matches"),
            "part": self.tr("Part"),
            "confidence": self.tr("Sure"),
            "guards": self.tr("Not when"),
            "plainer": self.tr("Plainer"),
            "here": self.tr("Here"),
            "list": self.tr("List"),
        }
        return names[COLUMNS[section]]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 -- as above
        """Return what a cell shows."""
        if role == Qt.ItemDataRole.TextAlignmentRole and COLUMNS[index.column()] == "here":
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        roles = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.EditRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )
        if role not in roles:
            return None
        row, column = self.row_at(index.row()), COLUMNS[index.column()]
        if role == Qt.ItemDataRole.EditRole:
            return cell_text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == "phrase":
            return f"{row.shown.phrase}, {state_text(row.state)}"
        return self._display(row, column)

    def _display(self, row: Row, column: Column) -> str:
        if column == "here":
            return str(self._index.count_here(row) or "–")
        if column == "list":
            return state_text(row.state)
        text = cell_text(row, column)
        if column in CHOICES:
            return choice_text(text) if text else "–"
        return text.replace("|", " | ") or "–"

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell which cells can be edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row, column = self.row_at(index.row()), COLUMNS[index.column()]
        if column in _EDITABLE and row.entry is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand on the text that a cell was given; the model itself keeps nothing."""
        row, column = self.row_at(index.row()), COLUMNS[index.column()]
        text = str(value)
        if role != Qt.ItemDataRole.EditRole or text == cell_text(row, column):
            return False
        self.edited.emit(row, column, text)
        return True

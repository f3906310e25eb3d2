"""A table of counts as Qt asks for it, in any order of its rows."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from reader.core.across.corpora.concordance import backwards
from reader.core.across.corpora.tables import CountTable, Value
from reader.core.across.corpora.voiced_text import VOICES
from reader.ui.marks.words import voice_words
from reader.ui.places.corpus.asking.questions import Strip
from reader.ui.places.corpus.counts.columns import NUMBERS, Column

VALUE_ROLE = Qt.ItemDataRole.UserRole
STRIP_ROLE = Qt.ItemDataRole.UserRole + 1
SHARE_ROLE = Qt.ItemDataRole.UserRole + 2  # of the largest value of the column, from -1 to 1
AnyIndex = QModelIndex | QPersistentModelIndex
_GROUPS = frozenset(("month", "outlet"))  # what trends are put together by
_NO_PARENT = QModelIndex()
_NOTHING = CountTable("nothing", (), ())
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class CountModel(QAbstractTableModel):
    """Holds a table, which of its columns are shown, and the order of its rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = _NOTHING
        self._columns: tuple[Column, ...] = ()
        self._cells: tuple[int, ...] = ()  # where each column stands in the table; -1 nowhere
        self._strips: tuple[Strip, ...] = ()
        self._order: Sequence[int] = ()
        self._most: dict[int, float] = {}
        self._sorted: tuple[int, bool] = (-1, False)

    def show_table(
        self, table: CountTable, columns: tuple[Column, ...], strips: tuple[Strip, ...]
    ) -> None:
        """Show a table in its own order."""
        self.beginResetModel()
        self._table, self._columns, self._strips = table, columns, strips
        known = {name: place for place, name in enumerate(table.columns)}
        self._cells = tuple(known.get(column.name, -1) for column in columns)
        self._order = range(len(table.rows))
        self._most = {
            place: max((abs(float(row[cell] or 0)) for row in table.rows), default=0.0)
            for place, (column, cell) in enumerate(zip(columns, self._cells, strict=True))
            if column.look in {"signed", "bar"}
        }
        self._sorted = (-1, False)
        self.endResetModel()

    def order_rows(self, order: Sequence[int], column: int, *, is_descending: bool) -> None:
        """Show the rows in an order, which is that of a column."""
        self.layoutAboutToBeChanged.emit()
        self._order, self._sorted = order, (column, is_descending)
        self.layoutChanged.emit()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    @property
    def sorted_by(self) -> tuple[int, bool]:
        """Return by which column the rows are sorted (-1: as counted), and whether downwards."""
        return self._sorted

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the columns that are shown."""
        return self._columns

    def row_of(self, line: int) -> int:
        """Return which row of the table a line shows."""
        return self._order[line]

    def value_of(self, row: int, name: str) -> Value:
        """Return a value of the table, by its row and the name of its column."""
        return self._table.rows[row][self._table.columns.index(name)]

    def sorting_key(self, column: int) -> Callable[[int], Any]:
        """Return what rows are sorted by for a column, for `sorted_rows` on a worker."""
        return _Key(self._table, self._cells[column], self._columns[column], self._strips)

    # -- what Qt asks --------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Return how many columns are shown."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 -- as Qt has it
        """Return what is known of a cell."""
        if not index.isValid():
            return None
        column, row = self._columns[index.column()], self._order[index.row()]
        cell = self._cells[index.column()]
        value = self._value(row, column, cell)
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(column, value)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<p>{escape(shown(column, value))}</p>"  # words of a text are no page
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {self._spoken(column, value, row)}"
        if role == SHARE_ROLE:
            most = self._most.get(index.column(), 0.0)
            return float(value or 0) / most if most else 0.0
        strip = self._strips[row] if self._strips else ()
        return {VALUE_ROLE: value, STRIP_ROLE: strip}.get(role)

    def _value(self, row: int, column: Column, cell: int) -> Value:
        """Return a value; an article without a title has its name, one without a date no month."""
        value = self._table.rows[row][cell] if cell >= 0 else ""
        if value == "" and column.name in _GROUPS:
            return _tr("not told")  # as the chart calls the articles without a date or an outlet
        return value or self.value_of(row, "article") if column.name == "title" else value

    def _spoken(self, column: Column, value: Value, row: int) -> str:
        if column.look != "strip":
            return shown(column, value) or _tr("not known")
        told = (f"{voice_words(voice)} {place:.0%}" for place, voice in self._strips[row])
        return ", ".join(told)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 -- as Qt has it
        """Return the title of a column, with a sign where the rows are sorted by it."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}. {column.tip}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            is_right = column.look in {"count", "figure", "share", "before"}
            return _RIGHT if is_right else _LEFT
        if role == Qt.ItemDataRole.DisplayRole:
            place, is_descending = self._sorted
            sign = (" ↓" if is_descending else " ↑") if place == section else ""
            return f"{column.title}{sign}"
        return None


class _Key:
    """Returns what a row is sorted by: numbers as they are, words in any case."""

    def __init__(
        self, table: CountTable, cell: int, column: Column, strips: tuple[Strip, ...]
    ) -> None:
        self._table, self._cell, self._column, self._strips = table, cell, column, strips

    def __call__(self, row: int) -> Any:  # noqa: ANN401 -- a number or a word
        if self._cell < 0:
            return len(self._strips[row])
        value = self._table.rows[row][self._cell]
        if self._column.look in NUMBERS:
            return value if value != "" else -1.0
        if self._column.look == "voice":
            return VOICES.index(value) if value in VOICES else -1
        words = str(value)
        return backwards(words) if self._column.look == "before" else words.casefold()


def sorted_rows(key: Callable[[int], Any], rows: int, *, is_descending: bool) -> list[int]:
    """Return the rows of a table in an order; like ones stay as they were counted."""
    return sorted(range(rows), key=key, reverse=is_descending)


def shown(column: Column, value: Value) -> str:
    """Return a value as a cell shows it."""
    if value == "":
        return "–" if column.look in NUMBERS else ""
    if column.look == "count":
        return f"{value:,}"
    if column.look in {"figure", "signed", "bar", "share"}:
        return f"{float(value):,.2f}".replace("-", "−")
    if column.look == "voice":
        return _voice(str(value))
    return str(value)


def _voice(name: str) -> str:
    voice = next((voice for voice in VOICES if voice == name), None)
    return voice_words(voice) if voice is not None else name


def _tr(words: str) -> str:
    return QCoreApplication.translate("CountModel", words)

"""The table over all lexicons; what stands in it is the model's."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QTableView,
    QWidget,
)

from reader.core.lexicon.layering.layers import Row
from reader.ui.places.editor.table.entry_delegate import ROW_HEIGHT, EntryDelegate
from reader.ui.places.editor.table.entry_model import EntryModel
from reader.ui.places.editor.table.row_order import COLUMNS, Column
from reader.ui.theme import Theme

_WIDTHS: dict[Column, int] = {
    "phrase": 200,
    "match": 82,
    "part": 72,
    "confidence": 74,
    "guards": 100,
    "plainer": 96,
    "here": 42,
    "list": 108,
}

_Index = QModelIndex | QPersistentModelIndex
_SHARES: dict[Column, float] = {"guards": 0.25, "plainer": 0.25}  # the phrase takes the rest


class EntryTable(QTableView):
    """The table itself; all of it can be reached with the keyboard.

    Signals:
        rows_chosen(list): Other rows are selected now.
        sorting_begins(): Another order is wanted; `sort_rows` makes it.
    """

    rows_chosen = Signal(list)
    sorting_begins = Signal()

    def __init__(self, theme: Theme, model: EntryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = model
        self._sorted_by = self._column = 0
        self._given: dict[Column, int] = {}  # widths that were not the reader's doing
        self._delegate = EntryDelegate(theme, self)
        self.setObjectName("entry_table")
        self.setAccessibleName(self.tr("Entries"))
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.sort_rows()
        header.sortIndicatorChanged.connect(self._begin_sorting)
        for number, column in enumerate(COLUMNS):
            self.setColumnWidth(number, _WIDTHS[column])
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().selectionChanged.connect(self._tell_chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share what a wide window has to spare among the columns with many words."""
        super().resizeEvent(event)
        spare = max(0, self.viewport().width() - sum(_WIDTHS.values()))
        for column, share in _SHARES.items():
            number, width = COLUMNS.index(column), _WIDTHS[column] + round(share * spare)
            if self.columnWidth(number) == self._given.get(column, _WIDTHS[column]):
                self.setColumnWidth(number, width)  # what the reader has drawn wider stays
                self._given[column] = width

    def _begin_sorting(self, number: int, _order: Qt.SortOrder) -> None:
        is_count = COLUMNS[number] == "here"
        if is_count and self._sorted_by != number:  # of counts the largest are wanted first
            header = self.horizontalHeader()
            header.blockSignals(True)  # noqa: FBT003 -- Qt's own
            header.setSortIndicator(number, Qt.SortOrder.DescendingOrder)
            header.blockSignals(False)  # noqa: FBT003 -- Qt's own
        self._sorted_by = number
        self.sorting_begins.emit()

    def sort_rows(self) -> None:
        """Sort as the header says."""
        header = self.horizontalHeader()
        self._entries.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._delegate.theme = theme
        self.viewport().update()

    def chosen(self) -> list[Row]:
        """Return the selected rows."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._entries.row_at(place) for place in places]

    def has_keyboard(self) -> bool:
        """Tell whether keys act here, or in a cell that is written in."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def commitData(self, editor: QWidget) -> None:
        """Take what a cell's editor holds, unless the rows were shown anew since.

        Enter is carried out later than a loss of the keyboard, which takes it already.
        """
        if self._delegate.is_open(editor):
            super().commitData(editor)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Remember the column, which is lost when the rows are shown anew."""
        super().currentChanged(current, previous)
        if current.isValid():
            self._column = current.column()

    def choose(self, places: Sequence[int]) -> None:
        """Select these lines, the first one in view and with the keyboard, in its column."""
        self.clearSelection()
        flag = self.selectionModel().SelectionFlag
        lines = QItemSelection()
        for begin, last in _runs(places):
            end = self._entries.index(last, len(COLUMNS) - 1)
            lines.select(self._entries.index(begin, 0), end)
        self.selectionModel().select(lines, flag.Select)  # at once: each change is told to all
        if places:
            first = self._entries.index(places[0], self._column)
            self.selectionModel().setCurrentIndex(first, flag.NoUpdate)
            self.scrollTo(first)

    def _tell_chosen(self) -> None:
        self.rows_chosen.emit(self.chosen())


def _runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of places that follow one another."""
    numbered = enumerate(sorted(set(places)))
    for _, run in groupby(numbered, key=lambda pair: pair[1] - pair[0]):
        found = [place for _, place in run]
        yield found[0], found[-1]

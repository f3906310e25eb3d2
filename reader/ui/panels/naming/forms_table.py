"""In which forms people are named: counts, and each count leads to its places."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from reader.core.sources.naming import Naming
from reader.core.text.spans import Span
from reader.ui.panels.naming.name_words import FORM_COLUMNS, form_titles

_ROW, _HEAD = 24, 26  # pixels high
_NUMERIC = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FormsTable(QTableWidget):
    """Shows how often each person is named in which form.

    Signals:
        places_chosen(int, tuple): The number of an actor and the places behind a count.
    """

    places_chosen = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: dict[tuple[int, int], tuple[int, tuple[Span, ...]]] = {}
        self.setObjectName("naming_forms")
        self.setAccessibleName(self.tr("Names and titles"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setFixedHeight(_HEAD)
        self.cellClicked.connect(self._choose)

    def show_people(self, people: Sequence[tuple[int, Naming]]) -> None:
        """Show these actors, each with its number in the list."""
        self._places = {}
        self.clear()
        self.setColumnCount(1 + len(FORM_COLUMNS))
        self.setRowCount(len(people))
        self.setHorizontalHeaderLabels(["", *form_titles()])
        for row, (number, naming) in enumerate(people):
            item = QTableWidgetItem(naming.actor)
            item.setToolTip(naming.actor)
            self.setItem(row, 0, item)
            for column, forms in enumerate(FORM_COLUMNS, start=1):
                spans = tuple(
                    sorted(span for form in forms for span in naming.places.get(form, ()))
                )
                self._places[row, column] = (number, spans)
                cell = QTableWidgetItem(str(len(spans)) if spans else "–")
                cell.setTextAlignment(_NUMERIC)
                self.setItem(row, column, cell)
        self._fit_columns()
        self.setFixedHeight(_HEAD + _ROW * len(people) + 2)

    def _fit_columns(self) -> None:
        header = self.horizontalHeader()
        header.setMinimumSectionSize(20)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, 1 + len(FORM_COLUMNS)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            title = self.horizontalHeaderItem(column)
            if title is not None:
                title.setTextAlignment(_NUMERIC)
                words = header.fontMetrics().horizontalAdvance(title.text())
                self.setColumnWidth(column, words + 14)

    def sizeHint(self) -> QSize:
        """Return the size of all rows."""
        return QSize(200, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead to the places of a count with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.currentRow(), self.currentColumn())
            return
        super().keyPressEvent(event)

    def _choose(self, row: int, column: int) -> None:
        number, spans = self._places.get((row, column), (0, ()))
        if spans:
            self.places_chosen.emit(number, spans)

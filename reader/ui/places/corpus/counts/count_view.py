"""The table of counts: sorted by a click or a key, each cell a way to its lines."""

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu, QTableView, QWidget

from reader.ui.jobs import Jobs
from reader.ui.places.corpus.asking.questions import Answer
from reader.ui.places.corpus.counts.cell_painter import ROW_HEIGHT, CellPainter
from reader.ui.places.corpus.counts.columns import NUMBERS, columns_of
from reader.ui.places.corpus.counts.count_model import CountModel, sorted_rows
from reader.ui.theme import Theme
from reader.ui.widgets.fact_table import show_whole_rows

_FEW = 2_000  # rows that are sorted at once; more are sorted by a worker
_LEAST = 70  # pixels of a column that takes what is left
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CountView(QTableView):
    """Shows a table of counts.

    Signals:
        cell_opened(int, str): A cell leads somewhere: its row in the table, its column.
        copy_requested(): What is chosen is to be copied, or all.
    """

    cell_opened = Signal(int, str)
    copy_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("count_table")
        self.counts = CountModel(self)
        self._painter = CellPainter(self.counts, theme, self)
        self._sorting = Jobs(self)
        self._wanted = (-1, False)
        self.setModel(self.counts)
        self.setItemDelegate(self._painter)
        self._set_behaviour()
        self.doubleClicked.connect(self._open)
        self.horizontalHeader().sectionClicked.connect(self.sort_by)
        self._sorting.finished.connect(self._take_order)

    def _set_behaviour(self) -> None:
        show_whole_rows(self, ROW_HEIGHT)
        columns = self.horizontalHeader()
        columns.setAccessibleName(self.tr("Columns"))

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._painter.theme = theme
        self.viewport().update()

    def show_answer(self, answer: Answer) -> None:
        """Show what was counted, as it was counted."""
        self._sorting.cancel()
        columns = columns_of(answer.question.what, answer.question.by)
        self.counts.show_table(answer.table, columns, answer.strips)
        self._fit()
        if self.counts.rowCount():
            self.setCurrentIndex(self.counts.index(0, 0))
        self.scrollToTop()

    def _fit(self) -> None:
        """Give each column its width, and what is left to those that take it."""
        columns = self.counts.columns
        open_ones = [place for place, column in enumerate(columns) if not column.width]
        fixed = sum(column.width for column in columns)
        room = self.viewport().width()
        shrink = min(1.0, max(0.5, (room - _LEAST * max(1, len(open_ones))) / max(1, fixed)))
        widths = [round(column.width * shrink) for column in columns]
        left = max(_LEAST, (room - sum(widths)) // max(1, len(open_ones)))
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width or left)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into the new width."""
        super().resizeEvent(event)
        self._fit()

    # -- order ---------------------------------------------------------------------------------

    def sort_by(self, column: int) -> None:
        """Sort by a column: numbers from the largest, words from A; once more turns it round."""
        before, was_descending = self._wanted if self._sorting.is_busy else self.counts.sorted_by
        is_number = self.counts.columns[column].look in {*NUMBERS, "strip"}
        is_descending = not was_descending if before == column else is_number
        self._wanted = column, is_descending
        key, rows = self.counts.sorting_key(column), self.counts.rowCount()
        if rows <= _FEW:
            self._take_order(sorted_rows(key, rows, is_descending=is_descending))
            return
        self._sorting.start(lambda _tell: sorted_rows(key, rows, is_descending=is_descending))

    def _take_order(self, order: list[int]) -> None:
        column, is_descending = self._wanted
        place = self.currentIndex().column()
        self.counts.order_rows(order, column, is_descending=is_descending)
        if order:
            self.setCurrentIndex(self.counts.index(0, max(0, place)))
        self.scrollToTop()

    # -- leading on ----------------------------------------------------------------------------

    def _open(self, index: QModelIndex) -> None:
        name = self.counts.columns[index.column()].name
        self.cell_opened.emit(self.counts.row_of(index.row()), name)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what a cell leads to, the order of its column, and a copy."""
        index = self.indexAt(event.pos()) if self._is_mouse(event) else self.currentIndex()
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setObjectName("count_menu")
        is_line = any(column.look == "hit" for column in self.counts.columns)
        told = self.tr("&Open the article here") if is_line else self.tr("Show its &lines")
        title = self.counts.columns[index.column()].title.replace("&", "&&")
        menu.addAction(told, partial(self._open, index))
        sorting = self.tr("&Sort by “{column}”").format(column=title)
        menu.addAction(sorting, partial(self.sort_by, index.column()))
        menu.addAction(self.tr("&Copy"), self.copy_requested.emit)
        menu.popup(event.globalPos())

    def _is_mouse(self, event: QContextMenuEvent) -> bool:
        return event.reason() == QContextMenuEvent.Reason.Mouse

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+C for the table; else it would copy from the page behind."""
        is_copy = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy)
        if is_copy and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads on from the current cell, S sorts by its column, Ctrl+C copies."""
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif event.key() in _ENTER and index.isValid():
            self._open(index)
        elif event.key() == Qt.Key.Key_S and not event.modifiers() and index.isValid():
            self.sort_by(index.column())
        else:
            super().keyPressEvent(event)

    def shown_rows(self) -> list[list[str]]:
        """Return the titles and all cells as they are shown, strips left out."""
        counts = self.counts
        places = [n for n, column in enumerate(counts.columns) if column.look != "strip"]
        head = [counts.columns[place].title for place in places]
        chosen = sorted({index.row() for index in self.selectionModel().selectedRows()})
        lines = chosen if len(chosen) > 1 else range(counts.rowCount())
        rows = [
            [counts.data(counts.index(line, place)) or "" for place in places] for line in lines
        ]
        return [head, *rows]

    def stop(self) -> None:
        """End the sorting, as the window does when it closes."""
        self._sorting.cancel()
        self._sorting.wait()

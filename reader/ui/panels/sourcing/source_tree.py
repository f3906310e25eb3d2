"""The list of sources: sources can be dragged onto a side, joined and set apart by keys."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from reader.ui.panels.sourcing.source_painter import NAME_LEFT, SourcePainter
from reader.ui.panels.sourcing.source_rows import SourceRow
from reader.ui.theme import Theme
from reader.ui.widgets.rows.fact_row import row_of
from reader.ui.widgets.rows.row_tree import RowTree

MIME = "application/x-close-reader-source"


class SourceTree(RowTree):
    """Rows of sources that can be dragged onto a side, or sorted by keys.

    Signals:
        side_requested(str, int): Put a source (its id) on side 1, 2 or none (0).
        join_requested(str, QPoint): Ask to which other source it belongs.
        speaker_requested(str, QPoint): Ask who else said what it says.
        dragging(bool): A source is being dragged, or was let go.
    """

    side_requested = Signal(str, int)
    join_requested = Signal(str, object)
    speaker_requested = Signal(str, object)
    dragging = Signal(bool)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent, SourcePainter)
        self.setDragEnabled(True)
        self.setDragDropMode(QTreeWidget.DragDropMode.DragOnly)
        self.itemSelectionChanged.connect(self.scheduleDelayedItemsLayout)  # it opens in full

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Say so while a source is dragged, so that there is something to let it go on."""
        self.dragging.emit(True)  # noqa: FBT003 -- a signal
        super().startDrag(actions)
        self.dragging.emit(False)  # noqa: FBT003 -- a signal

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
        return self.viewport().mapToGlobal(rect.bottomLeft() + QPoint(NAME_LEFT, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the verbs flow over the lines again."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

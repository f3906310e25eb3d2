"""Places that a dragged name can be dropped on."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QWidget

from reader.ui.panels.naming.name_button import MIME, NameButton


class DropPlace(QFrame):
    """Takes a name of this panel.

    Signals:
        name_dropped(NamedPlaces): A name was dropped here.
    """

    name_dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a name, and show that it can fall here."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self._look("true")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        self._look("false")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the name that is dropped."""
        self._look("false")
        source = event.source()
        if isinstance(source, NameButton):
            event.acceptProposedAction()
            self.name_dropped.emit(source.places)

    def _look(self, is_open: str) -> None:
        """Look as a place where the name at the pointer can fall, or not."""
        self.setProperty("open", is_open)
        self.style().unpolish(self)
        self.style().polish(self)

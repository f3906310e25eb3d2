"""A name that leads to its places, and can be dragged to another actor."""

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from reader.core.text.spans import Span
from reader.values import frozen

MIME = "application/x-close-reader-name"
_LONGEST = 60  # characters that a button shows


@frozen
class NamedPlaces:
    """What a name stands for.

    Attributes:
        actor: The number of its actor in the list.
        text: The words.
        spans: Where they stand.
        spoken: Voice and speaker, in words, for a screen reader.
        is_actor: The whole actor is meant, not one wording.
    """

    actor: int
    text: str
    spans: tuple[Span, ...]
    spoken: str = ""
    is_actor: bool = False


class NameButton(QToolButton):
    """Shows a wording; click and Enter lead to its places, J and Del group it anew.

    Signals:
        chosen(NamedPlaces): The reader wants its actor, and its next place.
        join_wanted(NamedPlaces): To another actor, which is still to be chosen.
        part_wanted(NamedPlaces): To be an actor of its own.
        drag_began(): It is on its way.
        drag_ended(): It has arrived, or was let go.
    """

    chosen = Signal(object)
    join_wanted = Signal(object)
    part_wanted = Signal(object)
    drag_began = Signal()
    drag_ended = Signal()

    def __init__(self, places: NamedPlaces, count: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places = places
        self._pressed_at = QPoint()
        words = places.text
        shown = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
        self.setText(f"{shown} {count}".strip().replace("&", "&&"))
        self.setProperty("name", "actor" if places.is_actor else "label")
        spoken = ", ".join(part for part in (words, places.spoken) if part)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self.places)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Join with J, set apart with Del, choose with Enter."""
        if event.key() == Qt.Key.Key_J:
            self.join_wanted.emit(self.places)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.part_wanted.emit(self.places)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Right}:
            self.focusNextChild()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Left}:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag would begin."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag the name once the pointer has moved some way."""
        way = (event.position().toPoint() - self._pressed_at).manhattanLength()
        is_held = event.buttons() & Qt.MouseButton.LeftButton
        if not is_held or way < QApplication.startDragDistance():
            super().mouseMoveEvent(event)
            return
        self.setDown(False)
        data = QMimeData()
        data.setData(MIME, b"name")
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self.grab())
        self.drag_began.emit()
        drag.exec(Qt.DropAction.MoveAction)
        self.drag_ended.emit()

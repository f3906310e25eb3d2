"""The key of a command as a small cap beside its button; it changes with the reader's keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

_EDGE, _GAP = 8, 8  # pixels behind the cap, and between the words of the button and it


class KeyHint(QLabel):
    """Shows the key of a command; hidden while it has none. The style sheet draws the cap."""

    def __init__(self, command: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._command = command
        self.setProperty("role", "key")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        command.changed.connect(self.show_key)
        self.show_key()

    def show_key(self) -> None:
        """Show the key that the command has now."""
        key = self._command.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setText(key)
        self.setVisible(bool(key))


class ButtonKeyHint(KeyHint):
    """The same inside a button, at its right end, which is made as much wider."""

    def __init__(self, command: QAction, button: QWidget) -> None:
        self._button = button
        super().__init__(command, button)
        row = QHBoxLayout(button)
        row.setContentsMargins(0, 0, _EDGE, 0)
        row.addWidget(self, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show_key(self) -> None:
        """Show the key that the command has now, and make room for it."""
        super().show_key()
        self._make_room()

    def showEvent(self, event: QShowEvent) -> None:
        """Make room again: only now is it certain how the cap is drawn."""
        super().showEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self.ensurePolished()
        room = self.sizeHint().width() + _EDGE + _GAP if self.text() else _EDGE
        kind = self._button.metaObject().className()
        dress = f"{kind} {{ padding-right: {room}px; }}"
        if self._button.styleSheet() != dress:
            self._button.setStyleSheet(dress)

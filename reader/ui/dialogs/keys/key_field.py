"""A field that takes the next key pressed, whatever it is."""

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

_MODIFIERS = (
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
)
_FOR_THE_WINDOW = frozenset({"Return", "Enter", "Tab", "Shift+Tab", "Backtab", "Shift+Backtab"})


class KeyField(QLineEdit):
    """Waits for a key. Esc leaves all as it is; Backspace takes the key away.

    Signals:
        pressed(str): A key was pressed, as `QKeySequence` writes it; "" to have none.
        left(): The reader does not want to change it.
    """

    pressed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("key_field")
        self.setReadOnly(True)
        self.setPlaceholderText(self.tr("Press the key"))
        told = self.tr("Press the new key. Backspace takes the key away, Esc changes nothing.")
        self.setToolTip(told)
        self.setAccessibleDescription(told)

    def event(self, event: QEvent) -> bool:
        """Keep the key from every shortcut of the window."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key, unless it is one that moves through every window."""
        key = Qt.Key(event.key())
        if key in _MODIFIERS:
            return
        if key == Qt.Key.Key_Escape:
            self.left.emit()
            return
        if key == Qt.Key.Key_Backspace and not event.modifiers():
            self.pressed.emit("")
            return
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        words = QKeySequence(QKeyCombination(modifiers, key)).toString()
        if words in _FOR_THE_WINDOW:
            super().keyPressEvent(event)
            return
        self.setText(words)
        self.pressed.emit(words)

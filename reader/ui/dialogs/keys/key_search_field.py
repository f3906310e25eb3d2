"""The search field of the keys editor: words of a command, or the key itself."""

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

_FIRST_F, _LAST_F = Qt.Key.Key_F1.value, Qt.Key.Key_F24.value
_EDITING = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.Undo,
)
_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class KeySearchField(QLineEdit):
    """Takes words as every field does; a key with Ctrl or Alt, or an F key, is written out."""

    def event(self, event: QEvent) -> bool:
        """Keep keys that are looked for from the window's shortcuts."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and _is_looked_for(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write out the key that is looked for."""
        if _is_looked_for(event):
            combination = QKeyCombination(event.modifiers(), Qt.Key(event.key()))
            self.setText(QKeySequence(combination).toString())
            return
        super().keyPressEvent(event)


def _is_looked_for(event: QKeyEvent) -> bool:
    if any(event.matches(standard) for standard in _EDITING):
        return False
    if _FIRST_F <= event.key() <= _LAST_F:
        return True
    is_printable = event.key() < Qt.Key.Key_Escape.value
    return is_printable and bool(event.modifiers() & _WITH)

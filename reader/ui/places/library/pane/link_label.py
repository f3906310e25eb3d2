"""Words with links in them that the Tab key reaches one by one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel

_NONE = Qt.TextInteractionFlag.NoTextInteraction
_LINKS = (
    Qt.TextInteractionFlag.LinksAccessibleByMouse
    | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
)
_WAYS = {Qt.FocusReason.TabFocusReason: True, Qt.FocusReason.BacktabFocusReason: False}


class LinkLabel(QLabel):
    """A label of rich text; without a link in its words the keyboard passes it by."""

    def show_words(self, words: str) -> None:
        """Show words as HTML."""
        self.setText(words)
        self.setTextInteractionFlags(_LINKS if "<a " in words else _NONE)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go to the first link at once, or to the last from behind: Qt would stop before it."""
        super().focusInEvent(event)
        if event.reason() in _WAYS:
            self.focusNextPrevChild(_WAYS[event.reason()])

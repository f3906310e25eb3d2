"""The toolbar over the page: its commands, and whose words are marked."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QToolBar, QWidget

from reader.ui.theme import Theme
from reader.ui.window.voice_filter import VoiceFilter

_LEFT = ("show_panel", "open", "paste", "", "show_marks", "previous_mark", "next_mark", "")
_RIGHT = ("find", "larger", "next_theme")


class ReadingToolBar(QToolBar):
    """Commands at both ends, the filter of voices between them."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tools"))
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setIconSize(QSize(16, 16))
        self._commands = actions
        for name in _LEFT:
            self._add(name)
        self.voices = VoiceFilter(actions, self)
        self.addWidget(self.voices)
        spacer = QWidget(self)
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.addWidget(spacer)
        for name in _RIGHT:
            self._add(name)

    def _add(self, name: str) -> None:
        if not name:
            self.addSeparator()
            return
        action = self._commands[name]
        self.addAction(action)
        button = self.widgetForAction(action)
        button.setAccessibleName(action.text().replace("&", ""))
        if name == "show_marks":
            button.setProperty("toolButtonStyle", Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def set_theme(self, theme: Theme) -> None:
        """Draw the swatches of the voices in other colours."""
        self.voices.set_theme(theme)

"""The toolbar over the page: its commands, and whose words are marked."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from reader.ui.theme import Theme
from reader.ui.theme.key_hint import ButtonKeyHint
from reader.ui.widgets.icons import Icons, beside_icon
from reader.ui.window.bars.voice_filter import VoiceFilter

_LEFT = ("shelf", "back", "forward", "add", "", "show_marks", "previous_mark", "next_mark", "")
_RIGHT = ("find", "larger", "next_theme", "show_panel")
_MORE = (
    "open",
    "paste",
    "",
    "smaller",
    "usual_size",
    "stronger_voices",
    "full_screen",
    "",
    "go_to",
    "muted",
    "",
    "preferences",
    "keys",
)
_HEIGHT = 44


class ReadingToolBar(QToolBar):
    """Commands at both ends, the filter of voices between them.

    Attributes:
        more: The menu at its end, of what is wanted more seldom.
    """

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tools"))
        self.setAccessibleName(self.tr("Tools"))
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setIconSize(QSize(16, 16))
        self.setFixedHeight(_HEIGHT)
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
        self.more = QMenu(self)
        self._more = self._more_button()
        self.addWidget(self._more)

    def _more_button(self) -> QToolButton:
        """Return the button at the end that opens a menu of what is wanted more seldom."""
        button = QToolButton(self)
        button.setObjectName("more")
        button.setToolTip(self.tr("More"))
        button.setAccessibleName(self.tr("More"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for name in _MORE:
            self.more.addAction(self._commands[name]) if name else self.more.addSeparator()
        button.setMenu(self.more)
        return button

    def _add(self, name: str) -> None:
        if not name:
            self.addSeparator()
            return
        action = self._commands[name]
        self.addAction(action)
        button = self.widgetForAction(action)
        button.setAccessibleName(action.text().replace("&", ""))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if name == "show_marks":
            button.setProperty("toolButtonStyle", Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            action.setIconText(beside_icon(action.iconText()))
            ButtonKeyHint(action, button)

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Draw icon and swatches in other colours."""
        self.voices.set_theme(theme)
        self._more.setIcon(icons.icon("ellipsis", theme.text))

"""Whose words: one of All, Narrator, Quoted, Reported, each with its swatch and count."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from reader.ui.marks.voice_swatch import voice_icon
from reader.ui.theme import Theme

_AFTER_SWATCH = 4  # pixels that part a swatch from its word
_VOICES = ("narrator", "direct", "indirect")


class VoiceFilter(QWidget):
    """Buttons over the four voice actions; the actions hold the state."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("voice_filter")
        self._actions = {name: actions[f"voice_{name}"] for name in ("all", *_VOICES)}
        group = QActionGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(0)
        self._label = QLabel(self.tr("Whose words"), self)
        self._label.setProperty("role", "quiet")
        self._label.setContentsMargins(0, 0, 8, 0)
        row.addWidget(self._label)
        self._buttons: dict[str, QToolButton] = {}
        for name, action in self._actions.items():
            group.addAction(action)
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setObjectName(f"filter_{name}")
            button.setIconSize(QSize(18 + _AFTER_SWATCH, 12))
            row.addWidget(button)
            self._buttons[name] = button
        self._menu_button = self._make_menu_button()
        row.addWidget(self._menu_button)
        self._actions["all"].setChecked(True)
        group.triggered.connect(self._name_choice)
        self.set_compact(False)

    def _make_menu_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("filter_menu")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addActions(list(self._actions.values()))
        button.setMenu(menu)
        return button

    def set_compact(self, is_compact: bool) -> None:  # noqa: FBT001 -- a setter
        """Show one button with a menu, or the four buttons side by side."""
        self._label.setVisible(not is_compact)
        for button in self._buttons.values():
            button.setVisible(not is_compact)
        self._menu_button.setVisible(is_compact)
        self._name_choice()

    def _name_choice(self) -> None:
        chosen = [action for action in self._actions.values() if action.isChecked()]
        name = chosen[0].iconText() if chosen else ""
        self._menu_button.setText(self.tr("Whose words: {voice}").format(voice=name))

    def set_theme(self, theme: Theme) -> None:
        """Draw the swatches in the theme's colours."""
        for voice in _VOICES:
            icon = voice_icon(theme, voice, self.devicePixelRatioF(), after_px=_AFTER_SWATCH)
            self._actions[voice].setIcon(icon)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Write how many marks each voice has on the button, where there are any at all."""
        is_any = any(counts.values())
        for name, action in self._actions.items():
            plain = action.text().replace("&", "")
            number = counts.get(name)
            action.setIconText(f"{plain} {number:,}" if number is not None and is_any else plain)
        self._name_choice()

"""How the window looks, and the settings behind it: theme, size, voices, preferences."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader.settings import Settings
from reader.ui.controllers import late_loads
from reader.ui.controllers.appearance.chosen_keys import ChosenKeys
from reader.ui.reading_view.typesetting.page import PageLook
from reader.ui.session.chosen_settings import ChosenSettings
from reader.ui.theme import THEMES, Theme, ThemeName, palette, style_sheet
from reader.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from reader.ui.controllers.appearance.portable import Portable
    from reader.ui.dialogs.preferences.preferences_dialog import PreferencesDialog

_AFTER: dict[ThemeName, ThemeName] = {
    "light": "dark",
    "dark": "sepia",
    "sepia": "light",
    "contrast-light": "contrast-dark",
    "contrast-dark": "contrast-light",
}


def chosen_theme(appearance: str) -> Theme:
    """Return the theme of an appearance; the system's light or dark for "system"."""
    if appearance == "system":
        is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        appearance = "dark" if is_dark else "light"
    return {str(name): theme for name, theme in THEMES.items()}.get(appearance, THEMES["light"])


def page_look(settings: Settings) -> PageLook:
    """Return column, leading and font of the page as the settings say."""
    usual = Settings()
    return PageLook(
        settings.text_width / usual.text_width,
        settings.text_leading / usual.text_leading,
        settings.text_font == "sans",
    )


class Appearance(QObject):
    """Applies the settings to the application and the window.

    Signals:
        ending_requested(): The window is to close, so that what is kept can be moved.
        theme_changed(Theme): Other colours are in use.
        preferences_opened(PreferencesDialog): The reader looks at the settings.
    """

    ending_requested = Signal()
    theme_changed = Signal(object)
    preferences_opened = Signal(object)

    def __init__(
        self,
        application: QApplication,
        window: MainWindow,
        settings: ChosenSettings,
        make_portable: "Callable[[], Portable | None]",
    ) -> None:
        super().__init__(window)
        self._application = application
        self._window = window
        self._settings = settings
        self._make_portable = make_portable
        self.portable: Portable | None = None
        self._theme = chosen_theme(settings.now.appearance)
        self.keys = ChosenKeys(window, settings)
        self.dialog: PreferencesDialog | None = None
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what the commands do, by their name."""
        return {
            **self.keys.slots(),
            "larger": self.larger,
            "next_theme": self.next_theme,
            "preferences": self.preferences,
            "smaller": self.smaller,
            "stronger_voices": self.stronger_voices,
            "usual_size": self.usual_size,
        }

    def _follow_system(self) -> None:
        """Change with the system, where the reader has chosen that."""
        if self._settings.now.appearance == "system":
            self.apply()

    def apply(self) -> None:
        """Make the window look as the settings say."""
        settings = self._settings.now
        self._theme = chosen_theme(settings.appearance)
        sheet = style_sheet(self._theme)
        if sheet != self._application.styleSheet():  # styling all widgets takes long
            self._application.setPalette(palette(self._theme))
            self._application.setStyleSheet(sheet)
            self.theme_changed.emit(self._theme)
        window = self._window
        window.set_theme(self._theme)
        window.view.set_look(page_look(settings))
        window.view.set_text_size(settings.text_size)
        is_strong = settings.stronger_voice_marks or self._theme.is_contrast
        window.view.set_stronger_voices(is_strong)
        window.actions_by_name["stronger_voices"].setChecked(settings.stronger_voice_marks)
        window.wording.possible.setChecked(settings.shows_possible)
        window.welcome.hidden_box.setChecked(settings.marks_hidden_at_first)

    def theme(self) -> Theme:
        """Return the colours in use."""
        return self._theme

    def set_theme(self, name: ThemeName) -> None:
        """Show the window in light, dark or sepia."""
        self._settings.change(replace(self._settings.now, appearance=name))
        self.apply()

    def next_theme(self) -> None:
        """Go from light to dark, to sepia, and round; with high contrast, to and fro."""
        self.set_theme(_AFTER[self._theme.name])

    def larger(self) -> None:
        """Make the text one pixel larger."""
        self._resize(self._settings.now.text_size + 1)

    def smaller(self) -> None:
        """Make the text one pixel smaller."""
        self._resize(self._settings.now.text_size - 1)

    def usual_size(self) -> None:
        """Give the text its usual size."""
        self._resize(Settings().text_size)

    def _resize(self, size_px: int) -> None:
        size_px = max(15, min(32, size_px))
        self._settings.change(replace(self._settings.now, text_size=size_px))
        self._window.view.set_text_size(size_px)

    def stronger_voices(self) -> None:
        """Draw bands and boxes with a clear frame, or not."""
        is_strong = self._window.actions_by_name["stronger_voices"].isChecked()
        self._settings.change(replace(self._settings.now, stronger_voice_marks=is_strong))
        self._window.view.set_stronger_voices(is_strong)

    def keep_possible(self, is_shown: bool) -> None:  # noqa: FBT001 -- a slot
        """Remember whether less certain marks are wanted."""
        self._settings.change(replace(self._settings.now, shows_possible=is_shown))

    def keep_marks_hidden(self, is_hidden: bool) -> None:  # noqa: FBT001 -- a slot
        """Remember whether articles start without marks."""
        self._settings.change(replace(self._settings.now, marks_hidden_at_first=is_hidden))

    def preferences(self) -> None:
        """Let the reader change the settings; each change counts at once."""
        actions = self._window.actions_by_name
        keys = [
            (name, action.text().replace("&", "").rstrip("…"), action.shortcut().toString())
            for name, action in actions.items()
        ]
        if self.portable is None:
            self.portable = self._make_portable()
            if self.portable is not None:
                self.portable.ending_requested.connect(self.ending_requested)
        place = self.portable.place() if self.portable is not None else None
        make = late_loads.preferences_dialog()
        self.dialog = make(self._theme, self._settings.now, keys, place, self._window)
        self.dialog.settings_changed.connect(self._take)
        self.dialog.keys_requested.connect(self._change_keys)
        if self.portable is not None:
            self.dialog.portable_requested.connect(self.portable.ask)
            self.portable.ending_requested.connect(self.dialog.accept)
        self.dialog.open()
        self.preferences_opened.emit(self.dialog)

    def _take(self, settings: Settings) -> None:
        self._settings.change(settings)
        self.apply()

    def _change_keys(self, command: str) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        if command:
            self.keys.open_at(command)
        else:
            self.keys.open()

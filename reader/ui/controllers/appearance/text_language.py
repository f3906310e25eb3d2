"""The language that articles are read in: found in each text, or always the same one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.settings import Settings
from reader.ui.controllers.appearance.appearance import Appearance
from reader.ui.session.session import Session

_SETTING = "text_language"

if TYPE_CHECKING:
    from reader.ui.dialogs.preferences.preferences_dialog import PreferencesDialog


class TextLanguage(QObject):
    """Offers in Preferences what is installed, and has articles read as the reader chose."""

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._session = session
        self._dialog: PreferencesDialog | None = None
        appearance.preferences_opened.connect(self._offer)
        session.lexicons.loaded.connect(self._show)
        session.analysis.read_in(session.settings.now.text_language)

    def _offer(self, dialog: "PreferencesDialog") -> None:
        self._dialog = dialog
        dialog.settings_changed.connect(self._take)
        dialog.finished.connect(self._forget)
        if self._session.lexicons.tools is None:
            self._session.lexicons.load()
        else:
            self._show()

    def _show(self) -> None:
        """Say which languages are installed, once the lists have been read."""
        tools, dialog = self._session.lexicons.tools, self._dialog
        if tools is None or dialog is None:
            return
        language = tools.language
        lists = [one for one in self._session.lexicons.known if one.language == language.code]
        words = self.tr("Always {language}").format(language=language.name)
        dialog.offer(_SETTING, ((language.code, words),))
        told = self.tr("Installed: {language}, with {n} lists.")
        dialog.tell(_SETTING, told.format(language=language.name, n=len(lists)))

    def _take(self, settings: Settings) -> None:
        self._session.analysis.read_in(settings.text_language)

    def _forget(self) -> None:
        self._dialog = None

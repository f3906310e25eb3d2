"""Which tabs are open, written down as they change: a crash does not lose them."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from reader.ui.controllers.library.tabs.open_tabs import OpenTabs
from reader.ui.session.session import Session

_A_MOMENT = 1000  # milliseconds in which several changes are one


class TabsKept(QObject):
    """Keeps the ids of the open articles in the settings, for the next start."""

    def __init__(self, tabs: OpenTabs, session: Session) -> None:
        super().__init__(tabs)
        self._tabs, self._session = tabs, session
        self._has_begun = False
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_A_MOMENT)
        self._clock.timeout.connect(self.keep)
        tabs.shown.connect(self._keep_soon)
        tabs.known.connect(self._keep_soon)

    def begin(self) -> None:
        """Follow the tabs from now on: those of the last time are open, or are not wanted."""
        self._has_begun = True
        self._keep_soon()

    def _keep_soon(self) -> None:
        if self._has_begun:
            self._clock.start()

    def keep(self) -> None:
        """Write down what is open now, behind those of the last time where they are not yet."""
        self._clock.stop()
        settings, front = self._session.settings, self._session.article.kept_id
        ids = [tab.kept_id for tab in self._tabs.tabs if tab.kept_id]
        if not self._has_begun:
            ids = [*settings.now.open_tabs, *ids]
            front = front or settings.now.front_tab
        settings.change(
            replace(settings.now, open_tabs=tuple(dict.fromkeys(ids)), front_tab=front)
        )

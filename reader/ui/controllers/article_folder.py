"""Where the reader's library lies, and the way from a place in it to the page."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.core.text.spans import Span
from reader.paths import Paths
from reader.ui.controllers.appearance import SettingsKeeper
from reader.ui.editor.folder_search.search_steps import LibraryPlace
from reader.ui.messages import Messages
from reader.ui.session.session import Session, sample_paths
from reader.ui.window.main_window import MainWindow


class LibraryDesk(QObject):
    """The library is a folder that the reader names, and the files that were read lately.

    Signals:
        changed(): Another folder is the library now.
    """

    changed = Signal()

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        keeper: SettingsKeeper,
        messages: Messages,
        paths: Paths,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._keeper = window, session, keeper
        self._messages, self._paths = messages, paths
        self._wanted: Span | None = None
        session.analysis_changed.connect(self._focus_wanted)

    @property
    def folder(self) -> str:
        """Return the folder of the library, or ""."""
        return self._keeper.settings.library_folder

    def recent(self) -> list[str]:
        """Return the files that were read lately, the samples left out."""
        samples = {str(path.resolve()) for path in sample_paths(self._paths)}
        return [path for path in self._keeper.settings.recent if path not in samples]

    def choose_folder(self) -> None:
        """Let the reader choose the folder of the library."""
        folder = self._messages.ask_folder(self.tr("A folder with your articles"))
        if folder:
            self._keep(folder)

    def drop_folder(self) -> None:
        """Take only what was read lately as the library."""
        self._keep("")

    def _keep(self, folder: str) -> None:
        self._keeper.change(replace(self._keeper.settings, library_folder=folder))
        self.changed.emit()

    def show_place(self, place: LibraryPlace) -> None:
        """Open the article of a place, and show the place there."""
        article = self._session.article
        is_open = article is not None and _is_at(article.origin, place.path)
        if not is_open and not self._session.open(place.path):
            return
        self._wanted = place.span
        self._window.view.reveal(place.span)
        self._focus_wanted()
        self._window.raise_()
        self._window.activateWindow()

    def _focus_wanted(self) -> None:
        """Put the ring on the mark at the place, as soon as the article is marked."""
        analysis, span = self._session.analysis, self._wanted
        if analysis is None or span is None:
            return
        self._wanted = None
        finding = next((item for item in analysis.findings if item.span == span), None)
        if finding is not None:
            self._window.view.focus_finding(finding)


def _is_at(origin: str, path: str) -> bool:
    return bool(origin) and "://" not in origin and str(Path(origin).resolve()) == path

"""The folder in which words are counted, and the way from a place in it to the page."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.text.article import Article
from reader.ui.controllers.program_parts import ProgramParts

if TYPE_CHECKING:
    from reader.ui.places.editor.folder_search.search_steps import LibraryPlace


class ArticleFolder(QObject):
    """A folder that the reader names, and the files that were read recently.

    Signals:
        changed(): Words are counted in another folder now.
    """

    changed = Signal()

    def __init__(self, parts: ProgramParts) -> None:
        super().__init__(parts.window)
        self._window, self._messages, self._paths = parts.window, parts.messages, parts.paths
        self._article, self._analysis = parts.session.article, parts.session.analysis
        self._settings = parts.session.settings
        self._wanted: LibraryPlace | None = None

    @property
    def folder(self) -> str:
        """Return the folder, or ""."""
        return self._settings.now.library_folder

    def recent(self) -> list[str]:
        """Return the files that were read recently, the samples left out."""
        samples = {str(path.resolve()) for path in self._paths.samples}
        return [path for path in self._settings.now.recent if path not in samples]

    def choose_folder(self) -> None:
        """Let the reader choose the folder."""
        folder = self._messages.ask_folder(self.tr("A folder with your articles"))
        if folder:
            self._keep(folder)

    def drop_folder(self) -> None:
        """Count only in what was read recently."""
        self._keep("")

    def _keep(self, folder: str) -> None:
        self._settings.change(replace(self._settings.now, library_folder=folder))
        self.changed.emit()

    def show_place(self, place: "LibraryPlace") -> None:
        """Open the article of a place, and show the place there."""
        self._wanted = place
        article = self._article.current
        if article is not None and _is_at(article.origin, place.path):
            self.reveal_wanted(article)
            self.focus_wanted()
        else:
            self._article.open(place.path)

    def reveal_wanted(self, article: Article | None) -> None:
        """Scroll to the wanted place, now that the page shows an article."""
        if article is None or self._wanted is None:
            return
        if not _is_at(article.origin, self._wanted.path):
            self._wanted = None  # another article was opened meanwhile
            return
        self._window.view.reveal(self._wanted.span)
        self._window.raise_()
        self._window.activateWindow()

    def focus_wanted(self) -> None:
        """Put the ring on the mark at the wanted place, now that the article is marked."""
        analysis, wanted = self._analysis.current, self._wanted
        if analysis is None or wanted is None:
            return
        self._wanted = None
        finding = next((item for item in analysis.findings if item.span == wanted.span), None)
        if finding is not None:
            self._window.view.focus_finding(finding)


def _is_at(origin: str, path: str) -> bool:
    return bool(origin) and "://" not in origin and str(Path(origin).resolve()) == path

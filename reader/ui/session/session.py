"""The three things that a window works on, and its settings, to be handed on together."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from reader.paths import Paths
from reader.storage.user_data.store import Store
from reader.ui.session.article_analysis import ArticleAnalysis
from reader.ui.session.chosen_settings import ChosenSettings
from reader.ui.session.lexicons_in_use import LexiconsInUse
from reader.ui.session.library.library_door import LibraryDoor
from reader.ui.session.loaders import LateLoads
from reader.ui.session.open_article import OpenArticle


@dataclass(frozen=True, slots=True, weakref_slot=True)  # Qt refers weakly to what it calls
class Session:
    """What one window is about.

    Attributes:
        article: The article on the page.
        lexicons: The lexicons that mark it.
        analysis: What the lexicons and the reader make of the article.
        settings: What the reader has chosen.
        door: The way into the library.
    """

    article: OpenArticle
    lexicons: LexiconsInUse
    analysis: ArticleAnalysis
    settings: ChosenSettings
    door: LibraryDoor

    @classmethod
    def begin(cls, paths: Paths, loads: LateLoads, store: Store, parent: QObject) -> "Session":
        """Return a session without an article; `parent` keeps its parts alive."""
        article = OpenArticle(parent)
        lexicons = LexiconsInUse(paths, loads.analysis, parent)
        return cls(
            article,
            lexicons,
            ArticleAnalysis(article, lexicons, paths, loads, store, parent),
            ChosenSettings(store, parent),
            LibraryDoor(paths.data, loads.library, parent),
        )

    def cancel(self) -> None:
        """Give up reading and analysing; the article on the page stays."""
        self.article.cancel()
        self.analysis.cancel()

    def stop(self) -> None:
        """End all work, as the window does when it closes."""
        self.article.stop()
        self.lexicons.stop()
        self.analysis.stop()

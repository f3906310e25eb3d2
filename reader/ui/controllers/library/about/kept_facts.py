"""What the library knows of the article on the page, told beside it and changed there."""

from PySide6.QtCore import QObject

from reader.core.views.article_facts import Detail
from reader.errors import ReaderError
from reader.storage.library.rows import ArticleRow
from reader.ui.controllers.library.acts.library_acts import LibraryActs
from reader.ui.marks.dates import moment_text
from reader.ui.marks.kept_words import kept_words
from reader.ui.session.session import Session
from reader.ui.window.main_window import MainWindow


class KeptFacts(QObject):
    """Tells the About panel of collections, tags and the day on which an article was kept."""

    def __init__(self, window: MainWindow, session: Session, acts: LibraryActs) -> None:
        super().__init__(window)
        self._about, self._session, self._acts = window.about, session, acts
        window.about.shelves_requested.connect(self._change)
        session.article.changed.connect(self.look)
        session.door.opened.connect(self.look)
        session.door.changed.connect(self.look)

    def look(self, *_: object) -> None:
        """Show what the library says now."""
        library, here = self._session.door.library, self._session.article.kept_id
        row = None
        if library is not None and here:
            try:
                row = library.row(here)
            except ReaderError:
                row = None
        self._about.show_kept(self._told(row) if row is not None else ())

    def _told(self, row: ArticleRow) -> tuple[Detail, ...]:
        return (
            Detail("collections", ", ".join(row.collections)),
            Detail("tags", ", ".join(row.tags)),
            Detail("kept", kept_words(row, moment_text(row.added))),
        )

    def _change(self, shelf: str, words: str) -> None:
        here = self._session.article.kept_id
        if here:
            self._acts.put_on_shelves(here, shelf, words)

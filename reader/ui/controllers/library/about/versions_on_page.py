"""The versions of the article on the page: listed beside it, their changes shown in its stead."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.analysis.places import Places
from reader.errors import ReaderError
from reader.ui.controllers.library.library_page import PlaceLoader
from reader.ui.marks.dates import moment_text
from reader.ui.marks.places import place_words
from reader.ui.panels.about.versions_page import KeptVersion, ListedChange
from reader.ui.session.session import Session
from reader.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from reader.core.across.versions import Change
    from reader.core.text.article import Article
    from reader.storage.library.rows import ArticleRow
    from reader.ui.places.library.versions.changes_page import ChangesPage


class VersionsOnPage(QObject):
    """Tells the About panel of versions, and shows their changes while it asks for them.

    Signals:
        article_requested(str): Open this article of the library.
        compare_requested(tuple): Compare these articles.
        failed(ReaderError): A version could not be read.
        step_left(int): Go to the next mark or note (1) or the one before (-1): none is shown here.

    Attributes:
        page: The page of changes, once it was wanted.
    """

    article_requested = Signal(str)
    compare_requested = Signal(object)
    failed = Signal(object)
    step_left = Signal(int)

    def __init__(self, window: MainWindow, session: Session, load_place: PlaceLoader) -> None:
        super().__init__(window)
        self._window, self._session, self._load_place = window, session, load_place
        self.page: ChangesPage | None = None
        self._is_shown = False
        about = window.about
        about.versions_wanted.connect(self._want)
        about.versions.chosen.connect(self._show)
        about.versions.change_requested.connect(self._go_to)
        about.versions.read_requested.connect(self._read)
        about.versions.compare_requested.connect(self._compare)
        session.article.changed.connect(self._leave)
        session.article.changed.connect(self._look)
        session.door.opened.connect(self._look)
        session.door.changed.connect(self._look)
        for name in ("show_marks", "find"):
            window.actions_by_name[name].triggered.connect(self._leave)
        window.tabs.currentChanged.connect(self._leave)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what the commands do, by their name."""
        return {"next_mark": self._next, "previous_mark": self._previous}

    # -- which versions there are --------------------------------------------------------------

    def _look(self, *_: object) -> None:
        """Tell the panel which versions of the article on the page are kept."""
        library, here = self._session.door.library, self._session.article.kept_id
        versions: tuple[KeptVersion, ...] = ()
        if library is not None and here:
            try:
                rows = library.rows_of(library.folding.versions(here))
            except ReaderError:
                rows = ()
            versions = tuple(map(self._told, reversed(rows))) if len(rows) > 1 else ()
        self._window.about.show_versions(versions, here)

    def _told(self, row: "ArticleRow") -> KeptVersion:
        words = self.tr("{n} words").format(n=f"{row.words:,}")
        return KeptVersion(row.id, moment_text(row.added), words)

    # -- what changed --------------------------------------------------------------------------

    def _want(self, is_wanted: bool) -> None:  # noqa: FBT001 -- a slot
        if is_wanted:
            self._show(*self._window.about.versions.ends)
        else:
            self._leave()

    def _show(self, old_id: str, new_id: str) -> None:
        """Show on the page what changed from one version to another."""
        library = self._session.door.library
        if library is None or self._load_place is None or not (old_id and new_id):
            return
        try:
            changes = library.folding.differences(old_id, new_id)
            old, new = (library.articles.article(one) for one in (old_id, new_id))
        except ReaderError as error:
            self.failed.emit(error)
            return
        parts = self._load_place()
        if self.page is None:
            self.page = parts.changes(self._window.theme, self._window)
            self.page.left.connect(self._leave)
        self.page.set_theme(self._window.theme)
        self.page.set_text_size(self._session.settings.now.text_size)
        self.page.show_changes(new, old.text, changes)
        self._window.lay_over_page(self.page)
        self._is_shown = True
        added, gone = parts.words_changed(new.text, old.text, changes)
        self._tell(changes, (old, new), (added, gone))

    def _tell(
        self,
        changes: "tuple[Change, ...]",
        articles: "tuple[Article, Article]",
        counts: tuple[int, int],
    ) -> None:
        old, new = articles
        places = Places(new)
        listed = [
            ListedChange(
                place_words(places, change.new), change.old.of(old.text), change.new.of(new.text)
            )
            for change in changes
        ]
        told = self.tr("{n} changes between two versions").format(n=len(changes))
        if len(changes) < 2:
            told = self.tr("1 change between two versions") if changes else self.tr("No change")
        words = self.tr("{added} words new, {gone} words gone.")
        words = words.format(added=counts[0], gone=counts[1])
        self._window.about.versions.show_changes(listed, told, words)
        self._window.status.stand(
            self.tr("{told} · F8 next change, Esc back to the article").format(told=told)
        )

    def _leave(self, *_: object) -> None:
        """Give the article its place back."""
        if self._is_shown:
            self._is_shown = False
            self._window.lay_over_page(None)
            self._window.status.show_ready()

    # -- acts ----------------------------------------------------------------------------------

    def _next(self) -> None:
        self._step(1)

    def _previous(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        if self._is_shown and self.page is not None:
            self.page.step(step)
        else:
            self.step_left.emit(step)

    def _go_to(self, number: int) -> None:
        if not self._is_shown:
            self._show(*self._window.about.versions.ends)
        if self.page is not None:
            self.page.go_to(number)

    def _read(self, article_id: str) -> None:
        self._leave()
        self.article_requested.emit(article_id)

    def _compare(self, old_id: str, new_id: str) -> None:
        self._leave()
        self.compare_requested.emit((old_id, new_id))

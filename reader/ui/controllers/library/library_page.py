"""Between page and library: the two pages of the window, and what is opened from the second."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from reader.core.text.article import in_quotes
from reader.core.text.spans import Span
from reader.errors import ReaderError
from reader.ui.controllers.library.tabs.open_tabs import OpenTab, OpenTabs
from reader.ui.session.session import Session
from reader.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from reader.storage.library.library import Library
    from reader.ui.places.library.library_place import LibraryPlace
    from reader.ui.places.library.versions.versions_dialog import VersionsDialog


PlaceLoader = Callable[[], Any] | None  # the parts of the library's page


class LibraryPage(QObject):
    """Makes the library's page when it is first wanted, and opens what is chosen there.

    Signals:
        made(LibraryPlace): The page is there, and is to be connected.
        article_opened(str, str): An article of the library is on the page: its id and title.
        failed(ReaderError): Something could not be read.

    Attributes:
        place: The page, once it was wanted.
        versions: The dialog of versions, once it was opened.
    """

    made = Signal(object)
    article_opened = Signal(str, str)
    failed = Signal(object)

    def __init__(
        self, window: MainWindow, session: Session, tabs: OpenTabs, load_place: PlaceLoader
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._tabs = window, session, tabs
        self._load_place = load_place
        self.place: LibraryPlace | None = None
        self.versions: VersionsDialog | None = None
        session.door.changed.connect(self._refresh)
        session.door.renewed.connect(self._refresh_counts)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what the commands do, by their name."""
        return {
            "fold_copies": self._fold_copies,
            "library": self.toggle,
            "library_pane": self._show_pane,
            "next_article": self._next,
            "only_new": self._only_new,
            "previous_article": self._previous,
            "search_library": self.search,
        }

    @property
    def is_in_front(self) -> bool:
        """Tell whether the library is what the window shows."""
        return self.place is not None and self._window.pages.currentWidget() is self.place

    # -- to and fro ----------------------------------------------------------------------------

    def toggle(self) -> None:
        """Go to the library, or back to the page."""
        if self.is_in_front:
            self._window.show_page()
        else:
            self.show()

    def show(self, then: "Callable[[LibraryPlace], object] | None" = None) -> None:
        """Show the library as soon as it is open, and do something with it."""
        self._window.status.stand(self.tr("Opening the library"))
        self._session.door.when_open(partial(self._show, then))

    def _show(self, then: "Callable[[LibraryPlace], object] | None", library: "Library") -> None:
        place = self.made_place(library)
        is_new_here = not self.is_in_front
        self._window.show_place(place, self.tr("Library"))
        place.refresh()
        if is_new_here:
            place.focus_list()
        if then is not None:
            then(place)

    def made_place(self, library: "Library") -> "LibraryPlace":
        """Return the page of the library, made when it is first wanted."""
        if self.place is None:
            window = self._window
            assert self._load_place is not None  # there is a library, so there is its page
            kind = self._load_place().place
            place: LibraryPlace = kind(
                library, window.actions_by_name, window.theme, window.icons, window
            )
            self.place = place
            window.add_place(place)
            place.article_requested.connect(self.open_article)
            place.article_behind_requested.connect(self.open_behind)
            place.failed.connect(self.failed)
            place.pane.versions_requested.connect(self.show_versions)
            place.status_changed.connect(self._tell)
            place.list.selection_changed.connect(window.status.go_on)
            place.found.results.line_chosen.connect(window.status.go_on)
            place.set_hides_marks(self._session.settings.now.marks_hidden_at_first)
            self.made.emit(place)
        return self.place

    def _tell(self, words: str) -> None:
        if self.is_in_front:
            self._window.status.stand(words)

    def _refresh(self) -> None:
        if self.place is not None and self.is_in_front:
            self.place.refresh()

    def _refresh_counts(self) -> None:
        if self.place is not None and self.is_in_front:
            self.place.list.articles.forget_rows()

    def search(self) -> None:
        """Go to the search field of the library."""
        self.show(_focus_search)

    def look_for(self, query: str) -> None:
        """Show what is found for something."""
        self.show(partial(_look_for, query))

    def _only_new(self) -> None:
        if self.place is not None:
            self.place.set_only_new(self._window.actions_by_name["only_new"].isChecked())

    def _fold_copies(self) -> None:
        if self.place is not None:
            self.place.set_folded(self._window.actions_by_name["fold_copies"].isChecked())

    def _show_pane(self) -> None:
        if self.place is not None:
            self.place.set_pane_wanted(self._window.actions_by_name["library_pane"].isChecked())

    # -- opening -------------------------------------------------------------------------------

    def open_article(self, article_id: str, start: int = -1) -> None:
        """Open an article of the library in the tab in front.

        Args:
            article_id: Its id.
            start: The place that is to be in view, its word on a wash; -1 for where it was left.
        """
        number = self._tabs.find(article_id)
        if number >= 0 and number == self._tabs.front:
            self._window.show_page()
        elif number >= 0:
            self._tabs.bring(number)
        elif not self._show_article(article_id):
            return
        article = self._session.article.current
        if start >= 0 and article is not None:
            word = article.text[start:].split(maxsplit=1)[:1]
            self._window.view.show_place(Span(start, start + len("".join(word))))
        self.article_opened.emit(article_id, article.name if article is not None else "")

    def _show_article(self, article_id: str) -> bool:
        library = self._session.door.library
        if library is None:
            return False
        try:
            article = library.articles.article(article_id, is_edited=False)
        except ReaderError as error:
            self.failed.emit(error)
            return False
        self._session.article.show(article, article_id)
        return True

    def open_behind(self, article_id: str) -> None:
        """Open an article of the library in a tab behind."""
        library = self._session.door.library
        row = library.row(article_id) if library is not None else None
        if row is not None and self._tabs.find(article_id) < 0:
            self._tabs.open_behind(OpenTab(row.name, row.outlet or "", article_id))
            self._window.status.tell(
                self.tr("{title} is open in a tab.").format(title=in_quotes(row.name))
            )

    def _next(self) -> None:
        self.step(1)

    def _previous(self) -> None:
        self.step(-1)

    def show_versions(self, article_id: str) -> None:
        """Show what changed between the versions of an article's address."""
        library = self._session.door.library
        if library is None or self._load_place is None:
            return
        window = self._window
        self.versions = self._load_place().versions(library, article_id, window.theme, window)
        self.versions.article_requested.connect(self.open_article)
        self.versions.open()

    def step(self, steps: int) -> None:
        """Open the next article of the list, or the one before."""
        self._session.door.when_open(partial(self._step, steps))

    def _step(self, steps: int, library: "Library") -> None:
        was_made = self.place is not None
        place = self.made_place(library)
        if not was_made:
            place.refresh()
        here = self._session.article.kept_id
        if here and place.list.current_id() != here:
            place.list.show_article(here)
        reached = place.list.step(steps)
        if reached is not None:
            self.open_article(reached)
        else:
            self._window.status.tell(self.tr("There is no further article in this list."))

    def stop(self) -> None:
        """End all work, as the window does when it closes."""
        if self.place is not None:
            self.place.stop()


def _focus_search(place: "LibraryPlace") -> None:
    place.focus_search()


def _look_for(query: str, place: "LibraryPlace") -> None:
    place.look_for(query)

"""The shelf over the page: made when it is first wanted, and as high as the page."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Signal

from reader.ui.session.session import Session
from reader.ui.theme import Theme
from reader.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from reader.storage.library.library import Library
    from reader.ui.controllers.library.library_page import LibraryPage
    from reader.ui.places.library.library_place import LibraryPlace
    from reader.ui.places.library.shelf.shelf import Shelf
    from reader.ui.places.library.shelf_tree.tree_places import TreePlace

_WIDTH = 320
_STAYS_FROM = 1320  # pixels of the window; below, a choice closes the shelf


class ShelfOverPage(QObject):
    """Slides the list of the library over the page, and away again.

    Signals:
        article_requested(str): Open this article of the library.

    Attributes:
        shelf: The shelf, once it was wanted.
    """

    article_requested = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        page: "LibraryPage",
        load_place: Callable[[], Any] | None,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._page = window, session, page
        self._load_place = load_place
        self.shelf: Shelf | None = None
        window.page_changed.connect(self._leave)
        session.door.changed.connect(self._refresh)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what the commands do, by their name."""
        return {"shelf": self.toggle}

    def toggle(self) -> None:
        """Show the shelf over the page, or take it away."""
        if self.shelf is not None and self.shelf.isVisible():
            self.shelf.close_shelf()
        elif not self._page.is_in_front:
            self._session.door.when_open(self._show)

    def _show(self, library: "Library") -> None:
        place = self._page.made_place(library)
        place.refresh()
        window = self._window
        if self.shelf is None:
            assert self._load_place is not None  # there is a library, so there are its parts
            kind = self._load_place().shelf
            made: Shelf = kind(place.list.articles, window.theme, window.icons, window.pages)
            made.article_requested.connect(self._open)
            made.library_requested.connect(self._page.show)
            made.closed.connect(self._closed)
            made.places_wanted.connect(self._offer_places)
            made.place_chosen.connect(self._choose_place)
            made.named.connect(self._name)
            window.pages.installEventFilter(self)
            self.shelf = made
        window.actions_by_name["shelf"].setChecked(True)
        self._size()
        self._tell(place)
        self.shelf.open_shelf(self._session.article.kept_id)

    def _tell(self, place: "LibraryPlace") -> None:
        if self.shelf is not None:
            name = place.tree.name_of(place.place())
            self.shelf.tell(name, place.list.articles.rowCount(), place.articles)

    def _offer_places(self) -> None:
        """Offer the lists that the tree of the library has, searches aside."""
        place = self._page.place
        if self.shelf is not None and place is not None:
            lists = [one for one in place.tree.places() if one.kind not in {"search", "trash"}]
            self.shelf.offer_places([(place.tree.name_of(one), one) for one in lists])

    def _name(self, words: str) -> None:
        """Show only what has some words in title or outlet."""
        place = self._page.place
        if place is not None:
            place.set_named(words)
            self._tell(place)

    def _choose_place(self, chosen: "TreePlace") -> None:
        place = self._page.place
        if place is not None:
            place.choose_place(chosen)
            self._tell(place)

    def _refresh(self) -> None:
        """Show the list as it is now; the page of the library rests while it is not seen."""
        place = self._page.place
        is_seen = self.shelf is not None and self.shelf.isVisible()
        if is_seen and place is not None and not self._page.is_in_front:
            place.refresh()
            self._tell(place)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        if self.shelf is not None:
            self.shelf.set_theme(theme)

    def _open(self, article_id: str) -> None:
        self.article_requested.emit(article_id)
        if self.shelf is not None and self._window.width() < _STAYS_FROM:
            self.shelf.close_shelf()

    def _closed(self) -> None:
        self._window.actions_by_name["shelf"].setChecked(False)
        self._window.view.leave_room(0)
        if self._window.view.isVisible():
            self._window.view.setFocus()

    def _leave(self) -> None:
        """Take the shelf away as the library itself comes to the front."""
        if self.shelf is not None and self.shelf.isVisible() and self._page.is_in_front:
            self.shelf.close_shelf()

    def _size(self) -> None:
        if self.shelf is not None:
            pages = self._window.pages
            self.shelf.setGeometry(0, 0, min(_WIDTH, pages.width()), pages.height())
            self.shelf.raise_()
            is_wide = self._window.width() >= _STAYS_FROM
            is_open = self._window.actions_by_name["shelf"].isChecked()
            self._window.view.leave_room(_WIDTH if is_wide and is_open else 0)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the size of the page."""
        if event.type() == QEvent.Type.Resize:
            self._size()
        return False

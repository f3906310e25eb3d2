"""The library as a page of the window: tree, list or results, pane; and what is shown in them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.core.across.comparison.limits import MOST
from reader.core.across.query import widened
from reader.errors import ReaderError
from reader.storage.library.rows import Wanted
from reader.ui.places.library.article_list.article_list import ArticleList
from reader.ui.places.library.frame.empty_note import EmptyNote
from reader.ui.places.library.frame.library_bar import LibraryBar
from reader.ui.places.library.frame.section_rail import SectionRail
from reader.ui.places.library.frame.side_columns import SideColumns
from reader.ui.places.library.frame.status_words import place_status, silent_feeds
from reader.ui.places.library.pane.article_pane import ArticlePane
from reader.ui.places.library.pane.chosen_in_pane import ChosenInPane
from reader.ui.places.library.pane.one_event import OneEvent
from reader.ui.places.library.results.search_view import SearchView
from reader.ui.places.library.shelf_tree.shelf_tree import ShelfTree
from reader.ui.places.library.shelf_tree.tree_places import (
    ALL,
    TreePlace,
    section_rows,
    wanted_in,
)
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons

if TYPE_CHECKING:
    from reader.storage.library.library import Library


class LibraryPlace(QWidget):
    """Shows what is kept. It reads the library itself, and asks others to change it.

    Signals:
        article_requested(str, int): Open an article where a place begins; -1 for its kept place.
        article_behind_requested(str): Open an article in a tab behind.
        compare_requested(tuple, bool): Compare these articles, in this order; True to hide the
            outlets at first.
        failed(ReaderError): The library could not be read.
        status_changed(str): A line about what is shown.
        add_requested(): Add articles.
    """

    article_requested = Signal(str, int)
    article_behind_requested = Signal(str)
    compare_requested = Signal(object, bool)
    failed = Signal(object)
    status_changed = Signal(str)
    add_requested = Signal()

    def __init__(
        self,
        library: "Library",
        actions: Mapping[str, QAction],
        theme: Theme,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("library_place")
        self._library, self._theme = library, theme
        self._waits_to_go = False  # to what is found, as soon as it is there
        self._order = Wanted(is_folded=True)
        self._is_only_new = False
        self._named = ""  # what the shelf looks for in titles and outlets
        self._articles = 0
        self._feeds: tuple[TreePlace, ...] = ()
        self._folders: tuple[TreePlace, ...] = ()
        self.bar = LibraryBar(actions, theme, icons, self)
        self.rail = SectionRail(theme, icons, self)
        self.tree = ShelfTree(theme, icons, self)
        self.list = ArticleList(theme, self)
        self.found = SearchView(library, theme, self)
        self.note = EmptyNote(self)
        self.pane = ArticlePane(theme, actions["compare"], actions["next_mark"], self)
        self._in_pane = ChosenInPane(library, self.list, self.pane, self)
        self._lay_out(actions["library_pane"])
        self._connect()
        self.list.articles.set_readers(library.rows_of, library.folding.copies)

    def _lay_out(self, pane_action: QAction) -> None:
        self.middle = QStackedWidget(self)
        for page in (self.list, self.found, self.note):
            self.middle.addWidget(page)
        self._sides = SideColumns(self.rail, self.tree, self.middle, self.pane, pane_action, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.bar)
        outer.addLayout(self._sides.row, 1)

    def _connect(self) -> None:
        self.bar.search_changed.connect(self._type)
        self.bar.voice_chosen.connect(self.found.show_voice)
        self.bar.field.left.connect(self.focus_list)
        self.bar.field.entered.connect(self._offer_help)
        self.bar.field.gone.connect(self._leave_help)
        self.tree.place_chosen.connect(self._choose_place)
        self.list.article_requested.connect(self._open)
        self.list.article_behind_requested.connect(self.article_behind_requested)
        self.list.order_requested.connect(self._take_order)
        self.list.selection_changed.connect(self._show_chosen)
        self.found.counted.connect(self.bar.show_counts)
        self.found.failed.connect(self.failed)
        self.found.head.narrowed.connect(self._narrow)
        self.found.results.article_requested.connect(self.article_requested)
        self.found.results.line_chosen.connect(self._in_pane.show_line)
        self.found.shown.connect(self._show_found)
        self.found.status_changed.connect(self.status_changed)
        self.note.wanted.connect(self._help_on)
        self.pane.chosen.compare_requested.connect(self.compare)
        self.pane.next_requested.connect(partial(self.step_to_place, 1))
        self._in_pane.article_requested.connect(self.article_requested)
        self._in_pane.article_behind_requested.connect(self.article_behind_requested)
        self._in_pane.compare_requested.connect(self.compare_requested)
        OneEvent(self._library, self.list, self.pane, self)

    # -- what is shown -------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        for part in (self.bar, self.rail, self.tree, self.list, self.found, self.pane):
            part.set_theme(theme)
        self._show_chosen()

    def set_sources(self, feeds: Sequence[TreePlace], folders: Sequence[TreePlace]) -> None:
        """Show these feeds and watched folders in the tree.

        Most changes of the library leave them alone, and to read a long list again takes long.
        """
        given = tuple(feeds), tuple(folders)
        if given != (self._feeds, self._folders):
            self._feeds, self._folders = given
            if self.isVisible():
                self.refresh()

    def refresh(self) -> None:
        """Show the library as it is now; what is chosen stays where it is still there."""
        try:
            library = self._library
            counts = library.counts()
            shelves = library.shelves
            rows = section_rows(
                counts,
                shelves.collections(),
                shelves.tags(),
                shelves.searches(),
                self._feeds,
                self._folders,
            )
            self._articles = counts.articles
            self.tree.show_rows(rows)
            self.bar.show_size(counts.articles)
            self._show_list()
        except ReaderError as error:
            self.failed.emit(error)

    @property
    def articles(self) -> int:
        """Return how many articles the library had when it was last looked at."""
        return self._articles

    def wanted_of(self, place: TreePlace) -> Wanted:
        """Return which articles a place of the tree holds, folded ones too."""
        return replace(wanted_in(place, self._order), is_folded=False)

    def ids_of(self, place: TreePlace) -> tuple[str, ...]:
        """Return the articles that a place of the tree holds, folded ones too.

        Raises:
            LibraryError: The library cannot be read.
        """
        return self._library.ids(self.wanted_of(place))

    def wanted(self) -> Wanted:
        """Return which articles the list shows."""
        order = replace(self._order, named=self._named)
        wanted = wanted_in(self.tree.chosen(), order)
        is_plain = not (wanted.is_trash or wanted.state)
        return replace(wanted, state="new") if self._is_only_new and is_plain else wanted

    def set_named(self, words: str) -> None:
        """Show only articles whose title or outlet holds these words; "" for all."""
        if words != self._named:
            self._named = words
            self._show_list()

    def place(self) -> TreePlace:
        """Return the place of the tree that is shown."""
        return self.tree.chosen()

    def acted_on(self) -> TreePlace:
        """Return the place that acts are about; what was found comes from the whole library."""
        return ALL if self._is_found_in_front() else self.place()

    def new_ids_of(self, place: TreePlace) -> tuple[str, ...]:
        """Return the new articles in a place of the tree, folded ones too.

        Raises:
            LibraryError: The library cannot be read.
        """
        wanted = self.wanted_of(place)
        if wanted.is_trash or wanted.state:
            return ()
        return self._library.ids(replace(wanted, state="new"))

    def _show_list(self) -> None:
        wanted = self.wanted()
        ids = self._library.ids(wanted)
        self.list.show_ids(ids, wanted)
        if self.query():
            self.found.refresh()
            return
        self._show_page(is_empty=not ids)
        self._show_chosen()
        self._tell(len(ids))

    def _show_page(self, *, is_empty: bool) -> None:
        self.middle.setCurrentWidget(self.note if is_empty else self.list)
        if not is_empty:
            return
        if self._articles == 0 and self.place().kind == "all":
            self.note.show_nothing_kept(self._library.set_aside)
        else:
            self.note.show_empty(self.place().kind, is_only_new=self._is_only_new)

    def _tell(self, rows: int) -> None:
        place = self.place()
        is_folded = self.wanted().is_folded and not self._is_only_new
        copies = (place.count or 0) - rows if is_folded else 0
        told = place_status(self.tree.name_of(place), place, rows, copies)
        silent = [feed.name for feed in self._feeds if feed.problem]
        self.status_changed.emit("    ".join(filter(None, (*told, silent_feeds(silent)))))

    def _choose_place(self, place: TreePlace) -> None:
        self._sides.put_tree_away()
        if place.kind == "search":
            self.look_for(place.query)
            return
        if self.query():
            self.bar.field.clear()
        self._show_list()

    def choose_lately_read(self) -> None:
        """Show what was read lately."""
        self.tree.choose(TreePlace("lately"))

    def choose_place(self, place: TreePlace) -> None:
        """Show a place of the tree."""
        self.tree.choose(place)

    def set_only_new(self, is_on: bool) -> None:  # noqa: FBT001 -- a slot
        """Show only what is new, or all."""
        self._is_only_new = is_on
        self._show_list()

    def set_folded(self, is_on: bool) -> None:  # noqa: FBT001 -- a slot
        """Fold copies under one row, or show each of them."""
        self._order = replace(self._order, is_folded=is_on)
        self.found.set_folded(is_on)
        self._show_list()

    def _take_order(self, order: Wanted) -> None:
        self._order = replace(self._order, sort=order.sort, is_descending=order.is_descending)
        self._show_list()

    # -- what is chosen ------------------------------------------------------------------------

    def chosen_ids(self) -> tuple[str, ...]:
        """Return the ids of what is chosen, in the list or among the results."""
        if self._is_found_in_front():
            line = self.found.results.chosen()
            return (line.article.id,) if line is not None else ()
        if self.middle.currentWidget() is self.note:
            return ()
        return self.list.chosen_ids()

    def _is_found_in_front(self) -> bool:
        return self.middle.currentWidget() is self.found

    def chosen_titles(self) -> tuple[tuple[str, str], ...]:
        """Return id and title of what is chosen, as many as can be compared."""
        rows = self._library.rows_of(self.chosen_ids()[:MOST])
        return tuple((row.id, row.name) for row in rows)

    def _show_chosen(self) -> None:
        if not self.query():
            self._in_pane.show()
        elif self.found.results.chosen() is not None:
            self._in_pane.show_line(self.found.results.chosen())

    def compare(self) -> bool:
        """Ask to compare what is chosen, where it is two to six articles; return whether it is."""
        return self._in_pane.compare(self.chosen_ids())

    def open_current(self) -> None:
        """Ask for the article or the place that the keys act on."""
        if self._is_found_in_front():
            self.found.results.open_current()
            return
        current = self.list.current_id()
        if current is not None:
            self._open(current)

    def open_current_behind(self) -> None:
        """Ask for it in a tab behind."""
        is_found = self._is_found_in_front()
        current = self.chosen_ids()[0] if is_found else self.list.current_id()
        if current is not None:
            self.article_behind_requested.emit(current)

    def set_hides_marks(self, hides_marks: bool) -> None:  # noqa: FBT001 -- a setter
        """Show no counts of what was not read yet, or show them."""
        self.list.set_hides_marks(hides_marks)

    def _open(self, article_id: str) -> None:
        self.article_requested.emit(article_id, -1)

    # -- searching -----------------------------------------------------------------------------

    def query(self) -> str:
        """Return what is looked for; "" for nothing."""
        return self.bar.field.text().strip()

    def look_for(self, query: str) -> None:
        """Look for something, as if it had been typed."""
        self.bar.field.setText(query)

    def focus_search(self) -> None:
        """Go to the search field."""
        self.bar.field.setFocus()
        self.bar.field.selectAll()

    def focus_list(self) -> None:
        """Go to the list, or to what was found; what is still looked for is waited for."""
        self._waits_to_go = bool(self.query()) and not self.found.is_settled
        if self._waits_to_go or (self.query() and not self._is_found_in_front()):
            return  # a list that gives way would hand the keyboard to any button
        self._show_chosen()
        (self.found.results if self._is_found_in_front() else self.list).setFocus()

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes to, as they stand, those that can be seen."""
        parts = (self.bar, self.rail, self.tree, self.middle, self.pane)
        return tuple(part for part in parts if part.isVisible())

    def _leave_help(self) -> None:
        """Show what is chosen again, where nothing was typed."""
        if not self.query():
            self._show_chosen()

    def _offer_help(self) -> None:
        """Show how one searches, as long as nothing was typed."""
        if not self.query():
            self.pane.show_help()

    def step_to_place(self, steps: int) -> None:
        """Choose the next place that was found, or the one before."""
        if self._is_found_in_front():
            self.found.results.step_to_place(steps)

    def _type(self) -> None:
        query = self.query()
        self._waits_to_go = False
        self.found.look_for(query)
        if not query:
            self.bar.show_counts(None)
            self._show_list()

    def _narrow(self, more: str) -> None:
        self.look_for(f"{self.query()} {more}")

    def _show_found(self, has_lines: bool) -> None:  # noqa: FBT001 -- a slot
        goes_on = self.list.hasFocus() or (self._waits_to_go and self.bar.field.hasFocus())
        self.middle.setCurrentWidget(self.found if has_lines else self.note)
        self._waits_to_go = False
        if has_lines and goes_on:
            self.focus_list()
        if not has_lines:
            self.pane.show_help()
            self._tell_nothing_found()

    def _tell_nothing_found(self) -> None:
        error, query = self.found.error, self.query()
        if error is not None:
            self.note.show_words(error.message, error.hint or "")
            return
        self.note.show_nothing_found(query, self.found.told_keys)

    def _help_on(self) -> None:
        if self.query():
            self.look_for(widened(self.query()))
        else:
            self.add_requested.emit()

    # -- the room there is ---------------------------------------------------------------------

    def set_pane_wanted(self, is_wanted: bool) -> None:  # noqa: FBT001 -- a slot
        """Show the pane, or not; in a wide window this is what is wanted there from now on."""
        self._sides.set_pane_wanted(is_wanted, self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way as the window gets narrow: first the pane, then the tree."""
        super().resizeEvent(event)
        width = event.size().width()
        self.bar.set_width(width)
        self._sides.follow_width(width, event.oldSize().width())

    def stop(self) -> None:
        """End all work, as the window does when it closes."""
        self.found.stop()

"""The menus of the library: of what is chosen in the list or was found, and of its places."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from reader.ui.controllers.library.acts.feed_menu import FeedMenu
from reader.ui.controllers.library.acts.library_acts import RENAMABLE, LibraryActs
from reader.ui.controllers.program_parts import ProgramParts

if TYPE_CHECKING:
    from reader.storage.library.library import Library
    from reader.ui.places.library.library_place import LibraryPlace
    from reader.ui.places.library.shelf_tree.tree_places import TreePlace

_WITH_NEW = {"all", "feed", "collection", "tag", "folder"}  # what can have new articles in it


class LibraryMenus(QObject):
    """Opens the menus, and hands on what is chosen there.

    Signals:
        counting_requested(TreePlace): The words of a place are to be counted.
    """

    counting_requested = Signal(object)

    def __init__(self, parts: ProgramParts, acts: LibraryActs) -> None:
        super().__init__(parts.window)
        self._window, self._acts = parts.window, acts
        self._door = parts.session.door
        self._feeds = FeedMenu(parts.session, acts.do)
        self._place: LibraryPlace | None = None

    def connect_place(self, place: "LibraryPlace") -> None:
        """Serve the page of the library."""
        self._place = place
        place.list.menu_requested.connect(self._show_menu)
        place.found.results.menu_requested.connect(self._show_menu)
        place.tree.menu_requested.connect(self._show_place_menu)

    def _menu(self) -> QMenu:
        menu = QMenu(self._window)
        menu.setObjectName("library_menu")
        return menu

    # -- of articles ---------------------------------------------------------------------------

    def _show_menu(self, point: QPoint) -> None:
        place, library = self._place, self._door.library
        if place is None or library is None or not place.chosen_ids():
            return
        menu = self._menu()
        if place.acted_on().kind == "trash":
            menu.addAction(self.tr("&Put back"), self._acts.put_back)
            menu.addAction(self.tr("&Empty the trash…"), self._acts.empty_trash)
        else:
            self._fill(menu, place, library)
        menu.popup(point)

    def _fill(self, menu: QMenu, place: "LibraryPlace", library: "Library") -> None:
        acts, ids = self._acts, place.chosen_ids()
        menu.addAction(self.tr("&Read"), place.open_current)
        menu.addAction(self.tr("Open in a tab &behind"), place.open_current_behind)
        menu.addSeparator()
        self._add_collections(menu, library)
        menu.addAction(self.tr("&Tags…"), acts.change_tags)
        menu.addAction(self.tr("Mark as &new"), partial(acts.set_state, "new"))
        menu.addAction(self.tr("Mark as rea&d"), partial(acts.set_state, "read"))
        row = library.row(ids[0]) if len(ids) == 1 else None
        if row is not None and row.copy_of is not None and row.copy_kind != "version":
            menu.addAction(self.tr("N&ot a copy"), partial(acts.part, row.id))
        menu.addSeparator()
        for name in ("compare", "corpus", "export"):
            menu.addAction(self._window.actions_by_name[name])
        menu.addAction(self.tr("D&elete"), acts.delete)

    def _add_collections(self, menu: QMenu, library: "Library") -> None:
        below = menu.addMenu(self.tr("Put into a &collection"))
        for group in library.shelves.collections():
            name = group.name.replace("&", "&&")
            below.addAction(name, partial(self._acts.collect, group.name))
        below.addAction(self.tr("New…"), self._make_collection)

    def _make_collection(self) -> None:
        self._acts.new_collection()

    # -- of places -----------------------------------------------------------------------------

    def _show_place_menu(self, place: "TreePlace", point: QPoint) -> None:
        menu, acts = self._menu(), self._acts
        if place.kind in _WITH_NEW:
            read = menu.addAction(self.tr("Mark what is &new as read"))
            read.triggered.connect(partial(acts.mark_read, place))
            read.setEnabled(place.kind == "folder" or place.new > 0)  # nobody counts in folders
        if place.kind != "trash":
            menu.addAction(self.tr("Count its &words…"), partial(self._count, place))
        if place.kind in RENAMABLE:
            menu.addAction(self.tr("&Rename…"), partial(acts.rename_place, place))
        if place.kind == "feed":
            self._feeds.add_to(menu, place.feed or 0)
        if place.kind in {"feed", "folder"}:
            is_feed = place.kind == "feed"
            words = self.tr("Stop &following") if is_feed else self.tr("Stop &watching")
            menu.addAction(words, partial(acts.delete_place, place))
        if place.kind in {"collection", "tag", "search"}:
            menu.addAction(self.tr("Re&move"), partial(acts.delete_place, place))
        if place.kind == "trash":
            menu.addAction(self.tr("&Empty the trash…"), acts.empty_trash)
        menu.popup(point)

    def _count(self, place: "TreePlace") -> None:
        self.counting_requested.emit(place)

"""The tree: choose a place, drop articles on a collection or tag, make and rename."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QTreeWidget, QTreeWidgetItem, QWidget

from reader.ui.places.library.article_list.article_model import ARTICLES_MIME, ids_in
from reader.ui.places.library.shelf_tree.section_titles import section_titles
from reader.ui.places.library.shelf_tree.tree_painter import (
    HEADING,
    MORE_ROLE,
    PLACE_ROLE,
    ROW,
    TreePainter,
)
from reader.ui.places.library.shelf_tree.tree_places import (
    ALL,
    Section,
    SectionRows,
    TreePlace,
    now_called,
)
from reader.ui.theme import Theme
from reader.ui.widgets.fields.dropping import take_as_copy
from reader.ui.widgets.icons import Icons

SECTION_ROLE = Qt.ItemDataRole.UserRole + 2  # which section a heading is of
_TAKES = {"collection", "tag"}  # what articles can be dropped on


class ShelfTree(QTreeWidget):
    """Shows the places with their numbers; the chosen one stays when they change.

    Signals:
        place_chosen(TreePlace): Show this one.
        more_requested(str): The heading of this section was asked for something new.
        articles_dropped(TreePlace, list): Ids were dropped on a collection or a tag.
        files_dropped(list): Paths of files were dropped, which are no articles yet.
        menu_requested(TreePlace, QPoint): A menu for a place, at a point of the screen.
        deletion_requested(TreePlace): Del was pressed on a place.
        rename_requested(TreePlace): F2 was pressed on a place.
    """

    place_chosen = Signal(object)
    more_requested = Signal(str)
    articles_dropped = Signal(object, object)
    files_dropped = Signal(object)
    menu_requested = Signal(object, object)
    deletion_requested = Signal(object)
    rename_requested = Signal(object)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library_tree")
        self.setAccessibleName(self.tr("Library, feeds, collections, tags and searches"))
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(True)
        self._painter = TreePainter(theme, icons, self)
        self.setItemDelegate(self._painter)
        self._rows: tuple[SectionRows, ...] = ()
        self.currentItemChanged.connect(self._choose)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._painter.theme = theme
        self.viewport().update()

    def show_rows(self, rows: Sequence[SectionRows]) -> None:
        """Show the places; the chosen one stays where it is still there."""
        if tuple(rows) == self._rows:
            return
        chosen = now_called(self.chosen(), self._rows, rows)
        self._rows = tuple(rows)
        blocker = QSignalBlocker(self)
        self.clear()
        for section, places in rows:
            self._add_section(section, places)
        self._select(chosen)
        self._set_foot()
        blocker.unblock()
        if self.chosen().key != chosen.key:
            self.place_chosen.emit(self.chosen())

    def _add_section(self, section: Section, places: Sequence[TreePlace]) -> None:
        more = self._more(section)
        if not places and not more:
            return
        heading = QTreeWidgetItem(self, [self._title(section)])
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        heading.setData(0, MORE_ROLE, more)
        heading.setData(0, SECTION_ROLE, section)
        for place in places:
            item = QTreeWidgetItem(self, [self._name(place)])
            item.setData(0, PLACE_ROLE, place)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, self._spoken(place))
            if place.problem:
                item.setToolTip(0, place.problem)

    def _set_foot(self) -> None:
        """Let the trash stand at the foot, where there is room under the other rows."""
        last = self.topLevelItem(self.topLevelItemCount() - 2)
        if last is not None and last.data(0, SECTION_ROLE) == "foot":
            rows = range(self.topLevelItemCount())
            used = sum(self._height(number) for number in rows) - self._height(len(rows) - 2)
            room = max(HEADING, self.viewport().height() - used)
            last.setSizeHint(0, QSize(120, room))

    def _height(self, number: int) -> int:
        item = self.topLevelItem(number)
        is_place = item is not None and isinstance(item.data(0, PLACE_ROLE), TreePlace)
        return ROW if is_place else HEADING

    def _title(self, section: Section) -> str:
        return section_titles()[section] if section != "foot" else ""  # its one row says so

    def _more(self, section: Section) -> str:
        return {"feeds": self.tr("Add…"), "collections": self.tr("New…")}.get(section, "")

    def _name(self, place: TreePlace) -> str:
        return {
            "all": self.tr("All articles"),
            "half-read": self.tr("Half read"),
            "lately": self.tr("Lately read"),
            "noted": self.tr("With your notes"),
            "trash": self.tr("Trash"),
        }.get(place.kind, place.name)

    def _spoken(self, place: TreePlace) -> str:
        kinds = {
            "feed": self.tr("feed"),
            "collection": self.tr("collection"),
            "tag": self.tr("tag"),
            "search": self.tr("kept search"),
            "folder": self.tr("watched folder"),
        }
        count = self.tr("{n} articles").format(n=place.count) if place.count else ""
        new = self.tr("{n} new").format(n=place.new) if place.new else ""
        parts = (self._name(place), kinds.get(place.kind, ""), new or count, place.problem)
        return ", ".join(filter(None, parts))

    def places(self) -> tuple[TreePlace, ...]:
        """Return all places, in their order."""
        return tuple(place for _, rows in self._rows for place in rows)

    def name_of(self, place: TreePlace) -> str:
        """Return what the tree calls a place."""
        return self._name(place)

    # -- choosing ------------------------------------------------------------------------------

    def chosen(self) -> TreePlace:
        """Return the chosen place; all articles when none is."""
        item = self.currentItem()
        place = item.data(0, PLACE_ROLE) if item is not None else None
        return place if isinstance(place, TreePlace) else ALL

    def choose(self, place: TreePlace) -> None:
        """Choose a place."""
        self._select(place)

    def _select(self, place: TreePlace) -> None:
        first = None
        for number in range(self.topLevelItemCount()):
            item = self.topLevelItem(number)
            own = item.data(0, PLACE_ROLE) if item is not None else None
            if item is None or not isinstance(own, TreePlace):
                continue
            first = first or item
            if own.key == place.key:
                self.setCurrentItem(item)
                return
        if first is not None:
            self.setCurrentItem(first)

    def show_section(self, section: str) -> None:
        """Bring a section into view."""
        for number in range(self.topLevelItemCount()):
            item = self.topLevelItem(number)
            if item is not None and item.data(0, SECTION_ROLE) == section:
                self.scrollToItem(item, QTreeWidget.ScrollHint.PositionAtTop)

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        place = item.data(0, PLACE_ROLE) if item is not None else None
        if isinstance(place, TreePlace):
            self.place_chosen.emit(place)

    def _place_at(self, point: QPoint) -> TreePlace | None:
        item = self.itemAt(point)
        place = item.data(0, PLACE_ROLE) if item is not None else None
        return place if isinstance(place, TreePlace) else None

    # -- events --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the trash at the foot."""
        super().resizeEvent(event)
        self._set_foot()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click on what a heading offers; one beside all places changes nothing.

        A click on the chosen place asks for it again: a search may stand in the middle.
        """
        point = event.position().toPoint()
        item = self.itemAt(point)
        if item is not None and item.data(0, MORE_ROLE):
            if event.position().x() > self.viewport().width() - 64:
                self.more_requested.emit(item.data(0, SECTION_ROLE))
            return
        place = self._place_at(point)
        if place is None:
            return
        is_chosen = place.key == self.chosen().key
        super().mousePressEvent(event)
        if is_chosen and event.button() == Qt.MouseButton.LeftButton:
            self.place_chosen.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del takes a place away, F2 renames it."""
        if event.key() == Qt.Key.Key_Delete:
            self.deletion_requested.emit(self.chosen())
        elif event.key() == Qt.Key.Key_F2:
            self.rename_requested.emit(self.chosen())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a place."""
        is_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        place = self._place_at(event.pos()) if is_mouse else self.chosen()
        if place is not None:
            self.menu_requested.emit(place, event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take articles of the list, and files."""
        if _files_in(event.mimeData()):
            take_as_copy(event)
        elif event.mimeData().hasFormat(ARTICLES_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where they can be let go."""
        place = self._place_at(event.position().toPoint())
        if _files_in(event.mimeData()):
            take_as_copy(event)
        elif place is not None and place.kind in _TAKES:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what was dropped, and on what."""
        files = _files_in(event.mimeData())
        if files:
            if take_as_copy(event):
                self.files_dropped.emit(files)
            return
        place = self._place_at(event.position().toPoint())
        if place is not None and place.kind in _TAKES:
            event.acceptProposedAction()
            self.articles_dropped.emit(place, ids_in(event.mimeData()))


def _files_in(data: QMimeData) -> list[str]:
    """Return the paths of the files and folders that are dragged from another program."""
    if data.hasFormat(ARTICLES_MIME):
        return []
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]

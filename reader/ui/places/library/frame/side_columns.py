"""What stands beside the list as there is room: tree or rail, and the pane."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from reader.ui.places.library.frame.section_rail import WIDTH as RAIL_WIDTH
from reader.ui.places.library.frame.section_rail import SectionRail
from reader.ui.places.library.pane.article_pane import WIDTH as PANE_WIDTH
from reader.ui.places.library.pane.article_pane import ArticlePane
from reader.ui.places.library.shelf_tree.shelf_tree import ShelfTree

_TREE_WIDTH = 224
_RAIL_BELOW, _PANE_FROM = 1100, 1320  # pixels of the window


class SideColumns(QObject):
    """Gives way as the window gets narrow: first the pane, then the tree, which a rail opens.

    Attributes:
        row: The row that all of it stands in.
    """

    def __init__(
        self,
        rail: SectionRail,
        tree: ShelfTree,
        middle: QWidget,
        pane: ArticlePane,
        pane_action: QAction,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._rail, self._tree, self._pane = rail, tree, pane
        self._pane_action = pane_action
        self._is_pane_wanted = True  # where the window is wide enough for it
        self._is_narrow = False
        tree.setFixedWidth(_TREE_WIDTH)
        pane.setFixedWidth(PANE_WIDTH)
        self._frame = QFrame(parent)
        self._frame.setObjectName("library_tree_frame")
        inside = QHBoxLayout(self._frame)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(tree)
        self.row = QHBoxLayout()
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(0)
        for widget in (rail, self._frame, middle, pane):
            self.row.addWidget(widget, int(widget is middle))
        rail.hide()
        rail.section_requested.connect(self._open_tree)

    def put_tree_away(self) -> None:
        """Hide the tree where it lies over the list."""
        self._frame.setVisible(not self._is_narrow)

    def set_pane_wanted(self, is_wanted: bool, width: int) -> None:  # noqa: FBT001 -- a setter
        """Show the pane, or not; in a wide window this is what is wanted there from now on."""
        if width >= _PANE_FROM:
            self._is_pane_wanted = is_wanted
        self._pane.setVisible(is_wanted)

    def follow_width(self, width: int, before: int) -> None:
        """Show what there is room for.

        Args:
            width: How wide the place is, in pixels.
            before: How wide it was; less than 0 for never shown.
        """
        has_room = width >= _PANE_FROM
        if before < 0 or has_room != (before >= _PANE_FROM):
            is_shown = has_room and self._is_pane_wanted
            self._pane_action.setChecked(is_shown)
            self._pane.setVisible(is_shown)
        self._set_narrow(width < _RAIL_BELOW)
        if self._is_narrow:
            self._lay_tree_over()

    def _set_narrow(self, is_narrow: bool) -> None:  # noqa: FBT001 -- a setter
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        self._rail.setVisible(is_narrow)
        if is_narrow:
            self.row.removeWidget(self._frame)
            self._frame.hide()
        else:
            self.row.insertWidget(1, self._frame)
            self._frame.show()

    def _lay_tree_over(self) -> None:
        area = self.row.geometry()
        self._frame.setGeometry(RAIL_WIDTH, area.top(), _TREE_WIDTH, area.height())

    def _open_tree(self, section: str) -> None:
        """Lay the tree over the list, at one of its sections; a second press takes it away."""
        if self._frame.isVisible():
            self._frame.hide()
            return
        self._lay_tree_over()
        self._frame.show()
        self._frame.raise_()
        self._tree.show_section(section)
        self._tree.setFocus()

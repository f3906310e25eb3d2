"""Where the panel is: docked, in a window of its own, or over the page of a narrow window."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QDockWidget, QFrame, QMainWindow, QToolBar, QVBoxLayout, QWidget

from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons
from reader.ui.window.panel_tabs import PanelTabs

_WIDTHS = (344, 516, 640)  # pixels of the docked panel, from the design


class PanelPlace(QObject):
    """Makes the tabs, shows them where there is room, and remembers whether they are wanted.

    In a wide window they stand in a dock. In a narrow one a rail of icons takes its place, and
    opens them over the page until Esc or a second press.

    Attributes:
        tabs: The panels.

    Signals:
        focus_left(): The panel went away with the keyboard in it.
    """

    focus_left = Signal()

    def __init__(
        self, window: QMainWindow, theme: Theme, icons: Icons, actions: Mapping[str, QAction]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._shown = actions["show_panel"]
        self._is_wanted = True
        self._is_narrow = False
        self._is_reading = False
        self.dock = QDockWidget(self.tr("Panel"), window)
        self.tabs = PanelTabs(theme, icons, self.dock)
        self._fill_dock()
        self.rail = self._make_rail(actions)
        self.overlay = QFrame(window)
        self.overlay.setObjectName("panel_overlay")
        self.overlay.setProperty("role", "card")
        layout = QVBoxLayout(self.overlay)
        layout.setContentsMargins(1, 1, 1, 1)
        self.overlay.hide()
        window.installEventFilter(self)

    def _fill_dock(self) -> None:
        dock = self.dock
        dock.setObjectName("panel_dock")
        dock.setTitleBarWidget(QWidget(dock))
        dock.setWidget(self.tabs)
        dock.setMinimumWidth(300)
        dock.topLevelChanged.connect(self._torn_off)
        dock.installEventFilter(self)
        self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        self._window.resizeDocks([dock], [_WIDTHS[0]], Qt.Orientation.Horizontal)

    def _make_rail(self, actions: Mapping[str, QAction]) -> QToolBar:
        rail = QToolBar(self.tr("Panels"), self._window)
        rail.setAccessibleName(self.tr("Panels"))
        rail.setObjectName("rail")
        rail.setMovable(False)
        group = QActionGroup(self)
        for panel in self.tabs.panels:
            rail.addAction(group.addAction(actions[panel.id]))
            rail.widgetForAction(actions[panel.id]).setAccessibleName(panel.accessibleName())
        group.triggered.connect(self._show_chosen)
        self._window.addToolBar(Qt.ToolBarArea.RightToolBarArea, rail)
        return rail

    # -- open and closed ----------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Return whether the tabs can be seen now."""
        return self.overlay.isVisible() if self._is_narrow else self.dock.isVisible()

    def set_reading(self, is_reading: bool) -> None:  # noqa: FBT001 -- a setter
        """Show the panel beside an article, and none on the welcome page."""
        self._is_reading = is_reading
        self._place()

    def set_narrow(self, is_narrow: bool) -> None:  # noqa: FBT001 -- a setter
        """Change between dock and rail; the panel over the page closes with that."""
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        self.overlay.hide()
        if is_narrow:
            self.dock.setFloating(False)
        else:
            self.dock.setWidget(self.tabs)
        self._place()

    def toggle(self) -> None:
        """Open or close the panel, as its action says."""
        self._open() if self._shown.isChecked() else self._close()

    def _show_chosen(self, action: QAction) -> None:
        self.show_tab(action.objectName())

    def show_tab(self, panel_id: str) -> None:
        """Bring a panel to the front; a narrow window closes it on the second press."""
        if self._is_narrow and self.overlay.isVisible() and self.tabs.front().id == panel_id:
            self._close()
            return
        self.tabs.setCurrentWidget(self.tabs.panel(panel_id))
        self._open()

    def kept(self) -> tuple[str, bool]:
        """Return the id of the panel in front, and whether it is wanted beside the page."""
        return self.tabs.front().id, self._is_wanted

    def restore(self, panel_id: str, *, is_wanted: bool) -> None:
        """Bring a panel of that id to the front, if there is one, without opening it."""
        for panel in self.tabs.panels:
            if panel.id == panel_id:
                self.tabs.setCurrentWidget(panel)
        self._is_wanted = is_wanted
        self._place()

    def close_overlay(self) -> bool:
        """Close the panel over the page; return whether there was one."""
        was_open = self.overlay.isVisible()
        if was_open:
            self._close()
        return was_open

    def widen(self) -> None:
        """Make the docked panel wider, and narrow again after the widest."""
        wider = [width for width in _WIDTHS if width > self.dock.width() + 10]
        width = wider[0] if wider else _WIDTHS[0]
        self._window.resizeDocks([self.dock], [width], Qt.Orientation.Horizontal)

    def tear_off(self) -> None:
        """Give the panel a window of its own, or dock it again."""
        if not self._is_narrow:
            self._open()
            self.dock.setFloating(not self.dock.isFloating())

    def move_over(self) -> None:
        """Move the docked panel to the other side of the page."""
        right, left = (
            Qt.DockWidgetArea.RightDockWidgetArea,
            Qt.DockWidgetArea.LeftDockWidgetArea,
        )
        here = self._window.dockWidgetArea(self.dock)
        self.dock.setFloating(False)
        self._window.addDockWidget(left if here == right else right, self.dock)

    # -- showing -----------------------------------------------------------------------------

    def _open(self) -> None:
        if self._is_narrow and self._is_reading:
            self._lay_over()
        else:
            self._is_wanted = True
        self._place()

    def _close(self) -> None:
        if self._is_narrow:
            self.overlay.hide()
        else:
            self._is_wanted = False
        self._place()

    def _place(self) -> None:
        focus = self._window.focusWidget()
        held_focus = focus is not None and self.tabs.isAncestorOf(focus)
        self.dock.setVisible(self._is_reading and self._is_wanted and not self._is_narrow)
        self.rail.setVisible(self._is_reading and self._is_narrow)
        if not self._is_reading:
            self.overlay.hide()
        is_open = self.overlay.isVisibleTo(self._window) if self._is_narrow else self._is_wanted
        self._shown.setChecked(is_open)
        if held_focus and not self.tabs.isVisible():
            self.focus_left.emit()

    def _lay_over(self) -> None:
        layout = self.overlay.layout()
        if layout is not None and not layout.count():
            layout.addWidget(self.tabs)
        self._size_overlay()
        self.overlay.show()
        self.overlay.raise_()
        self.tabs.show()
        self.tabs.setFocus(Qt.FocusReason.PopupFocusReason)

    def _size_overlay(self) -> None:
        page = self._window.centralWidget()
        center = page.geometry() if page is not None else self._window.rect()
        width = min(_WIDTHS[0], center.width() - 40)
        self.overlay.setGeometry(center.right() - width, center.top(), width, center.height())

    def _torn_off(self, is_floating: bool) -> None:  # noqa: FBT001 -- a slot
        """Give a window of its own a title bar to take hold of; a docked one needs none."""
        old = self.dock.titleBarWidget()
        self.dock.setTitleBarWidget(None if is_floating else QWidget(self.dock))  # type: ignore[arg-type]  # None is the native bar
        if old is not None:
            old.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size, and a panel window that the reader closes."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            if self.overlay.isVisible():
                self._size_overlay()
        elif watched is self.dock and event.type() == QEvent.Type.Close:
            self._is_wanted = False
            self._shown.setChecked(False)
        return False

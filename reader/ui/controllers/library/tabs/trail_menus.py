"""The menus of the back and forward buttons: where one has been, the nearest first."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from reader.ui.controllers.library.tabs.going_back import Stop, Trail
from reader.ui.window.main_window import MainWindow

_MOST = 12  # stops that a menu lists
_LONGEST = 48  # letters of a name
_ICONS = {"article": "file-text", "search": "search", "place": "library-big", "corpus": "table"}


class TrailMenus(QObject):
    """Opens a menu at a button that is held down, by the right button or by Alt+Down.

    Attributes:
        menus: The menus, one for each button.
    """

    def __init__(self, window: MainWindow, trail: Trail, walk: Callable[[int], object]) -> None:
        super().__init__(window)
        self._window, self._trail, self._walk = window, trail, walk
        self.menus: list[QMenu] = []

    def serve(self, back: QWidget | None, forward: QWidget | None) -> None:
        """Give the two buttons of a bar their menus."""
        for button, sign in ((back, -1), (forward, 1)):
            if not isinstance(button, QToolButton):
                continue
            menu = QMenu(button)
            menu.setAccessibleName(button.accessibleName())
            menu.setToolTipsVisible(True)
            menu.aboutToShow.connect(partial(self._fill, menu, sign))
            button.setProperty("bare", "true")
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.DelayedPopup)
            button.installEventFilter(self)
            self.menus.append(menu)

    def _fill(self, menu: QMenu, sign: int) -> None:
        menu.clear()
        stops = self._trail.behind() if sign < 0 else self._trail.ahead()
        for number, stop in enumerate(stops[:_MOST]):
            entry = menu.addAction(_shown(stop))
            icons, theme = self._window.icons, self._window.theme
            entry.setIcon(icons.icon(_ICONS[stop.kind], theme.text2))
            entry.setToolTip(stop.name)
            entry.triggered.connect(partial(self._go, sign * (number + 1)))
        menu.addSeparator()
        menu.addAction(self._window.actions_by_name["lately_read"])

    def _go(self, steps: int) -> None:
        self._walk(steps)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the menu by keys and by the right button too."""
        if not isinstance(watched, QToolButton) or not watched.isEnabled():
            return False
        if event.type() == QEvent.Type.ContextMenu:
            _open_below(watched)
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            has_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
            if has_alt and event.key() == Qt.Key.Key_Down:
                _open_below(watched)
                return True
        return False


def _open_below(button: QToolButton) -> None:
    """Open the menu of a button without waiting for it."""
    button.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))


def _shown(stop: Stop) -> str:
    """Return the words of a menu for a stop."""
    name = stop.name if len(stop.name) <= _LONGEST else f"{stop.name[: _LONGEST - 1].rstrip()}…"
    return name.replace("&", "&&")

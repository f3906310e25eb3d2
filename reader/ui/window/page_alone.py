"""Reading full screen: the page alone, and the way back to the window as it was."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QWidget


class PageAlone(QObject):
    """Hides everything around the page while the window fills the screen.

    Signals:
        changed(bool): The page is alone now, or no longer.
    """

    changed = Signal(bool)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._hidden: list[QWidget] = []
        self._was = Qt.WindowState.WindowNoState

    @property
    def is_on(self) -> bool:
        """Return whether the page is alone."""
        return self._window.isFullScreen()

    def toggle(self) -> None:
        """Leave the page alone, or bring everything back."""
        self.leave() if self.is_on else self.enter()

    def enter(self) -> None:
        """Fill the screen with the page."""
        window = self._window
        self._was = window.windowState() & ~Qt.WindowState.WindowFullScreen
        self._hidden = [bar for bar in (window.menuBar(), *self._bars()) if not bar.isHidden()]
        for bar in self._hidden:
            bar.hide()
        window.setWindowState(self._was | Qt.WindowState.WindowFullScreen)
        self.changed.emit(True)  # noqa: FBT003 -- a signal

    def leave(self) -> None:
        """Give the screen back; the window is as large as before, and never larger than it."""
        window = self._window
        window.setWindowState(self._was)
        for bar in self._hidden:
            bar.show()
        self._hidden = []
        self.changed.emit(False)  # noqa: FBT003 -- a signal

    def _bars(self) -> list[QWidget]:
        bar = self._window.findChild(QWidget, "toolbar")
        return [self._window.statusBar(), *([bar] if bar is not None else [])]

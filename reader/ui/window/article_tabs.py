"""The strip of open articles, from the second one on."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QTabBar, QToolButton, QWidget

from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons

_RIGHT = QTabBar.ButtonPosition.RightSide
_LONGEST = 20  # letters of a title
_LEAST = 132  # pixels of a tab, under which no word of a title could be read


class ArticleTabs(QTabBar):
    """A tab for each open article; none is shown for one article alone.

    Signals:
        chosen(int): Show the article of this tab.
        closing_requested(int): Close this tab.
        others_closing_requested(int): Close all tabs but this one.
    """

    chosen = Signal(int)
    closing_requested = Signal(int)
    others_closing_requested = Signal(int)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_away = False
        self._is_reading = True
        self._theme, self._icons = theme, icons
        self.setObjectName("article_tabs")
        self.setAccessibleName(self.tr("Open articles"))
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(True)
        self.tabBarClicked.connect(self._choose)
        self.currentChanged.connect(self._choose_current)
        self.hide()

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Return the least size of a tab; the same for all, and then they scroll."""
        size = self.tabSizeHint(index)
        return QSize(min(size.width(), _LEAST), size.height())

    def stay_away(self, is_away: bool) -> None:  # noqa: FBT001 -- a slot
        """Leave the page alone, however many articles are open, or come back."""
        self._is_away = is_away
        self.setVisible(self.count() > 1)

    def set_reading(self, is_reading: bool) -> None:  # noqa: FBT001 -- a slot
        """Stand above the article only; the library and other pages have bars of their own."""
        self._is_reading = is_reading
        self.setVisible(self.count() > 1)

    def setVisible(self, is_visible: bool) -> None:  # noqa: FBT001 -- as in Qt
        """Show the tabs, unless the page is to be alone or another page is in front."""
        super().setVisible(is_visible and self._is_reading and not self._is_away)

    def show_tabs(self, names: Sequence[tuple[str, str]], front: int) -> None:
        """Show a tab for each title and outlet, one of them in front."""
        blocker = QSignalBlocker(self)
        while self.count() > len(names):
            self.removeTab(self.count() - 1)
        while self.count() < len(names):
            number = self.addTab("")
            self.setTabButton(number, _RIGHT, self._make_cross())
        for number, (title, outlet) in enumerate(names):
            short = title if len(title) <= _LONGEST else title[: _LONGEST - 1].rstrip() + "…"
            words = f"{short}  ·  {outlet}" if outlet else short
            self.setTabText(number, words.replace("&", "&&"))
            whole = f"{title}, {outlet}" if outlet else title
            self.setTabToolTip(number, whole)
            self.setAccessibleTabName(number, whole)
            button = self.tabButton(number, _RIGHT)
            if button is not None:
                button.setAccessibleName(self.tr("Close {title}").format(title=title))
        if 0 <= front < self.count():
            self.setCurrentIndex(front)
        blocker.unblock()
        self.setVisible(len(names) > 1)

    def _make_cross(self) -> QToolButton:
        cross = QToolButton(self)
        cross.setObjectName("close_tab")
        cross.setFixedSize(18, 18)
        cross.setStyleSheet("QToolButton#close_tab { padding: 0; }")
        cross.setIcon(self._icons.icon("x", self._theme.text2))
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cross.setToolTip(self.tr("Close (Ctrl+W)"))
        cross.clicked.connect(self._close_pressed)
        return cross

    def _close_pressed(self) -> None:
        for number in range(self.count()):
            if self.tabButton(number, _RIGHT) is self.sender():
                self.closing_requested.emit(number)
                return

    def set_theme(self, theme: Theme) -> None:
        """Draw the crosses in other colours."""
        self._theme = theme
        for number in range(self.count()):
            cross = self.tabButton(number, _RIGHT)
            if isinstance(cross, QToolButton):
                cross.setIcon(self._icons.icon("x", theme.text2))

    def _choose(self, number: int) -> None:
        if number >= 0:
            self.chosen.emit(number)

    def _choose_current(self, number: int) -> None:
        if number >= 0:
            self.chosen.emit(number)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to close this tab, or all others."""
        number = self.tabAt(event.pos())
        if number < 0:
            return
        menu = QMenu(self)
        menu.setObjectName("tab_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("&Close"), partial(self.closing_requested.emit, number))
        others = partial(self.others_closing_requested.emit, number)
        menu.addAction(self.tr("Close the &others"), others).setEnabled(self.count() > 1)
        menu.popup(event.globalPos())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Close with the middle button."""
        number = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and number >= 0:
            self.closing_requested.emit(number)
            return
        super().mouseReleaseEvent(event)

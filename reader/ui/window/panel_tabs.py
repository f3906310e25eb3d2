"""The tabs of all panels, in the order of the list of panels."""

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QFontMetrics, QIcon, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QTabBar, QTabWidget, QWidget

from reader.ui.actions import Command
from reader.ui.panels import PANELS
from reader.ui.theme import Theme, sans
from reader.ui.widgets.icons import Icons
from reader.ui.widgets.panel_shape.panel import Panel

P = TypeVar("P", bound=Panel)
_ICON_TAB = 32  # pixels of a tab that has no words
_AROUND = 14  # pixels around the words of a tab


def panel_commands() -> Mapping[str, Command]:
    """Return the command of each panel, which brings it to the front."""
    return {kind.id: Command(kind.command, kind.key, kind.icon) for kind in PANELS}


class _Bar(QTabBar):
    """Keeps a tab without words as narrow as its icon."""

    def tabSizeHint(self, index: int) -> QSize:
        """Return the size of a tab."""
        size = super().tabSizeHint(index)
        return size if self.tabText(index) else QSize(_ICON_TAB, size.height())


class PanelTabs(QTabWidget):
    """Builds every panel and gives it a tab; nobody needs to know the number of a tab.

    Tabs have words. Where not all of them fit, only that in front has them, the others an icon.
    """

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons, self._theme = icons, theme
        self.setTabBar(_Bar(self))
        self.tabBar().setObjectName("qt_tabwidget_tabbar")  # as Qt calls its own
        self.setObjectName("panel_tabs")
        self.setAccessibleName(self.tr("Panels"))
        self.setDocumentMode(True)
        bar = self.tabBar()
        bar.setUsesScrollButtons(False)
        bar.setExpanding(False)
        bar.setDrawBase(False)
        pages = self.findChild(QStackedWidget)  # what is made where it stays is dressed once
        self.panels: tuple[Panel, ...] = tuple(kind(theme, pages) for kind in PANELS)
        for index, panel in enumerate(self.panels):
            title = QCoreApplication.translate("Panels", panel.title)
            self.addTab(panel, "")
            self.setTabToolTip(index, f"{title} ({panel.key})" if panel.key else title)
            bar.setAccessibleTabName(index, title)
        self._fit()
        self.currentChanged.connect(self._fit)
        for area in self.findChildren(QScrollArea):  # a screen reader meets its bars too
            for bar_of_area in (area.verticalScrollBar(), area.horizontalScrollBar()):
                bar_of_area.setAccessibleName(area.accessibleName())

    def front(self) -> Panel:
        """Return the panel in front."""
        return self.panels[self.currentIndex()]

    def panel(self, panel_id: str) -> Panel:
        """Return the panel with an id."""
        return next(panel for panel in self.panels if panel.id == panel_id)

    def panel_of(self, kind: type[P]) -> P:
        """Return the panel of a class, for signals that only this class has."""
        return next(panel for panel in self.panels if isinstance(panel, kind))

    def set_theme(self, theme: Theme) -> None:
        """Change the colours of panels and icons."""
        for panel in self.panels:
            panel.set_theme(theme)
        self._theme = theme
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the tabs as many words as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        titles = [
            QCoreApplication.translate("Panels", panel.tab_title or panel.title)
            for panel in self.panels
        ]
        metrics = QFontMetrics(sans(13, weight=600))
        widths = [metrics.horizontalAdvance(title) + _AROUND for title in titles]
        seldom = [number for number, one in enumerate(self.panels) if not one.has_tab_title]
        icons = sum(_ICON_TAB for _ in seldom)
        has_room = sum(widths) <= self.width()
        has_most = sum(widths) - sum(widths[number] for number in seldom) + icons <= self.width()
        for number, title in enumerate(titles):
            is_front = number == self.currentIndex()
            has_words = has_room or (has_most and number not in seldom)
            if not has_most:
                has_words = is_front
            words = title if has_words else ""
            if self.tabText(number) != words:
                self.setTabText(number, words)
            icon = self.panels[number].icon
            self.setTabIcon(
                number, QIcon() if has_words else self._icons.icon(icon, self._theme.text2)
            )

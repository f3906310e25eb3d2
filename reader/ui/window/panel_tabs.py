"""The tabs of all panels, in the order of the list of panels."""

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QScrollArea, QTabWidget, QWidget

from reader.ui.actions import Command
from reader.ui.panels import PANELS
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons
from reader.ui.widgets.panel_shape.panel import Panel

P = TypeVar("P", bound=Panel)


def panel_commands() -> Mapping[str, Command]:
    """Return the command of each panel, which brings it to the front."""
    return {kind.id: Command(kind.command, kind.key, kind.icon) for kind in PANELS}


class PanelTabs(QTabWidget):
    """Builds every panel and gives it a tab; nobody needs to know the number of a tab."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.setObjectName("panel_tabs")
        self.setAccessibleName(self.tr("Panels"))
        self.setDocumentMode(True)
        bar = self.tabBar()
        bar.setUsesScrollButtons(False)
        bar.setExpanding(False)
        bar.setDrawBase(False)
        self.panels: tuple[Panel, ...] = tuple(kind(theme, self) for kind in PANELS)
        for index, panel in enumerate(self.panels):
            title = QCoreApplication.translate("Panels", panel.title)
            self.addTab(panel, title if panel.has_tab_title else "")
            self.setTabToolTip(index, f"{title} ({panel.key})" if panel.key else title)
            bar.setAccessibleTabName(index, title)
        self._show_icons(theme)
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
        self._show_icons(theme)

    def _show_icons(self, theme: Theme) -> None:
        for index, panel in enumerate(self.panels):
            if not panel.has_tab_title:
                self.setTabIcon(index, self._icons.icon(panel.icon, theme.text2))

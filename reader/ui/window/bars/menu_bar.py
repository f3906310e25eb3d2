"""The menus of the window, built from the lists of commands and of panels."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from reader.ui.actions import MENUS, PANELS_HERE


def fill_menu_bar(
    bar: QMenuBar, actions: Mapping[str, QAction], panels: Iterable[str]
) -> Mapping[str, QMenu]:
    """Add all menus to a bar; return them by their title.

    Args:
        bar: The bar of the window.
        actions: All actions, by name.
        panels: The names of the actions of the panels.
    """
    return {
        title: _filled(bar.addMenu(_tr(title)), names, actions, panels)
        for title, names in MENUS.items()
    }


def _filled(
    menu: QMenu, names: Iterable[str], actions: Mapping[str, QAction], panels: Iterable[str]
) -> QMenu:
    for name in names:
        if not name:
            menu.addSeparator()
        elif name == PANELS_HERE:
            menu.addActions([actions[panel] for panel in panels])
        else:
            menu.addAction(actions[name])
    return menu


def _tr(words: str) -> str:
    return QCoreApplication.translate("MainWindow", words)

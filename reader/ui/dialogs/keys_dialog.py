"""All keys at a glance, in the order of the menus."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.ui.actions import COMMANDS, MENUS, PANELS_HERE


class KeysDialog(QDialog):
    """Lists every command that has a key, and the keys of page and panels."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keys_dialog")
        self.setWindowTitle(self.tr("Keys"))
        self.resize(480, 560)
        layout = QVBoxLayout(self)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        self._page = QWidget(area)
        self._form = QFormLayout(self._page)
        for title, names in MENUS.items():
            self._section(title, self._of_menu(names, actions))
        self._section(self.tr("On the page and in the panels"), self._without_menu())
        area.setWidget(self._page)
        layout.addWidget(area)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _section(self, title: str, rows: Iterator[tuple[str, str]]) -> None:
        found = list(rows)
        if found:
            words = QCoreApplication.translate("MainWindow", title).replace("&", "")
            heading = QLabel(words, self._page)
            heading.setProperty("role", "section")
            self._form.addRow(heading)
        for key, command in found:
            self._form.addRow(key, QLabel(command, self._page))

    def _of_menu(
        self, names: tuple[str, ...], actions: Mapping[str, QAction]
    ) -> Iterator[tuple[str, str]]:
        panels = [name for name in actions if name not in COMMANDS]
        for name in names:
            for one in panels if name == PANELS_HERE else [name]:
                action = actions.get(one)
                if action is not None and not action.shortcut().isEmpty():
                    yield action.shortcut().toString(), action.text().replace("&", "").rstrip("…")

    def _without_menu(self) -> Iterator[tuple[str, str]]:
        yield "Enter", self.tr("Show the card of a mark, open a row")
        yield "Esc", self.tr("Close the card")
        yield self.tr("Space"), self.tr("Show or hide the marks of a category")
        yield "1, 2, 0", self.tr("Put a source on a side, or on none")
        yield "J", self.tr("Join a source with another")
        yield "C", self.tr("Change the speaker of what a source says")

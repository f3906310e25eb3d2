"""The rail of a narrow window: an icon for each part of the tree, which opens it over the list."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from reader.ui.places.library.shelf_tree.section_titles import section_titles
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons

_ICONS = {
    "library": "library-big",
    "feeds": "rss",
    "collections": "folder",
    "tags": "tag",
    "searches": "search",
    "folders": "folder-sync",
    "foot": "trash-2",
}
WIDTH = 44


class SectionRail(QFrame):
    """Shows the icons.

    Signals:
        section_requested(str): Open the tree at this section.
    """

    section_requested = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library_rail")
        self.setFixedWidth(WIDTH)
        self._icons = icons
        self._buttons: dict[str, QToolButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 8, 6, 8)
        words = section_titles()
        for section in _ICONS:
            if section == "foot":
                column.addStretch(1)
            button = QToolButton(self)
            button.setObjectName(f"rail_{section}")
            button.setFixedSize(32, 32)
            button.setIconSize(QSize(16, 16))
            button.setToolTip(words[section])
            button.setAccessibleName(words[section])
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self._ask)
            column.addWidget(button)
            self._buttons[section] = button
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in other colours."""
        for section, button in self._buttons.items():
            button.setIcon(self._icons.icon(_ICONS[section], theme.text))

    def _ask(self) -> None:
        pressed = self.sender()
        for section, button in self._buttons.items():
            if button is pressed:
                self.section_requested.emit(section)

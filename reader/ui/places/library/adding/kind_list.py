"""The kinds of what can be added, as a list beside what was found."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from reader.ui.messages.chosen_rows import ChosenRows
from reader.ui.places.library.adding.offered.offer import Kind
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons

_KINDS: tuple[tuple[Kind, str], ...] = (
    ("address", "link"),
    ("file", "file-text"),
    ("folder", "folder-open"),
    ("feed", "rss"),
    ("watched", "folder-sync"),
    ("text", "clipboard-paste"),
)
_WIDTH = 168  # pixels


class KindList(QListWidget):
    """Lists the kinds, with the icon of each; one is always chosen."""

    def __init__(self, icons: Icons, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("add_kinds")
        self.setAccessibleName(self.tr("What it is"))
        self.setFixedWidth(_WIDTH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        words = {
            "address": self.tr("Address"),
            "file": self.tr("File"),
            "folder": self.tr("Folder"),
            "feed": self.tr("Feed"),
            "watched": self.tr("Watched folder"),
            "text": self.tr("Clipboard"),
        }
        for kind, icon in _KINDS:
            item = QListWidgetItem(icons.icon(icon, theme.text), words[kind], self)
            item.setData(Qt.ItemDataRole.UserRole, kind)
        self.setItemDelegate(ChosenRows(self))
        self.setCurrentRow(0)

    def kind(self) -> Kind:
        """Return the kind that is chosen."""
        return _KINDS[max(0, self.currentRow())][0]

    def choose(self, kind: Kind) -> None:
        """Choose a kind."""
        self.setCurrentRow([name for name, _ in _KINDS].index(kind))

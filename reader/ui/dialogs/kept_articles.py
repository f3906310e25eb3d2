"""The dialog in which articles of the library are chosen for something."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.ui.messages.plain_dialog import answer_row
from reader.values import frozen


@frozen
class KeptTitle:
    """An article of the library.

    Attributes:
        id: Its id in the library.
        title: Its headline, or a word for a text without one.
        told: Outlet and date, parted by a comma; "" where neither is known.
    """

    id: str
    title: str
    told: str = ""


class KeptArticles(QDialog):
    """Lists the articles of the library, with a filter, and takes one or several.

    Signals:
        chosen(tuple): These KeptTitles are wanted.
    """

    chosen = Signal(object)

    def __init__(self, articles: Iterable[KeptTitle], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kept_articles")
        self.setWindowTitle(self.tr("From the library"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(480, 420)
        column = QVBoxLayout(self)
        self.filter = QLineEdit(self)
        self.filter.setObjectName("kept_filter")
        self.filter.setPlaceholderText(self.tr("Words of the title, outlet or date"))
        self.filter.setAccessibleName(self.tr("Show only articles with these words"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._narrow)
        column.addWidget(self.filter)
        self.list = QListWidget(self)
        self.list.setObjectName("kept_list")
        self.list.setAccessibleName(self.tr("Articles of the library"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setUniformItemSizes(True)
        self.list.itemSelectionChanged.connect(self._enable)
        self.list.itemDoubleClicked.connect(self._take)
        column.addWidget(self.list, 1)
        self.note = QLabel(self)
        self.note.setProperty("role", "small")
        column.addWidget(self.note)
        column.addLayout(self._buttons())
        for article in articles:
            words = f"{article.title}   {article.told}".rstrip()
            item = QListWidgetItem(words, self.list)
            item.setToolTip(words)
            item.setData(Qt.ItemDataRole.UserRole, article)
        self._narrow("")
        self._enable()

    def _buttons(self) -> QHBoxLayout:
        row, self.add = answer_row(self, self.tr("&Add"), "kept_add")
        self.add.setDefault(True)
        self.add.clicked.connect(self._take)
        return row

    def _narrow(self, typed: str) -> None:
        """Show only the articles in which all typed words stand."""
        words = typed.casefold().split()
        shown = 0
        for row in range(self.list.count()):
            item = self.list.item(row)
            fits = all(word in item.text().casefold() for word in words)
            item.setHidden(not fits)
            item.setSelected(item.isSelected() and fits)
            shown += fits
        one, many = self.tr("1 article"), self.tr("{n} articles")
        told = (one if shown == 1 else many).format(n=f"{shown:,}")
        self.note.setText(self.tr("{count}. Ctrl or Shift chooses several.").format(count=told))

    def _enable(self) -> None:
        self.add.setEnabled(bool(self.list.selectedItems()))

    def _take(self) -> None:
        items = sorted(self.list.selectedItems(), key=self.list.row)
        if items:
            self.chosen.emit(tuple(item.data(Qt.ItemDataRole.UserRole) for item in items))
            self.accept()

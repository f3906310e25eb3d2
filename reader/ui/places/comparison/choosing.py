"""The dialog in which two to six articles are chosen, and their order."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.across.comparison.limits import FEWEST, LETTERS, MOST
from reader.core.analysis.analysis import Analysis
from reader.ui.messages.plain_dialog import answer_row
from reader.ui.widgets.fields.dropping import take_as_copy
from reader.ui.widgets.ordered_list import OrderedList
from reader.values import frozen


@frozen
class Chosen:
    """An article that is to be compared.

    Attributes:
        origin: Its path, address, or id in the library.
        title: What it is called in the list.
        analysis: Its analysis, where it is open; it has the reader's corrections.
    """

    origin: str
    title: str
    analysis: Analysis | None = None


class ChooseArticles(QDialog):
    """Asks which articles to compare.

    Signals:
        files_wanted(): The reader wants to choose files.
        library_wanted(): The reader wants to choose kept articles.
    """

    files_wanted = Signal()
    library_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("choose_articles")
        self.setWindowTitle(self.tr("Compare articles"))
        self.setAcceptDrops(True)
        self.resize(560, 440)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        self._count = QLabel(self)
        self._count.setProperty("role", "heading")
        layout.addWidget(self._count)
        told = self.tr("Compare takes 2 to 6. Drag to change the order, or Alt+Up and Alt+Down.")
        layout.addWidget(_quiet(told, self))
        self.rows = OrderedList[Chosen](self)
        self.rows.setObjectName("chosen_articles")
        self.rows.setAccessibleName(self.tr("Articles to compare"))
        self.rows.order_changed.connect(self._letter)
        layout.addWidget(self.rows, 1)
        layout.addLayout(self._adding())
        self.hides = QCheckBox(self.tr("Hide the outlets at first"), self)
        self.hides.setObjectName("hide_outlets")
        self.hides.setChecked(True)
        layout.addWidget(self.hides)
        note = self.tr(
            "Do they tell of one event? You decide. A longer text has more marks: the table shows "
            "places and words side by side, and counts with the length beside them."
        )
        layout.addWidget(_quiet(note, self))
        layout.addLayout(self._buttons())
        self._letter()

    def _adding(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.address = QLineEdit(self)
        self.address.setObjectName("compare_address")
        self.address.setPlaceholderText(self.tr("Address, or path of a file"))
        self.address.setAccessibleName(self.tr("Address or file to add"))
        self.address.returnPressed.connect(self._take_address)
        files = QPushButton(self.tr("Add &files…"), self)
        files.setObjectName("compare_files")
        files.setAutoDefault(False)
        files.clicked.connect(self.files_wanted)
        self.library = QPushButton(self.tr("From the &library…"), self)
        self.library.setObjectName("compare_library")
        self.library.setAutoDefault(False)
        self.library.clicked.connect(self.library_wanted)
        self._out = QPushButton(self.tr("&Remove"), self)
        self._out.setAutoDefault(False)
        self._out.clicked.connect(self.rows.take_row)
        row.addWidget(self.address, 1)
        row.addWidget(files)
        row.addWidget(self.library)
        row.addWidget(self._out)
        return row

    def _buttons(self) -> QHBoxLayout:
        row, self.compare = answer_row(self, self.tr("&Compare"), "compare_now")
        self.compare.setAutoDefault(False)
        self.compare.clicked.connect(self.accept)
        return row

    # -- the list ------------------------------------------------------------------------------

    def add(self, articles: Iterable[Chosen]) -> None:
        """Add articles that are not in the list yet."""
        self.rows.add_new(articles)
        self._letter()

    def chosen(self) -> tuple[Chosen, ...]:
        """Return the articles in their order."""
        return self.rows.values()

    def _letter(self) -> None:
        """Write the letters before the titles, and say whether they can be compared."""
        articles = self.chosen()
        for row, article in enumerate(articles):
            letter = LETTERS[row] if row < MOST else "–"
            self.rows.item(row).setText(f"{letter}   {article.title}")
        one, many = self.tr("1 article chosen"), self.tr("{n} articles chosen, in this order")
        self._count.setText((one if len(articles) == 1 else many).format(n=len(articles)))
        fits = FEWEST <= len(articles) <= MOST
        self.compare.setEnabled(fits)
        self.compare.setToolTip("" if fits else self.tr("Choose 2 to 6 articles."))
        self._out.setEnabled(bool(articles))

    def _take_address(self) -> None:
        words = self.address.text().strip()
        if words:
            self.add([Chosen(words, _name_of(words))])
            self.address.clear()

    def add_files(self, paths: Iterable[str]) -> None:
        """Add files by their paths."""
        self.add(Chosen(path, _name_of(path)) for path in paths)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files from outside."""
        if _files_in(event.mimeData()):
            take_as_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Add files that are dropped."""
        if take_as_copy(event):
            self.add_files(_files_in(event.mimeData()))


def _files_in(data: QMimeData) -> list[str]:
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]


def _name_of(origin: str) -> str:
    """Return what an article that is not read yet is called: its file, or its address."""
    return origin if "://" in origin else Path(origin).stem or origin


def _quiet(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setWordWrap(True)
    label.setProperty("role", "small")
    return label

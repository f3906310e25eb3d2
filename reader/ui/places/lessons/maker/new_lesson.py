"""The dialog in which a lesson begins: its title, and the articles in their order."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.lessons.plain_lessons import MOST_ARTICLES
from reader.core.text.article import Article
from reader.ui.places.lessons.pupil.mark_form import plain_label
from reader.ui.widgets.fields.dropping import take_as_copy
from reader.ui.widgets.ordered_list import OrderedList
from reader.values import frozen

_LETTERS = "ABCDEFGHIJKL"
_LONGEST_TITLE = 120


@frozen
class LessonText:
    """An article that is to stand in a lesson.

    Attributes:
        title: What it is called in the list.
        origin: Its path, or its id in the library.
        article: The article, where it is open.
    """

    title: str
    origin: str
    article: Article | None = None


class NewLesson(QDialog):
    """Asks for the title and the articles of a new lesson.

    Signals:
        files_wanted(): The teacher wants to choose files.
        library_wanted(): The teacher wants to choose kept articles.
    """

    files_wanted = Signal()
    library_wanted = Signal()

    def __init__(self, offered: Iterable[LessonText], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("new_lesson")
        self.setWindowTitle(_tr("Make a lesson"))
        self.setAcceptDrops(True)
        self.resize(600, 460)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 14, 16, 14)
        rows.setSpacing(8)
        rows.addWidget(plain_label(_tr("Make a lesson"), "heading"))
        self.title = QLineEdit()
        self.title.setObjectName("lesson_title")
        self.title.setMaxLength(_LONGEST_TITLE)
        self.title.setPlaceholderText(_tr("Title, as pupils see it"))
        self.title.setAccessibleName(_tr("Title of the lesson"))
        rows.addWidget(self.title)
        told = _tr(
            "The articles in the order of reading; two on one event work best. Drag to change the "
            "order, or Alt+Up and Alt+Down; Del takes one out."
        )
        rows.addWidget(plain_label(told, "small"))
        self.rows = OrderedList[LessonText](self)
        self.rows.setObjectName("lesson_articles")
        self.rows.setAccessibleName(_tr("Articles of the lesson"))
        self.rows.order_changed.connect(self._letter)
        rows.addWidget(self.rows, 1)
        rows.addLayout(self._adding())
        note = _tr(
            "A plan of about 45 minutes is there already; you change it in the next window. "
            "Nothing is fetched: open a web page first, and it is in the list."
        )
        rows.addWidget(plain_label(note, "small"))
        rows.addLayout(self._buttons())
        self.add(offered)
        self._letter()

    def _adding(self) -> QHBoxLayout:
        row = QHBoxLayout()
        files = QPushButton(_tr("Add &files…"))
        files.setObjectName("lesson_files")
        files.setAutoDefault(False)
        files.clicked.connect(self.files_wanted)
        self.library = QPushButton(_tr("From the &library…"))
        self.library.setObjectName("lesson_library")
        self.library.setAutoDefault(False)
        self.library.clicked.connect(self.library_wanted)
        self._out = QPushButton(_tr("&Remove"))
        self._out.setAutoDefault(False)
        self._out.clicked.connect(self.rows.take_row)
        row.addWidget(files)
        row.addWidget(self.library)
        row.addWidget(self._out)
        row.addStretch()
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._count = plain_label("", "small")
        row.addWidget(self._count, 1)
        cancel = QPushButton(_tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.make = QPushButton(_tr("&Make the lesson"))
        self.make.setObjectName("make_lesson")
        self.make.setProperty("main", "true")
        self.make.setDefault(True)
        self.make.clicked.connect(self.accept)
        row.addWidget(cancel)
        row.addWidget(self.make)
        return row

    def add(self, texts: Iterable[LessonText]) -> None:
        """Add articles that are not in the list yet."""
        self.rows.add_new(texts)
        self._letter()

    def add_files(self, paths: Iterable[str]) -> None:
        """Add files by their paths."""
        self.add(LessonText(Path(path).stem, path) for path in paths)

    def chosen(self) -> tuple[LessonText, ...]:
        """Return the articles in their order."""
        return self.rows.values()

    def _letter(self) -> None:
        """Write the letters before the titles, and say whether a lesson can be made."""
        chosen = self.chosen()
        for row, one in enumerate(chosen):
            letter = _LETTERS[row] if row < MOST_ARTICLES else "–"
            self.rows.item(row).setText(f"{letter}   {one.title}")
        told = ""
        if not chosen:
            told = _tr("Add an article first.")
        elif len(chosen) > MOST_ARTICLES:
            told = _tr("A lesson has {n} articles at most.").format(n=MOST_ARTICLES)
        self._count.setText(told)
        self.make.setEnabled(not told)
        self._out.setEnabled(bool(chosen))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files from outside."""
        if event.mimeData().hasUrls():
            take_as_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Add files that are dropped."""
        if take_as_copy(event):
            urls = event.mimeData().urls()
            self.add_files(url.toLocalFile() for url in urls if url.isLocalFile())


def _tr(words: str) -> str:
    return QCoreApplication.translate("Lesson", words)

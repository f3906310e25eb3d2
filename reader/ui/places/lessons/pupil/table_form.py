"""The comparison table as a pupil fills it: a row a question, a cell an article, two in a line."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.lessons.answer import LONGEST_WORDS
from reader.core.lessons.lesson import LessonArticle, Step, TableRow
from reader.core.lessons.progress import readable, shows_program
from reader.storage.lessons.filled_table import Cells
from reader.ui.places.lessons.pupil.mark_form import plain_label, short
from reader.ui.places.lessons.pupil.pupil_work import PupilWork

_IN_A_LINE = 2
_CELL_HEIGHT = 62


class TableForm(QWidget):
    """Asks for the cells of the table; what the program found is shown after an own cell."""

    def __init__(self, work: PupilWork, step: Step, found: Callable[[], Cells | None]) -> None:
        """Make the cells.

        Args:
            work: What the pupil has done.
            step: The step.
            found: Returns what the program fills the table with, None while it is reading.
        """
        super().__init__()
        self._work, self._step, self._found = work, step, found
        ids = readable(work.lesson, step)
        self._articles = [one for one in work.lesson.articles if one.id in ids]
        self._told: dict[str, QLabel] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        for row in work.lesson.table:
            self._add_row(row)
        self._add_button()

    def _add_row(self, row: TableRow) -> None:
        self._rows.addWidget(plain_label(row.title, "section"))
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, article in enumerate(self._articles):
            line, column = divmod(place, _IN_A_LINE)
            grid.addWidget(self._cell(row, article), line, column)
            grid.setColumnStretch(column, 1)
        self._rows.addLayout(grid)
        told = plain_label("", "small")
        told.setObjectName(f"found_{row.id}")
        told.hide()
        self._told[row.id] = told
        self._rows.addWidget(told)

    def _cell(self, row: TableRow, article: LessonArticle) -> QPlainTextEdit:
        box = QPlainTextEdit(self._work.table.get((row.id, article.id), ""))
        box.setObjectName(f"cell_{row.id}_{article.id}")
        box.setProperty("read", True)  # noqa: FBT003 -- Qt's call
        box.setFixedHeight(_CELL_HEIGHT)
        box.setMinimumWidth(40)
        box.setTabChangesFocus(True)
        box.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box.setPlaceholderText(f"{article.id}  {short(article.title)}")
        box.setToolTip(f"{article.id}  {article.title}")
        box.setAccessibleName(f"{row.title} {article.id} {article.title}")
        box.textChanged.connect(partial(self._write, box, row.id, article.id))
        return box

    def _write(self, box: QPlainTextEdit, row: str, article: str) -> None:
        self._work.write_cell(row, article, box.toPlainText()[:LONGEST_WORDS])

    def _add_button(self) -> None:
        show = QPushButton(_tr("What the program found"))
        show.setObjectName("found_table")
        show.clicked.connect(self._tell_found)
        self._state = plain_label("", "small")
        self._state.setObjectName("found_table_told")
        self._rows.addWidget(show)
        self._rows.addWidget(self._state)

    def _tell_found(self) -> None:
        """Show the program's cells, once there is a cell of one's own."""
        cells: Cells | None = {}
        if not shows_program(self._step):
            told = _tr("The program’s table is locked in this step.")
        elif not any(words.strip() for words in self._work.table.values()):
            told = _tr("Fill one cell yourself first.")
        else:
            cells = self._found()
            told = _tr("The program may be wrong, and it does not know what is missing.")
        self._state.setText(_tr("The program is still reading.") if cells is None else told)
        for row, label in self._told.items():
            if cells:
                label.setText(self._words_of(row, cells))
                label.show()

    def _words_of(self, row: str, cells: Cells) -> str:
        found = [
            f"{article.id}  {words.replace(chr(10), '; ')}"
            for article in self._articles
            if (words := cells.get((row, article.id), ""))
        ]
        return "\n".join(found) if found else _tr("Only a reader can tell.")


def _tr(words: str) -> str:
    return QCoreApplication.translate("Lesson", words)

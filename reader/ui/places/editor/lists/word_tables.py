"""The tables besides the lexicons, each as the text of its file: read, changed, put back."""

import contextlib

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.errors import ReaderError
from reader.intake.text.word_tables import WORD_TABLES, WordTable
from reader.paths import Paths
from reader.storage.user_data.seen_files import SeenFiles
from reader.tables.files import forget_tables, table_text
from reader.ui.messages.plain_dialog import PlainDialog

_SIZE_PX = (900, 560)
_LIST_PX = 230
_MOST = 4  # mistakes that are told at once


class WordTables(PlainDialog):
    """Shows the tables; the reader's own copy of one lies over the shipped one.

    Attributes:
        rows: The tables by their titles.
        text: The file of the chosen one.
        told: What is wrong, or what became of it.
    """

    def __init__(self, paths: Paths, parent: QWidget | None) -> None:
        words = self.tr(
            "The program goes by these words besides the lexicons. Your copy of a table lies over "
            "the shipped one. It counts for articles that are read from now on; that of the "
            "sources counts from the next start."
        )
        super().__init__(self.tr("Tables of words"), words, self.tr("Save"), parent)
        self.setObjectName("word_tables")
        self._paths = paths
        self._files = SeenFiles()
        self._drafts: dict[int, str] = {}  # what is not saved, by the row of its table
        self._is_warned = False
        self.setMinimumWidth(0)
        self.setMaximumWidth(16_777_215)
        self.resize(*_SIZE_PX)
        self._build()
        self.add_cancel(self.tr("Close"))
        self.put_back = self.add_button(self.tr("Use the shipped one"), "word_tables_shipped")
        self.put_back.clicked.connect(self._put_back)
        self.main.clicked.disconnect(self.accept)
        self.main.clicked.connect(self._save)
        self.rows.currentRowChanged.connect(self._show)
        self.text.textChanged.connect(self._show_state)
        self.rows.setCurrentRow(0)

    def _build(self) -> None:
        self.rows = QListWidget(self)
        self.rows.setObjectName("word_table_rows")
        self.rows.setAccessibleName(self.tr("Tables of words"))
        self.rows.setProperty("rows", "true")
        self.rows.setFixedWidth(_LIST_PX)
        self.rows.addItems([self.tr(table.title) for table in WORD_TABLES])
        self.about = QLabel(self)
        self.about.setWordWrap(True)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("word_table_text")
        self.text.setAccessibleName(self.tr("The table"))
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.told = QLabel(self)
        self.told.setObjectName("word_table_told")
        self.told.setWordWrap(True)
        right = QVBoxLayout()
        for part in (self.about, self.text, self.told):
            right.addWidget(part, 1 if part is self.text else 0)
        row = QHBoxLayout()
        row.addWidget(self.rows)
        row.addLayout(right, 1)
        self.body.addLayout(row)

    def _show(self, number: int) -> None:
        """Show a table: the reader's copy where there is one."""
        table = WORD_TABLES[number]
        if number not in self._drafts:
            self._see(table)
        shown = self._drafts.get(number, self._kept(table))
        self.about.setText(self.tr(table.about))
        self.text.setPlainText(shown)
        self.told.setText("")
        self._show_state()

    def _kept(self, table: WordTable) -> str:
        """Return what counts now: the reader's copy, else the shipped table."""
        with contextlib.suppress(OSError, UnicodeDecodeError):
            return table_text(self._paths.own_table(table.name))
        return table.shipped_text(self._paths)

    def _see(self, table: WordTable) -> None:
        """Know the reader's copy, where it can be shown: what another window writes is later."""
        own = self._paths.own_table(table.name)
        with contextlib.suppress(OSError, UnicodeDecodeError, ReaderError):
            table_text(own)
            self._files.see(own)

    def _show_state(self) -> None:
        number = self.rows.currentRow()
        table, text = WORD_TABLES[number], self.text.toPlainText()
        self._is_warned = False
        if text == self._kept(table):
            self._drafts.pop(number, None)
        else:
            self._drafts[number] = text
        is_shipped = self.text.toPlainText() == table.shipped_text(self._paths)
        self.put_back.setEnabled(not is_shipped or self._paths.own_table(table.name).exists())

    def _save(self) -> None:
        """Keep the table as the reader's copy, where it is in order."""
        table, text = WORD_TABLES[self.rows.currentRow()], self.text.toPlainText()
        if text == table.shipped_text(self._paths):
            self._put_back()
            return
        wrong = table.wrong(text, self._paths)
        if wrong:
            more = self.tr("And {n} more.").format(n=len(wrong) - _MOST)
            told = [*wrong[:_MOST], *([more] if len(wrong) > _MOST else [])]
            self.told.setText(" ".join((self.tr("Not saved."), *told)))
            return
        try:
            aside = self._files.write({self._paths.own_table(table.name): text.encode()})
        except ReaderError as error:
            self.told.setText(str(error))
            return
        forget_tables()
        self.told.setText(self._with_aside(self.tr("Saved as your copy."), *aside))
        self._show_state()

    def _with_aside(self, told: str, name: str = "") -> str:
        """Return what to tell, and where a copy lies that another window had written."""
        if not name:
            return told
        return f"{told} {self.tr('What was there besides is kept as {name}.').format(name=name)}"

    def reject(self) -> None:
        """Close; what is not saved is asked about first."""
        if self._drafts and not self._is_warned:
            self._is_warned = True
            self.told.setText(self.tr("Some changes are not saved. Close again to lose them."))
            return
        super().reject()

    def _put_back(self) -> None:
        """Take the reader's copy away."""
        table = WORD_TABLES[self.rows.currentRow()]
        self._drafts.pop(self.rows.currentRow(), None)
        try:
            aside = self._files.remove(self._paths.own_table(table.name))
        except ReaderError as error:
            self.told.setText(str(error))
            return
        forget_tables()
        self._show(self.rows.currentRow())
        self.told.setText(self._with_aside(self.tr("This is the shipped table."), aside))

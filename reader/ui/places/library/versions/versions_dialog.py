"""The versions of an article: choose two, and see in one text what changed between them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reader.storage.library.rows import ArticleRow, local_day
from reader.ui.places.library.article_list.row_words import day_words
from reader.ui.places.library.versions.changes_page import ChangesPage
from reader.ui.places.library.versions.version_text import words_changed
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.storage.library.library import Library


class VersionsDialog(QDialog):
    """Shows the text of the later version with what is gone and what is new; marks are off.

    Signals:
        article_requested(str, int): Read this version on the page.
    """

    article_requested = Signal(str, int)

    def __init__(
        self, library: "Library", article_id: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("versions_dialog")
        self.setWindowTitle(self.tr("Versions"))
        self.resize(1000, 640)
        self._library = library
        ids = library.folding.versions(article_id)
        self._rows: tuple[ArticleRow, ...] = tuple(reversed(library.rows_of(ids)))
        self._from, self._to = QButtonGroup(self), QButtonGroup(self)
        self.page = ChangesPage(theme, self)
        self.page.left.connect(self.reject)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.page, 1)
        layout.addWidget(self._make_side())
        self._from.idClicked.connect(self._show)
        self._to.idClicked.connect(self._show)
        self._show()

    def _make_side(self) -> QWidget:
        side = QFrame(self)
        side.setObjectName("versions_side")
        side.setFixedWidth(320)
        column = QVBoxLayout(side)
        column.setContentsMargins(14, 14, 14, 14)
        self.title, self.told = QLabel(side), QLabel(side)
        self.title.setProperty("role", "heading")
        self.told.setProperty("role", "quiet")
        for label in (self.title, self.told):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addLayout(self._make_list(side))
        column.addStretch(1)
        foot = QLabel(
            self.tr(
                "Words that are gone are struck through, new ones have a ground. F8 next change."
            ),
            side,
        )
        foot.setWordWrap(True)
        foot.setProperty("role", "small")
        column.addWidget(foot)
        row = QHBoxLayout()
        self.read = QPushButton(self.tr("Read this version"), side)
        self.read.setObjectName("versions_read")
        self.read.setAutoDefault(False)
        self.read.clicked.connect(self._read)
        close = QPushButton(self.tr("Close"), side)
        close.setObjectName("versions_close")
        close.setProperty("main", "true")
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        row.addWidget(self.read)
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)
        return side

    def _make_list(self, parent: QWidget) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 10, 0, 0)
        grid.setColumnStretch(2, 1)
        for place, words in enumerate((self.tr("from"), self.tr("to"))):
            label = QLabel(words, parent)
            label.setProperty("role", "small")
            grid.addWidget(label, 0, place)
        for number, row in enumerate(self._rows):
            when = day_words(local_day(row.added))
            for place, (group, told) in enumerate(
                (
                    (self._from, self.tr("from the version of {day}")),
                    (self._to, self.tr("to the version of {day}")),
                )
            ):
                button = QRadioButton(parent)
                button.setObjectName(f"version_{place}_{number}")
                button.setAccessibleName(told.format(day=when))
                group.addButton(button, number)
                grid.addWidget(button, number + 1, place)
            words = self.tr("{day}, {n} words").format(day=when, n=f"{row.words:,}")
            grid.addWidget(QLabel(words, parent), number + 1, 2)
        if self._rows:
            self._to.button(0).setChecked(True)
            self._from.button(min(1, len(self._rows) - 1)).setChecked(True)
        return grid

    def _show(self) -> None:
        """Show what changed between the two versions that are chosen."""
        if not self._rows:
            return
        old, new = self._rows[self._from.checkedId()], self._rows[self._to.checkedId()]
        before = self._library.articles.article(old.id).text
        article = self._library.articles.article(new.id)
        changes = self._library.folding.differences(old.id, new.id)
        added, gone = words_changed(article.text, before, changes)
        told = self.tr("{n} changes between two versions")
        self.title.setText(told.format(n=len(changes)))
        words = self.tr("{added} words new, {gone} words gone.")
        self.told.setText(words.format(added=added, gone=gone))
        self.page.show_changes(article, before, changes)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F8 goes to the next change, Shift+F8 to the one before."""
        if not self.page.step_by_key(event):
            super().keyPressEvent(event)

    def _read(self) -> None:
        self.article_requested.emit(self._rows[self._to.checkedId()].id, -1)
        self.accept()

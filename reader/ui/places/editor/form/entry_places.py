"""Below the form: where the entry stands in this article, and in a folder of articles."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.marks.look import Look
from reader.ui.marks.places import words_around
from reader.ui.places.editor.folder_search.search_steps import LibraryCount, LibraryPlace
from reader.ui.places.editor.form.place_rows import PlacePainter, TitledPlacePainter
from reader.ui.theme import Theme
from reader.ui.widgets.rows.fact_row import FactRow
from reader.ui.widgets.rows.row_tree import RowTree

_ROW = 26
_FEWEST_THERE = 3  # rows of the library that keep their room
_MOST_HERE = 4  # rows of this article that are in view at once


class _Rest(RowTree):
    """Rows that take the room that is left, and ask for no more than their least height.

    A policy of `Ignored` would not do: a form that scrolls then counts no height for them, and
    lays what is above them on top of one another.
    """

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.minimumHeight())


class EntryPlaces(QWidget):
    """Counts and places of one entry.

    Signals:
        place_activated(object): A place in the article was chosen.
        library_place_activated(LibraryPlace): A place in the library was chosen.
        folder_requested(): The reader wants to choose the folder of the library.
        folder_dropped(): Only recent articles are to be the library.
    """

    place_activated = Signal(object)
    library_place_activated = Signal(object)
    folder_requested = Signal()
    folder_dropped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(1, "thin", "?")
        self._places: tuple[LibraryPlace, ...] = ()
        self._where = ""  # what is searched
        self.matches = self._heading("entry_matches")
        self.here = self._tree(theme, "entry_places", PlacePainter)
        self.here.setAccessibleName(self.tr("Matches in this article"))
        self.here.row_activated.connect(self.place_activated)
        self.library = self._heading("entry_library")
        self.there = _Rest(theme, "entry_library_places", self, TitledPlacePainter)
        self.there.setAccessibleName(self.tr("Matches in your files"))
        self.there.row_activated.connect(self.library_place_activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.matches)
        column.addWidget(self.here)
        column.addLayout(self._library_line())
        column.addWidget(self.there, 1)
        self.show_here("", ())
        self.show_folder("")
        self.show_library(None, self._look)

    def _heading(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setProperty("role", "section")
        label.setWordWrap(True)
        return label

    def _tree(self, theme: Theme, name: str, painter: type[PlacePainter]) -> RowTree:
        return RowTree(theme, name, self, painter)

    def _library_line(self) -> QHBoxLayout:
        self.folder = QToolButton(self)
        self.folder.setObjectName("entry_library_folder")
        self.folder.setProperty("small", "true")
        self.folder.setText(self.tr("Articles…"))
        self.folder.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.folder.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.folder_menu = QMenu(self)
        self.choose_folder = self.folder_menu.addAction(self.tr("Choose a folder of articles…"))
        self.choose_folder.triggered.connect(self.folder_requested)
        self.drop_folder = self.folder_menu.addAction(self.tr("Only recent articles"))
        self.drop_folder.triggered.connect(self.folder_dropped)
        self.folder.setMenu(self.folder_menu)
        line = QHBoxLayout()
        line.addWidget(self.library, 1)
        line.addWidget(self.folder)
        return line

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.here.set_theme(theme)
        self.there.set_theme(theme)

    def show_here(self, words: str, rows: Sequence[FactRow]) -> None:
        """Show where the entry stands in the article on the page."""
        self.matches.setText(words)
        self.matches.setVisible(bool(words))
        self.here.show_rows(rows, keeps_place=True)
        self.here.setFixedHeight(_ROW * min(len(rows), _MOST_HERE) + 2)
        self.here.setVisible(bool(rows))

    def show_folder(self, folder: str) -> None:
        """Say which folder the library is."""
        words = self.tr("All articles in {folder}, and your recent articles")
        if not folder:
            words = self.tr("Your recent articles")
        self.folder.setToolTip(words.format(folder=folder))
        self.folder.setAccessibleName(words.format(folder=folder))
        where = self.tr("In “{folder}” and recent files") if folder else self.tr("In recent files")
        self._where = where.format(folder=Path(folder).name)
        self.drop_folder.setEnabled(bool(folder))

    def show_library(self, count: LibraryCount | None, look: Look) -> None:
        """Show the count in the library so far; None while no entry is looked for."""
        places = count.places if count else ()
        is_other = (places, look) != (self._places, self._look)
        self._look, self._places = look, places
        self.library.setText(self._library_text(count))
        notes = [] if count is None else self._notes(count)
        self.library.setToolTip("\n".join(notes))
        if is_other:  # most steps of a long search only change the numbers
            self.there.show_rows(list(map(self._row, places)), keeps_place=True)
            self.there.setMinimumHeight(_ROW * min(len(places), _FEWEST_THERE))

    def note_library(self, words: str) -> None:
        """Say why nothing is counted in the library."""
        self.library.setText(words)

    def _library_text(self, count: LibraryCount | None) -> str:
        if count is None or not (count.total or count.is_done):
            return self._where
        if not count.total:
            return self.tr("{where}: no articles yet").format(where=self._where)
        words = self.tr("{where}: {n} in {m} of {total} articles")
        if count.total == 1:
            words = self.tr("{where}: {n} in the only article")
        elif not count.hits:
            words = self.tr("{where}: nowhere in {total} articles")
        if not count.is_done:
            words = self.tr("{where}: {n} in {m} articles, {seen} of {total} seen so far")
        return words.format(
            where=self._where,
            n=f"{count.hits:,}",
            m=f"{count.articles:,}",
            seen=f"{count.searched:,}",
            total=f"{count.total:,}",
        )

    def _notes(self, count: LibraryCount) -> list[str]:
        notes = []
        if count.left_out:
            words = self.tr("Older articles that are left out, so that memory stays small: {n}")
            notes.append(words.format(n=f"{count.left_out:,}"))
        if count.unread:
            words = self.tr("Files that could not be read as articles: {n}")
            notes.append(words.format(n=f"{count.unread:,}"))
        return notes

    def _row(self, place: LibraryPlace) -> FactRow:
        before, after = words_around(place.text, place.span)
        hit = " ".join(place.span.of(place.text).split())
        return FactRow(
            kind="place",
            lead=place.title,
            text=before,
            hit=hit,
            after=after,
            slot=self._look.slot,
            line=self._look.style,
            payload=place,
            spoken=f"{place.title}: {before}{hit}{after}",
        )

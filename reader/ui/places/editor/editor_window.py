"""The lexicon editor's window: lists at the left, the table, one entry at the right."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent

from reader.core.lexicon.findings import Finding
from reader.core.lexicon.layering.layers import Row
from reader.core.lexicon.lexicon import Confidence
from reader.errors import ReaderError
from reader.ui.messages import Messages
from reader.ui.places.editor.editing import Editing
from reader.ui.places.editor.editor_frame import EditorFrame
from reader.ui.places.editor.folder_search.folder_search import LibrarySearch
from reader.ui.places.editor.form.entry_form import EntryFacts
from reader.ui.places.editor.form.entry_matches import EntryMatches
from reader.ui.places.editor.list_overview import ListOverview
from reader.ui.places.editor.steps.entry_steps import EntrySteps
from reader.ui.places.editor.steps.list_steps import ListSteps
from reader.ui.places.editor.table.row_order import COLUMNS, RowFilter, RowIndex, Whose
from reader.ui.session.session import Session
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons

_MOST_CHOSEN = 200  # rows that a step leaves chosen
_MOST_NOTICES = 3
_TABLE_AFTER_MS = 150  # after the last key; the page is marked at once


class EditorWindow(EditorFrame):
    """Shows lists and entries, and asks `Editing` for every step.

    Signals:
        place_activated(Finding): A place in the article is to be shown.
        library_place_activated(LibraryPlace): A place in another article is to be shown.
        list_switched(str, bool): A list is to mark the page from now on, or no longer.
        folder_requested(): The folder of the library is to be chosen.
        folder_dropped(): Only recent articles are to be the library.
    """

    place_activated = Signal(object)
    library_place_activated = Signal(object)
    list_switched = Signal(str, bool)
    folder_requested = Signal()
    folder_dropped = Signal()

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        editing: Editing,
        session: Session,
        messages: Messages,
        library: LibrarySearch,
    ) -> None:
        super().__init__(theme, icons)
        self._editing, self._session = editing, session
        self._library = library
        self._matches = EntryMatches(editing, session, self.form, library)
        self._overview = ListOverview(self, editing, icons)
        self.steps = EntrySteps(self, editing, self._overview)
        self.list_steps = ListSteps(self, editing, self._overview, messages)
        self._wanted: list[Row] = []  # to be chosen once the table shows them
        self._is_refreshing = False
        self._table_timer = QTimer(self)
        self._table_timer.setSingleShot(True)
        self._table_timer.setInterval(_TABLE_AFTER_MS)
        self._table_timer.timeout.connect(self._refresh)
        self._connect()
        self.set_theme(theme)
        self._refresh()
        self._show_first_trouble()

    def _show_first_trouble(self) -> None:
        """Say what was found when the lists were read, and what a newer version brought."""
        problems = self._editing.first_problems
        notices = " ".join(self._editing.first_notices[:_MOST_NOTICES])
        if problems:
            self.show_trouble(problems[0].message, f"{problems[0].hint} {notices}".strip())
        else:
            self.show_trouble(notices)

    def _connect(self) -> None:
        self.actions_by_name["close"].triggered.connect(self.close)
        self.actions_by_name["new"].triggered.connect(self.new_entry)
        self.actions_by_name["search"].triggered.connect(self._search)
        self.steps.connect_commands()
        self.steps.settle_requested.connect(self._settle)
        self.list_steps.settle_requested.connect(self._settle)
        self.list_steps.connect_commands()
        self._editing.changed.connect(self._changed)
        self._editing.failed.connect(self._tell_trouble)
        self._editing.read_again.connect(self.trouble.hide)
        self.steps.troubled.connect(self.show_trouble)
        self.list_steps.troubled.connect(self.show_trouble)
        self.steps.move_requested.connect(self.list_steps.own.move)
        self._editing.reported.connect(self.form.saved.setText)
        self._session.analysis.changed.connect(self.show_article)
        self._session.article.changed.connect(self.show_article)
        self.categories.chosen.connect(self._filter)
        self.empty.chosen.connect(self._leave_emptiness)
        self.form.places.folder_dropped.connect(self.folder_dropped)
        self.form.places.folder_requested.connect(self.folder_requested)
        self.form.places.library_place_activated.connect(self.library_place_activated)
        self.form.places.place_activated.connect(self.place_activated)
        self.lists.chosen.connect(self._chose_list)
        self.lists.switched.connect(self.list_switched)
        self.search.returnPressed.connect(self.table.setFocus)
        self.search.textChanged.connect(self._filter)
        self.sure.currentIndexChanged.connect(self._filter)
        self.table.sorting_begins.connect(self._sort)
        self.table.rows_chosen.connect(self._chose_rows)
        for button in self.whose.values():
            button.clicked.connect(self._filter)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        is_other = theme is not self.theme
        super().set_theme(theme)
        if is_other:
            self._overview.fill(theme)
            self._settle()
            row = self.form.row
            self.form.show_looks(self._facts(row) if row else None)
            self._matches.show(row)

    # -- showing -------------------------------------------------------------------------------

    def _changed(self) -> None:
        touched = self._editing.touched
        if 0 < len(touched) <= _MOST_CHOSEN:
            self._wanted = list(touched)
        if self.steps.is_typing:  # the page comes first, the table a moment later
            self._matches.show(self.form.row)
            self._table_timer.start()
        else:
            self._refresh()

    def show_article(self) -> None:
        """Count the entries in the article that is open now."""
        is_news = self._session.analysis.current is not self._matches.counted
        if is_news and not self._is_refreshing and self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        """Show all rows as they are now; what was chosen stays chosen."""
        self._table_timer.stop()
        wanted = self._wanted or self.table.chosen()
        line, has_keyboard = self.table.currentIndex().row(), self.table.has_keyboard()
        self._wanted = []
        self._is_refreshing = True
        rows = self._editing.rows()
        self._overview.find_looks()
        self._overview.off = self._session.lexicons.switched_off
        self._overview.fill(self.theme)
        self.model.show_index(RowIndex(rows, self._matches.counts_here()), self._overview.looks)
        if self.model.row_filter != self._row_filter():  # the list that was chosen is gone
            self.model.set_filter(self._row_filter())
        self.table.choose(self._places_of(wanted, line))
        if has_keyboard:  # a cell that was written in is gone, and keys would go elsewhere
            self.table.setFocus()
        self._is_refreshing = False
        self._show_chosen(wanted)
        self._say_counts()
        for name, is_open in zip(("undo", "redo"), self._editing.ways(), strict=True):
            self.actions_by_name[name].setEnabled(is_open)

    def _places_of(self, wanted: Sequence[Row], line: int) -> list[int]:
        """Return the lines of rows; where they are gone, the line that was chosen before."""
        places = self.model.places_of(wanted)
        last = self.model.rowCount() - 1
        if places or last < 0 or any(map(self.model.holds, wanted)):
            return places  # what only the filter hides is no reason to leave the entry
        return [min(max(line, 0), last)]

    def _say_counts(self) -> None:
        shown, every = self.model.rowCount(), len(self._editing.rows())
        words = self.tr("{n} of {m} entries").format(n=f"{shown:,}", m=f"{every:,}")
        self.counted.setText(words)
        number = self.table.horizontalHeader().sortIndicatorSection()
        name = str(self.model.headerData(number, Qt.Orientation.Horizontal) or "").lower()
        if COLUMNS[number] == "here":
            name = self.tr("matches in this article")
        self.sorted_by.setText(self.tr("Sorted by {column}").format(column=name))
        self._note_emptiness()

    def _note_emptiness(self) -> None:
        """Say why the table is empty, when it is, and offer the way on."""
        if self.model.rowCount():
            self.empty.hide()
        elif self.model.row_filter.is_open:
            self.empty.show_words(
                self.tr("This list has no entries yet."),
                self.tr("Add one here, or select words on the page and choose “Add to lexicon”."),
                self.tr("New entry"),
            )
        else:
            words = self.search.text().strip()
            text = self.tr("No entry with “{words}” is shown.") if words else ""
            self.empty.show_words(
                text.format(words=words) or self.tr("No entry fits what you chose."),
                self.tr("Search, category and the buttons above leave out all others."),
                self.tr("Show all entries of the list"),
            )

    def _leave_emptiness(self) -> None:
        if self.model.row_filter.is_open:
            self.new_entry()
        else:
            self._overview.choose_all_categories()
            self._show_everything()

    def _tell_trouble(self, error: ReaderError) -> None:
        self.show_trouble(error.message, error.hint)

    # -- filter and selection --------------------------------------------------------------------

    def _chose_list(self) -> None:
        self._overview.fill(self.theme)
        self._filter()

    def _filter(self) -> None:
        self._settle()
        chosen = self.table.chosen()
        self._is_refreshing = True
        self.model.set_filter(self._row_filter())
        places = self.model.places_of(chosen)
        self.table.choose(places or ([0] if self.model.rowCount() else []))
        self._is_refreshing = False
        self._show_chosen(self.table.chosen())
        self._say_counts()

    def _row_filter(self) -> RowFilter:
        whose = next((name for name, button in self.whose.items() if button.isChecked()), "all")
        return RowFilter(
            words=self.search.text(),
            lexicon=self._overview.chosen_list,
            category=self._overview.chosen_category,
            confidence=cast("Confidence", self.sure.currentData()),
            whose=cast("Whose", whose),
        )

    def _sort(self) -> None:
        """Sort as the header says; what was chosen stays chosen, the view begins at the top."""
        self._settle()
        chosen = self.table.chosen()
        self._is_refreshing = True
        self.table.sort_rows()
        self.table.choose(self._places_of(chosen, 0))
        self.table.scrollToTop()
        self._is_refreshing = False
        self._say_counts()

    def _search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _chose_rows(self, rows: list[Row]) -> None:
        if self._is_refreshing:
            return
        self.steps.begin_visit()
        self.form.flush()
        if self._table_timer.isActive():
            self._wanted = rows
            self._refresh()
        else:
            self._show_chosen(rows)

    def _show_chosen(self, rows: Sequence[Row]) -> None:
        """Show one row in the form; what is being typed there stays."""
        current = self.table.chosen()
        names = {item.id for item in self._editing.lists()}  # a list may be gone
        row = next((item for item in (*current, *rows) if item.lexicon in names), None)
        shown = self.form.row
        is_same = row is not None and shown is not None and shown.entry is row.entry
        if row is None or not is_same or shown is None or shown.base is not row.base:
            self.form.show_row(row, self._facts(row) if row else None)
        else:
            self.form.show_looks(self._facts(row))  # a category may be new
        self.form.show_chosen(len(current))
        words = self.tr("{n} chosen").format(n=f"{len(current):,}")
        self.chosen.setText(words if len(current) > 1 else "")
        self._matches.show(row)

    def _facts(self, row: Row) -> EntryFacts:
        categories = self._editing.categories(row.lexicon)
        pairs = [(item, self._overview.look(row.lexicon, item.id)) for item in categories.values()]
        shown = self._editing.list_of(row.lexicon)
        return EntryFacts(pairs, shown.title, shown.language_data)

    @property
    def is_behind(self) -> bool:
        """Return whether the table does not yet show what was typed last."""
        return self._table_timer.isActive()

    def _settle(self) -> None:
        """Hand on what was typed, and bring the table up to it."""
        self.form.flush()
        if self._table_timer.isActive():
            self._refresh()

    def new_entry(self) -> None:
        """Add an entry to the chosen list, and let its phrase be typed."""
        self.add_phrase(self.tr("new phrase"))

    def add_phrase(self, phrase: str, example: str = "") -> None:
        """Add an entry for some words, or show the one that there is."""
        self._settle()
        self._show_everything()
        known = self.steps.add(phrase, example)
        if known:
            self.show_rows(known)
        self.form.phrase.setFocus()
        self.form.phrase.selectAll()

    def _show_everything(self) -> None:
        self.search.clear()
        self.whose["all"].setChecked(True)
        self.sure.setCurrentIndex(0)
        self._filter()

    def show_entry(self, finding: Finding) -> None:
        """Show the entry of a mark."""
        self._show_everything()
        self._overview.choose_all()
        row = self.row_of(finding)
        if row is not None:
            self.show_rows([row])

    def show_phrase(self, lexicon: str, phrase: str) -> None:
        """Show the entries of a list with a phrase in them."""
        self._show_everything()
        self.lists.choose(lexicon)
        self.search.setText(phrase)

    def row_of(self, finding: Finding) -> Row | None:
        """Return the row of a mark's entry; None for what no list holds."""
        return self._editing.row_of(finding)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Choose rows of the table."""
        self.table.choose(self.model.places_of(rows))

    def changeEvent(self, event: QEvent) -> None:
        """Look at the files again when the reader comes back from another program."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._editing.look_outside()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hand on and write what was typed last."""
        self.form.flush()
        self._editing.close()
        self._library.close()
        super().closeEvent(event)

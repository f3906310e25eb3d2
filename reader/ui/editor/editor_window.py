"""The lexicon editor's window: lists at the left, the table, one entry at the right."""

from collections import Counter
from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QIcon

from reader.core.findings import Finding
from reader.core.lexicon import Confidence, Entry, Lexicon
from reader.core.lexicon_layers import Row, entry_key
from reader.errors import ReaderError
from reader.ui.editor.category_dialog import CategoryDialog
from reader.ui.editor.editing import Editing, row_after
from reader.ui.editor.editor_frame import EditorFrame
from reader.ui.editor.entry_checks import phrase_text
from reader.ui.editor.entry_form import EntryFacts
from reader.ui.editor.entry_matches import EntryMatches
from reader.ui.editor.entry_table import with_cell
from reader.ui.editor.exchange import Exchange
from reader.ui.editor.library_search import LibrarySearch
from reader.ui.editor.mark_samples import letter_icon
from reader.ui.editor.row_order import Column, RowFilter, RowIndex, Whose
from reader.ui.editor.side_lists import Side
from reader.ui.messages import Messages
from reader.ui.session import Session
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons
from reader.ui.widgets.mark_look import Look, look_of
from reader.ui.widgets.places import LineFinder

_TABLE_AFTER_MS = 150  # after the last key; the page is marked at once
_ALL = " all"  # the id of the line that stands for every list


class EditorWindow(EditorFrame):
    """Shows what there is, asks `Editing` for every step, and marks the article anew.

    Signals:
        place_activated(Finding): A place in the article is to be shown.
        library_place_activated(LibraryPlace): A place in another article is to be shown.
        folder_requested(): The folder of the library is to be chosen.
        folder_dropped(): The library is to be only what was read lately.
    """

    place_activated = Signal(object)
    library_place_activated = Signal(object)
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
        self._editing, self._session, self._messages = editing, session, messages
        self._library = library
        self._exchange = Exchange(editing, messages, self)
        self._matches = EntryMatches(editing, session, self.form, library)
        self._wanted: list[Row] = []
        self._visit = 0  # tells typing in one row from typing in another
        self._is_refreshing = False
        self._is_typing = False
        self._table_timer = QTimer(self)
        self._table_timer.setSingleShot(True)
        self._table_timer.setInterval(_TABLE_AFTER_MS)
        self._table_timer.timeout.connect(self._refresh)
        self._looks: dict[tuple[str, str], Look] = {}
        self._dialog: CategoryDialog | None = None
        told = [problem.message for problem in self._editing.first_problems]
        self.trouble.setText(" ".join((*told[:1], *self._editing.first_notices[:2])))
        self._connect()
        self.set_theme(theme)
        self._refresh()

    def _connect(self) -> None:
        slots = {
            "categories": self.edit_categories,
            "close": self.close,
            "delete": self.delete_chosen,
            "duplicate": self.duplicate_chosen,
            "export": self.export_list,
            "import": self.import_list,
            "new": self.new_entry,
            "new_list": self.new_list,
            "redo": self._redo,
            "reset": self.reset_chosen,
            "search": self._search,
            "undo": self._undo,
        }
        for name, slot in slots.items():
            self.actions_by_name[name].triggered.connect(slot)
        self._editing.changed.connect(self._changed)
        self._editing.failed.connect(self._show_trouble)
        self._editing.told.connect(self.form.saved.setText)
        self._session.analysis_changed.connect(self.show_article)
        self._session.article_changed.connect(self.show_article)
        self.categories.chosen.connect(self._filter)
        self.form.entry_changed.connect(self._entry_changed)
        self.form.places.folder_dropped.connect(self.folder_dropped)
        self.form.places.folder_requested.connect(self.folder_requested)
        self.form.places.library_place_activated.connect(self.library_place_activated)
        self.form.places.place_activated.connect(self.place_activated)
        self.form.reset_requested.connect(self._reset_row)
        self.lists.chosen.connect(self._chose_list)
        self.model.edited.connect(self._cell_edited)
        self.search.returnPressed.connect(self.table.setFocus)
        self.search.textChanged.connect(self._filter)
        self.sure.currentIndexChanged.connect(self._filter)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._say_counts)
        self.table.rows_chosen.connect(self._chose_rows)
        self.move_menu.aboutToShow.connect(self._fill_move_menu)
        self.move_menu.triggered.connect(self._move)
        for button in self.whose.values():
            button.clicked.connect(self._filter)

    def set_line_finder(self, line_of: LineFinder) -> None:
        """Take the function that tells the line of a place on the page."""
        self._matches.set_line_finder(line_of)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        super().set_theme(theme)
        self._fill_sides()

    # -- showing -------------------------------------------------------------------------------

    def _changed(self) -> None:
        self._is_refreshing = True
        self._session.mark_with(self._editing.lexicons())
        self._is_refreshing = False
        if self._is_typing:  # the page comes first, the table a moment later
            self._matches.show(self.form.row)
            self._table_timer.start()
        else:
            self._refresh()

    def show_article(self) -> None:
        """Count the entries in the article that is open now."""
        is_news = self._session.analysis is not self._matches.counted
        if is_news and not self._is_refreshing and self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        """Show all rows as they are now; what was chosen stays chosen."""
        self._table_timer.stop()
        wanted = self._wanted or self.table.chosen()
        self._wanted = []
        self._is_refreshing = True
        rows = self._editing.rows()
        self._looks = self._all_looks()
        self.model.show_index(RowIndex(rows, self._matches.counts_here()), self._looks)
        self._fill_sides()
        places = [place for row in wanted if (place := self.model.place_of(row)) >= 0]
        self.table.choose(places)
        self._is_refreshing = False
        self._show_chosen(wanted)
        self._say_counts()
        self.actions_by_name["undo"].setEnabled(self._editing.can_undo)
        self.actions_by_name["redo"].setEnabled(self._editing.can_redo)

    def _all_looks(self) -> dict[tuple[str, str], Look]:
        return {
            (item.id, category.id): look_of(category, is_hedge=item.panel == "hedging")
            for item in self._editing.lists()
            for category in self._editing.categories(item.id).values()
        }

    def _fill_sides(self) -> None:
        rows = self._editing.rows()
        counts = Counter(row.lexicon for row in rows)
        lock = self._icons.icon("lock", self._theme.text2)
        every = Side(_ALL, self.tr("All lists"), len(rows), QIcon())
        sides = [
            Side(item.id, item.title, counts[item.id], lock if self._is_locked(item) else QIcon())
            for item in self._editing.lists()
        ]
        current = self.lists.current_id or _ALL
        self.lists.show_sides([every, *sides], current)
        chosen = self._chosen_list()
        kinds = Counter(row.shown.category for row in rows if chosen in {"", row.lexicon})
        categories: dict[str, Side] = {}
        for item in self._editing.lists():
            if chosen not in {"", item.id}:
                continue
            for category in self._editing.categories(item.id).values():
                icon = letter_icon(self._theme, self._look(item.id, category.id))
                side = Side(category.id, category.name, kinds[category.id], icon)
                categories.setdefault(category.id, side)
        every = Side(_ALL, self.tr("All categories"), kinds.total(), QIcon())
        current = self.categories.current_id
        current = current if current in categories else _ALL
        self.categories.show_sides([every, *categories.values()], current)
        states = Counter(row.state for row in rows)
        changed = states["changed"] + states["muted"]
        self.whose["all"].setText(self.tr("All"))
        self.whose["mine"].setText(self.tr("Mine {n}").format(n=changed + states["added"]))
        self.whose["changed"].setText(self.tr("Changed {n}").format(n=changed))

    def _is_locked(self, item: Lexicon) -> bool:
        return self._editing.is_shipped(item.id)

    def _look(self, name: str, category: str) -> Look:
        return self._looks.get((name, category)) or Look(1, "thin", "?")

    def _chosen_list(self) -> str:
        chosen = self.lists.current_id
        return "" if chosen == _ALL else chosen

    def _say_counts(self) -> None:
        shown, every = self.model.rowCount(), len(self._editing.rows())
        told = self.tr("{n} of {m} entries").format(n=f"{shown:,}", m=f"{every:,}")
        self.counted.setText(told)
        number = self.table.horizontalHeader().sortIndicatorSection()
        name = str(self.model.headerData(number, Qt.Orientation.Horizontal) or "").lower()
        self.sorted_by.setText(self.tr("Sorted by {column}").format(column=name))

    def _show_trouble(self, error: ReaderError) -> None:
        self.trouble.setText(str(error))

    # -- filter and selection --------------------------------------------------------------------

    def _chose_list(self) -> None:
        self._fill_sides()
        self._filter()

    def _filter(self) -> None:
        self._settle()
        category = self.categories.current_id
        whose = next((name for name, button in self.whose.items() if button.isChecked()), "all")
        chosen = self.table.chosen()
        self._is_refreshing = True
        self.model.set_filter(
            RowFilter(
                words=self.search.text(),
                lexicon=self._chosen_list(),
                category="" if category == _ALL else category,
                confidence=cast("Confidence", self.sure.currentData()),
                whose=cast("Whose", whose),
            )
        )
        places = [place for row in chosen if (place := self.model.place_of(row)) >= 0]
        self.table.choose(places or ([0] if self.model.rowCount() else []))
        self._is_refreshing = False
        self._show_chosen(self.table.chosen())
        self._say_counts()

    def _search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _chose_rows(self, rows: list[Row]) -> None:
        if self._is_refreshing:
            return
        self._visit += 1
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
        self._matches.show(row)

    def _facts(self, row: Row) -> EntryFacts:
        categories = self._editing.categories(row.lexicon)
        pairs = [(item, self._look(row.lexicon, item.id)) for item in categories.values()]
        return EntryFacts(pairs, self._list(row.lexicon).title)

    def _list(self, name: str) -> Lexicon:
        return next(item for item in self._editing.lists() if item.id == name)

    # -- steps -----------------------------------------------------------------------------------

    def _entry_changed(self, row: Row, entry: Entry, field: str) -> None:
        if not self.form.check_again(is_taken=self._editing.names_again(row, entry)):
            return
        after = row_after(row, entry)
        self._wanted = [after]
        self.form.show_origin(after, self._list(row.lexicon).title)
        self._is_typing = True
        self._editing.change(row, entry, f"{field} {self._visit}")
        self._is_typing = False

    def _cell_edited(self, row: Row, column: Column, text: str) -> None:
        entry, told = with_cell(row.shown, column, text)
        if column in {"phrase", "part"}:
            is_taken = self._editing.names_again(row, entry)
            told = phrase_text(entry.phrase, is_taken=is_taken)
            if told:
                self.trouble.setText(told)
                return
        self.trouble.setText(told)
        self._wanted = [row_after(row, entry)]
        self._editing.change(row, entry)

    @property
    def is_behind(self) -> bool:
        """Tell whether the table does not yet show what was typed last."""
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
        lists = {item.id: item for item in self._editing.lists()}
        wording = next(item.id for item in lists.values() if item.panel == "wording")
        name = self._chosen_list() or wording
        categories = self._editing.categories(name)
        chosen = self.categories.current_id
        category = chosen if chosen in categories else next(iter(categories))
        entry = Entry(phrase, "forms", None, category, "confident", example=example)
        known = [
            row
            for row in self._editing.rows()
            if row.lexicon == name and entry_key(row.shown) == entry_key(entry)
        ]
        self._show_everything()
        if known:
            self.show_rows(known)
        else:
            self._visit += 1
            self._wanted = [Row(name, None, entry)]
            self._editing.add(name, [entry])
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
        self.lists.setCurrentRow(0)
        self.categories.setCurrentRow(0)
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
        owner, key = self._matches.owner(finding), entry_key(finding.entry)
        rows = (row for row in self._editing.rows() if row.lexicon == owner)
        return next((row for row in rows if entry_key(row.shown) == key), None)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Choose rows of the table."""
        self.table.choose([place for row in rows if (place := self.model.place_of(row)) >= 0])

    def duplicate_chosen(self) -> None:
        """Add a copy of each chosen entry."""
        self._settle()
        chosen = self.table.chosen()
        if chosen:
            self._visit += 1
            self._editing.duplicate(chosen)

    def delete_chosen(self) -> None:
        """Delete the chosen entries that are the reader's, mute those that are shipped."""
        self._settle()
        self._editing.remove([row for row in self.table.chosen() if row.entry is not None])

    def reset_chosen(self) -> None:
        """Make the chosen entries as shipped again."""
        self._settle()
        self._editing.reset(self.table.chosen())

    def _reset_row(self, row: Row) -> None:
        self._editing.reset([row])

    def _fill_move_menu(self) -> None:
        self.move_menu.clear()
        rows = self.table.chosen()
        for category in self._editing.categories(rows[0].lexicon).values() if rows else ():
            icon = letter_icon(self._theme, self._look(rows[0].lexicon, category.id))
            action = self.move_menu.addAction(icon, category.name.replace("&", "&&"))
            action.setData(category.id)

    def _move(self, action: QAction) -> None:
        self.move_chosen(str(action.data()))

    def move_chosen(self, category: str) -> None:
        """Move the chosen entries to a category of their list."""
        self._settle()
        self._editing.move(self.table.chosen(), category)

    def _undo(self) -> None:
        self._settle()
        self._visit += 1
        self._editing.undo()

    def _redo(self) -> None:
        self._visit += 1
        self._editing.redo()

    def new_list(self) -> None:
        """Begin a list of the reader's own."""
        title = self._messages.ask_words(self.tr("New list"), self.tr("What is it called?"))
        if title:
            self._editing.new_list(title)

    def import_list(self) -> None:
        """Take a list of another program over, and show it."""
        self._settle()
        name = self._exchange.import_list()
        if name:
            self.lists.choose(name)

    def export_list(self) -> None:
        """Write the chosen list, with the reader's changes, in a form of another program."""
        self._settle()
        self._exchange.export_list(self._chosen_list() or self._editing.shipped[-1].id)

    def edit_categories(self) -> None:
        """Open the categories of the chosen list."""
        name = self._chosen_list() or self._editing.shipped[-1].id
        shipped = frozenset(
            category.id for item in self._editing.shipped for category in item.categories
        )
        known = self._editing.categories(name)
        dialog = CategoryDialog(self._theme, self._list(name), known, shipped, self)
        dialog.accepted.connect(self._keep_category)
        self._dialog = dialog
        dialog.open()

    def _keep_category(self) -> None:
        if self._dialog is not None:
            self._editing.set_category(self._dialog.lexicon_id, self._dialog.category())
            self._dialog.deleteLater()
            self._dialog = None

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hand on and write what was typed last."""
        self.form.flush()
        self._editing.close()
        self._library.close()
        super().closeEvent(event)

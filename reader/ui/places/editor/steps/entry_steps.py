"""What can be done with the chosen entries: change, add, copy, delete, reset, move, undo."""

from PySide6.QtCore import QElapsedTimer, QObject, Signal
from PySide6.QtGui import QAction

from reader.core.lexicon.layering.layers import Row, entry_key
from reader.core.lexicon.lexicon import Entry
from reader.ui.marks.samples import letter_icon
from reader.ui.places.editor.editing import Editing, row_after
from reader.ui.places.editor.editor_frame import EditorFrame
from reader.ui.places.editor.entry_checks import phrase_text
from reader.ui.places.editor.list_overview import ListOverview
from reader.ui.places.editor.table.entry_cells import with_cell
from reader.ui.places.editor.table.row_order import Column

_PAUSE_MS = 1500  # what is typed after it is a step of its own


class EntrySteps(QObject):
    """Does the steps on what is chosen in the table or typed in the form.

    Signals:
        settle_requested(): What is still being typed is to be handed on first.
        troubled(str): What is wrong with a cell, and what happens meanwhile; "" for nothing.
        move_requested(list[Row], str): These entries are to go to the list of this id.

    Attributes:
        is_typing: What changes just now is being typed in the form.
    """

    settle_requested = Signal()
    troubled = Signal(str)
    move_requested = Signal(object, str)

    def __init__(self, frame: EditorFrame, editing: Editing, overview: ListOverview) -> None:
        super().__init__(frame)
        self._table, self._model, self._form = frame.table, frame.model, frame.form
        self._commands, self._menu = frame.actions_by_name, frame.move_menu
        self._list_menu = frame.move_list_menu
        self._sides = (frame.lists, frame.categories)
        self._editing, self._overview = editing, overview
        self._visit = 0  # tells typing in one row from typing in another
        self._since_typed = QElapsedTimer()
        self.is_typing = False

    def connect_commands(self) -> None:
        """Let the commands of the window, its table and its form do these steps."""
        commands = {
            "delete": self.delete_chosen,
            "duplicate": self.duplicate_chosen,
            "redo": self.redo,
            "reset": self.reset_chosen,
            "undo": self.undo,
        }
        for name, slot in commands.items():
            self._commands[name].triggered.connect(slot)
        self._form.entry_changed.connect(self._take_typed)
        self._form.reset_requested.connect(self.reset_chosen)
        self._model.edited.connect(self._take_cell)
        self._menu.aboutToShow.connect(self._fill_move_menu)
        self._menu.triggered.connect(self._move)
        self._list_menu.aboutToShow.connect(self._fill_list_menu)
        self._list_menu.triggered.connect(self._move_to_list)

    def begin_visit(self) -> None:
        """Make what is typed from now on a step of its own."""
        self._visit += 1

    # -- typing --------------------------------------------------------------------------------

    def _take_typed(self, row: Row, entry: Entry, field: str) -> None:
        form = self._form
        if not form.check_again(is_taken=self._editing.names_again(row, entry)):
            return
        form.show_origin(row_after(row, entry), self._editing.list_of(row.lexicon).title)
        if self._since_typed.isValid() and self._since_typed.elapsed() > _PAUSE_MS:
            self.begin_visit()
        self._since_typed.start()
        self.is_typing = True
        self._editing.change(row, entry, f"{field} {self._visit}")
        self.is_typing = False

    def _take_cell(self, row: Row, column: Column, text: str) -> None:
        entry, words = with_cell(row.shown, column, text)
        if column in {"phrase", "part"}:
            is_taken = self._editing.names_again(row, entry)
            language = self._editing.list_of(row.lexicon).language_data
            words = phrase_text(entry.phrase, language, is_taken=is_taken, match=entry.match)
            if words:
                self.troubled.emit(words)
                return
        self.troubled.emit(words)
        self._editing.change(row, entry)

    # -- adding --------------------------------------------------------------------------------

    def add(self, phrase: str, example: str = "") -> list[Row]:
        """Add an entry for some words to the chosen list; return the rows that were there."""
        entry = self._fresh(phrase, example)
        name = self._list_for_new()
        known = [
            row
            for row in self._editing.rows()
            if row.lexicon == name and entry_key(row.shown) == entry_key(entry)
        ]
        if not known:
            self.begin_visit()
            self._editing.add(name, [entry])
        return known

    def _fresh(self, phrase: str, example: str) -> Entry:
        categories = self._editing.categories(self._list_for_new())
        chosen = self._overview.chosen_category
        category = chosen if chosen in categories else next(iter(categories))
        return Entry(phrase, "forms", None, category, "confident", example=example)

    def _list_for_new(self) -> str:
        wording = next(item.id for item in self._editing.lists() if item.panel == "wording")
        return self._overview.chosen_list or wording

    def duplicate_chosen(self) -> None:
        """Add a copy of each chosen entry."""
        self.settle_requested.emit()
        chosen = self._table.chosen()
        if chosen:
            self.begin_visit()
            self._editing.duplicate(chosen)

    # -- the chosen ones -----------------------------------------------------------------------

    def delete_chosen(self) -> None:
        """Delete the chosen entries that are the reader's, mute those that are shipped.

        While lists or categories have the keyboard, the line that is chosen there is meant.
        """
        for side in self._sides:
            if side.hasFocus():
                side.deletion_requested.emit()
                return
        self.settle_requested.emit()
        chosen = self._table.chosen()
        self._editing.remove([row for row in chosen if row.entry is not None])

    def reset_chosen(self) -> None:
        """Make the chosen entries as shipped again."""
        self.settle_requested.emit()
        shown = self._form.row  # its line may be hidden by the filter
        self._editing.reset(self._table.chosen() or ([shown] if shown else []))

    def _fill_move_menu(self) -> None:
        menu = self._menu
        menu.clear()
        rows = self._table.chosen()
        for category in self._editing.categories(rows[0].lexicon).values() if rows else ():
            look = self._overview.look(rows[0].lexicon, category.id)
            icon = letter_icon(self._overview.theme, look)
            action = menu.addAction(icon, category.name.replace("&", "&&"))
            action.setData(category.id)

    def _move(self, action: QAction) -> None:
        self.move_chosen(str(action.data()))

    def move_chosen(self, category: str) -> None:
        """Move the chosen entries to a category of their list."""
        self.settle_requested.emit()
        self._editing.move(self._table.chosen(), category)

    def _fill_list_menu(self) -> None:
        menu = self._list_menu
        menu.clear()
        rows = self._table.chosen()
        here = {row.lexicon for row in rows}
        panels = {self._editing.list_of(name).panel for name in here}
        for item in self._editing.lists() if rows else ():
            if item.id not in here and panels == {item.panel}:
                menu.addAction(item.title.replace("&", "&&")).setData(item.id)
        if menu.isEmpty():
            menu.addAction(self.tr("There is no other list of this kind")).setEnabled(False)

    def _move_to_list(self, action: QAction) -> None:
        self.settle_requested.emit()
        self.begin_visit()
        self.move_requested.emit(self._table.chosen(), str(action.data()))

    def undo(self) -> None:
        """Take the last step back."""
        self.settle_requested.emit()
        self.begin_visit()
        self._editing.undo()

    def redo(self) -> None:
        """Do the last step again."""
        self.begin_visit()
        self._editing.redo()

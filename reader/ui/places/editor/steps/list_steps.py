"""What can be done with whole lists: begin one, take one in, hand one out, name its categories."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from reader.core.lexicon.layering.layer_merging import Difference
from reader.core.lexicon.lexicon import Lexicon
from reader.errors import ReaderError
from reader.storage.interchange.registry import list_endings, read_foreign
from reader.storage.lexicons.kept_lists import KeptList
from reader.ui.marks.dates import date_text
from reader.ui.messages import Messages
from reader.ui.places.editor.editing import Editing
from reader.ui.places.editor.editor_frame import EditorFrame
from reader.ui.places.editor.list_overview import ListOverview
from reader.ui.places.editor.lists.category_dialog import CategoryDialog
from reader.ui.places.editor.lists.category_gone import CategoryGone
from reader.ui.places.editor.lists.deleted_lists import DeletedLists
from reader.ui.places.editor.lists.exchange import Exchange
from reader.ui.places.editor.lists.list_details import ListDetails
from reader.ui.places.editor.lists.list_differences import ListDifferences, Side
from reader.ui.places.editor.lists.own_lists import OwnLists
from reader.ui.places.editor.lists.word_tables import WordTables


class ListSteps(QObject):
    """Does the steps on the list that is chosen at the left.

    Signals:
        settle_requested(): What is still being typed is to be handed on first.
        troubled(str): Something could not be done, in a sentence.

    Attributes:
        own: The steps themselves.
        dialog: The dialog that was opened last.
    """

    settle_requested = Signal()
    troubled = Signal(str)

    def __init__(
        self, frame: EditorFrame, editing: Editing, overview: ListOverview, messages: Messages
    ) -> None:
        super().__init__(frame)
        self._lists, self._commands = frame.lists, frame.actions_by_name
        self._search, self._form = frame.search, frame.form
        self._editing, self._overview, self._messages = editing, overview, messages
        self._exchange = Exchange(editing, messages, self)
        self._dialog: CategoryDialog | None = None
        self.own = OwnLists(editing)
        self.dialog: QDialog | None = None
        self._list_of_category = ""
        frame.lists.deletion_requested.connect(self.delete_list)
        frame.lists.naming_requested.connect(self.show_details)
        frame.categories.deletion_requested.connect(self.delete_category)
        frame.categories.naming_requested.connect(self.edit_categories)

    def connect_commands(self) -> None:
        """Let the commands of the window do these steps."""
        commands = {
            "categories": self.edit_categories,
            "delete_category": self.delete_category,
            "delete_list": self.delete_list,
            "deleted_lists": self.show_deleted,
            "list_details": self.show_details,
            "versions": self.show_versions,
            "word_tables": self.show_tables,
            "export": self.export_list,
            "import": self.import_list,
            "new_list": self.new_list,
        }
        for name, slot in commands.items():
            self._commands[name].triggered.connect(slot)

    def new_list(self) -> None:
        """Begin a list of the reader's own, and show it."""
        title = self._messages.ask_words(
            self.tr("New list"), self.tr("What is it called?"), verb=self.tr("Create")
        )
        if title:
            self._search.clear()
            self._lists.choose(self._editing.new_list(title))

    def import_list(self) -> None:
        """Take a list of another program over, and show it."""
        self.settle_requested.emit()
        name = self._exchange.import_list()
        if name:
            self._lists.choose(name)

    def export_list(self) -> None:
        """Write the chosen list, with the reader's changes, in a form of another program."""
        self.settle_requested.emit()
        self._exchange.export_list(self._chosen().id)

    def edit_categories(self) -> None:
        """Open the categories of the chosen list."""
        lexicon = self._chosen()
        shipped = frozenset(
            category.id for item in self._editing.shipped for category in item.categories
        )
        known = self._editing.categories(lexicon.id)
        dialog = CategoryDialog(
            self._overview.theme, lexicon, known, shipped, self._lists.window()
        )
        dialog.accepted.connect(self._keep_category)
        dialog.choose(self._overview.chosen_category)
        self._dialog = dialog
        self._open(dialog)

    def _keep_category(self) -> None:
        if self._dialog is not None:
            self._editing.set_category(self._dialog.lexicon_id, self._dialog.category())

    # -- a list as a whole ---------------------------------------------------------------------

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def _tried(self, work: Callable[[], object]) -> None:
        """Do something with files; what goes wrong is told above the table."""
        try:
            work()
        except ReaderError as error:
            self.troubled.emit(f"{error.message} {error.hint}".strip())

    def show_details(self) -> None:
        """Show what is said of the chosen list; of one's own it can be changed."""
        self.settle_requested.emit()
        shown = self._chosen()
        dialog = ListDetails(shown, self._lists.window(), is_own=self.own.is_own(shown.id))
        dialog.accepted.connect(self._take_details)
        self._open(dialog)

    def _take_details(self) -> None:
        dialog = self.dialog
        if isinstance(dialog, ListDetails) and self.own.is_own(dialog.head().id):
            head = dialog.head()
            self._tried(lambda: self.own.describe(head.id, head))

    def delete_list(self) -> None:
        """Delete the chosen list, where it is one of the reader's own."""
        self.settle_requested.emit()
        name = self._overview.chosen_list
        if not name:
            self.troubled.emit(self.tr("Choose the list first that is to be deleted."))
            return
        if not self.own.is_own(name):
            words = self.tr("“{title}” is shipped and stays; its box switches it off.")
            self.troubled.emit(words.format(title=self._chosen().title))
            return
        title = self._chosen().title
        self._tried(lambda: self.own.delete(name))
        words = self.tr("“{title}” is deleted. Undo, or “Deleted lists…”, brings it back.")
        self.troubled.emit(words.format(title=title))

    def show_deleted(self) -> None:
        """Show the lists that were deleted, to put one back."""
        self.settle_requested.emit()
        dialog = DeletedLists(self.own.deleted(), self._lists.window())
        dialog.accepted.connect(self._put_back)
        self._open(dialog)

    def show_tables(self) -> None:
        """Show the tables of words besides the lexicons."""
        self._open(WordTables(self._editing.paths, self._lists.window()))

    def _put_back(self) -> None:
        chosen = self.dialog.chosen() if isinstance(self.dialog, DeletedLists) else None
        if chosen is not None:
            self._tried(lambda: self._lists.choose(self.own.restore(chosen)))

    def delete_category(self) -> None:
        """Delete the chosen category, where it is the reader's own; ask where its entries go."""
        self.settle_requested.emit()
        lexicon, name = self._chosen(), self._overview.chosen_category
        layer = self._editing.layer_of(lexicon.id)
        own = {item.id: item for item in (layer.lexicon.categories if layer else ())}
        shipped = {item.id for one in self._editing.shipped for item in one.categories}
        gone = own.get(name) if name not in shipped or self.own.is_own(lexicon.id) else None
        known = self._editing.categories(lexicon.id)
        others = [item for item in known.values() if item.id != name]
        if gone is None or not others:
            words = self.tr("Choose a category of your own first; shipped ones stay.")
            self.troubled.emit(words)
            return
        count = sum(name in row.shown.categories for row in self._editing.rows_in(lexicon.id))
        dialog = CategoryGone(gone, count, others, self._lists.window())
        dialog.accepted.connect(self._take_category_away)
        self._list_of_category = lexicon.id
        self._open(dialog)

    def _take_category_away(self) -> None:
        if isinstance(self.dialog, CategoryGone):
            self.own.delete_category(
                self._list_of_category, self.dialog.gone.id, self.dialog.instead()
            )

    # -- versions and merging ------------------------------------------------------------------

    def show_versions(self) -> None:
        """Show where the chosen list differs from its versions and from other lists."""
        self.settle_requested.emit()
        mine = self._editing.as_it_counts(self._chosen().id)
        dialog = ListDifferences(mine, self._sides(mine.id), self._lists.window())
        dialog.taken.connect(self._take_over)
        dialog.keep_requested.connect(self._keep_version)
        dialog.file_requested.connect(self._compare_file)
        self._open(dialog)

    def _sides(self, name: str) -> list[Side]:
        """Return what a list can be compared with: its versions, then all other lists."""
        sides = []
        if self._editing.is_shipped(name):
            sides.append(Side(self.tr("As it is shipped"), self._editing.list_of(name)))
        sides += [Side(self._version_words(one), one.lexicon) for one in self.own.versions(name)]
        others = (item for item in self._editing.lists() if item.id != name)
        sides += [Side(item.title, self._editing.as_it_counts(item.id)) for item in others]
        return sides

    def _version_words(self, one: KeptList) -> str:
        day = date_text(datetime.fromtimestamp(one.time, UTC).date().isoformat())
        words = self.tr("Version {version}, of {day}")
        return words.format(version=one.lexicon.version, day=day)

    def _take_over(self, differences: Sequence[Difference], other: Lexicon) -> None:
        dialog = self.dialog
        if isinstance(dialog, ListDifferences):
            name = dialog.mine.id
            self.own.take_over(name, differences, other.categories)
            dialog.show_mine(self._editing.as_it_counts(name))

    def _keep_version(self) -> None:
        dialog = self.dialog
        if isinstance(dialog, ListDifferences):
            name = dialog.mine.id
            self._tried(lambda: self.own.keep(name))
            dialog.offer(self._sides(name), 1 if self._editing.is_shipped(name) else 0)

    def _compare_file(self) -> None:
        dialog = self.dialog
        endings = " ".join(f"*{suffix}" for suffix in list_endings())
        kinds = self.tr("Lists of words ({endings})").format(endings=endings)
        path = self._messages.ask_file(self.tr("A list in a file"), kinds)
        if not path or not isinstance(dialog, ListDifferences):
            return
        try:
            other = read_foreign(Path(path), self._editing.languages).imported.lexicon
        except ReaderError as error:
            self._messages.tell(self.tr("A list in a file"), str(error))
            return
        sides = [Side(Path(path).name, other), *self._sides(dialog.mine.id)]
        dialog.offer(sides, 0)

    def _chosen(self) -> Lexicon:
        """Return the list that is chosen, else that of the entry in the form, else of wording."""
        row = self._form.row
        name = self._overview.chosen_list or (row.lexicon if row is not None else "")
        lists = self._editing.lists()
        chosen = (item for item in lists if item.id == name)
        return next(chosen, None) or next(item for item in lists if item.panel == "wording")

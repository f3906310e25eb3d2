"""What can be done with whole lists: begin one, take one in, hand one out, name its categories."""

from PySide6.QtCore import QObject, Signal

from reader.core.lexicon.lexicon import Lexicon
from reader.ui.messages import Messages
from reader.ui.places.editor.editing import Editing
from reader.ui.places.editor.editor_frame import EditorFrame
from reader.ui.places.editor.list_overview import ListOverview
from reader.ui.places.editor.lists.category_dialog import CategoryDialog
from reader.ui.places.editor.lists.exchange import Exchange


class ListSteps(QObject):
    """Does the steps on the list that is chosen at the left.

    Signals:
        settle_requested(): What is still being typed is to be handed on first.
    """

    settle_requested = Signal()

    def __init__(
        self, frame: EditorFrame, editing: Editing, overview: ListOverview, messages: Messages
    ) -> None:
        super().__init__(frame)
        self._lists, self._commands = frame.lists, frame.actions_by_name
        self._search = frame.search
        self._editing, self._overview, self._messages = editing, overview, messages
        self._exchange = Exchange(editing, messages, self)
        self._dialog: CategoryDialog | None = None

    def connect_commands(self) -> None:
        """Let the commands of the window do these steps."""
        commands = {
            "categories": self.edit_categories,
            "export": self.export_list,
            "import": self.import_list,
            "new_list": self.new_list,
        }
        for name, slot in commands.items():
            self._commands[name].triggered.connect(slot)

    def new_list(self) -> None:
        """Begin a list of the reader's own, and show it."""
        title = self._messages.ask_words(self.tr("New list"), self.tr("What is it called?"))
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
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    def _keep_category(self) -> None:
        if self._dialog is not None:
            self._editing.set_category(self._dialog.lexicon_id, self._dialog.category())

    def _chosen(self) -> Lexicon:
        """Return the chosen list; the one of wording where none is."""
        name = self._overview.chosen_list
        chosen = (item for item in self._editing.lists() if item.id == name)
        return next(chosen, self._editing.shipped[-1])

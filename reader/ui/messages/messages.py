"""The message boxes and questions of the program, opened here and nowhere else."""

from collections.abc import Sequence
from weakref import ref

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from reader.ui.messages.last_folders import FileKind, KeptFolders, LastFolders
from reader.ui.messages.plain_dialog import PlainDialog
from reader.ui.messages.questions import ChoiceDialog, CrashDialog, WordsDialog

# In Qt’s own dialog the key Delete deletes files and folders; saving goes on without it.
_LOOKING = QFileDialog.Option.ReadOnly


class Messages:
    """Opens the message boxes; tests hand in one that only remembers."""

    def __init__(
        self, parent: QWidget, application: QApplication, folders: KeptFolders | None = None
    ) -> None:
        """Begin with nothing asked.

        Args:
            parent: The main window.
            application: Tells which of its windows is in front.
            folders: Where the folders last used are kept; None for nowhere.
        """
        self._main, self._application = parent, application
        self._folders = LastFolders(folders)
        self._front = ref(parent)
        application.focusChanged.connect(self._note_front)

    @property
    def _parent(self) -> QWidget:
        """The window in front, so that a question never hides behind it.

        Between two questions no window may be active: then the last one in front is meant,
        else the main window would come before it.
        """
        active = self._application.activeWindow()
        front = self._front()
        shown = (window for window in self._application.topLevelWidgets() if window.isVisible())
        return active or next((window for window in shown if window is front), self._main)

    def _note_front(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Remember the window in front; for a dialog, the one that it asks for."""
        window = now.window() if now is not None else None
        while isinstance(window, QDialog) and (over := window.parentWidget()) is not None:
            window = over.window()
        if window is not None and not isinstance(window, QDialog):
            self._front = ref(window)

    def tell(self, title: str, text: str) -> None:
        """Tell something in a dialog."""
        _asked(PlainDialog(title, text, _tr("Close"), self._parent))

    def confirm(self, title: str, text: str, verb: str) -> bool:
        """Ask whether to do what `verb` names; return whether the reader wants it."""
        dialog = PlainDialog(title, text, verb, self._parent)
        dialog.add_cancel(_tr("Cancel"))
        return _asked(dialog)

    def choose(self, title: str, text: str, verbs: Sequence[str]) -> int:
        """Ask which of a few things to do; return its number, -1 when the reader wants none."""
        dialog = ChoiceDialog(title, text, verbs, self._parent)
        _asked(dialog)
        return dialog.chosen

    def report_crash(self, report: str) -> None:
        """Show a copyable report of a mistake in the program; the window stays."""
        _asked(CrashDialog(report, self._parent))

    def ask_file(self, title: str, kinds: str, kind: FileKind = "open") -> str:
        """Let the reader choose a file to open; "" when none is wanted.

        It begins in the folder in which a file of its kind was last chosen.
        """
        start = self._folders.start(kind)
        path, _ = QFileDialog.getOpenFileName(self._parent, title, start, kinds, options=_LOOKING)
        self._folders.learn(kind, path)
        return path

    def ask_files(self, title: str, kinds: str, kind: FileKind = "open") -> list[str]:
        """Let the reader choose files to open; an empty list when none is wanted."""
        start = self._folders.start(kind)
        paths, _ = QFileDialog.getOpenFileNames(
            self._parent, title, start, kinds, options=_LOOKING
        )
        self._folders.learn(kind, next(iter(paths), ""))
        return list(paths)

    def ask_folder(self, title: str, kind: FileKind = "open") -> str:
        """Let the reader choose a folder; "" when none is wanted."""
        start = self._folders.start(kind)
        path = QFileDialog.getExistingDirectory(
            self._parent, title, start, QFileDialog.Option.ShowDirsOnly | _LOOKING
        )
        self._folders.learn(kind, path, is_folder=True)
        return path

    def ask_place(self, title: str, name: str, kinds: str, kind: FileKind = "export") -> str:
        """Let the reader choose where to write a file; "" when none is wanted."""
        start = self._folders.start(kind, name)
        path, _ = QFileDialog.getSaveFileName(self._parent, title, start, kinds, options=_LOOKING)
        self._folders.learn(kind, path)
        return path

    def ask_words(self, title: str, question: str, begun: str = "", verb: str = "") -> str:
        """Ask for a line of text, which may be begun; "" when the reader cancels.

        Args:
            title: What the dialog is called.
            question: What is asked.
            begun: What stands in the field at first.
            verb: What the button does with the words; "" for "Save".
        """
        dialog = WordsDialog(title, question, verb or _tr("Save"), self._parent, begun=begun)
        return dialog.words() if _asked(dialog) else ""

    def ask_changed_words(self, title: str, question: str, now: str) -> str | None:
        """Ask for a line of text that is there already and may be emptied.

        Returns:
            What it is now, or None when the reader cancels.
        """
        dialog = WordsDialog(title, question, _tr("Save"), self._parent, now)
        return dialog.words() if _asked(dialog) else None


def _asked(dialog: QDialog) -> bool:
    """Show a dialog until it is answered; tell whether its main button was pressed."""
    is_wanted = bool(dialog.exec())
    dialog.deleteLater()  # once the answer has been read
    return is_wanted


def _tr(words: str) -> str:
    return QCoreApplication.translate("Messages", words)

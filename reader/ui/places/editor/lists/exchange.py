"""Takes lists of other programs over into the editor, and hands lists out."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from reader.errors import ReaderError
from reader.storage.files.atomic_files import write_atomically
from reader.storage.interchange.registry import (
    LIST_FORMATS,
    list_endings,
    list_format_of_file,
    read_foreign,
    write_foreign,
)
from reader.ui.messages import Messages
from reader.ui.places.editor.editing import Editing

_MOST_SENTENCES = 12


class Exchange(QObject):
    """Asks for a file, does the work, and says what could not be taken over."""

    def __init__(self, editing: Editing, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._editing, self._messages = editing, messages

    def import_list(self) -> str:
        """Let the reader choose a list; return the id that it has here, "" for none."""
        endings = " ".join(f"*{suffix}" for suffix in list_endings())
        kinds = self.tr("Lists of words ({endings})").format(endings=endings)
        path = self._messages.ask_file(self.tr("Import a list"), kinds)
        if not path:
            return ""
        try:
            imported = read_foreign(Path(path), self._editing.languages).imported
        except ReaderError as error:
            self._tell(self.tr("Import a list"), [str(error)])
            return ""
        name = self._editing.take_in(imported.lexicon) if imported.lexicon.entries else ""
        count = len(imported.lexicon.entries)
        words = self.tr("{n} entries are taken over.").format(n=f"{count:,}")
        if count == 1:
            words = self.tr("1 entry is taken over.")
        if imported.problems:
            self._tell(self.tr("Import a list"), [words, *imported.problems])
        return name

    def export_list(self, name: str) -> None:
        """Let the reader choose a file, and write a list with the reader's changes there."""
        title = self.tr("Export a list")
        kinds = ";;".join(f"{self.tr(one.title)} (*{one.endings[0]})" for one in LIST_FORMATS)
        path = self._messages.ask_place(title, f"{name}.csv", kinds)
        if not path:
            return
        place = Path(path)
        kind = list_format_of_file(place) or LIST_FORMATS[0]
        try:
            exported = write_foreign(self._editing.as_it_counts(name), kind.name)
            write_atomically(place, exported.data)
        except ReaderError as error:
            self._tell(title, [str(error)])
            return
        if exported.losses:
            self._tell(title, exported.losses)

    def _tell(self, title: str, sentences: Sequence[str]) -> None:
        words = list(sentences[:_MOST_SENTENCES])
        if len(sentences) > _MOST_SENTENCES:
            more = self.tr("… and {n} more.")
            words.append(more.format(n=len(sentences) - _MOST_SENTENCES))
        self._messages.tell(title, "\n".join(words))

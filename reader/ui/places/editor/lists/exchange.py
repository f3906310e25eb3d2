"""Takes lists of other programs over into the editor, and hands lists out."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from reader.core.lexicon.lexicon import Entry, Lexicon
from reader.errors import ReaderError
from reader.storage.files.atomic_files import write_atomically
from reader.storage.interchange.drafts import Imported
from reader.storage.interchange.packs import PACK
from reader.storage.interchange.registry import (
    LIST_FORMATS,
    list_endings,
    list_format_of_file,
    read_foreign,
    write_foreign,
)
from reader.ui.messages import Messages
from reader.ui.places.editor.editing import Editing
from reader.ui.places.editor.lists.pack_offer import install_if_wanted

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
            if list_format_of_file(Path(path)) is PACK:
                name, told = install_if_wanted(Path(path), self._editing, self._messages)
                if told:
                    self._tell(self.tr("Import a list"), [told])
                return name
            imported = read_foreign(Path(path), self._editing.languages).imported
        except ReaderError as error:
            self._tell(self.tr("Import a list"), [str(error)])
            return ""
        if not imported.lexicon.entries:
            nothing = self.tr("No entry is taken over.")
            self._tell(self.tr("Import a list"), [nothing, *imported.problems])
            return ""
        known = self._editing.taken_in_before(imported.lexicon)
        if known is not None and not self._is_wanted_again(imported.lexicon, known):
            return known.id
        name = self._editing.take_in(imported.lexicon)
        if imported.problems:
            self._tell(self.tr("Import a list"), [self._counted(imported), *imported.problems])
        return name

    def _counted(self, imported: Imported) -> str:
        count = len(imported.lexicon.entries)
        if count == 1:
            return self.tr("1 entry is taken over.")
        return self.tr("{n} entries are taken over.").format(n=f"{count:,}")

    def _is_wanted_again(self, lexicon: Lexicon, known: Lexicon) -> bool:
        """Tell whether a list is to come in beside the one that was made of its file before."""
        title = self.tr("Import a list")
        if _entries_of(lexicon) == _entries_of(known):
            words = self.tr("“{title}” holds the entries of this file already.")
            self._tell(title, [words.format(title=known.title)])
            return False
        words = self.tr(
            "“{title}” was made of a file of this name, and holds other entries than this one. "
            "Versions and merge… lays both side by side, and takes over what you choose. "
            "Import the file as a second list?"
        )
        words = words.format(title=known.title)
        return self._messages.confirm(title, words, self.tr("Import as a second list"))

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


def _entries_of(lexicon: Lexicon) -> frozenset[Entry]:
    """Return the entries of a list, wherever they stand in its file."""
    return frozenset(replace(entry, line=0) for entry in lexicon.entries)

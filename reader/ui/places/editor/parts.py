"""The parts of the lexicon editor in one place, for those who load them late."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from reader.paths import Paths
from reader.storage.languages import SHIPPED, load_languages, load_tagger
from reader.ui.messages import Messages
from reader.ui.places.editor.audit.audit_window import AuditWindow
from reader.ui.places.editor.editing import Editing
from reader.ui.places.editor.editor_window import EditorWindow
from reader.ui.places.editor.folder_search.folder_search import LibrarySearch
from reader.ui.places.editor.lists.pack_offer import install_if_wanted
from reader.values import frozen


def _search(paths: Paths, parent: QObject) -> LibrarySearch:
    language = load_languages(paths.languages).of(SHIPPED)
    return LibrarySearch(partial(load_tagger, paths.languages, language), language, parent)


@frozen
class EditorParts:
    """What the controllers need of the editor, once a reader asks for it.

    Attributes:
        editing: What the steps on lexicons are done with; needs no window.
        window: The editor's window.
        audit: The window that counts how a list treats the sides.
        search: Returns what counts an entry in the articles of a folder.
        install_pack: Asks whether to install a packed lexicon, and does so.
    """

    editing: type[Editing] = Editing
    window: type[EditorWindow] = EditorWindow
    audit: type[AuditWindow] = AuditWindow
    search: Callable[[Paths, QObject], LibrarySearch] = _search
    install_pack: Callable[[Path, Editing, Messages], tuple[str, str]] = install_if_wanted

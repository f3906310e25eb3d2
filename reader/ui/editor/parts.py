"""The parts of the lexicon editor in one place, for those who load them late."""

from dataclasses import dataclass
from types import ModuleType

from reader.ui.editor.audit.audit_window import AuditWindow
from reader.ui.editor.editing import Editing
from reader.ui.editor.editor_window import EditorWindow
from reader.ui.editor.folder_search.folder_search import LibrarySearch
from reader.ui.editor.lists import pack_offer


@dataclass(frozen=True, slots=True)
class EditorParts:
    """What the controllers need of the editor, once a reader asks for it.

    Attributes:
        editing: What the steps on lexicons are done with; needs no window.
        window: The editor's window.
        audit: The window that counts how a list treats the sides.
        search: What counts an entry in the articles of a folder.
        packs: The functions for packed lexicons.
    """

    editing: type[Editing] = Editing
    window: type[EditorWindow] = EditorWindow
    audit: type[AuditWindow] = AuditWindow
    search: type[LibrarySearch] = LibrarySearch
    packs: ModuleType = pack_offer

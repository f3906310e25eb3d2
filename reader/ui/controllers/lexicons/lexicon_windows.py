"""The windows of the lexicons: the editor, the audit, and the offer of a packed lexicon."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.analysis.analysis import Analysis
from reader.core.lexicon.findings import Finding
from reader.core.text.spans import Span, whole_words
from reader.errors import ReaderError
from reader.ui.controllers.files.article_folder import ArticleFolder
from reader.ui.controllers.lexicons.lexicon_steps import EditorLoader, LexiconSteps
from reader.ui.controllers.program_parts import ProgramParts
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons

if TYPE_CHECKING:
    from reader.ui.places.editor.audit.audit_window import AuditWindow
    from reader.ui.places.editor.editor_window import EditorWindow
    from reader.ui.places.editor.folder_search.folder_search import LibrarySearch

_LONGEST = 80  # characters of a selection that can be an entry


class LexiconWindows(QObject):
    """Makes the windows when they are first wanted; they stay until the program ends.

    Signals:
        list_switched(str, bool): A list is to mark the page from now on, or no longer.
    """

    list_switched = Signal(str, bool)

    def __init__(
        self,
        parts: ProgramParts,
        load_editor: EditorLoader,
        steps: LexiconSteps,
        folder: ArticleFolder,
    ) -> None:
        super().__init__(parts.window)
        self._window, self._session = parts.window, parts.session
        self._messages, self._paths = parts.messages, parts.paths
        self._load_editor = load_editor
        self._steps, self._folder = steps, folder
        self.library_search: LibrarySearch | None = None
        self.editor: EditorWindow | None = None
        self.auditor: AuditWindow | None = None

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what the commands do, by their name."""
        return {
            "add_to_lexicon": self.add_selection,
            "audit": self.audit,
            "edit_lexicons": self.open,
            "reload_lexicons": self._session.analysis.reload_lexicons,
        }

    def switch_list(self, name: str, is_on: bool) -> None:  # noqa: FBT001 -- a Qt slot
        """Let a list mark the page from now on, or no longer; the settings remember it."""
        settings = self._session.settings
        off = [one for one in settings.now.lexicons_off if one != name]
        if not is_on:
            off.append(name)
        settings.change(replace(settings.now, lexicons_off=tuple(off)))
        self._session.lexicons.switch_off(off)

    # -- the editor ----------------------------------------------------------------------------

    def open(self) -> "EditorWindow":
        """Show the editor, and bring it to the front."""
        editor = self._made()
        editor.set_theme(self._window.theme)
        if not editor.isVisible():
            self._window.fit_beside(editor)
            editor.show()
            editor.show_article()
            self._look_in_folder()
        editor.raise_()
        editor.activateWindow()
        return editor

    def _made(self) -> "EditorWindow":
        if self.editor is None:
            parts = self._load_editor()
            self.library_search = parts.search(self._paths, self)
            self.editor = parts.window(
                self._window.theme,
                Icons(self._paths.resources / "icons"),
                self._steps.editing(),
                self._session,
                self._messages,
                self.library_search,
            )
            self._connect(self.editor)
        return self.editor

    def _connect(self, editor: "EditorWindow") -> None:
        editor.folder_dropped.connect(self._folder.drop_folder)
        editor.folder_requested.connect(self._folder.choose_folder)
        editor.list_switched.connect(self.list_switched)
        editor.library_place_activated.connect(self._folder.show_place)
        editor.place_activated.connect(self._show_place)
        self._folder.changed.connect(self._look_in_folder)
        self._session.article.changed.connect(self._look_in_folder)

    def _look_in_folder(self) -> None:
        if self.editor is not None and self.editor.isVisible() and self.library_search is not None:
            self.library_search.look_in(self._folder.folder, self._folder.recent())
            self.editor.form.places.show_folder(self._folder.folder)

    def _show_place(self, finding: object) -> None:
        if isinstance(finding, Finding):
            self._window.view.reveal(finding.span)
            self._window.view.focus_finding(finding)
            self._window.raise_()

    def add_selection(self) -> None:
        """Add the selected words to a list, with their sentence as the example."""
        self.add_words(self._window.view.selected_span())

    def add_words(self, span: Span) -> None:
        """Add the words at a place to a list, with their sentence as the example.

        A word of which only a part is selected is taken whole: no text has "gged the mill".
        """
        analysis = self._session.analysis.current
        text = analysis.article.text if analysis else ""
        span = whole_words(text, span) or span
        words = " ".join(span.of(text).split()).strip(" .,;:!?“”\"'")
        if analysis is None or not words or len(words) > _LONGEST:
            self._window.toast.show_words(
                self.tr("Select a word or a short phrase first."), can_undo=False
            )
            return
        self.open().add_phrase(words.lower(), _sentence_at(analysis, span))

    def change_entry(self, finding: Finding) -> None:
        """Show the entry of a mark in the editor."""
        self.open().show_entry(finding)

    # -- the audit and packed lexicons ---------------------------------------------------------

    def audit(self) -> "AuditWindow":
        """Show the page that counts how a list treats the sides of a body of texts."""
        theme = self._window.theme
        if self.auditor is None:
            self.auditor = self._load_editor().audit(theme, self._paths, self._messages)
            self.auditor.entry_activated.connect(self._show_phrase)
        self.auditor.set_theme(theme)
        lexicons = self._steps.editing().lexicons()
        self.auditor.show_lexicons([one for one in lexicons if one.panel != "sourcing"])
        self.auditor.show()
        self.auditor.raise_()
        self.auditor.activateWindow()
        return self.auditor

    def _show_phrase(self, lexicon: str, phrase: str) -> None:
        self.open().show_phrase(lexicon, phrase)

    def offer_pack(self, path: str) -> None:
        """Ask whether to install a packed lexicon that was opened or dropped."""
        install = self._load_editor().install_pack
        try:
            _, told = install(Path(path), self._steps.editing(), self._messages)
        except ReaderError as error:
            self._session.analysis.failed.emit(error)
            return
        if told:
            self._session.analysis.reload_lexicons()
            self._window.toast.show_words(told, can_undo=False)

    # -- all of them ---------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Change the colours of the windows that were opened."""
        for window in (self.auditor, self.editor):
            if window is not None:
                window.set_theme(theme)

    def close(self) -> None:
        """Write what is not yet written, and close the windows."""
        for window in (self.auditor, self.editor):
            if window is not None:
                window.close()
        self._steps.close()


def _sentence_at(analysis: Analysis, span: Span) -> str:
    sentence = next((item for item in analysis.sentences if item.overlaps(span)), None)
    return " ".join(sentence.of(analysis.article.text).split()) if sentence else ""

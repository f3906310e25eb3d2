"""Between the page and the lexicon editor: opens it, adds words, makes exceptions."""

import importlib
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from reader.core.analysis.analysis import Analysis
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Guard
from reader.core.text.spans import Span
from reader.errors import ReaderError
from reader.paths import Paths
from reader.storage.language_data import load_tagger
from reader.ui.controllers.article_folder import LibraryDesk
from reader.ui.controllers.shown_marks import Marking
from reader.ui.messages import Messages
from reader.ui.session.session import Session
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons
from reader.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from reader.ui.editor.audit.audit_window import AuditWindow
    from reader.ui.editor.editing import Editing
    from reader.ui.editor.editor_window import EditorWindow
    from reader.ui.editor.folder_search.folder_search import LibrarySearch

_LONGEST = 80  # characters of a selection that can be an entry


class LexiconDesk(QObject):
    """Makes the editor when it is first wanted; it stays until the program ends.

    Signals:
        list_switched(str, bool): A list is to mark the page from now on, or no longer.
    """

    list_switched = Signal(str, bool)

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        marking: Marking,
        messages: Messages,
        paths: Paths,
        theme: Callable[[], Theme],
        library: LibraryDesk,
    ) -> None:
        super().__init__(window)
        self._library = library
        self._window, self._session, self._marking = window, session, marking
        self._messages, self._paths, self._theme = messages, paths, theme
        self._editing: Editing | None = None
        self.library_search: LibrarySearch | None = None
        self.editor: EditorWindow | None = None
        self.auditor: AuditWindow | None = None

    def open(self) -> "EditorWindow":
        """Show the editor, and bring it to the front."""
        editor = self._made()
        editor.set_theme(self._theme())
        if not editor.isVisible():
            editor.show()
            editor.show_article()
            self._look_in_library()
        editor.raise_()
        editor.activateWindow()
        return editor

    def _made(self) -> "EditorWindow":
        if self.editor is None:
            icons = Icons(self._paths.resources / "icons")
            # The editor is loaded when it is first opened: the first text must not wait for it.
            editing = importlib.import_module("reader.ui.editor.editing").Editing(
                self._paths, self, self._session.lexicons
            )
            window = importlib.import_module("reader.ui.editor.editor_window")
            search = importlib.import_module("reader.ui.editor.folder_search.folder_search")
            self.library_search = search.LibrarySearch(
                partial(load_tagger, self._paths.resources / "language" / "tagger.bin"), self
            )
            self.editor = window.EditorWindow(
                self._theme(), icons, editing, self._session, self._messages, self.library_search
            )
            self._editing = editing
            self._connect(self.editor)
        return self.editor

    def _connect(self, editor: "EditorWindow") -> None:
        editor.set_line_finder(self._window.view.line_of)
        editor.folder_dropped.connect(self._library.drop_folder)
        editor.folder_requested.connect(self._library.choose_folder)
        editor.list_switched.connect(self.list_switched)
        editor.library_place_activated.connect(self._library.show_place)
        editor.place_activated.connect(self._show_place)
        self._library.changed.connect(self._look_in_library)
        self._session.article_changed.connect(self._look_in_library)

    def _look_in_library(self) -> None:
        if self.editor is not None and self.editor.isVisible() and self.library_search is not None:
            self.library_search.look_in(self._library.folder, self._library.recent())
            self.editor.form.places.show_folder(self._library.folder)

    def audit(self) -> "AuditWindow":
        """Show the page that counts how a list treats the sides of a body of texts."""
        if self.auditor is None:
            window = importlib.import_module("reader.ui.editor.audit.audit_window")
            self.auditor = window.AuditWindow(self._theme(), self._paths, self._messages)
            self.auditor.entry_activated.connect(self._show_phrase)
        self.auditor.set_theme(self._theme())
        self._made()
        lexicons = self._editing.lexicons() if self._editing else ()
        self.auditor.show_lexicons([one for one in lexicons if one.panel != "sourcing"])
        self.auditor.show()
        self.auditor.raise_()
        self.auditor.activateWindow()
        return self.auditor

    def offer_pack(self, path: str) -> None:
        """Ask whether to install a packed lexicon that was opened or dropped."""
        packs = importlib.import_module("reader.ui.editor.lists.pack_offer")
        self._made()
        shipped = {one.id for one in (self._editing.shipped if self._editing else ())}
        into = self._paths.user_lexicons
        try:
            pack = packs.read_offer(Path(path), shipped)
            known = packs.installed(pack.imported.lexicon.id, into)
            text = packs.offer_text(pack, known)
            if not self._messages.confirm(self.tr("A lexicon"), text, self.tr("Install")):
                return
            packs.install(pack, into)
        except ReaderError as error:
            self._session.failed.emit(error)
            return
        self._session.reload_lexicons()
        told = self.tr("{title} is installed.")
        self._window.toast.show_words(
            told.format(title=pack.imported.lexicon.title), can_undo=False
        )

    def _show_phrase(self, lexicon: str, phrase: str) -> None:
        self.open().show_phrase(lexicon, phrase)

    def _show_place(self, finding: object) -> None:
        if isinstance(finding, Finding):
            self._window.view.reveal(finding.span)
            self._window.view.focus_finding(finding)
            self._window.raise_()

    def add_selection(self) -> None:
        """Add the selected words to a list, with their sentence as the example."""
        self._add(self._window.view.selected_span())

    def _add(self, span: Span) -> None:
        analysis = self._session.analysis
        text = analysis.article.text if analysis else ""
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

    def add_to_menu(self, menu: QMenu, selected: Span) -> None:
        """Put what can be done with selected words, or with the mark there, into a menu."""
        if len(selected):
            menu.addSeparator()
            action = menu.addAction(self.tr("Add to lexicon…"))
            action.triggered.connect(partial(self._add, selected))
        marks = self._window.view.visible_marks()
        place = Span(selected.start, max(selected.end, selected.start + 1))
        finding = next((item for item in marks if item.span.overlaps(place)), None)
        if finding is not None:
            self._add_mark_choices(menu, finding)

    def _add_mark_choices(self, menu: QMenu, finding: Finding) -> None:
        menu.addSeparator()
        choices: list[tuple[str, Callable[[], object]]] = [
            (self.tr("Mute here"), partial(self._marking.mute_here, finding)),
            (self.tr("Mute everywhere"), partial(self._marking.mute_everywhere, finding)),
        ]
        if self._made().row_of(finding) is not None:
            change = self.tr("Change the entry “{phrase}”…").format(phrase=finding.entry.phrase)
            choices.insert(0, (change, partial(self.change_entry, finding)))
            choices += [
                (
                    self.tr("Not in “{words}”").format(words=words),
                    partial(self.make_exception, finding, words),
                )
                for words in self._contexts(finding)
            ]
        for text, slot in choices:
            menu.addAction(text.replace("&", "&&")).triggered.connect(slot)

    def _contexts(self, finding: Finding) -> list[str]:
        """Return the mark with the word before it, and with the word after it."""
        analysis = self._session.analysis
        text = analysis.article.text if analysis else ""
        words = " ".join(finding.span.of(text).lower().split())
        before = re.search(
            r"([\w'’-]+) $", text[max(0, finding.span.start - 40) : finding.span.start]
        )
        after = re.match(r" ([\w'’-]+)", text[finding.span.end : finding.span.end + 40])
        contexts = [f"{before[1].lower()} {words}"] if before else []
        return contexts + ([f"{words} {after[1].lower()}"] if after else [])

    def make_exception(self, finding: Finding, words: str) -> None:
        """Keep an entry from being marked within these words, here and everywhere."""
        row = self._made().row_of(finding)
        if row is None or row.entry is None or self._editing is None:
            return
        guard = Guard("phrase", (words.replace("’", "'"),))
        self._editing.change(row, replace(row.entry, guards=(*row.entry.guards, guard)))
        told = self.tr("“{phrase}” is no longer marked in “{words}”.")
        self._window.toast.show_words(
            told.format(phrase=row.entry.phrase, words=words), can_undo=False
        )

    def set_theme(self, theme: Theme) -> None:
        """Change the colours of the windows that were opened."""
        for window in (self.auditor, self.editor):
            if window is not None:
                window.set_theme(theme)

    def close(self) -> None:
        """Write what is not yet written, and close the editor."""
        for window in (self.auditor, self.editor):
            if window is not None:
                window.close()
        if self._editing is not None:
            self._editing.close()


def _sentence_at(analysis: Analysis, span: Span) -> str:
    sentence = analysis.sentence_at(span)
    return " ".join(sentence.of(analysis.article.text).split()) if sentence else ""

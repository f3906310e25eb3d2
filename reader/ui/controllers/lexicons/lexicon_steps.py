"""Steps on the reader's lexicons from the page: an exception for a mark, without any window."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Guard
from reader.core.text.expressions import plain_apostrophes
from reader.errors import ReaderError
from reader.ui.controllers.program_parts import ProgramParts

if TYPE_CHECKING:
    from reader.ui.places.editor.editing import Editing
    from reader.ui.places.editor.parts import EditorParts

EditorLoader = Callable[[], "EditorParts"]


class LexiconSteps(QObject):
    """Holds what the lexicons are edited with; it is made when the first step is taken.

    Signals:
        exception_made(): A mark is an exception from now on; `take_exception_back` marks it again.
    """

    exception_made = Signal()

    def __init__(self, parts: ProgramParts, load_editor: EditorLoader) -> None:
        super().__init__(parts.window)
        self._window, self._session, self._paths = parts.window, parts.session, parts.paths
        self._load_editor = load_editor
        self._editing: Editing | None = None
        self._excepted = False
        self._told: ReaderError | None = None  # on the page, of files of lists

    def editing(self) -> "Editing":
        """Return what the lexicons are edited with: one for all windows."""
        if self._editing is None:
            make = self._load_editor().editing
            self._editing = make(self._paths, self, self._session.lexicons.known)
            self._editing.changed.connect(self._mark_with_edits)
            self._editing.failed.connect(self._tell_failure)
            self._editing.read_again.connect(self._settle)
        return self._editing

    def _mark_with_edits(self) -> None:
        self._session.lexicons.use(self.editing().lexicons())

    def _settle(self) -> None:
        """Take back what was told of files that are in order again."""
        self._session.lexicons.settle()
        if self._told is not None:
            self._window.notes.take_back(self._told)

    def _tell_failure(self, error: ReaderError) -> None:
        """Tell on the page that something could not be written."""
        self._told = error
        self._session.analysis.failed.emit(error)

    def is_in_a_list(self, finding: Finding) -> bool:
        """Tell whether a mark comes from an entry that can be edited, not from grammar alone."""
        lists = (item for item in self._session.lexicons.known if item.id == finding.lexicon)
        return any(finding.entry in item.entries for item in lists)

    def contexts(self, finding: Finding) -> tuple[str, ...]:
        """Return a mark's words with the word before them, and with the word after them."""
        analysis = self._session.analysis.current
        text = analysis.article.text if analysis else ""
        start, end = finding.span.start, finding.span.end
        words = " ".join(finding.span.of(text).lower().split())
        before = re.search(r"([\w'’-]+) $", text[max(0, start - 40) : start])
        after = re.match(r" ([\w'’-]+)", text[end : end + 40])
        contexts = (f"{before[1].lower()} {words}",) if before else ()
        return contexts + ((f"{words} {after[1].lower()}",) if after else ())

    def make_exception(self, finding: Finding, words: str) -> None:
        """Keep an entry from being marked within these words, here and everywhere."""
        row = self.editing().row_of(finding)
        if row is None or row.entry is None:
            return
        guard = Guard("phrase", (plain_apostrophes(words),))
        self.editing().change(row, replace(row.entry, guards=(*row.entry.guards, guard)))
        told = self.tr("“{phrase}” is no longer marked in “{words}”.")
        self._excepted = True
        self._window.toast.show_words(
            told.format(phrase=row.entry.phrase, words=words), can_undo=True
        )
        self.exception_made.emit()

    @property
    def has_exception(self) -> bool:
        """Return whether the last change of the reader is an exception made on the page."""
        return self._excepted

    def forget_exception(self) -> None:
        """Note that something else was changed since."""
        self._excepted = False

    def take_exception_back(self) -> None:
        """Mark again what the last exception left unmarked."""
        self._excepted = False
        self.editing().undo()

    def write(self) -> None:
        """Write what is not yet written.

        Raises:
            ReaderError: It cannot be written now.
        """
        self.close()
        if self._editing is not None and self._editing.failure is not None:
            raise self._editing.failure

    def close(self) -> None:
        """Write what is not yet written, if that can be done."""
        if self._editing is not None:
            self._editing.close()

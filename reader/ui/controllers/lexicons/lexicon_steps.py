"""Steps on the reader's lexicons from the page: an exception for a mark, without any window."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.lexicon.findings import Finding
from reader.core.lexicon.layering.layers import Layer, Row
from reader.core.lexicon.lexicon import Guard
from reader.core.text.expressions import plain_apostrophes
from reader.errors import ReaderError
from reader.ui.controllers.program_parts import ProgramParts
from reader.values import frozen

if TYPE_CHECKING:
    from reader.ui.places.editor.editing import Editing
    from reader.ui.places.editor.parts import EditorParts

EditorLoader = Callable[[], "EditorParts"]


@frozen
class _Exception:
    """One exception that was made on the page.

    Attributes:
        lexicon: The list of the entry.
        phrase: The words of the entry.
        part: Its part of speech, or None.
        guard: What keeps it from being marked.
        state: The lists as they were just after it.
    """

    lexicon: str
    phrase: str
    part: str | None
    guard: Guard
    state: tuple[Layer, ...] = ()


class LexiconSteps(QObject):
    """Holds what the lexicons are edited with; it is made when the first step is taken.

    Signals:
        stepped(str): A mark is an exception from now on, a `new` step, or one went `back` or came
            `again`.
    """

    stepped = Signal(str)

    def __init__(self, parts: ProgramParts, load_editor: EditorLoader) -> None:
        super().__init__(parts.window)
        self._window, self._session, self._paths = parts.window, parts.session, parts.paths
        self._load_editor = load_editor
        self._editing: Editing | None = None
        self._made: list[_Exception] = []
        self._undone: list[_Exception] = []
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
        if guard in row.entry.guards:
            return
        self._except(_Exception(row.lexicon, row.entry.phrase, row.entry.part, guard), words)
        self._undone.clear()
        self.stepped.emit("new")

    def _except(self, made: _Exception, words: str) -> None:
        """Put an exception in force, and say so."""
        row = self._row_of(made)
        if row is None or row.entry is None:
            return
        entry = row.entry
        if made.guard not in entry.guards:
            entry = replace(entry, guards=(*entry.guards, made.guard))
            self.editing().change(row, entry)
        self._made.append(replace(made, state=self.editing().layers))
        told = self.tr("“{phrase}” is no longer marked in “{words}”.")
        told = told.format(phrase=made.phrase, words=words)
        back = self.take_exception_back
        self._window.toast.show_words(told, can_undo=True, take_back=back)

    def _row_of(self, made: _Exception) -> Row | None:
        return next(
            (
                row
                for row in self.editing().rows_in(made.lexicon)
                if (row.shown.phrase, row.shown.part) == (made.phrase, made.part)
            ),
            None,
        )

    @property
    def can_take_back(self) -> bool:
        """Tell whether an exception was made on the page."""
        return bool(self._made)

    @property
    def can_do_again(self) -> bool:
        """Tell whether an exception was taken back."""
        return bool(self._undone)

    def take_exception_back(self) -> None:
        """Mark again what the last exception left unmarked; what was edited since stays."""
        if not self._made:
            return
        made = self._made.pop()
        self._undone.append(made)
        if self.editing().layers is made.state:
            self.editing().undo()
        else:
            row = self._row_of(made)
            if row is not None and row.entry is not None:
                guards = tuple(guard for guard in row.entry.guards if guard != made.guard)
                self.editing().change(row, replace(row.entry, guards=guards))
        told = self.tr("Taken back. “{phrase}” is marked in “{words}” again.")
        words = " ".join(made.guard.words)
        told = told.format(phrase=made.phrase, words=words)
        self._window.toast.show_words(told, can_undo=False)
        self.stepped.emit("back")

    def make_exception_again(self) -> None:
        """Make the exception again that was taken back last."""
        if self._undone:
            made = self._undone.pop()
            self._except(made, " ".join(made.guard.words))
            self.stepped.emit("again")

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

"""Counting over many articles as a page of the window: a question, its table, its chart."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.core.across.corpora.voiced_text import VOICES
from reader.errors import ReaderError
from reader.storage.files.formulas import defused
from reader.ui.jobs import Jobs
from reader.ui.places.corpus.asking.answering import Answering, ProgressWords
from reader.ui.places.corpus.asking.ask_bar import AskBar
from reader.ui.places.corpus.asking.leads import Lead, lead_of, lead_of_group
from reader.ui.places.corpus.asking.questions import (
    NOT_NARROWED,
    Answer,
    Narrowing,
    Question,
    SetChoice,
    What,
)
from reader.ui.places.corpus.asking.set_names import choices_of
from reader.ui.places.corpus.asking.set_shelf import SetShelf
from reader.ui.places.corpus.count_pages import CountPages
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.core.across.corpora.collocate import MeasureBeside
    from reader.storage.library.library import Library


class CorpusPlace(QWidget):
    """Puts questions to a worker and shows the answers.

    Signals:
        span_requested(ArticleSpan): An article is to be opened at a span.
        folder_wanted(SetField): A folder is to be named for a set.
        save_requested(Answer): A table is to be written to a file.
    """

    span_requested = Signal(object)
    folder_wanted = Signal(object)
    save_requested = Signal(object)

    def __init__(
        self,
        library: "Library | None",
        shelf: SetShelf,
        load: "Callable[[], MeasureBeside]",
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("corpus_place")
        self._library, self._shelf = library, shelf
        self._narrowing: Narrowing = NOT_NARROWED
        self._came_from = ""
        self._state: object = None  # of the library, when the page was begun
        self._answers: dict[What, tuple[object, Answer]] = {}
        self._asked: tuple[object, Question] | None = None
        words = ProgressWords(self._reading, self.tr("Counting…"))
        self._answering = Answering(shelf, load, words)
        self.jobs = Jobs(self)
        self.bar = AskBar(theme, self)
        self.pages = CountPages(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.pages, 1)
        self._connect()

    def _reading(self, number: int) -> str:
        return self.tr("{n} articles read…").format(n=f"{number:,}")

    def _connect(self) -> None:
        self.bar.changed.connect(self._changed)
        self.bar.count_requested.connect(self._count_again)
        self.bar.folder_wanted.connect(self.folder_wanted)
        self.bar.stop_requested.connect(self.stop_counting)
        self.pages.tab_chosen.connect(self.ask)
        self.pages.by_chosen.connect(self.ask)
        self.pages.shared_toggled.connect(self.ask)
        self.pages.widen_requested.connect(self._widen)
        self.pages.cell_opened.connect(self._open_cell)
        self.pages.column_opened.connect(self._open_column)
        self.pages.copy_requested.connect(self._copy)
        self.pages.save_requested.connect(self._save)
        self.jobs.finished.connect(self._take)
        self.jobs.failed.connect(self._fail)
        self.jobs.progressed.connect(self.pages.show_step)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.bar.set_theme(theme)
        self.pages.set_theme(theme)

    # -- what is asked -------------------------------------------------------------------------

    def refresh(self) -> None:
        """Offer the sets of the library as it is now; what was counted stays.

        Raises:
            LibraryError: The library cannot be read.
        """
        self.bar.show_choices(tuple(choices_of(self._library)))
        self.ask()

    def begin(self, choice: SetChoice | None) -> None:
        """Begin with a set; key words where it is a part of the library, else lines.

        Raises:
            LibraryError: The library cannot be read.
        """
        self._state = self._shelf.state()
        self.bar.show_choices(tuple(choices_of(self._library)))
        if choice is not None:
            self.bar.one.choose(choice)
            self._narrowing = NOT_NARROWED
        chosen = self.bar.one.chosen()
        is_part = chosen is not None and chosen.kind != "all"
        self.pages.choose_tab("keyness" if is_part else "lines")
        self.ask()
        (self.bar.one if is_part else self.bar.words).setFocus()

    def take_focus(self) -> None:
        """Put the focus into the table, or into the bar where there is none."""
        (self.pages.table if self.pages.answer is not None else self.bar.one).setFocus()

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes to."""
        return self.bar, self.pages

    def question(self) -> Question | None:
        """Return what is asked now, or None where something is missing."""
        what, one, other = self.pages.tab(), self.bar.one.chosen(), self.bar.other.chosen()
        if one is None:
            return None
        whose = self.bar.asked_whose()
        if what == "keyness":
            if other is None or one == other:
                return None
            return Question(
                what, one, other, whose, counts_shared=self.pages.counts_shared.isChecked()
            )
        words = self.bar.words.text().strip()
        if not any(char.isalnum() for char in words):
            return None
        by = self.pages.by() if what == "trends" else "month"
        question = Question(what, one, whose=whose, words=words, by=by)
        narrowing = self._narrowing
        if what != "lines" or narrowing == NOT_NARROWED:
            return question
        return replace(
            question,
            one=narrowing.one or one,
            whose=narrowing.whose or whose,
            near=narrowing.near,
            only=narrowing.only,
            apart_from=narrowing.apart_from,
        )

    def _changed(self) -> None:
        """Take what the bar says now; what a number had narrowed it to is over."""
        self._narrowing = NOT_NARROWED
        self.ask()

    def _count_again(self) -> None:
        """Count what the bar says; what has been counted is counted in the library of now."""
        known, self._narrowing = self._answers.get(self.pages.tab()), NOT_NARROWED
        if known is not None and known[1].question == self.question():
            self._state = self._shelf.state()
        self.ask()

    def ask(self) -> None:
        """Count what is asked, unless that has been counted."""
        what, question, state = self.pages.tab(), self.question(), self._state
        self.bar.show_needs(has_other=what == "keyness")
        self.pages.show_narrowing(self._narrowing.told if what == "lines" else "")
        if question is None:
            self.stop_counting()
            self.pages.show_needs(what, has_set=self.bar.one.chosen() is not None)
            return
        known = self._answers.get(what)
        if known is not None and (known[0], known[1].question) == (state, question):
            self.stop_counting()
            if self.pages.answer is not known[1]:
                self.pages.show_answer(known[1])
            return
        if self.jobs.is_busy and self._asked == (state, question):
            return
        self._asked = (state, question)
        self.pages.show_waiting()
        self.bar.show_busy(is_busy=True)
        self.jobs.start(partial(_answered, self._answering, self._library, question, state))

    def stop_counting(self) -> None:
        """End what is being counted."""
        was_busy = self.jobs.is_busy
        self.jobs.cancel()
        self.bar.show_busy(is_busy=False)
        if was_busy:
            self.pages.show_words(self.tr("Stopped."), self.tr("Press Count to begin again."))

    def _widen(self) -> None:
        """Show all lines again, not only those that a number led to."""
        self._narrowing = NOT_NARROWED
        self.ask()

    # -- what was counted ----------------------------------------------------------------------

    def _take(self, answer: Answer) -> None:
        self.bar.show_busy(is_busy=False)
        state = self._asked[0] if self._asked is not None else None
        self._answers[answer.question.what] = state, answer
        if answer.question.what == self.pages.tab():
            self.pages.show_answer(answer)

    def _fail(self, error: Exception) -> None:
        self.bar.show_busy(is_busy=False)
        if not isinstance(error, ReaderError):
            raise error
        self.pages.show_words(error.message, error.hint)

    def _open_cell(self, row: int, column: str) -> None:
        answer = self.pages.answer
        if answer is None:
            return
        if answer.question.what == "lines":
            self.span_requested.emit(answer.leads_to[row])
        else:
            self.follow(lead_of(answer, row, column))

    def _open_column(self, group: str, name: str) -> None:
        answer = self.pages.answer
        if answer is not None:
            voice = next((voice for voice in VOICES if voice == name), None)
            self.follow(lead_of_group(answer, group, voice))

    def follow(self, lead: Lead) -> None:
        """Show the lines that a number leads to."""
        self._came_from = self.pages.tab()
        self.bar.words.setText(lead.words)
        self._narrowing = lead.narrowing
        self.pages.choose_tab("lines")
        self.ask()
        self.pages.table.setFocus()

    # -- taking away ---------------------------------------------------------------------------

    def _copy(self) -> None:
        rows = self.pages.table.shown_rows()
        lines = ("\t".join(_cells(row)) for row in rows)
        QGuiApplication.clipboard().setText("\n".join(lines))
        told = self.tr("{n} rows copied, to be pasted into a spreadsheet.")
        self.pages.show_step(told.format(n=f"{len(rows) - 1:,}"))

    def _save(self) -> None:
        if self.pages.answer is not None:
            self.save_requested.emit(self.pages.answer)

    # -- keys ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops counting, or goes back to the table whose number led to these lines."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.jobs.is_busy:
            self.stop_counting()
        elif self.pages.tab() == "lines" and self._came_from:
            self.pages.choose_tab(self._came_from)
            self._came_from = ""
            self.ask()
            self.pages.table.setFocus()
        else:
            super().keyPressEvent(event)

    def stop(self) -> None:
        """End all work, as the window does when it closes."""
        self.jobs.cancel()
        self.jobs.wait()
        self.pages.table.stop()


def _cells(row: list[str]) -> Iterator[str]:
    """Yield cells without what would part them, or what a spreadsheet took for a formula."""
    return (defused(" ".join(cell.split())) for cell in row)


def _answered(
    answering: Answering,
    library: "Library | None",
    question: Question,
    state: object,
    tell: Callable[[str], None],
) -> Answer:
    try:
        return answering.answer(question, state, tell)
    finally:
        if library is not None:
            library.release()

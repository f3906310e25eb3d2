"""What a pupil has done in a lesson so far; the only place where it changes."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.core.lessons.answer import (
    Answer,
    AnswerMark,
    ArticleVersion,
    LateralRow,
    Selector,
    SourceRow,
    TableCell,
)
from reader.core.lessons.lesson import Lesson, Step
from reader.core.lessons.placing import PlacedMark, with_words_of
from reader.core.lessons.progress import Progress
from reader.core.text.spans import Span
from reader.storage.lessons.drafts import Draft

_MOST_UNDONE = 100


class PupilWork(QObject):
    """The marks and words of one pupil.

    Signals:
        marks_changed(): A mark came, went, or is another one now.
        words_changed(): Something was written.
    """

    marks_changed = Signal()
    words_changed = Signal()

    def __init__(self, lesson: Lesson, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lesson = lesson
        self.code = ""
        self.progress = Progress()
        self.marks: tuple[PlacedMark, ...] = ()
        self.withdrawn: tuple[AnswerMark, ...] = ()
        self.sources: tuple[SourceRow, ...] = (SourceRow(),)
        self.lateral: tuple[LateralRow, ...] = (LateralRow(),)
        self.wrong = self.missed = self.judgement = ""
        self.steps: dict[str, str] = {}
        self.table: dict[tuple[str, str], str] = {}
        self._before: list[tuple[tuple[PlacedMark, ...], tuple[AnswerMark, ...]]] = []

    # -- marks -----------------------------------------------------------------------------------

    def is_frozen(self, article: str) -> bool:
        """Tell whether the marks of an article stay as they are."""
        return self.progress.is_frozen(self.lesson, article)

    def add_mark(self, article: str, pen: str, span: Span) -> PlacedMark | None:
        """Mark words with a pen; return the mark, the one that is there already, or None."""
        text = self.lesson.article(article)
        if text is None or self.is_frozen(article):
            return None
        for one in self.marks:
            if (one.article, one.category, one.span) == (article, pen, span):
                return one
        made = PlacedMark(AnswerMark(article, pen, Selector.at(text.text, span)), span)
        self._remember()
        order = [one.id for one in self.lesson.articles]
        self.marks = tuple(
            sorted((*self.marks, made), key=lambda one: (order.index(one.article), one.span))
        )
        self.marks_changed.emit()
        return made

    def change_mark(self, mark: PlacedMark, **fields: str | None) -> PlacedMark:
        """Write into the fields of a mark; return it as it is now."""
        written = replace(mark.mark, **fields)  # type: ignore[arg-type]  # names of its fields
        changed = PlacedMark(written, mark.span)
        self.marks = tuple(changed if one is mark else one for one in self.marks)
        self.words_changed.emit()
        return changed

    def remove_mark(self, mark: PlacedMark, why: str = "") -> None:
        """Take a mark away; with a reason it is kept among those taken back."""
        if self.is_frozen(mark.article):
            return
        self._remember()
        self.marks = tuple(one for one in self.marks if one is not mark)
        if why.strip():
            self.withdrawn = (*self.withdrawn, replace(mark.mark, reason=why.strip()))
        self.marks_changed.emit()

    def undo(self) -> bool:
        """Take the last mark or removal back; tell whether there was one."""
        if not self._before:
            return False
        marks, self.withdrawn = self._before.pop()
        self.marks = with_words_of(self.marks, marks)
        self.marks_changed.emit()
        return True

    def _remember(self) -> None:
        self._before = [*self._before[1 - _MOST_UNDONE :], (self.marks, self.withdrawn)]

    # -- words -----------------------------------------------------------------------------------

    def write(self, field: str, words: str) -> None:
        """Write one of `wrong`, `missed` and `judgement`."""
        setattr(self, field, words)
        self.words_changed.emit()

    def write_step(self, step: Step, words: str) -> None:
        """Write what is asked in a step."""
        self.steps[step.id] = words
        self.words_changed.emit()

    def write_source(self, row: int, field: str, words: str) -> None:
        """Write into the source sheet."""
        rows = [*self.sources, *(SourceRow() for _ in range(row + 1 - len(self.sources)))]
        rows[row] = replace(rows[row], **{field: words})
        self.sources = tuple(rows)
        self.words_changed.emit()

    def write_lateral(self, row: int, field: str, words: str) -> None:
        """Write into the log of what was looked up."""
        rows = [*self.lateral, *(LateralRow() for _ in range(row + 1 - len(self.lateral)))]
        rows[row] = replace(rows[row], **{field: words})
        self.lateral = tuple(rows)
        self.words_changed.emit()

    def write_cell(self, row: str, article: str, words: str) -> None:
        """Write into the comparison table."""
        self.table[row, article] = words
        self.words_changed.emit()

    def finish(self, step: Step) -> None:
        """Be done with a step."""
        self.progress = self.progress.finished(self.lesson, step)
        if self.progress.handed:
            self._before = []  # what was handed in stays
        self.words_changed.emit()

    # -- files -----------------------------------------------------------------------------------

    def answer(self, code: str | None = None) -> Answer:
        """Return everything as an answer under a code."""
        versions = tuple(ArticleVersion(one.id, one.sha256) for one in self.lesson.articles)
        return Answer(
            lesson=self.lesson.id,
            code=self.code if code is None else code,
            articles=versions,
            marks=tuple(one.mark for one in self.marks),
            sources=tuple(row for row in self.sources if row != SourceRow()),
            lateral=tuple(row for row in self.lateral if row != LateralRow()),
            wrong=self.wrong,
            missed=self.missed,
            steps={key: words for key, words in self.steps.items() if words.strip()},
            judgement=self.judgement,
            lexicons=self.lesson.lexicons,
            withdrawn=self.withdrawn,
            comparison=tuple(
                TableCell(*place, words) for place, words in self.table.items() if words.strip()
            ),
        )

    def take_draft(self, draft: Draft) -> None:
        """Go on with what was kept; marks that fit nowhere are left out."""
        answer = draft.answer
        placed = []
        for mark in answer.marks:
            text = self.lesson.article(mark.article)
            span = mark.selector.place_in(text.text) if text else None
            if span is not None:
                placed.append(PlacedMark(mark, span))
        self.marks, self.withdrawn = tuple(placed), answer.withdrawn
        self.sources = answer.sources or (SourceRow(),)
        self.lateral = answer.lateral or (LateralRow(),)
        self.wrong, self.missed, self.judgement = answer.wrong, answer.missed, answer.judgement
        self.steps, self.progress = dict(answer.steps), draft.progress
        self.table = {(one.row, one.article): one.text for one in answer.comparison}
        self.marks_changed.emit()

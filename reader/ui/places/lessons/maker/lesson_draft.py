"""The lesson that a teacher is making, and the reference; the only place where they change."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.core.lessons.answer import Answer, AnswerMark, ArticleVersion, Selector
from reader.core.lessons.lesson import Lesson, Opening, Step
from reader.core.lessons.placing import PlacedAnswer, PlacedMark, with_words_of
from reader.core.lessons.plain_lessons import MOST_ROWS
from reader.core.lessons.progress import changed_order, mended, named_rows
from reader.core.text.spans import Span
from reader.storage.lessons.lesson_files import LessonPack

_MOST_UNDONE = 100


class LessonDraft(QObject):
    """A lesson with its reference.

    Signals:
        lesson_changed(): Something of the lesson is another now.
        reference_changed(): A reference mark came, went, or is another one now.
        words_changed(): Something was written about a reference mark.
    """

    lesson_changed = Signal()
    reference_changed = Signal()
    words_changed = Signal()

    def __init__(
        self, pack: LessonPack, reference: PlacedAnswer | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.pack = pack
        self.marks: tuple[PlacedMark, ...] = reference.marks if reference else ()
        self.well_made: tuple[str, ...] = reference.answer.well_made if reference else ()
        self._before: list[tuple[LessonPack, tuple[PlacedMark, ...]]] = []
        self._written = ""  # what is being written just now: one change, however many letters

    @property
    def lesson(self) -> Lesson:
        """Return the lesson as it is now."""
        return self.pack.lesson

    def reference(self) -> PlacedAnswer:
        """Return the reference marks as an answer of their own."""
        versions = tuple(ArticleVersion(one.id, one.sha256) for one in self.lesson.articles)
        answer = Answer(
            self.lesson.id,
            "reference",
            versions,
            tuple(one.mark for one in self.marks),
            lexicons=self.lesson.lexicons,
            well_made=self.well_made,
        )
        return PlacedAnswer(answer, self.marks, "reference.answer")

    # -- the lesson ------------------------------------------------------------------------------

    def change(self, lesson: Lesson, written: str = "") -> None:
        """Take another lesson in place of this one.

        Args:
            lesson: The lesson as it is to be.
            written: The name of the field that is written into; its letters are undone together.
        """
        if lesson != self.lesson:
            if not written or written != self._written:
                self._remember()
            self._written = written
            self.pack = replace(self.pack, lesson=lesson)
            self.lesson_changed.emit()

    def rename(self, title: str) -> None:
        """Give the lesson another title; an empty one is none."""
        if title.strip():
            self.change(replace(self.lesson, title=title.strip()), "title")

    def name_outlet(self, article_id: str, outlet: str) -> None:
        """Say where an article appeared; nothing for nobody knows. Its text stays as it is."""
        articles = tuple(
            replace(one, outlet=outlet.strip() or None) if one.id == article_id else one
            for one in self.lesson.articles
        )
        self.change(replace(self.lesson, articles=articles))

    def change_step(self, step: Step) -> None:
        """Take another step in place of the one of its id."""
        before = self.lesson.step(step.id)
        steps = [step if one.id == step.id else one for one in self.lesson.steps]
        is_written = (
            before is not None and replace(before, task=step.task, title=step.title) == step
        )
        written = f"step {step.id}" if is_written else ""
        self.change(replace(self.lesson, steps=mended(steps)), written)

    def change_table(self, titles: Sequence[str]) -> None:
        """Ask other things in the comparison table, row by row; too many are cut off."""
        rows = named_rows(titles, self.lesson.table)[:MOST_ROWS]
        self.change(replace(self.lesson, table=rows), "table")

    def move_step(self, step_id: str, by: int) -> None:
        """Move a step up or down."""
        self.change(changed_order(self.lesson, step_id, by))

    def add_step(self) -> str:
        """Add a step at the end; return its id."""
        ids = {one.id for one in self.lesson.steps}
        name = next(f"step-{n}" for n in range(1, 1000) if f"step-{n}" not in ids)
        last = self.lesson.steps[-1].id if self.lesson.steps else ""
        step = Step(
            name,
            "read",
            "New step",
            articles=tuple(one.id for one in self.lesson.articles[:1]),
            opens=Opening("after", last) if last else Opening(),
        )
        self.change(replace(self.lesson, steps=(*self.lesson.steps, step)))
        return name

    def remove_step(self, step_id: str) -> None:
        """Take a step out; the last one stays."""
        kept = [one for one in self.lesson.steps if one.id != step_id]
        if kept:
            self.change(replace(self.lesson, steps=mended(kept)))

    def undo(self) -> bool:
        """Take the last change back; tell whether there was one."""
        if not self._before:
            return False
        self.pack, marks = self._before.pop()
        self.marks = with_words_of(self.marks, marks)
        self._written = ""
        self.lesson_changed.emit()
        self.reference_changed.emit()
        return True

    def pause(self) -> None:
        """Begin a new change with the next letter: another step is shown."""
        self._written = ""

    def _remember(self) -> None:
        self._written = ""
        self._before = [*self._before[1 - _MOST_UNDONE :], (self.pack, self.marks)]

    # -- the reference ---------------------------------------------------------------------------

    def add_mark(self, article: str, pen: str, span: Span) -> PlacedMark | None:
        """Make a reference mark; return it, or the one that is there already."""
        text = self.lesson.article(article)
        if text is None:
            return None
        for one in self.marks:
            if (one.article, one.category, one.span) == (article, pen, span):
                return one
        made = PlacedMark(AnswerMark(article, pen, Selector.at(text.text, span)), span)
        self._set_marks((*self.marks, made))
        return made

    def add_marks(self, marks: Sequence[PlacedMark]) -> None:
        """Take further marks over, those that are there already left out."""
        known = {(one.article, one.category, one.span) for one in self.marks}
        new = [one for one in marks if (one.article, one.category, one.span) not in known]
        self._set_marks((*self.marks, *new))

    def change_mark(self, mark: PlacedMark, changed: AnswerMark) -> PlacedMark:
        """Take another mark in place of one; the page need not be drawn anew."""
        made = PlacedMark(changed, mark.span)
        self.marks = tuple(made if one is mark else one for one in self.marks)
        self.words_changed.emit()
        return made

    def remove_mark(self, mark: PlacedMark) -> None:
        """Take a reference mark away."""
        self._set_marks(tuple(one for one in self.marks if one is not mark))

    def _set_marks(self, marks: tuple[PlacedMark, ...]) -> None:
        self._remember()
        order = [one.id for one in self.lesson.articles]
        self.marks = tuple(sorted(marks, key=lambda one: (order.index(one.article), one.span)))
        self.reference_changed.emit()

    def missing(self) -> tuple[str, ...]:
        """Return what is missing in the steps, in short sentences."""
        steps = list(enumerate(self.lesson.steps, 1))
        no_task = self.tr("Step {n} has no task.")
        no_pen = self.tr("Step {n} marks without a pen.")
        told = [no_task.format(n=n) for n, one in steps if not one.task]
        told += [no_pen.format(n=n) for n, one in steps if one.kind == "mark" and not one.pens]
        bare = sum(not one.mark.reason.strip() for one in self.marks)
        if bare == 1:
            told.append(self.tr("1 reference mark has no reason."))
        elif bare:
            told.append(self.tr("{n} reference marks have no reason.").format(n=bare))
        return tuple(told)

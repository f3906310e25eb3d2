"""What one pupil did in one step, with the reference beside it."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from reader.core.lessons.answer import Answer
from reader.core.lessons.lesson import Lesson, Step
from reader.core.lessons.placing import PlacedAnswer, PlacedMark
from reader.core.lessons.scores.scoring import table_rows
from reader.storage.lessons.texts import LessonTexts

Told = Iterator[tuple[str, str]]  # how something is set (a role of labels), and what is told


def step_facts(
    answer: PlacedAnswer,
    reference: PlacedAnswer | None,
    lesson: Lesson,
    step: Step,
    texts: LessonTexts,
) -> Told:
    """Yield what was asked in a step, what the pupil wrote, and the marks beside the reference.

    Args:
        answer: The pupil's answer.
        reference: The teacher's reference, None where there is none.
        lesson: The lesson.
        step: The step.
        texts: The texts of the lesson.
    """
    if step.task.strip():
        yield "small", step.task
    written = list(_written(answer.answer, lesson, step))
    for title, words in written:
        yield "section", title
        yield "read", words
    if step.pens:
        yield from _marks(answer, reference, step, texts)
    elif not written:
        yield "", _tr("Nothing was written in this step.")


def _written(answer: Answer, lesson: Lesson, step: Step) -> Told:
    """Yield what stands in the fields of a step, with what was asked."""
    if words := answer.steps.get(step.id, "").strip():
        yield _tr("Written in this step"), words
    if step.kind == "program":
        facts = (
            (_tr("A mark of the program that is wrong"), answer.wrong),
            (_tr("What it missed"), answer.missed),
        )
        yield from ((title, words) for title, words in facts if words.strip())
    elif step.kind == "sources":
        for number, one in enumerate(answer.sources, start=1):
            said = (one.name, one.role, one.knows, one.interest, one.named)
            yield _tr("Source {n}").format(n=number), "\n".join(filter(str.strip, said))
    elif step.kind == "lateral":
        for number, found in enumerate(answer.lateral, start=1):
            found_words = (found.looked_up, found.where, found.found)
            yield _tr("Look-up {n}").format(n=number), "\n".join(filter(str.strip, found_words))
    elif step.kind == "compare":
        for row, cells in table_rows(lesson, answer):
            yield row.title, "\n".join(f"{one.article}  {one.text}" for one in cells)
    elif step.kind == "judge" and answer.judgement.strip():
        yield _tr("Judgement"), answer.judgement


def _marks(
    answer: PlacedAnswer, reference: PlacedAnswer | None, step: Step, texts: LessonTexts
) -> Told:
    mine = _of_step(answer.marks, step)
    right = _of_step(reference.marks, step) if reference else []
    yield "section", _tr("Marks: {n}").format(n=len(mine))
    for mark in mine:
        yield "", _said(mark, texts)
        if reference is not None:
            yield "small", _beside(mark, right)
    for mark in right:
        if not mark.mark.is_optional and not any(_meet(one, mark) for one in mine):
            yield "small", _tr("Not marked: {words}").format(words=_said(mark, texts))
    for taken in answer.answer.withdrawn:
        if taken.article in step.articles and taken.category in step.pens:
            told = _tr("Taken back: {words}: {why}")
            yield "small", told.format(words=taken.selector.exact, why=taken.reason)


def _of_step(marks: Sequence[PlacedMark], step: Step) -> list[PlacedMark]:
    return [one for one in marks if one.article in step.articles and one.category in step.pens]


def _said(mark: PlacedMark, texts: LessonTexts) -> str:
    reason = mark.mark.reason.strip() or _tr("no reason")
    return f"{texts.place_of(mark)}  {mark.category}  {texts.words_of(mark)}: {reason}"


def _beside(mark: PlacedMark, reference: Sequence[PlacedMark]) -> str:
    """Return what the reference says where a pupil marked."""
    there = next((one for one in reference if _meet(mark, one)), None)
    if there is None:
        return _tr("Not in the reference")
    told = there.mark.reason.strip() or _tr("a mark without a reason")
    if there.mark.is_optional:
        return _tr("Reference, optional: {reason}").format(reason=told)
    return _tr("Reference: {reason}").format(reason=told)


def _meet(mark: PlacedMark, right: PlacedMark) -> bool:
    """Tell whether a mark touches one of the reference, with a pen that is right there."""
    pens = {right.category, *right.mark.also}
    same = mark.article == right.article and mark.category in pens
    return same and mark.span.overlaps(right.span)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Lesson", words)

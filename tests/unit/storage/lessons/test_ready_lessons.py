"""The lessons that come with the program: they can be made, and their notes tell the truth."""

import re
from dataclasses import replace

import pytest

from reader.core.lessons.lesson import Lesson
from reader.core.lessons.placing import placed_answer
from reader.core.lessons.scores.matching import overlap_figures
from reader.core.lessons.scores.scoring import alpha_of, class_scores
from reader.intake.read import read_article
from reader.launch import load_agreement
from reader.paths import default_paths
from reader.storage.lessons.lesson_files import lesson_bytes, lesson_of
from reader.storage.lessons.ready_lessons import (
    READINGS,
    ReadyLesson,
    reading_of,
    ready_lessons,
    ready_pack,
    ready_reference,
    transfer_pack,
)
from reader.storage.lessons.scores.feedback_pages import feedback_pages
from reader.storage.lessons.texts import LessonTexts

PATHS = default_paths()
READY = ready_lessons(PATHS)


def agreement_table(ready: ReadyLesson, lesson: Lesson) -> list[str]:
    """Return the rows about the two readings, as they stand in the notes."""
    first, second = (reading_of(ready, lesson, which) for which in ("first", "second"))
    sentences = LessonTexts.of(lesson, PATHS).sentences
    rows = []
    for pen in lesson.pens:
        one, other = ([m for m in r.marks if m.category == pen.id] for r in (first, second))
        both = overlap_figures(other, one).matched
        value = alpha_of([first, second], sentences, load_agreement(), pen.id)
        told = "–" if value is None else f"{value:.2f}"
        rows.append(f"| {pen.id} {pen.name} | {len(one)} | {len(other)} | {both} | {told} |")
    return rows


def third_table(ready: ReadyLesson, lesson: Lesson) -> list[str]:
    """Return the rows about the third reading, as they stand in the notes."""
    readings = [reading_of(ready, lesson, which) for which in READINGS]
    sentences = LessonTexts.of(lesson, PATHS).sentences
    needed = [
        one.mark
        for one in placed_answer(ready_reference(ready, lesson), lesson).marks
        if not one.mark.is_optional
    ]
    rows = []
    for pen in lesson.pens:
        right = placed_answer(replace(readings[0].answer, marks=tuple(needed)), lesson)
        marks = [one for one in readings[2].marks if one.category == pen.id]
        wanted = [one for one in right.marks if one.category == pen.id]
        figures = overlap_figures(marks, wanted)
        value = alpha_of(readings, sentences, load_agreement(), pen.id)
        told = "–" if value is None else f"{value:.2f}"
        found = f"{figures.matched} of {figures.reference}"
        rows.append(f"| {pen.id} {pen.name} | {len(marks)} | {found} | {told} |")
    return rows


def test_there_are_three() -> None:
    assert [one.id for one in READY] == ["four-papers", "night-bus", "water-tests"]


@pytest.mark.parametrize("ready", READY, ids=lambda one: one.id)
def test_a_ready_lesson_is_whole(ready: ReadyLesson) -> None:
    pack = ready_pack(ready, PATHS, read_article)
    assert lesson_of(lesson_bytes(pack), "x.crlesson") == pack
    assert pack.lesson.minutes <= 45
    assert all(150 <= len(one.text.split()) <= 400 for one in pack.lesson.articles)
    outlets = {one.outlet for one in pack.lesson.articles}
    assert not any(str(outlet) in one.text for outlet in outlets for one in pack.lesson.articles)
    later = transfer_pack(ready, PATHS, read_article).lesson
    assert [step.kind for step in later.steps] == ["read", "mark", "judge"]
    assert later.opening_of("program") is None  # it is never shown


@pytest.mark.parametrize("ready", READY, ids=lambda one: one.id)
def test_the_notes_tell_how_far_the_readings_agree(ready: ReadyLesson) -> None:
    lesson = ready_pack(ready, PATHS, read_article).lesson
    rows = agreement_table(ready, lesson) + third_table(ready, lesson)
    assert [row for row in rows if row not in ready.notes] == []
    for part in ("20 minutes", "45 minutes", "90 minutes", "A week later"):
        assert re.search(f"^##.*{part}", ready.notes, re.MULTILINE), part


@pytest.mark.parametrize("ready", READY, ids=lambda one: one.id)
def test_what_one_reading_has_alone_counts_for_nobody(ready: ReadyLesson) -> None:
    lesson = ready_pack(ready, PATHS, read_article).lesson
    reference = placed_answer(ready_reference(ready, lesson), lesson)
    needed = [mark for mark in reference.marks if not mark.mark.is_optional]
    assert len(needed) >= 10
    assert all(mark.mark.reason for mark in reference.marks)
    for which in ("first", "second"):
        figures = overlap_figures(reading_of(ready, lesson, which).marks, reference.marks)
        assert figures.matched == figures.reference == len(needed)
        assert figures.matched >= figures.marked - 3  # two short marks may meet one long one


@pytest.mark.parametrize("ready", READY, ids=lambda one: one.id)
def test_the_feedback_tells_the_optional_marks(ready: ReadyLesson) -> None:
    lesson = ready_pack(ready, PATHS, read_article).lesson
    reference = placed_answer(ready_reference(ready, lesson), lesson)
    texts = LessonTexts.of(lesson, PATHS)
    answers = [reading_of(ready, lesson, "first")]
    scores = class_scores(lesson, answers, reference, texts.sentences, load_agreement())
    page = feedback_pages(scores, texts)
    optional = [mark for mark in reference.marks if mark.mark.is_optional]
    assert page.count(" (optional)</td>") == len(optional) > 0
    assert "Dotted: optional" in page

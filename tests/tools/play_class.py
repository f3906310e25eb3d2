"""Play a class: thirty different pupils answer a lesson, each in a way of their own.

    python tests/tools/play_class.py LESSON.crlesson REFERENCE.answer FOLDER [--pupils 30]

Nobody is asked: pupils are made of habits (how much is found, how far marks slip, how much is
marked besides, how many reasons are given), drawn from a seed, so that a class is always the same.
"""

import argparse
import random
from dataclasses import dataclass, replace
from pathlib import Path

from reader.core.lessons.answer import (
    Answer,
    AnswerMark,
    ArticleVersion,
    LateralRow,
    Selector,
    SourceRow,
    TableCell,
)
from reader.core.lessons.lesson import Lesson
from reader.core.lessons.placing import PlacedAnswer
from reader.core.text.spans import Span
from reader.storage.lessons.answer_files import answer_file_name, read_reference, write_answer
from reader.storage.lessons.lesson_files import read_lesson_file

BIRDS = "heron otter wren lark finch rook swift teal plover stoat".split()
REASONS = (
    "It says how bad it is before I know the facts.",
    "It makes me angry, and I did not see why.",
    "Somebody chose this word.",
    "We do not learn who says it.",
    "It could be said with a number.",
    "",
)
PLAINER = ("", "sharply", "said", "decided", "some people", "many")


@dataclass(frozen=True)
class Habits:
    """How one pupil works: shares from 0 to 1, and how many words are marked besides."""

    finds: float
    slips: float
    extra: int
    reasons: float
    stops_after: int


def habits(chance: random.Random) -> Habits:
    """Return the habits of a pupil: careful, quick, eager, or one who ran out of time."""
    return Habits(
        finds=chance.choice((0.2, 0.4, 0.6, 0.75, 0.9)),
        slips=chance.choice((0.0, 0.2, 0.5)),
        extra=chance.choice((0, 1, 3, 8)),
        reasons=chance.choice((0.1, 0.6, 1.0)),
        stops_after=chance.choice((2, 5, 99, 99, 99)),
    )


def play_class(lesson: Lesson, reference: PlacedAnswer, count: int = 30, seed: int = 7):
    """Return one answer a pupil, under codes such as heron-14."""
    chance = random.Random(seed)
    codes = [f"{chance.choice(BIRDS)}-{number:02}" for number in range(1, count + 1)]
    return [play_pupil(lesson, reference, code, chance) for code in codes]


def play_pupil(
    lesson: Lesson, reference: PlacedAnswer, code: str, chance: random.Random
) -> Answer:
    """Return the answer of one pupil."""
    way = habits(chance)
    marks = [
        pupil_mark(
            lesson, mark.article, mark.category, slipped(lesson, mark, way, chance), way, chance
        )
        for mark in reference.marks
        if chance.random() < way.finds
    ]
    for _ in range(way.extra):
        article = chance.choice(lesson.articles)
        span = some_words(article.text, chance)
        pen = chance.choice(lesson.pens)
        marks.append(pupil_mark(lesson, article.id, pen.id, span, way, chance))
    steps = [step for step in lesson.steps[: way.stops_after] if step.kind != "judge"]
    is_done = way.stops_after >= len(lesson.steps)
    return Answer(
        lesson.id,
        code,
        tuple(ArticleVersion(one.id, one.sha256) for one in lesson.articles),
        tuple(marks),
        sources=(SourceRow("Ada Renfrew", "stallholder", "she was there", "her stall", "yes"),)
        if is_done
        else (),
        lateral=(LateralRow("the vote", "the council's minutes", "seven to six"),)
        if is_done
        else (),
        wrong="“claimed”: he did claim it." if is_done else "",
        missed="“of course”" if is_done else "",
        steps={step.id: f"{code} wrote this in “{step.title}”." for step in steps},
        judgement="Done well: it says who paid for the report." if is_done else "",
        lexicons=lesson.lexicons,
        comparison=tuple(
            TableCell(row.id, article.id, f"{code} on {article.id}: {row.title.lower()}")
            for row in lesson.table
            for article in lesson.articles
            if is_done and chance.random() < way.finds
        ),
    )


def slipped(lesson: Lesson, mark, way: Habits, chance: random.Random) -> Span:
    """Return the place of a mark, now and then a word longer or a letter short."""
    text = lesson.article(mark.article).text
    if chance.random() >= way.slips:
        return mark.span
    if chance.random() < 0.5 and len(mark.span) > 4:
        return Span(mark.span.start, mark.span.end - 2)
    end = text.find(" ", mark.span.end + 1)
    return Span(mark.span.start, end if 0 < end < mark.span.end + 20 else mark.span.end)


def some_words(text: str, chance: random.Random) -> Span:
    """Return the place of one word or two somewhere in a text."""
    starts = [place + 1 for place, sign in enumerate(text[:-1]) if sign == " "]
    start = chance.choice(starts)
    end = next(
        (place for place in range(start + 3, len(text)) if not text[place].isalpha()), start + 3
    )
    return Span(start, min(end, len(text)))


def pupil_mark(lesson: Lesson, article: str, category: str, span: Span, way: Habits, chance):
    """Return a mark with or without a reason."""
    text = lesson.article(article).text
    has_reason = chance.random() < way.reasons
    return AnswerMark(
        article,
        category,
        Selector.at(text, span),
        reason=chance.choice(REASONS) if has_reason else "",
        plainer=chance.choice(PLAINER) if category == "L" and has_reason else "",
        sure=chance.choice((None, "not sure", "fairly", "sure")),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lesson", type=Path)
    parser.add_argument("reference", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pupils", type=int, default=30)
    call = parser.parse_args()
    lesson = read_lesson_file(call.lesson).lesson
    reference = read_reference(call.reference, lesson)
    for answer in play_class(lesson, reference, call.pupils):
        write_answer(call.folder / answer_file_name(answer.code), replace(answer))
    print(f"{call.pupils} answers in {call.folder}")


if __name__ == "__main__":
    main()

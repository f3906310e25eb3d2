"""The lessons that come with the program: folders of readable files, made into lessons."""

import re
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

from reader.core.lessons.answer import Answer, AnswerMark, ArticleVersion, Selector
from reader.core.lessons.fields import Fields
from reader.core.lessons.lesson import Lesson, LessonArticle
from reader.core.lessons.placing import PlacedAnswer, PlacedMark, placed_answer
from reader.core.lessons.plain_lessons import plain_lesson_article, read_lesson
from reader.core.text.article import Article
from reader.core.text.spans import Span
from reader.errors import ReaderError
from reader.paths import Paths
from reader.storage.analysis_tools import load_all_lexicons
from reader.storage.lessons.lesson_files import LessonPack
from reader.storage.lessons.making import (
    LESSONS,
    filled_plan,
    lesson_article,
    own_lists,
    read_plan,
)
from reader.values import frozen

_ABOUT = "lesson.toml"
_LETTERS = "ABCDEFGHIJKL"
_TIMES = re.compile(r"(.+)#(\d+)")
READINGS = ("first", "second", "third")
Read = Callable[[str], Article]
"""What reads an article file; storage itself reads none."""


@frozen
class ReadyLesson:
    """A lesson that comes with the program.

    Attributes:
        id: The name of its folder.
        title: What it is called.
        about: What it is for, in a sentence or two.
        folder: Where its files lie.
    """

    id: str
    title: str
    about: str
    folder: Path

    @property
    def notes(self) -> str:
        """Return the teacher's notes, in Markdown.

        Raises:
            ReaderError: They cannot be read.
        """
        return _text(self.folder / "notes.md")


def ready_lessons(paths: Paths) -> tuple[ReadyLesson, ...]:
    """Return the lessons that come with the program, by their names.

    Raises:
        ReaderError: One of them cannot be read.
    """
    found = []
    for place in sorted((paths.resources / LESSONS).glob(f"*/{_ABOUT}")):
        about = Fields(_table(place), place.parent.name)
        found.append(
            ReadyLesson(place.parent.name, about.text("title"), about.text("about"), place.parent)
        )
    return tuple(found)


def ready_lesson(name: str, paths: Paths) -> ReadyLesson | None:
    """Return the lesson of a name, or None.

    Raises:
        ReaderError: One of the ready lessons cannot be read.
    """
    return next((one for one in ready_lessons(paths) if one.id == name), None)


def ready_pack(ready: ReadyLesson, paths: Paths, read: Read) -> LessonPack:
    """Return a ready lesson as one file's content.

    Raises:
        ReaderError: A file of it cannot be read.
    """
    about = Fields(_table(ready.folder / _ABOUT), ready.id)
    articles = [
        lesson_article(read(str(ready.folder / name)), _LETTERS[place])
        for place, name in enumerate(about.texts("articles"))
    ]
    lexicons = [one for one in load_all_lexicons(paths)[0] if one.panel != "sourcing"]
    plan = read_plan(paths.resources / LESSONS / "plan.toml")
    filled = {**filled_plan(plan, articles, ready.title, lexicons), "id": ready.id}
    lesson = read_lesson(filled, [plain_lesson_article(one) for one in articles])
    return LessonPack(lesson, own_lists(paths, lexicons))


def transfer_pack(ready: ReadyLesson, paths: Paths, read: Read) -> LessonPack:
    """Return the short lesson for a week later: one new text, without the program's marks.

    Raises:
        ReaderError: A file of it cannot be read.
    """
    about = Fields(_table(ready.folder / _ABOUT), ready.id)
    article = lesson_article(read(str(ready.folder / about.text("transfer"))), "C")
    plan = read_plan(paths.resources / LESSONS / "plan.toml")
    kept = [step for step in _steps(plan) if step.get("kind") in {"read", "judge"}]
    kept[1:1] = [step for step in _steps(plan) if step.get("id") == "mark"]
    filled = filled_plan({**plan, "steps": kept}, [article], f"{ready.title}: a week later", [])
    steps = [{**step, "locked": ["program"]} for step in _steps(filled)]
    lesson = read_lesson(
        {**filled, "steps": steps, "id": f"{ready.id}-later"}, [plain_lesson_article(article)]
    )
    return LessonPack(lesson)


def reading_of(ready: ReadyLesson, lesson: Lesson, which: str) -> PlacedAnswer:
    """Return one of the three readings of a ready lesson.

    Raises:
        ReaderError: It cannot be read, or a mark of it does not stand in the text.
    """
    fields = Fields(_table(ready.folder / f"{which}.toml"), f"{ready.id}, {which} reading")
    rows = _rows(ready.folder / f"{which}.toml")
    about = Fields(_table(ready.folder / _ABOUT), ready.id)
    marks = tuple(_mark(row, lesson, fields.place) for row in rows)
    return placed_answer(_answer(lesson, which, marks, about.texts("well_made")), lesson)


def ready_reference(ready: ReadyLesson, lesson: Lesson) -> Answer:
    """Return the reference of a ready lesson: what the first two readings share is needed.

    A mark that only one of them has, or the third reading alone, counts for nobody and against
    nobody.

    Raises:
        ReaderError: A reading cannot be used.
    """
    first, second, third = (reading_of(ready, lesson, which) for which in READINGS)
    marks = [_agreed(mark.mark, is_needed=_is_in(mark, second)) for mark in first.marks]
    marks += [
        _agreed(mark.mark, is_needed=False) for mark in second.marks if not _is_in(mark, first)
    ]
    marks += [
        _agreed(mark.mark, is_needed=False)
        for mark in third.marks
        if not _is_in(mark, first) and not _is_in(mark, second)
    ]
    return _answer(lesson, "reference", tuple(marks), first.answer.well_made)


def ready_placed_reference(ready: ReadyLesson, lesson: Lesson) -> PlacedAnswer:
    """Return the reference of a ready lesson, each mark in its place.

    Raises:
        ReaderError: A reading cannot be used.
    """
    return placed_answer(ready_reference(ready, lesson), lesson, "reference.answer")


def guide(paths: Paths) -> str:
    """Return the guide for teachers, in Markdown.

    Raises:
        ReaderError: It cannot be read.
    """
    return _text(paths.resources / LESSONS / "guide.md")


def _is_in(mark: PlacedMark, other: PlacedAnswer) -> bool:
    return any(
        one.article == mark.article
        and one.category == mark.category
        and one.span.overlaps(mark.span)
        for one in other.marks
    )


def _agreed(mark: AnswerMark, *, is_needed: bool) -> AnswerMark:
    return AnswerMark(
        mark.article, mark.category, mark.selector, mark.reason, is_optional=not is_needed
    )


def _answer(
    lesson: Lesson, code: str, marks: tuple[AnswerMark, ...], well_made: Sequence[str]
) -> Answer:
    versions = tuple(ArticleVersion(one.id, one.sha256) for one in lesson.articles)
    return Answer(
        lesson.id, code, versions, marks, lexicons=lesson.lexicons, well_made=tuple(well_made)
    )


def _mark(row: Sequence[str], lesson: Lesson, place: str) -> AnswerMark:
    article_id, pen, quoted, reason = row
    found = _TIMES.fullmatch(quoted)
    words, times = (found[1], int(found[2])) if found else (quoted, 1)
    article = lesson.article(article_id)
    span = _nth(article, words, times) if article else None
    if article is None or span is None:
        raise ReaderError(f"{place}: “{quoted}” does not stand in article {article_id}.")
    return AnswerMark(article_id, pen, Selector.at(article.text, span), reason)


def _nth(article: LessonArticle, words: str, times: int) -> Span | None:
    """Return the nth place of words that do not begin or end inside a word."""
    places = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", article.text)
    spans = [Span(*one.span()) for one in places]
    return spans[times - 1] if times <= len(spans) else None


def _rows(path: Path) -> list[list[str]]:
    rows = _table(path).get("marks")
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise ReaderError(f"{path.name} has no marks.", hint="Install Close Reader again.")
    return [[str(cell) for cell in row] for row in rows]


def _steps(plan: dict[str, object]) -> list[dict[str, object]]:
    steps = plan.get("steps")
    return [one for one in steps if isinstance(one, dict)] if isinstance(steps, list) else []


def _table(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise ReaderError(
            f"{path.parent.name}/{path.name} could not be read: {error}.",
            hint="Install Close Reader again.",
        ) from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise ReaderError(
            f"{path.parent.name}/{path.name} could not be read.",
            hint="Install Close Reader again.",
        ) from error

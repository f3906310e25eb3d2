"""Lessons as plain data, in schema `close-reader/lesson/1`: the lesson, and each article."""

from collections.abc import Sequence
from typing import Any, cast, get_args

from reader.core.lessons.fields import Fields
from reader.core.lessons.lesson import (
    Asked,
    Lesson,
    LessonArticle,
    LessonKind,
    Opening,
    Opens,
    Pen,
    PenForm,
    Step,
    StepKind,
    TableRow,
)
from reader.core.lessons.plain_answers import list_versions
from reader.core.text.article import Zone, ZoneKind
from reader.core.text.spans import Span
from reader.errors import ReaderError
from reader.schemas import is_later

SCHEMA = "close-reader/lesson/1"
LONGEST_TEXT = 400_000  # characters of one article
MOST_ARTICLES = 12
MOST_ROWS = 12  # of the comparison table
PENS = (
    Pen("L", "Loaded word"),
    Pen("S", "Who speaks", form="box"),
    Pen("H", "How sure", form="wave"),
)
"""The pens of a lesson that names none."""


def plain_lesson(lesson: Lesson) -> dict[str, object]:
    """Return a lesson without its articles as plain data, ready for JSON."""
    return {
        "schema": SCHEMA,
        "id": lesson.id,
        "title": lesson.title,
        "kind": lesson.kind,
        "forewarning": lesson.forewarning,
        "outlets_from": lesson.outlets_from or None,
        "sides": list(lesson.sides),
        "categories": [
            {"id": pen.id, "name": pen.name, "task": pen.task, "form": pen.form}
            for pen in lesson.pens
        ],
        "steps": [_plain_step(step) for step in lesson.steps],
        "table": [{"id": row.id, "title": row.title} for row in lesson.table],
        "lexicons": [{"id": one.id, "version": one.version} for one in lesson.lexicons],
    }


def _plain_step(step: Step) -> dict[str, object]:
    return {
        "id": step.id,
        "kind": step.kind,
        "title": step.title,
        "task": step.task,
        "minutes": step.minutes,
        "articles": list(step.articles),
        "pens": list(step.pens),
        "asks": list(step.asks),
        "opens": {"when": step.opens.when, "step": step.opens.step, "word": step.opens.word},
        "locked": list(step.locked),
    }


def plain_lesson_article(article: LessonArticle) -> dict[str, object]:
    """Return an article of a lesson as plain data, ready for JSON."""
    return {
        "id": article.id,
        "title": article.title,
        "text": article.text,
        "zones": [
            {"kind": zone.kind, "start": zone.span.start, "end": zone.span.end}
            for zone in article.zones
        ],
        "sha256": article.sha256,
        "outlet": article.outlet,
        "published": article.published,
    }


def read_lesson(plain: object, articles: Sequence[object]) -> Lesson:
    """Return the lesson that plain data from elsewhere is.

    Args:
        plain: What `lesson.json` holds.
        articles: What the files of its articles hold, in order.

    Raises:
        ReaderError: It is no lesson; the sentence says what is wrong, not in which file.
    """
    fields = Fields(plain, "The lesson")
    schema = fields.text("schema", "")
    if is_later(schema, SCHEMA):
        raise ReaderError("A later version of Close Reader made it; that version opens it.")
    if schema != SCHEMA:
        named = f"says “{schema[:60]}”" if schema else "does not say what it is"
        raise ReaderError(f"It is no lesson: it {named}, and not {SCHEMA}.")
    if not 1 <= len(articles) <= MOST_ARTICLES:
        raise ReaderError(
            f"It has {len(articles)} articles; a lesson has between 1 and {MOST_ARTICLES}."
        )
    pens = tuple(_pen(one) for one in fields.named("categories", "category")) or PENS
    texts = tuple(
        read_lesson_article(one, f"article {number}")
        for number, one in enumerate(articles, start=1)
    )
    steps = tuple(_step(one) for one in fields.objects("steps", "step"))
    lesson = Lesson(
        id=fields.text("id", longest=100),
        title=fields.text("title", longest=300),
        steps=steps or (_only_step(pens, texts),),
        pens=pens,
        articles=texts,
        lexicons=tuple(list_versions(fields)),
        kind=cast("LessonKind", fields.one_of("kind", get_args(LessonKind), "close-reading")),
        forewarning=fields.text("forewarning", ""),
        outlets_from=fields.text("outlets_from", ""),
        sides=fields.texts("sides"),
        table=tuple(
            TableRow(one.text("id", longest=100), one.text("title", longest=300))
            for one in fields.objects("table", "row of the table")
        ),
    )
    check_lesson(lesson)
    return lesson


def check_lesson(lesson: Lesson) -> None:
    """Make sure that a lesson fits together: ids are single, and what is named is there.

    Raises:
        ReaderError: It does not; the sentence says where.
    """
    families: tuple[tuple[str, Sequence[Any]], ...] = (
        ("step", lesson.steps), ("category", lesson.pens), ("article", lesson.articles),
        ("row of the table", lesson.table),
    )  # fmt: skip
    for name, items in families:
        ids = [one.id for one in items]
        twice = next((one for one in ids if ids.count(one) > 1 or not one.strip()), None)
        if twice is not None:
            raise ReaderError(f"The id “{twice}” of a {name} is empty, or stands there twice.")
    if len(lesson.table) > MOST_ROWS:
        raise ReaderError(f"The table has more than {MOST_ROWS} rows.")
    articles = {one.id for one in lesson.articles}
    pens, steps = {one.id for one in lesson.pens}, [one.id for one in lesson.steps]
    for number, step in enumerate(lesson.steps):
        unknown = [*(set(step.articles) - articles), *(set(step.pens) - pens)]
        waits = step.opens.step if step.opens.when in {"after", "handed-in"} else ""
        if waits and waits not in steps[:number]:
            unknown.append(waits)
        if unknown:
            raise ReaderError(f"Step “{step.id}” names “{unknown[0]}”, which is not there.")


def read_lesson_article(plain: object, place: str) -> LessonArticle:
    """Return an article of a lesson from plain data.

    Raises:
        ReaderError: It is none, or its text is not the one it says it is.
    """
    fields = Fields(plain, place)
    article = LessonArticle(
        id=fields.text("id", longest=100),
        title=fields.text("title", "", longest=1_000),
        text=fields.text("text", longest=LONGEST_TEXT),
        zones=_zones(fields),
        outlet=fields.text("outlet", "") or None,
        published=fields.text("published", "") or None,
    )
    if fields.text("sha256", article.sha256, longest=64).lower() != article.sha256:
        raise ReaderError(f"{place}: the text was changed, so its marks would not fit.")
    return article


def _zones(fields: Fields) -> tuple[Zone, ...]:
    size, end, zones = len(fields.text("text", longest=LONGEST_TEXT)), 0, []
    for one in fields.objects("zones", f"{fields.place}, zone"):
        kind = one.one_of("kind", get_args(ZoneKind), "paragraph")
        span = Span(one.number("start"), one.number("end"))
        if not end <= span.start < span.end <= size:
            raise ReaderError(f"{one.place} does not lie in the text, or not after the last one.")
        zones.append(Zone(cast("ZoneKind", kind), span))
        end = span.end
    return tuple(zones) or (Zone("paragraph", Span(0, size)),)


def _only_step(pens: Sequence[Pen], articles: Sequence[LessonArticle]) -> Step:
    """Return the step of a lesson that names none: everything is read and marked."""
    ids, letters = tuple(one.id for one in articles), tuple(pen.id for pen in pens)
    return Step("mark", "mark", "Mark", articles=ids, pens=letters, asks=("reason", "plainer"))


def _pen(one: Fields) -> Pen:
    form = one.one_of("form", get_args(PenForm), "ring")
    name = one.text("id", longest=40)
    return Pen(name, one.text("name", name), one.text("task", ""), cast("PenForm", form))


def _step(one: Fields) -> Step:
    opens = one.part("opens")
    asks = one.texts("asks")
    strange = [asked for asked in asks if asked not in get_args(Asked)]
    if strange:
        raise one.wrong("asks", f"asks for “{strange[0]}”, which is not known")
    return Step(
        id=one.text("id", longest=100),
        kind=cast("StepKind", one.one_of("kind", get_args(StepKind), "read")),
        title=one.text("title", "", longest=300),
        task=one.text("task", ""),
        minutes=min(600, max(0, one.number("minutes", 0))),
        articles=one.texts("articles"),
        pens=one.texts("pens"),
        asks=cast("tuple[Asked, ...]", asks),
        opens=Opening(
            cast("Opens", opens.one_of("when", get_args(Opens), "at-once")),
            opens.text("step", ""),
            opens.text("word", "", longest=60),
        ),
        locked=one.texts("locked"),
    )

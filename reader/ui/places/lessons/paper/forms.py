"""Which forms a lesson has on paper, in one tuple, and the pages of each."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from reader.core.lessons.lesson import LessonArticle
from reader.core.lessons.placing import PlacedMark
from reader.storage.lessons.filled_table import Cells
from reader.ui.places.lessons.paper.article_sheet import (
    article_pages,
    reference_layer,
)
from reader.ui.places.lessons.paper.class_map import class_map
from reader.ui.places.lessons.paper.code_slips import code_pages
from reader.ui.places.lessons.paper.form_page import FormPage
from reader.ui.places.lessons.paper.paper_work import PaperWork
from reader.ui.places.lessons.paper.tables import Table, table_pages
from reader.values import frozen

QUESTION = "A mark is a question, not a verdict."
_LONGEST_TITLE = 36
_MARGIN = "Why? A plainer word? What would it lose?"


@frozen
class Form:
    """One form.

    Attributes:
        name: Its fixed short name.
        title: What a teacher calls it.
        pages: Yields its pages.
        is_for_teacher: Whether pupils must not see it.
    """

    name: str
    title: str
    pages: Callable[[PaperWork], Iterator[FormPage]]
    is_for_teacher: bool = False


def _pupil(work: PaperWork) -> Iterator[FormPage]:
    forms = {"ring": "ring a", "box": "box", "wave": "wave under"}
    told = ", ".join(
        f"{forms[pen.form]} {pen.name.lower()} ({pen.id})" for pen in work.lesson.pens
    )
    foot = f"{told[:1].upper()}{told[1:]}. There is no number to reach."
    for article in work.lesson.articles:
        head = (f"Code: ______________    Article {article.id}", QUESTION)
        yield from article_pages(article, head, foot, _MARGIN)


def _key(work: PaperWork) -> Iterator[FormPage]:
    for article in work.lesson.articles:
        head = (f"Teacher’s key, article {article.id}", work.lesson.title)
        foot = "Other marks with a good reason are right too."
        marks = work.marks_in(article)
        if marks:
            yield from article_pages(article, head, foot, layer=reference_layer(marks))
            yield from table_pages(_reasons(work, article, marks), *head, foot)


def _reasons(work: PaperWork, article: LessonArticle, marks: Sequence[PlacedMark]) -> Table:
    rows = tuple(
        (
            work.place_and_line(article, mark.span),
            mark.category,
            work.texts.words_of(mark),
            mark.mark.reason
            + (f" Also right: {', '.join(mark.mark.also)}." if mark.mark.also else "")
            + (" Optional." if mark.mark.is_optional else ""),
        )
        for mark in marks
    )
    columns = ("place, line", "pen", "words", "reason, one of several that are right")
    return Table(
        f"Reasons, article {article.id}", "", columns, (0.13, 0.07, 0.27, 0.53), rows, 18, (2,)
    )


def _card(
    work: PaperWork, name: str, shares: tuple[float, ...], least: float
) -> Iterator[FormPage]:
    card = work.cards[name]
    empty = ("",) * len(shares)
    rows = (*card.rows, *(empty for _ in range(card.empty)))
    table = Table(card.title, card.task, card.columns, shares, rows, least)
    yield from table_pages(table, f"{work.lesson.title}", QUESTION, card.foot)


def _steps(work: PaperWork) -> Iterator[FormPage]:
    """Yield what to do step by step, in the teacher's words, with room to write."""
    rows = tuple(
        (
            f"{number}  {step.title}" + (f", {step.minutes} min" if step.minutes else ""),
            step.task,
            "",
        )
        for number, step in enumerate(work.lesson.steps, start=1)
    )
    columns = ("step", "what to do", "your words")
    table = Table("Step by step", "", columns, (0.16, 0.36, 0.48), rows, 84)
    head = f"Code: ______________    {work.lesson.title}"
    foot = "What has a sheet of its own is written there."
    yield from table_pages(table, head, QUESTION, foot)


def _how_to_mark(work: PaperWork) -> Iterator[FormPage]:
    yield from _card(work, "key", (0.08, 0.22, 0.70), 30)


def _verbs(work: PaperWork) -> Iterator[FormPage]:
    yield from _card(work, "verbs", (0.34, 0.33, 0.33), 32)


def _sources(work: PaperWork) -> Iterator[FormPage]:
    yield from _card(work, "sources", (0.2,) * 5, 96)


def _lateral(work: PaperWork) -> Iterator[FormPage]:
    yield from _card(work, "lateral", (0.34, 0.26, 0.40), 110)


def _judge(work: PaperWork) -> Iterator[FormPage]:
    yield from _card(work, "judge", (1.0,), 150)


def _compare(work: PaperWork) -> Iterator[FormPage]:
    yield from _comparison(work, {})


def _compare_filled(work: PaperWork) -> Iterator[FormPage]:
    if work.filled:
        yield from _comparison(work, work.filled)


def _comparison(work: PaperWork, filled: Cells) -> Iterator[FormPage]:
    """Yield the table, empty or as the program fills it; more than three articles take turns."""
    card, articles = work.cards["compare"], work.lesson.articles
    if len(articles) < 2:
        return
    for begin in range(0, len(articles), 3):
        shown = articles[begin : begin + 3]
        share = 0.78 / len(shown)
        rows = tuple(
            (row.title, *(filled.get((row.id, one.id), "") for one in shown)) for row in work.table
        )
        columns = ("", *(f"{one.id}  {_short(one.title)}" for one in shown))
        title = f"{card.title}, as the program fills it" if filled else card.title
        table = Table(title, "", columns, (0.22, *(share,) * len(shown)), rows, 92)
        head = (work.lesson.title, "for the teacher" if filled else QUESTION)
        yield from table_pages(table, *head, card.foot)


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…"


def _tally(work: PaperWork) -> Iterator[FormPage]:
    card = work.cards["tally"]
    rows: list[tuple[str, ...]] = []
    for article in work.lesson.articles:
        for (_, words), group in groupby(
            work.marks_in(article), key=lambda mark: (mark.span, work.texts.words_of(mark))
        ):
            place = work.place_and_line(article, next(iter(group)).span)
            name = f"{article.id} {place}" if len(work.lesson.articles) > 1 else place
            rows.append((name, words, "", "", ""))
    rows += [("",) * 5] * max(2, card.empty - len(rows))
    shares = (0.17, 0.33, 0.1, 0.1, 0.3)
    table = Table(card.title, card.task, card.columns, shares, tuple(rows), 22, (1,))
    yield from table_pages(table, "Tally, class ______", "no names", card.foot)


def _codes(work: PaperWork) -> Iterator[FormPage]:
    foot = "A code is no name. Nothing leaves this computer."
    yield from code_pages(work.cards["codes"], work.lesson.title, foot)


FORMS = (
    Form("pupil", "Pupil’s sheet", _pupil),
    Form("steps", "Step by step, with your questions", _steps),
    Form("marking", "How to mark", _how_to_mark),
    Form("verbs", "Verb card", _verbs),
    Form("sources", "Source sheet", _sources),
    Form("compare", "Comparison table", _compare),
    Form("lateral", "Leave the page", _lateral),
    Form("judge", "Judge last", _judge),
    Form("tally", "Tally", _tally, is_for_teacher=True),
    Form("key", "Teacher’s key", _key, is_for_teacher=True),
    Form("filled", "Comparison, filled", _compare_filled, is_for_teacher=True),
    Form("heat", "Class heat map", class_map, is_for_teacher=True),
    Form("codes", "Codes to cut out", _codes, is_for_teacher=True),
)


def form_pages(work: PaperWork, wanted: Sequence[str] | None = None) -> tuple[FormPage, ...]:
    """Return the pages of the forms that are wanted, or of all."""
    return tuple(
        page
        for form in FORMS
        if wanted is None or form.name in wanted
        for page in form.pages(work)
    )

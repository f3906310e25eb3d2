"""The class heat map on paper: a map for each article and pen, and where the class is split."""

from collections.abc import Iterator

from reader.core.lessons.lesson import LessonArticle, Pen
from reader.core.lessons.scores.heat import heat_of, readers_of, split_regions
from reader.ui.places.lessons.paper.article_sheet import article_pages
from reader.ui.places.lessons.paper.form_page import FormPage
from reader.ui.places.lessons.paper.heat_sheet import HeatMap, heat_layer
from reader.ui.places.lessons.paper.paper_work import PaperWork
from reader.ui.places.lessons.paper.tables import Table, table_pages

_MOST = 5  # places to talk about, for each pen
_TALK = "Counts to talk about, not to grade. A pupil who differs is not wrong for that."


def class_map(work: PaperWork) -> Iterator[FormPage]:
    """Yield what the class marked: a map for each article and pen, and where it is split."""
    for article in work.lesson.articles:
        for pen in work.lesson.pens:
            yield from _heat_map(work, article, pen)
        yield from _worth_talking(work, article)


def _counted(work: PaperWork) -> str:
    return f"{len(work.answers)} answers, no names"


def _heat_map(work: PaperWork, article: LessonArticle, pen: Pen) -> Iterator[FormPage]:
    heat = heat_of(work.answers, [article.id], pen.id)
    if heat:
        shown = HeatMap(
            heat,
            readers_of(work.answers, article.id),
            tuple(mark.span for mark in work.marks_in(article) if mark.category == pen.id),
        )
        head = (f"Class heat map, article {article.id}: {pen.name} ({pen.id})", _counted(work))
        yield from article_pages(article, head, _TALK, layer=heat_layer(shown))


def _worth_talking(work: PaperWork, article: LessonArticle) -> Iterator[FormPage]:
    """Yield the places where the class is split, for all pens, in the order of the text."""
    readers = {article.id: readers_of(work.answers, article.id)}
    places = [
        (place, pen)
        for pen in work.lesson.pens
        for place in split_regions(heat_of(work.answers, [article.id], pen.id), readers, _MOST)
    ]
    rows = tuple(
        (
            work.place_and_line(article, place.span),
            pen.id,
            work.texts.words(article.id, place.span),
            f"{place.marked} of {place.readers}",
            "",
        )
        for place, pen in sorted(places, key=lambda one: one[0].span)
    )
    if rows:
        columns = ("place, line", "pen", "words", "marked", "what was said")
        shares = (0.13, 0.07, 0.32, 0.13, 0.35)
        title = f"Worth talking about, article {article.id}"
        task = "The class is split. Ask for reasons on both sides; nobody need say who marked it."
        table = Table(title, task, columns, shares, rows, 24, (2,))
        head = (f"Class heat map, article {article.id}", _counted(work))
        yield from table_pages(table, *head, _TALK)

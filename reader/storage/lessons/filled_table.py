"""The comparison table of a lesson as the program fills it: short cells, from the texts alone."""

from collections.abc import Callable, Mapping, Sequence

from reader.core.across.comparison.comparing import compare
from reader.core.across.comparison.comparison import (
    CategoryMarks,
    ComparedArticle,
    Comparison,
)
from reader.core.across.comparison.limits import MOST
from reader.core.analysis.analysis import Analysis

_MOST = 5  # things in a cell
Cells = Mapping[tuple[str, str], str]
"""What stands in the table, by the id of the row and the id of the article."""


def filled_table(analyses: Mapping[str, Analysis]) -> Cells:
    """Return the cells for the articles of a lesson; none with fewer than two of them.

    Args:
        analyses: What the program says about each, by its id in the lesson, in order.
    """
    articles = [ComparedArticle(*one) for one in analyses.items()][:MOST]
    return filled_cells(compare(articles)) if len(articles) > 1 else {}


def filled_cells(comparison: Comparison) -> Cells:
    """Return the cells that the program can fill; the other rows are for people."""
    fill: Mapping[str, Callable[[Comparison, int], list[str]]] = {
        "actors": _actors,
        "sources": _sources,
        "hedges": _hedges,
        "wording": _wording,
        "only": _only,
    }
    return {
        (row, article.id): _cell(one(comparison, number))
        for row, one in fill.items()
        for number, article in enumerate(comparison.articles)
    }


def _cell(things: Sequence[str]) -> str:
    kept = list(dict.fromkeys(things))
    more = f"\n+{len(kept) - _MOST} more" if len(kept) > _MOST else ""
    return "\n".join(kept[:_MOST]) + more


def _actors(comparison: Comparison, article: int) -> list[str]:
    found = []
    for actor in comparison.actors:
        labels = [label.text for label in actor.labels if label.article == article]
        if labels:
            name = f"{actor.name} (not sure who)" if actor.perhaps else actor.name
            found.append(f"{name}: {', '.join(dict.fromkeys(labels))}")
    return found


def _sources(comparison: Comparison, article: int) -> list[str]:
    found = []
    for source in comparison.sources:
        for part in source.parts:
            if part.article == article:
                verbs = ", ".join(_readable(verb) for verb in dict.fromkeys(part.verbs)) or "–"
                found.append(f"{source.name or 'no source named'}: {verbs}, {part.words} words")
    return found


def _readable(verb: str) -> str:
    """Return a verb, or in quotation marks the sign that stands for one, such as a colon."""
    return verb if any(letter.isalpha() for letter in verb) else f"“{verb}”"


def _hedges(comparison: Comparison, article: int) -> list[str]:
    return _marks(comparison.hedges, comparison, article)


def _wording(comparison: Comparison, article: int) -> list[str]:
    return _marks(comparison.wording, comparison, article)


def _marks(groups: Sequence[CategoryMarks], comparison: Comparison, article: int) -> list[str]:
    text = comparison.articles[article].analysis.article.text
    found = []
    for group in groups:
        words = [
            mark.span.of(text) + ("" if mark.voice == "narrator" else f" ({mark.speaker or '?'})")
            for mark in group.marks
            if mark.article == article
        ]
        if words:
            found.append(f"{group.category.name}: {', '.join(dict.fromkeys(words))}")
    return found


def _only(comparison: Comparison, article: int) -> list[str]:
    return [
        item.text
        for only in comparison.only_in
        if only.article == article
        for item in (*only.people, *only.places, *only.figures)
    ]

"""The comparison table as the program fills it: short cells, only what the texts hold."""

from collections.abc import Callable, Sequence

from reader.core.across.comparison.comparison import CategoryMarks, Comparison

_MOST = 5  # things in a cell


def filled_rows(comparison: Comparison, count: int) -> list[list[str]]:
    """Return the cells of the table, row by row, one cell an article.

    Args:
        comparison: What was compared.
        count: How many rows the table has; those that only people can fill stay empty.
    """
    fill: Sequence[Callable[[Comparison, int], list[str]]] = (
        _actors,
        _sources,
        _hedges,
        _wording,
        _only,
    )
    articles = range(len(comparison.articles))
    rows = [[_cell(one(comparison, article)) for article in articles] for one in fill]
    return [*rows, *([""] * len(articles) for _ in range(count - len(rows)))]


def _cell(things: Sequence[str]) -> str:
    kept = list(dict.fromkeys(things))
    more = f"\n+{len(kept) - _MOST} more" if len(kept) > _MOST else ""
    return "\n".join(kept[:_MOST]) + more


def _actors(comparison: Comparison, article: int) -> list[str]:
    found = []
    for actor in comparison.actors:
        labels = [label.text for label in actor.labels if label.article == article]
        if labels:
            found.append(f"{actor.name}: {', '.join(dict.fromkeys(labels))}")
    return found


def _sources(comparison: Comparison, article: int) -> list[str]:
    found = []
    for source in comparison.sources:
        for part in source.parts:
            if part.article == article:
                verbs = ", ".join(dict.fromkeys(part.verbs)) or "–"
                found.append(f"{source.name or 'no source named'}: {verbs}, {part.words} words")
    return found


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

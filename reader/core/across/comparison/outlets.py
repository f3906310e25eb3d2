"""A comparison without what tells which publication each article is from."""

import re
from dataclasses import replace

from reader.core.across.comparison.comparison import ComparedArticle, Comparison
from reader.core.across.comparison.limits import LETTERS

_SHORTEST = 3  # letters of a word that tells one outlet from another


def without_outlets(comparison: Comparison) -> Comparison:
    """Return the comparison with the outlets hidden, for readers who are to judge the text first.

    The articles are called by their letters, and rows in which an outlet names itself are left
    out. The texts stay as they are.
    """
    names = [frozenset(_words(item.analysis.article.outlet or "")) for item in comparison.articles]
    articles = tuple(
        ComparedArticle(
            LETTERS[number],
            replace(
                item.analysis,
                article=replace(item.analysis.article, outlet=None, byline=None, origin=""),
            ),
        )
        for number, item in enumerate(comparison.articles)
    )

    hidden = _pattern(comparison)

    def told(name: str | None) -> str | None:
        return hidden.sub("…", name) if name and hidden else name

    def is_outlet(name: str | None) -> bool:
        words = frozenset(_words(name or ""))
        return bool(words) and any(words <= outlet for outlet in names)

    return replace(
        comparison,
        articles=articles,
        actors=tuple(actor for actor in comparison.actors if not is_outlet(actor.name)),
        sources=tuple(
            replace(source, name=told(source.name), role=told(source.role))
            for source in comparison.sources
            if not is_outlet(source.name)
        ),
    )


def _pattern(comparison: Comparison) -> re.Pattern[str] | None:
    """Return what finds the name of an outlet, and its last word after an article."""
    names = [item.analysis.article.outlet for item in comparison.articles]
    parts = [
        rf"\b(?:{re.escape(name)}|(?<=\b[Tt]he ){re.escape(name.split()[-1])})\b"
        for name in names
        if name and name.strip()
    ]
    return re.compile("|".join(parts)) if parts else None


def _words(name: str) -> list[str]:
    return [word for word in name.lower().split() if len(word) > _SHORTEST]

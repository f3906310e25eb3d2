"""A comparison without what tells which publication each article is from."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from reader.core.across.comparison.comparison import (
    CategoryMarks,
    ComparedActor,
    ComparedArticle,
    ComparedSource,
    Comparison,
    OnlyIn,
    OnlyThere,
    SharedClaim,
)
from reader.core.across.comparison.limits import LETTERS
from reader.core.text.article import Article
from reader.core.text.outlet_line import name_beside_date
from reader.core.text.spans import Span

_SHORTEST = 3  # letters of a word that tells one outlet from another
_FEWEST = 2  # words of a name in a date line that is surely an outlet's: one may be a place
_HIDDEN = "…"
T = TypeVar("T", ComparedActor, ComparedSource, OnlyThere)


def without_outlets(comparison: Comparison) -> Comparison:
    """Return the comparison with the outlets hidden, for readers who are to judge the text first.

    The articles are called by their letters, and rows in which an outlet names itself are left
    out. In the texts date lines go, and an ellipsis stands for the name of each outlet, be it
    known or only found in such a line; every other word keeps its place.
    """
    return _Hiding(comparison).hidden()


class _Hiding:
    """Hides the outlets of one comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        articles = [item.analysis.article for item in comparison.articles]
        names = [name for article in articles for name in _outlet_names(article)]
        self._words = [frozenset(_words(name)) for name in names]
        self._pattern = _pattern(names)

    def hidden(self) -> Comparison:
        """Return the comparison without outlets."""
        whole = self._comparison
        return replace(
            whole,
            articles=tuple(map(self._article, LETTERS, whole.articles)),
            actors=tuple(map(self._actor, self._others(whole.actors))),
            sources=tuple(map(self._source, self._others(whole.sources))),
            only_in=tuple(map(self._only_in, whole.only_in)),
            hedges=tuple(map(self._category, whole.hedges)),
            wording=tuple(map(self._category, whole.wording)),
            claims=tuple(map(self._claim, whole.claims)),
        )

    def _told(self, name: str) -> str:
        return self._pattern.sub(_HIDDEN, name) if self._pattern else name

    def _named(self, name: str | None) -> str | None:
        return name and self._told(name)

    def _others(self, rows: Iterable[T]) -> list[T]:
        """Return those that are no outlet themselves."""
        return [row for row in rows if not self._is_outlet(_name_of(row))]

    def _is_outlet(self, name: str) -> bool:
        words = frozenset(_words(name))
        return bool(words) and any(words <= outlet for outlet in self._words)

    def _article(self, letter: str, item: ComparedArticle) -> ComparedArticle:
        article = item.analysis.article
        bare = replace(
            article,
            text=self._text(article),
            title=self._named(article.title),
            outlet=None,
            byline=None,
            origin="",
        )
        return ComparedArticle(letter, replace(item.analysis, article=bare))

    def _text(self, article: Article) -> str:
        """Return a text of the same length, in which no date line and no outlet stands."""
        spans = [zone.span for zone in article.zones if zone.kind == "dateline"]
        if self._pattern:
            found = self._pattern.finditer(article.text)
            spans += [Span(match.start(), match.end()) for match in found]
        text = article.text
        for span in spans:
            blank = _HIDDEN.ljust(span.end - span.start)
            text = f"{text[: span.start]}{blank}{text[span.end :]}"
        return text

    def _actor(self, actor: ComparedActor) -> ComparedActor:
        labels = tuple(
            replace(label, text=self._told(label.text), speaker=self._named(label.speaker))
            for label in actor.labels
        )
        return replace(actor, name=self._told(actor.name), labels=labels)

    def _source(self, source: ComparedSource) -> ComparedSource:
        return replace(source, name=self._named(source.name), role=self._named(source.role))

    def _only_in(self, item: OnlyIn) -> OnlyIn:
        return replace(
            item,
            people=self._only(item.people),
            places=self._only(item.places),
            figures=self._only(item.figures),
        )

    def _only(self, items: Sequence[OnlyThere]) -> tuple[OnlyThere, ...]:
        return tuple(
            replace(item, text=self._told(item.text), around=self._told(item.around))
            for item in self._others(items)
        )

    def _category(self, item: CategoryMarks) -> CategoryMarks:
        marks = (replace(mark, speaker=self._named(mark.speaker)) for mark in item.marks)
        return replace(item, marks=tuple(marks))

    def _claim(self, claim: SharedClaim) -> SharedClaim:
        parts = tuple(
            replace(
                part,
                hedges=tuple(
                    replace(mark, speaker=self._named(mark.speaker)) for mark in part.hedges
                ),
                attributed=tuple((self._named(who), cue) for who, cue in part.attributed),
            )
            for part in claim.parts
        )
        return replace(claim, about=self._told(claim.about), parts=parts)


def _outlet_names(article: Article) -> list[str]:
    """Return what an article's outlet is called: as it is known, and in its date lines."""
    lines = [zone.span.of(article.text) for zone in article.zones if zone.kind == "dateline"]
    beside = map(name_beside_date, lines)
    told = [name for name in beside if len(name.split()) >= _FEWEST]
    return [name for name in (article.outlet, *told) if name and name.strip()]


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds the name of an outlet, shouted too, and as that of an address."""
    ways = [way for name in names for way in _ways_of(name)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)") if ways else None


def _ways_of(name: str) -> Iterator[str]:
    """Yield how a name is written: as it is, its last word after an article, as an address."""
    bare = re.sub(r"^[Tt]he\s+", "", name)
    whole = bare if len(bare.split()) >= _FEWEST else name
    for words in (whole.split(), whole.upper().split()):
        yield r"\s+".join(map(re.escape, words))
    last = name.rsplit(maxsplit=1)[-1]
    yield rf"(?<=\b[Tt]he ){re.escape(last)}"
    yield rf"(?<=\bTHE ){re.escape(last.upper())}"
    joined = re.sub(r"\W", "", bare)
    if len(joined) > _SHORTEST:
        yield rf"{joined.lower()}(?=\.[a-z]{{2}})"
        yield from (joined, joined.lower()) if len(bare.split()) >= _FEWEST else ()


def _name_of(row: ComparedActor | ComparedSource | OnlyThere) -> str:
    return row.text if isinstance(row, OnlyThere) else row.name or ""


def _words(name: str) -> list[str]:
    return [word for word in name.lower().split() if len(word) > _SHORTEST]

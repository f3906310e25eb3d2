"""People, places and figures that one article has and no other."""

import re
from collections.abc import Iterable, Iterator, Sequence

from reader.core.across.comparison.actors.members import Joined, Member
from reader.core.across.comparison.compared_text import ComparedText
from reader.core.across.comparison.comparison import OnlyIn, OnlyThere
from reader.core.across.comparison.comparison_words import ComparisonWords
from reader.core.across.comparison.figures import Figure, Figures
from reader.core.sources.words.source_words import SourceWords
from reader.core.text.expressions import any_of, either_apostrophe
from reader.core.text.spans import Span

_NAME = r"(?:(?:[A-Z][a-z]\.\s)?[A-Z][\w’'-]*[a-z][\w’-]*|[A-Z]\.(?:[A-Z]\.)+)"
_AFTER = r"(?:\s*$|\s*[,.;:!?)–—\n“”\"]|\s+([a-z]+))"
_COUNTED = re.compile(r"[\s-]+([^\W\d_][\w’'-]*)")
_MOST_COUNTED = 3  # words
_SHORTEST = 4  # letters of a word that says what is counted


class OnlyInFinder:
    """Finds what only one of some articles has; where it is not sure it tells nothing."""

    def __init__(
        self, texts: Sequence[ComparedText], lists: ComparisonWords, names: SourceWords
    ) -> None:
        """Take the articles, and the words of their language."""
        self._texts, self._lists, self._names = texts, lists, names
        self._small = lists.after_places
        finder = Figures(lists, names.calendar)
        self.figures: list[tuple[Figure, ...]] = [tuple(finder.of(text.text)) for text in texts]
        owner = either_apostrophe(any_of(names.grammar.owner_endings))
        self._owner = re.compile(owner)
        self._after = re.compile(rf"(?:{owner})?{_AFTER}")
        before = any_of(lists.before_places)
        self._place = re.compile(rf"\b(?i:{before})\s+({_NAME}(?:\s+{_NAME}){{0,3}})")

    def found(self, joined: Iterable[Joined]) -> tuple[OnlyIn, ...]:
        """Return what each article has and no other."""
        joined = list(joined)
        return tuple(
            OnlyIn(
                text.number,
                tuple(self._people(text, joined)),
                tuple(self._places(text, joined)),
                tuple(self._numbers(text)),
            )
            for text in self._texts
        )

    def _others(self, text: ComparedText) -> Iterator[ComparedText]:
        return (other for other in self._texts if other is not text)

    # -- people ------------------------------------------------------------------------------

    def _people(self, text: ComparedText, joined: Sequence[Joined]) -> Iterator[OnlyThere]:
        """Yield the people whose last name stands in no other article."""
        for group in joined:
            member = group.members[0]
            is_person = member.is_named and member.naming.kind == "person"
            if is_person and group.articles == {text.number} and self._is_new(text, member):
                yield OnlyThere(member.naming.actor, _spans_of(group.members))

    def _is_new(self, text: ComparedText, member: Member) -> bool:
        after = self._names.grammar.after_names
        words = [word for word in member.naming.actor.split() if word.lower() not in after]
        return (
            not any(other.has_word(words[-1]) for other in self._others(text)) if words else False
        )

    # -- places ------------------------------------------------------------------------------

    def _places(self, text: ComparedText, joined: Sequence[Joined]) -> Iterator[OnlyThere]:
        """Yield names after "in" and "near" that are nobody's, and the place of a date line."""
        people = {
            word
            for group in joined
            for member in group.members
            if member.is_person
            for word in member.naming.actor.split()
        }
        found: dict[str, list[Span]] = {}
        titles = [
            zone.span
            for zone in text.analysis.article.zones
            if zone.kind in {"headline", "subheading"}
        ]
        for match in self._place.finditer(text.text):
            name, span = match[1], Span(*match.span(1))
            if any(title.contains(span) for title in titles):
                continue
            if self._is_place(text, name, span) and not people.intersection(name.split()):
                found.setdefault(name, []).append(span)
        for name in found:
            if not any(any(other.places_of(name)) for other in self._others(text)):
                yield OnlyThere(name, tuple(text.places_of(name)))

    def _is_place(self, text: ComparedText, name: str, span: Span) -> bool:
        lowers = [word.lower() for word in self._owner.sub("", name).split()]
        if self._names.calendar.intersection(lowers) or "\n" in name:
            return False
        if any(lower in self._names.kinds for lower in (lowers[-1], " ".join(lowers))):
            return False
        after = self._after.match(text.text, span.end)
        return after is not None and (not after[1] or after[1] in self._lists.after_places)

    # -- figures -----------------------------------------------------------------------------

    def _numbers(self, text: ComparedText) -> Iterator[OnlyThere]:
        """Yield the numbers whose value no other article has, whatever the unit."""
        elsewhere = {
            figure.value for other in self._others(text) for figure in self.figures[other.number]
        }
        found: dict[tuple[float, str], list[Figure]] = {}
        for figure in self.figures[text.number]:
            if figure.value not in elsewhere:
                found.setdefault((figure.value, figure.unit), []).append(figure)
        for figures in found.values():
            first = figures[0].span
            spans = tuple(figure.span for figure in figures)
            yield OnlyThere(first.of(text.text), spans, self._counted(text.text, first))

    def _counted(self, text: str, figure: Span) -> str:
        """Return a number with the words after it up to a plural: "120 short-stay parking spaces".

        Where no plural follows, the first word is taken, if it says something.
        """
        ends: list[int] = []
        place = figure.end
        while len(ends) < _MOST_COUNTED and (not ends or text[ends[-1] - 1] != "s"):
            word = _COUNTED.match(text, place)
            if word is None or word[1].lower() in self._small or len(word[1]) < _SHORTEST:
                break
            place = word.end()
            ends.append(place)
        if ends and text[ends[-1] - 1] != "s":
            ends = ends[:1]
        return " ".join(text[figure.start : ends[-1] if ends else figure.end].split())


def _spans_of(members: Iterable[Member]) -> tuple[Span, ...]:
    """Return where actors are named, pronouns left out."""
    return tuple(
        sorted(
            span
            for member in members
            for form, spans in member.naming.places.items()
            if form != "pronoun"
            for span in spans
        )
    )

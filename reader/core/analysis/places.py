"""Places in an article as people cite them: "7.2" is paragraph 7, sentence 2, in every width."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reader.core.analysis.analysis import Analysis
from reader.core.text.article import Article, Zone, ZoneKind
from reader.core.text.spans import Span
from reader.values import frozen

NUMBERED: frozenset[ZoneKind] = frozenset(("paragraph", "list-item"))
_WRITTEN = re.compile(r"\s*(\d+)(?:\s*\.\s*(\d+))?\s*")


@frozen
class Place:
    """Where something stands: in a counted paragraph, or in another zone by its name.

    Attributes:
        kind: The kind of the zone.
        paragraph: Which paragraph or list item of the article, from 1; 0 in other zones.
        sentence: Which sentence of it, from 1; 0 where the sentences are not known.
    """

    kind: ZoneKind
    paragraph: int = 0
    sentence: int = 0

    def __str__(self) -> str:
        """Return the place as written in tables and files: "7.2", "7" or "headline"."""
        if not self.paragraph:
            return self.kind
        return f"{self.paragraph}.{self.sentence}" if self.sentence else str(self.paragraph)


class Places:
    """Tells the places of an article, and finds them again."""

    def __init__(self, article: Article, sentences: Sequence[Span] = ()) -> None:
        """Take an article, and its sentences in order where they are known."""
        self._zones = article.zones
        self._starts = [zone.span.start for zone in article.zones]
        self._sentences = [sentence.start for sentence in sentences]
        self._ends = [sentence.end for sentence in sentences]
        self._numbers = _numbers(article.zones)
        self._counted = [index for index, number in enumerate(self._numbers) if number]

    @classmethod
    def of(cls, analysis: Analysis) -> "Places":
        """Return the places of an analysed article, sentences included."""
        return cls(analysis.article, analysis.sentences)

    def __len__(self) -> int:
        """Return how many paragraphs and list items are counted."""
        return len(self._counted)

    def at(self, offset: int) -> Place:
        """Return the place of a code point; between two zones, that of the zone before."""
        index = max(0, bisect_right(self._starts, offset) - 1)
        if index >= len(self._zones):
            return Place("paragraph")
        zone, number = self._zones[index], self._numbers[index]
        return Place(zone.kind, number, self._sentence_at(zone, offset) if number else 0)

    def of_span(self, span: Span) -> str:
        """Return the place in which a span begins, as it is written in tables and files."""
        index = max(0, bisect_right(self._starts, span.start) - 1)
        number = self._numbers[index] if index < len(self._numbers) else 0
        if not number:
            return str(self.at(span.start))
        sentence = self._sentence_at(self._zones[index], span.start)
        return f"{number}.{sentence}" if sentence else f"{number}"

    def numbered(self) -> tuple[tuple[int, Span], ...]:
        """Return every counted paragraph with its number, in order."""
        return tuple((self._numbers[index], self._zones[index].span) for index in self._counted)

    def find(self, written: str) -> Span | None:
        """Return the sentence or paragraph at a written place, or None where there is none.

        Args:
            written: "7", "7.2", or the name of another zone; the first of that name is meant.
        """
        found = _WRITTEN.fullmatch(written)
        if found is None:
            kind = written.strip().lower()
            others = (zone.span for zone in self._zones if zone.kind == kind not in NUMBERED)
            return next(others, None)
        number, sentence = int(found[1]), int(found[2] or 0)
        if not 1 <= number <= len(self._counted):
            return None
        zone = self._zones[self._counted[number - 1]]
        return self._sentence_span(zone, sentence) if found[2] else zone.span

    def sentence_count(self, paragraph: int) -> int:
        """Return how many sentences a counted paragraph has; 0 where there is none such."""
        if not 1 <= paragraph <= len(self._counted):
            return 0
        span = self._zones[self._counted[paragraph - 1]].span
        return bisect_left(self._sentences, span.end) - bisect_right(self._ends, span.start)

    def _sentence_at(self, zone: Zone, offset: int) -> int:
        before = bisect_right(self._ends, zone.span.start)
        return max(1, bisect_right(self._sentences, offset) - before) if self._sentences else 0

    def _sentence_span(self, zone: Zone, number: int) -> Span | None:
        index = bisect_right(self._ends, zone.span.start) + number - 1
        if number < 1 or index >= len(self._ends) or self._sentences[index] >= zone.span.end:
            return None
        start, end = self._sentences[index], self._ends[index]
        return Span(max(start, zone.span.start), min(end, zone.span.end))


def _numbers(zones: Sequence[Zone]) -> list[int]:
    """Return the number of each zone: counted ones from 1, 0 for the others."""
    numbers, count = [], 0
    for zone in zones:
        count += zone.kind in NUMBERED
        numbers.append(count if zone.kind in NUMBERED else 0)
    return numbers

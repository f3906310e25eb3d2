"""What several articles claim, each with its own hedges and its own speaker."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice

from reader.core.across.comparison.compared_text import ComparedText
from reader.core.across.comparison.comparison import ClaimPart, ComparedMark, SharedClaim
from reader.core.across.comparison.figures import Figure
from reader.core.across.comparison.matters import STEM, Matters
from reader.core.across.comparison.passages.marks import hedges_in
from reader.core.analysis.summary import confident
from reader.core.text.spans import Span

_WITH_FIGURE = 1  # stems that two sentences with the same figure have in common at least
_WITHOUT = 4  # stems that sentences without a figure in common share at least
_OFTEN = 4  # sentences of an article in which a stem stands that says little
_SHOWN = 3  # words that tell what a claim is about


class ClaimFinder:
    """Finds sentences of several articles that claim the same of the same thing."""

    def __init__(
        self,
        texts: Sequence[ComparedText],
        figures: Sequence[Sequence[Figure]],
        matters: Matters,
        names: frozenset[str],
    ) -> None:
        """Take the articles, their numbers, and what tells the matter of a sentence.

        Args:
            texts: The articles.
            figures: The numbers of each.
            matters: Tells what sentences are about.
            names: Words that name somebody or a day; to have these in common is no claim.
        """
        self._texts, self._matters = texts, matters
        self._names = frozenset(name[:STEM] for name in names)
        self._figures = figures
        self._sentences = [tuple(text.sentences("paragraph", "list-item")) for text in texts]
        self._hedges = [self._hedges_by_sentence(text) for text in texts]
        self._attributed = [self._attributed_by_sentence(text) for text in texts]

    def found(self) -> tuple[SharedClaim, ...]:
        """Return the claims with a hedge or different speakers, in order of the first article."""
        found = [*self._with_figures(), *self._with_words()]
        taken: set[tuple[int, Span]] = set()
        claims = []
        for claim in found:
            places = {(part.article, part.sentence) for part in claim.parts}
            if _is_worth_it(claim) and len(places & taken) < 2:
                taken |= places
                claims.append(claim)
        return tuple(sorted(claims, key=lambda claim: claim.parts[0].sentence))

    # -- by figure ---------------------------------------------------------------------------

    def _with_figures(self) -> Iterator[SharedClaim]:
        """Yield the claims of sentences with the same figure that share a word as well."""
        places: dict[tuple[float, str], list[tuple[int, Span, Figure]]] = {}
        for text in self._texts:
            for figure in self._figures[text.number]:
                sentence = self._sentence_at(text.number, figure.span)
                if figure.is_telling and sentence is not None:
                    key = (figure.value, figure.unit)
                    places.setdefault(key, []).append((text.number, sentence, figure))
        for items in places.values():
            first, sentence, figure = items[0]
            about = self._stems(first, sentence)
            kept = {
                (number, other): None
                for number, other, _ in items
                if (number, other) == (first, sentence)
                or len(about & self._stems(number, other)) >= _WITH_FIGURE
            }
            if len({number for number, _ in kept}) > 1:
                name = " ".join(figure.span.of(self._texts[first].text).split())
                yield SharedClaim(name, tuple(self._part(*place) for place in kept))

    def _sentence_at(self, number: int, span: Span) -> Span | None:
        sentences = self._sentences[number]
        index = bisect_left(sentences, span.end, key=lambda item: item.end)
        fits = index < len(sentences) and sentences[index].start <= span.start
        return sentences[index] if fits else None

    # -- by words ----------------------------------------------------------------------------

    def _with_words(self) -> Iterator[SharedClaim]:
        """Yield the claims of sentences that share several words which are rare in both."""
        rare = [self._rare(number) for number in range(len(self._texts))]
        for one, other in combinations(range(len(self._texts)), 2):
            index: dict[str, list[Span]] = {}
            for sentence, stems in rare[other].items():
                for stem in stems:
                    index.setdefault(stem, []).append(sentence)
            for sentence, stems in rare[one].items():
                shared: dict[Span, list[str]] = {}
                for stem in sorted(stems):
                    for place in index.get(stem, ()):
                        shared.setdefault(place, []).append(stem)
                best = max(shared, key=lambda place: len(shared[place]), default=None)
                if best is not None and len(shared[best]) >= _WITHOUT:
                    about = self._words(one, sentence, shared[best])
                    yield SharedClaim(about, (self._part(one, sentence), self._part(other, best)))

    def _rare(self, number: int) -> dict[Span, frozenset[str]]:
        """Return the stems of each sentence that stand in few sentences of the article."""
        found = {sentence: self._stems(number, sentence) for sentence in self._sentences[number]}
        counts: dict[str, int] = {}
        for stems in found.values():
            for stem in stems:
                counts[stem] = counts.get(stem, 0) + 1
        return {
            sentence: frozenset(stem for stem in stems if counts[stem] <= _OFTEN) - self._names
            for sentence, stems in found.items()
        }

    def _words(self, number: int, sentence: Span, stems: Sequence[str]) -> str:
        """Return the words of a sentence that have some stems, as a name of the claim."""
        known, lengths = frozenset(stems), sorted(set(map(len, stems)))
        words = (word.lower for word in self._texts[number].words_in(sentence))
        told = (word for word in words if any(word[:length] in known for length in lengths))
        return ", ".join(dict.fromkeys(islice(told, _SHOWN)))

    # -- what is shown -----------------------------------------------------------------------

    def _stems(self, number: int, sentence: Span) -> frozenset[str]:
        return self._matters.of(self._texts[number], sentence)

    def _part(self, number: int, sentence: Span) -> ClaimPart:
        hedges = tuple(self._hedges[number].get(sentence, ()))
        attributed = tuple(self._attributed[number].get(sentence, ()))
        return ClaimPart(number, sentence, hedges, attributed)

    def _hedges_by_sentence(self, text: ComparedText) -> dict[Span, list[ComparedMark]]:
        found: dict[Span, list[ComparedMark]] = {}
        for hedge in hedges_in(text, confident(text.analysis.findings)):
            sentence = self._sentence_at(text.number, hedge.span)
            if sentence is not None:
                found.setdefault(sentence, []).append(hedge)
        return found

    def _attributed_by_sentence(
        self, text: ComparedText
    ) -> dict[Span, dict[tuple[str | None, str], None]]:
        """Return by whom, and with which word, something of each sentence is said, in order."""
        found: dict[Span, dict[tuple[str | None, str], None]] = {}
        for item in text.analysis.attributions:
            if item.cue:
                told = text.speaker_of(item.id), " ".join(item.cue[0].of(text.text).split())
                for sentence in self._sentences_over(text.number, item.content):
                    found.setdefault(sentence, {})[told] = None
        return found

    def _sentences_over(self, number: int, spans: Iterable[Span]) -> Iterator[Span]:
        sentences = self._sentences[number]
        for span in spans:
            first = bisect_right(sentences, span.start, key=lambda item: item.end)
            for sentence in islice(sentences, first, None):
                if sentence.start >= span.end:
                    break
                yield sentence


def _is_worth_it(claim: SharedClaim) -> bool:
    """Tell whether the articles are not equally sure, or do not name the same speaker."""
    told = {(len(part.hedges), tuple(name for name, _ in part.attributed)) for part in claim.parts}
    return len(told) > 1 or any(part.hedges for part in claim.parts)

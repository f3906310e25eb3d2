"""The places of a search in one text: where, in which voice, and who says it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from reader.core.across.query import Query, Term, fold, holds, pattern_of
from reader.core.analysis.keeping import found_in, voices_in
from reader.core.lexicon.findings import Voice
from reader.core.sources.voice import Spoken
from reader.storage.library.rows import FoundPlace
from reader.values import frozen

_Span = tuple[int, int]
_IN_TEXT = {"words", "title", "entry", "category", "source"}
_NARROWING = {"source"}  # it says in whose mouth, besides being found by itself


@frozen
class _Voices:
    """Whose words stand where in a text; nobody knows before it has been analysed."""

    stretches: tuple[Spoken, ...]
    is_known: bool

    def at(self, place: int) -> tuple[Voice | None, str | None]:
        if not self.is_known:
            return None, None
        index = bisect_right(self.stretches, place, key=_start) - 1
        if index >= 0 and place < self.stretches[index][1]:
            return self.stretches[index][2], self.stretches[index][3]
        return "narrator", None


def _start(stretch: Spoken) -> int:
    return stretch[0]


class PlaceFinder:
    """Finds the places of one query in many texts."""

    def __init__(self, query: Query) -> None:
        self._query = query
        self._patterns = {
            term: pattern_of(term) for term in query.terms if term.field in {"words", "title"}
        }
        self._speakers = tuple(term for term in query.terms if term.field in _NARROWING)
        fields = {term.field for term in query.terms}
        self._has_words = bool(fields & (_IN_TEXT - _NARROWING))
        self._is_narrowed = query.voice is not None or bool(self._speakers and self._has_words)

    def places(
        self, title: str, text: str, kept: list[Any] | None, *, is_sure: bool
    ) -> tuple[FoundPlace, ...] | None:
        """Return the places found in a text, or None where it does not fit the search.

        Args:
            title: The headline; what is found in it alone is no place in the text.
            text: The text.
            kept: Its analysis as plain data, or None.
            is_sure: The words stand there, for the index has them.
        """
        voices = _Voices(voices_in(kept, text) if kept else (), is_known=kept is not None)
        folded = fold(text)
        found: dict[_Span, FoundPlace] = {}
        for group in self._query.groups:
            terms = [term for term in group if self._is_found_in_text(term)]
            spans = {span for one in terms for span in self._spans(one, (text, folded), kept)}
            own = {span: self._place(span, text, voices) for span in spans}
            own = {span: place for span, place in own.items() if self._counts(place, voices)}
            if not own and not self._is_met(group, fold(title), is_sure=is_sure):
                return None
            found |= own
        return _without_overlaps(found)

    def _is_found_in_text(self, term: Term) -> bool:
        if term.is_excluded or term.field not in _IN_TEXT:
            return False
        return not (self._has_words and term.field in _NARROWING)

    def _is_met(self, group: Sequence[Term], title: str, *, is_sure: bool) -> bool:
        """Tell whether a group is met by anything else than a place in the text."""
        for term in group:
            if not self._is_found_in_text(term):
                return True  # the database has seen to it
            is_word = term in self._patterns and not self._is_narrowed
            if is_word and (is_sure or self._patterns[term].search(title)):
                return True
        return False

    def _spans(
        self, term: Term, texts: tuple[str, str], kept: list[Any] | None
    ) -> Iterator[_Span]:
        text, folded = texts
        if term.field in {"words", "title"}:
            end = folded.find("\n\n") if term.field == "title" else len(folded)
            yield from (one.span() for one in self._patterns[term].finditer(folded, 0, end))
        elif kept is not None and term.field in _NARROWING:
            for start, end, _, speaker, _ in voices_in(kept, text):
                if speaker is not None and holds(speaker, term):
                    yield start, end
        elif kept is not None:
            for start, end, phrase, category in found_in(kept, text):
                if holds(phrase if term.field == "entry" else category, term):
                    yield start, end

    def _place(self, span: _Span, text: str, voices: _Voices) -> FoundPlace:
        start, end = span
        return FoundPlace(start, end, text[start:end], *voices.at(start))

    def _counts(self, place: FoundPlace, voices: _Voices) -> bool:
        """Tell whether a place stands wholly in the voice and the mouth that are asked for."""
        if self._query.voice is not None and place.voice != self._query.voice:
            return False
        speakers = self._speakers if self._has_words else ()
        if not all(place.speaker is not None and holds(place.speaker, one) for one in speakers):
            return False
        is_whole = voices.at(place.end - 1) == (place.voice, place.speaker)
        return is_whole or not self._is_narrowed


def _without_overlaps(found: dict[_Span, FoundPlace]) -> tuple[FoundPlace, ...]:
    """Return places in reading order, the longer one where two overlap."""
    kept: list[FoundPlace] = []
    for span in sorted(found, key=_longest_first):
        if not kept or span[0] >= kept[-1].end:
            kept.append(found[span])
    return tuple(kept)


def _longest_first(span: Sequence[int]) -> tuple[int, int]:
    return span[0], -span[1]

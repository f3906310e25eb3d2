"""One of the articles as the comparison reads it: cut into words once for all its parts."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import speakers
from reader.core.lexicon.findings import Voice
from reader.core.sources.source import Source
from reader.core.sources.words.reference_words import ReferenceWords, without_owners_ending
from reader.core.text.article import ZoneKind
from reader.core.text.expressions import any_of, either_apostrophe, plain_apostrophes
from reader.core.text.spans import Span
from reader.core.text.tokens import TokenTable
from reader.values import frozen

_WORD = re.compile(r"[^\W_]+(?:[’'.,-][^\W_]+)*")


@frozen
class Word:
    """A word as it is compared.

    Attributes:
        lower: In lower case, with one kind of apostrophe.
        span: Where it stands.
    """

    lower: str
    span: Span


class ComparedText:
    """An article with what the parts of a comparison look up in it.

    Attributes:
        number: Its place among the articles, from 0.
        analysis: All that the program has to say about it.
        text: Its text.
        tokens: The text cut into tokens.
        words: Its words in order.
        speakers: Who says what, by the id of the attribution.
    """

    def __init__(self, number: int, analysis: Analysis) -> None:
        self.number, self.analysis = number, analysis
        self.text = analysis.article.text
        self.tokens: TokenTable = analysis.language_data.tokenizer(self.text)
        found = [(match.group(), Span(*match.span())) for match in _WORD.finditer(self.text)]
        self.words = tuple(Word(plain_apostrophes(word.lower()), span) for word, span in found)
        self._starts = [span.start for _, span in found]
        self._grammar = analysis.language_data.lists(ReferenceWords)
        ending = either_apostrophe(any_of(self._grammar.owner_endings))
        self._owner = re.compile(ending)
        alone = re.compile(rf"(?:{ending})$")
        self._known = frozenset(form for word, _ in found for form in (word, alone.sub("", word)))
        self.speakers: Mapping[int, Source] = speakers(analysis)

    def words_in(self, span: Span) -> tuple[Word, ...]:
        """Return the words that begin inside a span."""
        first, past = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return self.words[first:past]

    def has_word(self, word: str) -> bool:
        """Tell whether a word stands in the text as it is written, or as an owner’s."""
        return word in self._known

    def without_ending(self, word: Word) -> str:
        """Return a word in lower case without the ending of an owner."""
        return without_owners_ending(word.lower, self._grammar)

    def is_owner(self, name: Span) -> bool:
        """Tell whether a name stands there as an owner's: "Hill's plan"."""
        return self._owner.match(self.text, name.end) is not None

    def places_of(self, name: str) -> Iterator[Span]:
        """Yield where a name stands as it is written, not as a part of longer words."""
        place = self.text.find(name)
        while place >= 0:
            end = place + len(name)
            before, after = self.text[place - 1 : place], self.text[end : end + 1]
            if not before.isalnum() and not after.isalnum():
                yield Span(place, end)
            place = self.text.find(name, end)

    def sentences(self, *kinds: ZoneKind) -> Iterator[Span]:
        """Yield the sentences that stand in zones of these kinds, in order."""
        zones = [zone for zone in self.analysis.article.zones if zone.kind in kinds]
        found = iter(self.analysis.sentences)
        sentence = next(found, None)
        for zone in zones:
            while sentence is not None and sentence.start < zone.span.end:
                if sentence.start >= zone.span.start:
                    yield sentence
                sentence = next(found, None)

    def voice_at(self, span: Span) -> tuple[Voice, str | None]:
        """Return in whose words a span begins: the voice, and the name of the source or None."""
        voice, attribution = self.analysis.voice_at(span)
        return voice, self.speaker_of(attribution)

    def speaker_of(self, attribution: int | None) -> str | None:
        """Return the name of who says an attribution, or None."""
        source = self.speakers.get(attribution or 0)
        return source.name if source else None

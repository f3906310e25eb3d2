"""Readability of a text: counted by textstat, from data that we ship.

Importing this module takes a third of a second (textstat brings nltk), so it is imported late.
Sentences are counted by us: textstat takes "U.S." for two. Words, syllables and long words are
textstat's, so that numerator and denominator of a ratio come from one way of counting.
"""

import re
import threading
from collections.abc import Mapping

import textstat  # type: ignore[import-untyped]  # textstat ships no types
from textstat.backend.counts import (  # type: ignore[import-untyped]  # as above
    _count_syllables as textstat_syllables,
)

from reader.core.analysis.readability import Counts, Measure, measures

_LOCK = threading.Lock()
_PHONES = tuple([["A0"] * count] for count in range(40))
_WORD = re.compile(r"\w")


class _Pronunciations:
    """Answers textstat as nltk's CMU dictionary would, from syllable counts alone."""

    def __init__(self, syllables: Mapping[str, int]) -> None:
        self._syllables = syllables

    def __getitem__(self, word: str) -> list[list[str]]:
        return _PHONES[self._syllables[word]]


def measure_readability(
    text: str, words: int, sentences: int, syllables: Mapping[str, int]
) -> tuple[Measure, ...]:
    """Return all measures of `text`, in the order the panel shows them.

    Args:
        text: The words to measure.
        words: How many words we count in it.
        sentences: How many sentences we count in it.
        syllables: Syllables of a word in lower case; words not listed are hyphenated instead.
    """
    counts = _counts(text, sentences, syllables) if words and _WORD.search(text) else None
    return measures(words, sentences, counts)


def _counts(text: str, sentences: int, syllables: Mapping[str, int]) -> Counts | None:
    """Return the counts, or None when textstat sees no word. One thread at a time."""
    with _LOCK:
        pronunciations = _Pronunciations(syllables)
        # textstat would fetch nltk's dictionary over the network when it is not installed.
        textstat_syllables.get_cmudict = lambda _: pronunciations
        count = textstat.lexicon_count(text)
        if not count:
            return None
        return Counts(
            words=count,
            sentences=max(1, sentences),
            syllables=textstat.syllable_count(text),
            long_words=textstat.polysyllabcount(text),
            complex_words=textstat.difficult_words(text, 3),
            difficult_words=textstat.difficult_words(text, 0),
            letters=textstat.letter_count(text),
        )

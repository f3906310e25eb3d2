"""Readability of a text: counted by textstat, from data that we ship.

Importing this module takes a third of a second (textstat brings nltk), so it is imported late.
Sentences are counted by us: textstat takes "U.S." for two. Words, syllables and long words are
textstat's, so that numerator and denominator of a ratio come from one way of counting.
"""

import re
import threading
import warnings
from collections import Counter
from collections.abc import Mapping

import nltk  # type: ignore[import-untyped]  # nltk ships no types
import textstat  # type: ignore[import-untyped]  # nor does textstat

from reader.core.analysis.readability import Counts, Measure, measures

_LOCK = threading.Lock()
_PHONES = tuple([["A0"] * count] for count in range(40))
_WORD = re.compile(r"\w")
_ENDLESS = re.compile(r"(\S{100})\S+")  # no word: its first hundred characters are counted


class _SyllableDictionary:
    """Stands where textstat looks for nltk's CMU dictionary, and answers from syllable counts."""

    def __init__(self, syllables: Mapping[str, int]) -> None:
        self._syllables = syllables

    def dict(self) -> "_SyllableDictionary":
        """Return what textstat looks words up in."""
        return self

    def __getitem__(self, word: str) -> list[list[str]]:
        """Return one pronunciation with as many vowels as the word has syllables."""
        return _PHONES[self._syllables[word]]


class ReadabilityMeter:
    """Measures texts with textstat, which is kept from downloading anything.

    textstat asks nltk for `corpora/cmudict`, downloads it when no folder of that name is found,
    and then takes `nltk.corpus.cmudict.dict()`. Both are public: a folder that we ship is put on
    nltk's path, and the corpus is replaced by our counts. textstat keeps the first dictionary it
    gets, so one program has one meter.
    """

    def __init__(self, syllables: Mapping[str, int], nltk_data: str) -> None:
        """Prepare the measuring.

        Args:
            syllables: Syllables of a word in lower case; others are hyphenated by textstat.
            nltk_data: The folder that holds `corpora/cmudict`.

        Raises:
            LookupError: There is no such folder, or others may write in it, which nltk refuses;
                textstat would begin a download.
        """
        if nltk_data not in nltk.data.path:
            nltk.data.path.insert(0, nltk_data)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", RuntimeWarning)  # nltk's word for a refusal
                nltk.data.find("corpora/cmudict")
        except LookupError:
            nltk.data.path.remove(nltk_data)
            raise
        nltk.corpus.cmudict = _SyllableDictionary(syllables)

    def measure(self, text: str, words: int, sentences: int) -> tuple[Measure, ...]:
        """Return all measures of `text`, in the order the panel shows them.

        Args:
            text: The words to measure.
            words: How many words we count in it.
            sentences: How many sentences we count in it.
        """
        counts = _counts(text, sentences) if words and _WORD.search(text) else None
        return measures(words, sentences, counts)


def _counts(text: str, sentences: int) -> Counts | None:
    """Return the counts, or None when textstat sees no word. One thread at a time.

    textstat counts words one by one, so those that stand equally often are counted once, together.
    """
    text = _ENDLESS.sub(r"\1", text)
    alike = _by_number(text)
    with _LOCK:
        count = sum(times * textstat.lexicon_count(some) for times, some in alike.items())
        if not count:
            return None
        each = " ".join(alike.values())  # difficult words count once, however often they stand
        return Counts(
            words=count,
            sentences=max(1, sentences),
            syllables=sum(n * textstat.syllable_count(some) for n, some in alike.items()),
            long_words=sum(n * textstat.polysyllabcount(some) for n, some in alike.items()),
            complex_words=textstat.difficult_words(each, 3),
            difficult_words=textstat.difficult_words(each, 0),
            letters=textstat.letter_count(text),
        )


def _by_number(text: str) -> dict[int, str]:
    """Return by how often it stands in the text what stands so often, with blanks between."""
    found: dict[int, list[str]] = {}
    for word, times in Counter(text.split()).items():
        found.setdefault(times, []).append(word)
    return {times: " ".join(some) for times, some in found.items()}

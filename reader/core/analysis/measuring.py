"""Readability of a text: counted by textstat, from data that we ship.

Importing this module takes a third of a second (textstat brings nltk), so it is imported late.
Sentences are counted by us: textstat takes "U.S." for two. Words, syllables and long words are
textstat's, so that numerator and denominator of a ratio come from one way of counting.
"""

import re
import threading
import warnings
from collections import Counter
from collections.abc import Callable, Container, Mapping
from functools import cached_property
from itertools import compress
from operator import mul

import nltk  # type: ignore[import-untyped]  # nltk ships no types
import textstat  # type: ignore[import-untyped]  # nor does textstat

from reader.core.analysis.hyphenation import Hyphenation
from reader.core.analysis.readability import Counts, Measure, measures
from reader.core.text.kept import Kept

_LOCK = threading.Lock()
_PHONES = tuple([["A0"] * count] for count in range(40))
_WORD = re.compile(r"\w")
_LONG = 3  # syllables
_MOST_KEPT = 8_000  # words; texts share most of theirs
_LONGEST = 100  # letters; of what is longer, and so no word, the beginning is counted


def _no_hyphens() -> Hyphenation | None:
    """Load no patterns of hyphenation."""
    return None


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

    def __init__(
        self,
        syllables: Mapping[str, int],
        nltk_data: str,
        easy: Container[str] | None = None,
        hyphens: Callable[[], Hyphenation | None] = _no_hyphens,
    ) -> None:
        """Prepare the measuring.

        Args:
            syllables: Syllables of a word in lower case; others are hyphenated by textstat.
            nltk_data: The folder that holds `corpora/cmudict`.
            easy: The words in lower case that textstat takes for easy; None to ask it for each.
            hyphens: Loads the patterns by which textstat hyphenates words, when the first is
                met that is not listed; without them textstat is asked, which takes four times
                as long.

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
        textstat.set_rm_apostrophe(rm_apostrophe=False)  # "don't" is a word, as it counts words
        self._listed, self._easy, self._load_hyphens = syllables, easy, hyphens
        self._syllables = Kept(self._counted, most=_MOST_KEPT)

    def measure(self, text: str, words: int, sentences: int) -> tuple[Measure, ...]:
        """Return all measures of `text`, in the order the panel shows them.

        Args:
            text: The words to measure.
            words: How many words we count in it.
            sentences: How many sentences we count in it.
        """
        counts = self._counts(text, sentences) if words and _WORD.search(text) else None
        return measures(words, sentences, counts)

    def _counts(self, text: str, sentences: int) -> Counts | None:
        """Return the counts, or None when textstat sees no word. One thread at a time.

        However often a word stands in the text, it is looked at once.
        """
        written = Counter(text.split())
        each = "\n".join([word[:_LONGEST] for word in written])
        with _LOCK:
            plain = textstat.remove_punctuation(each).split("\n")
            times: Counter[str] = Counter()
            for word, number in zip(plain, written.values(), strict=True):
                times[word] += number
            del times[""]
            if not times:
                return None
            # textstat lowers words, too; what is not plain letters it may read otherwise
            plainly = [word.lower() if word.isascii() else word for word in times]
            known = {word: self._syllables[word] for word in dict.fromkeys(plainly)}
            syllables = [known[word] for word in plainly]
            # Difficult words count once, however often they stand.
            difficult = [lower for lower in map(str.lower, times) if not self._is_easy(lower)]
            return Counts(
                words=times.total(),
                sentences=max(1, sentences),
                syllables=sum(map(mul, syllables, times.values())),
                long_words=sum(compress(times.values(), map(_LONG.__le__, syllables))),
                complex_words=sum(self._syllables_of(word, known) >= _LONG for word in difficult),
                difficult_words=len(difficult),
                letters=sum((len(word) - word.count("'")) * n for word, n in times.items()),
            )

    def _syllables_of(self, word: str, known: Mapping[str, int]) -> int:
        """Return the syllables of a word; those of most words of the text are known."""
        found = known.get(word)
        return self._syllables[word] if found is None else found

    def _is_easy(self, lower: str) -> bool:
        return textstat.is_easy_word(lower, 0) if self._easy is None else lower in self._easy

    def _counted(self, word: str) -> int:
        """Return what textstat counts, which looks a word up or hyphenates it."""
        found = self._listed.get(word.lower()) if word.isascii() else None
        if found is None and word.isascii() and word.isalnum() and self._hyphens:
            return self._hyphens.parts(word.lower())
        return textstat.syllable_count(word) if found is None else found

    @cached_property
    def _hyphens(self) -> Hyphenation | None:
        return self._load_hyphens()

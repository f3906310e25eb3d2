"""The words beside a word, by nltk's association measures.

What is counted is how often two words stand within a few words of one another, in one piece of
one voice. Log-likelihood favours frequent pairs, mutual information rare ones, and the t-score
tells how sure it is that they meet more often than by chance (Manning and Schuetze 1999, ch. 5).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from nltk.metrics.association import (  # type: ignore[import-untyped]  # no types
    BigramAssocMeasures,
)

from reader.core.across.corpora.collocate import WINDOW, Collocate
from reader.core.across.corpora.concordance import NO_WORD
from reader.core.across.corpora.voiced_text import EVERYBODY, VoicedText, Whose
from reader.core.across.corpora.words import WordCutter, decoded, encoded, words_of

FEWEST = 3


def collocates(
    texts: Iterable[VoicedText],
    words: str,
    whose: Whose = EVERYBODY,
    window: int = WINDOW,
    fewest: int = FEWEST,
) -> tuple[Collocate, ...]:
    """Return the words beside a word or phrase, those that surely go with it first.

    Args:
        texts: The articles.
        words: What is looked at, in any case; `*` at the end of a word stands for any ending.
        whose: Whose words count.
        window: How many words on each side are looked at.
        fewest: Words that stand beside it less often are left out.

    Raises:
        ValueError: There is no word to look for.
    """
    node = _Node(words)
    counts: Counter[bytes] = Counter()
    beside: Counter[bytes] = Counter()
    places, cutter = 0, WordCutter()
    for text in texts:
        for piece in text.counted_pieces(whose):
            found = cutter.cut([piece]).split()
            counts.update(found)
            for first, last in node.places(found):
                places += 1
                beside.update(found[max(0, first - window) : first])
                beside.update(found[last : last + window])
    total = sum(counts.values())
    measured = [
        _measured(decoded(other), together, (places * 2 * window, counts[other], total))
        for other, together in beside.items()
        if together >= fewest
    ]
    return tuple(sorted(measured, key=lambda item: (-item.log_likelihood, item.word)))


class _Node:
    """The word or phrase that is looked at, as it stands among words that were cut."""

    def __init__(self, words: str) -> None:
        parts = [words_of(part) for part in words.split()]
        self._parts = [encoded(word) for some in parts for word in some]
        if not self._parts:
            raise ValueError(NO_WORD)
        self._is_open = words.rstrip().endswith("*")  # any ending of the last word

    def places(self, found: Sequence[bytes]) -> Iterator[tuple[int, int]]:
        """Yield where it begins and ends."""
        length = len(self._parts)
        for first in self._firsts(found):
            here = found[first : first + length]
            if len(here) == length and all(map(self._fits, range(length), here)):
                yield first, first + length

    def _firsts(self, found: Sequence[bytes]) -> Iterator[int]:
        head = self._parts[0]
        if self._is_open and len(self._parts) == 1:
            yield from (place for place, word in enumerate(found) if word.startswith(head))
        elif head in found:
            yield from (place for place, word in enumerate(found) if word == head)

    def _fits(self, place: int, word: bytes) -> bool:
        is_last = place == len(self._parts) - 1
        part = self._parts[place]
        return word.startswith(part) if is_last and self._is_open else word == part


def _measured(word: str, together: int, counts: tuple[int, int, int]) -> Collocate:
    """Return the measures of a pair; `counts` are places beside the node, of the word, of all."""
    places, count, total = counts
    places, count = max(places, together), max(count, together)
    total = max(total, places + count)
    marginals = (together, (places, count), total)
    return Collocate(
        word,
        together,
        count,
        float(BigramAssocMeasures.likelihood_ratio(*marginals)),
        float(BigramAssocMeasures.pmi(*marginals)),
        float(BigramAssocMeasures.student_t(*marginals)),
    )

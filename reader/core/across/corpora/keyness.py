"""Which words are typical of one set of articles beside another.

Log-likelihood says how sure it is that there is a difference at all (Dunning 1993, in the form of
Rayson and Garside 2000): LL = 2 (a ln(a / E1) + b ln(b / E2)), with a and b the counts in the
two sets, c and d their sizes, E1 = c (a + b) / (c + d), E2 = d (a + b) / (c + d). Log ratio says
how large it is (Hardie 2014): log2((a / c) / (b / d)), with a count of 0 taken as 0.5; 1 means
twice as often, 2 four times. Neither tells why.
"""

import heapq
import math
from collections.abc import Iterable, Iterator

from reader.core.across.corpora.counts import WordCounts, count_words
from reader.core.across.corpora.spreads import WordSpread, word_spreads
from reader.core.across.corpora.voiced_text import EVERYBODY, VoicedText, Whose
from reader.values import frozen

_NONE = 0.5
_Compared = tuple[float, str, bool]  # log-likelihood turned round, word, of the first set


@frozen
class KeyWord:
    """One word in both sets.

    Attributes:
        word: In lower case.
        count: How often it stands in the first set.
        other: How often in the second.
        per_million: The same for a million words of the first set.
        other_per_million: The same for the second.
        log_likelihood: How sure the difference is; above 15.13 chance makes it in fewer than one
            of 10,000 words.
        log_ratio: How large it is: each step doubles; below 0 it is typical of the second set.
        articles: In how many articles of the first set it stands.
        other_articles: In how many of the second.
        dp: How evenly it is spread over the first set: 0 is evenly, near 1 all in one article.
        other_dp: The same for the second.
    """

    word: str
    count: int
    other: int
    per_million: float
    other_per_million: float
    log_likelihood: float
    log_ratio: float
    articles: int
    other_articles: int
    dp: float | None
    other_dp: float | None


@frozen
class Keyness:
    """Two sets beside one another.

    Attributes:
        one: What was counted in the first.
        other: What was counted in the second.
        words: Those with the surest difference, the surest first.
    """

    one: WordCounts
    other: WordCounts
    words: tuple[KeyWord, ...]


def keyness(
    one: Iterable[VoicedText],
    other: Iterable[VoicedText],
    whose: Whose = EVERYBODY,
    most: int = 1000,
    fewest: int = 5,
) -> Keyness:
    """Return the words that part two sets, those with the surest difference first.

    Args:
        one: The set that is looked at.
        other: The set it is held beside.
        whose: Whose words are counted, in both.
        most: How many words at most: half of them more often in the first set, half in the other,
            as far as there are so many.
        fewest: Words that stand less often than this in both together are left out.
    """
    first, second = count_words(one, whose), count_words(other, whose)
    words = _surest(list(_compared(first, second, fewest)), most)
    spreads = word_spreads(first.cut, words), word_spreads(second.cut, words)
    found = (
        _key_word(word, first, second, (spreads[0][word], spreads[1][word])) for word in words
    )
    return Keyness(first, second, tuple(found))


def _surest(compared: list[_Compared], most: int) -> list[str]:
    """Return the words of the surest differences, both directions with their share."""
    if len(compared) > most:
        own = heapq.nsmallest(most, (one for one in compared if one[2]))
        beside = heapq.nsmallest(most, (one for one in compared if not one[2]))
        share = max((most + 1) // 2, most - len(beside))
        compared = [*own[:share], *beside[: most - len(own[:share])]]
    return [word for _, word, _ in sorted(compared)]


def _compared(one: WordCounts, other: WordCounts, fewest: int) -> Iterator[_Compared]:
    if not one.total or not other.total:
        return
    beside_of = other.words.get
    for word, count in one.words.items():
        beside = beside_of(word, 0)
        if count + beside >= fewest:
            is_own = count * other.total >= beside * one.total
            yield -log_likelihood(count, beside, one.total, other.total), word, is_own
    for word, beside in other.words.items():
        if beside >= fewest and word not in one.words:
            yield -log_likelihood(0, beside, one.total, other.total), word, False


def _key_word(
    word: str, one: WordCounts, other: WordCounts, spreads: tuple[WordSpread, WordSpread]
) -> KeyWord:
    count, beside = one.words[word], other.words[word]
    return KeyWord(
        word=word,
        count=count,
        other=beside,
        per_million=1_000_000 * count / one.total,
        other_per_million=1_000_000 * beside / other.total,
        log_likelihood=log_likelihood(count, beside, one.total, other.total),
        log_ratio=log_ratio(count, beside, one.total, other.total),
        articles=spreads[0].articles,
        other_articles=spreads[1].articles,
        dp=spreads[0].dp,
        other_dp=spreads[1].dp,
    )


def log_likelihood(count: int, other: int, size: int, other_size: int) -> float:
    """Return the log-likelihood of two counts in two sets of some sizes, 0 for no difference."""
    share = (count + other) / (size + other_size)
    parts = ((count, size * share), (other, other_size * share))
    return 2 * sum(seen * math.log(seen / expected) for seen, expected in parts if seen)


def log_ratio(count: int, other: int, size: int, other_size: int) -> float:
    """Return the binary logarithm of the ratio of two relative frequencies."""
    return math.log2((max(count, _NONE) / size) / (max(other, _NONE) / other_size))

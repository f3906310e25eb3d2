"""Which words are typical of one set of articles beside another.

Log-likelihood says how sure it is that there is a difference at all (Dunning 1993, in the form of
Rayson and Garside 2000): LL = 2 (a ln(a / E1) + b ln(b / E2)), with a and b the counts in the
two sets, c and d their sizes, E1 = c (a + b) / (c + d), E2 = d (a + b) / (c + d). Log ratio says
how large it is (Hardie 2014): log2((a / c) / (b / d)), with a count of 0 taken as 0.5; 1 means
twice as often, 2 four times. Neither tells why.
"""

import math
from collections.abc import Iterator

from reader.core.across.corpora.counts import WordCounts
from reader.values import frozen

_NONE = 0.5


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


def keyness(one: WordCounts, other: WordCounts, fewest: int = 5) -> tuple[KeyWord, ...]:
    """Return the words of two sets, those with the surest difference first.

    Args:
        one: The set that is looked at.
        other: The set it is held beside.
        fewest: Words that stand less often than this in both together are left out.
    """
    found = list(_compared(one, other, fewest))
    return tuple(sorted(found, key=lambda word: (-word.log_likelihood, word.word)))


def _compared(one: WordCounts, other: WordCounts, fewest: int) -> Iterator[KeyWord]:
    if not one.total or not other.total:
        return
    for word in one.words.keys() | other.words.keys():
        count, beside = one.words[word], other.words[word]
        if count + beside >= fewest:
            yield KeyWord(
                word=word,
                count=count,
                other=beside,
                per_million=1_000_000 * count / one.total,
                other_per_million=1_000_000 * beside / other.total,
                log_likelihood=log_likelihood(count, beside, one.total, other.total),
                log_ratio=log_ratio(count, beside, one.total, other.total),
                articles=one.ranges[word],
                other_articles=other.ranges[word],
            )


def log_likelihood(count: int, other: int, size: int, other_size: int) -> float:
    """Return the log-likelihood of two counts in two sets of some sizes, 0 for no difference."""
    share = (count + other) / (size + other_size)
    parts = ((count, size * share), (other, other_size * share))
    return 2 * sum(seen * math.log(seen / expected) for seen, expected in parts if seen)


def log_ratio(count: int, other: int, size: int, other_size: int) -> float:
    """Return the binary logarithm of the ratio of two relative frequencies."""
    return math.log2((max(count, _NONE) / size) / (max(other, _NONE) / other_size))

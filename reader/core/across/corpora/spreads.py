"""How evenly many words are spread over the articles of a set, all in one walk.

DP (Gries 2008) is half the sum of the distances between each article's share of the set and its
share of the word: 0 is spread as evenly as the articles are long, near 1 is all in one of them.
"""

from collections import Counter
from collections.abc import Collection, Iterable

from reader.core.across.corpora.words import encoded
from reader.values import frozen


@frozen
class WordSpread:
    """How a word is spread.

    Attributes:
        articles: In how many articles it stands.
        dp: From 0, spread evenly, to nearly 1, all in one article; None where it is nowhere.
    """

    articles: int = 0
    dp: float | None = None


def word_spreads(cut: Iterable[bytes], words: Collection[str]) -> dict[str, WordSpread]:
    """Return how some words are spread over the articles of a set.

    Args:
        cut: The words of each article, as `WordCounts.cut` has them.
        words: The words, in lower case.
    """
    wanted = {encoded(word): word for word in words}
    sizes: list[int] = []
    found: dict[bytes, list[tuple[int, int]]] = {word: [] for word in wanted}
    is_wanted = wanted.__contains__
    for number, line in enumerate(cut):
        all_words = line.split()
        sizes.append(len(all_words))
        for word, count in Counter(filter(is_wanted, all_words)).items():
            found[word].append((number, count))
    total = sum(sizes)
    return {name: _spread(found[word], sizes, total) for word, name in wanted.items()}


def _spread(places: list[tuple[int, int]], sizes: list[int], total: int) -> WordSpread:
    """Return the spread of a word; the articles without it have their whole share as distance."""
    if not places:
        return WordSpread()
    count = sum(seen for _, seen in places)
    apart = sum(abs(sizes[one] / total - seen / count) for one, seen in places)
    without = total - sum(sizes[one] for one, _ in places)
    return WordSpread(len(places), (apart + without / total) / 2)


def deviation(sizes: Collection[int], counts: Collection[int]) -> float | None:
    """Return Gries's DP of some counts in parts of some sizes; None where nothing was counted."""
    size, count = sum(sizes), sum(counts)
    if not size or not count:
        return None
    pairs = zip(sizes, counts, strict=True)
    return sum(abs(part / size - seen / count) for part, seen in pairs) / 2

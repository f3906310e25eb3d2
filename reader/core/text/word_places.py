"""Where each word of a text stands: gathered once for all rules that look for certain words."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence, Set
from functools import cached_property
from itertools import chain


class WordPlaces:
    """The places of each word, or of each tag, in one column of a text."""

    def __init__(self, column: Sequence[str]) -> None:
        """Gather the places; a text has a tenth as many words as places."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(column):
            places[word].append(place)
        self._places = dict(places)
        self._words = frozenset(self._places)
        self._column = column

    @cached_property
    def _are_words(self) -> bytes:
        """For each place whether a word stands there, and no mark."""
        return bytes([word[:1].isalnum() for word in self._column])

    def count_words(self, first: int, past_last: int) -> int:
        """Return at how many places of a stretch a word stands, and no mark."""
        return self._are_words.count(1, first, past_last)

    def next_of(self, word: str, first: int, past_last: int) -> int:
        """Return where a word stands next in a stretch, or the end of that."""
        found = self._places.get(word, ())
        number = bisect_left(found, first)
        return min(found[number], past_last) if number < len(found) else past_last

    def of(self, wanted: Set[str]) -> list[int]:
        """Return in order all places where one of some words stands."""
        found = [self._places[word] for word in self._words & wanted]
        return found[0] if len(found) == 1 else sorted(chain.from_iterable(found))

    def words(self) -> Set[str]:
        """Return all words that stand anywhere."""
        return self._words

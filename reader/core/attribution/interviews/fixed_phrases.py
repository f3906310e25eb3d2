"""Fixed phrases of several words ("as told to"), found by their first word."""

from collections.abc import Mapping, Sequence
from functools import lru_cache


class FixedPhrases:
    """Finds some phrases among the words of a text, in small letters."""

    def __init__(self, lowers: Sequence[str], phrases: tuple[str, ...]) -> None:
        self._lowers = lowers
        self._known = _by_first_word(phrases)

    def first_in(self, first: int, past_last: int) -> int | None:
        """Return the token at which the first phrase of a range begins, or None."""
        if self._known.keys().isdisjoint(self._lowers[first:past_last]):
            return None
        for place in range(first, past_last):
            for words in self._known.get(self._lowers[place], ()):
                end = place + len(words)
                if end <= past_last and tuple(self._lowers[place:end]) == words:
                    return place
        return None


@lru_cache(maxsize=16)
def _by_first_word(phrases: tuple[str, ...]) -> Mapping[str, Sequence[tuple[str, ...]]]:
    """Return the words of each phrase, by the first of them; made once for all texts."""
    known: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        known.setdefault(words[0], []).append(words)
    return known

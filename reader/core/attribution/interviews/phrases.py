"""Phrases of several words, found by their first one."""

from collections.abc import Sequence


class Phrases:
    """Finds some phrases among the words of a text, in small letters."""

    def __init__(self, lowers: Sequence[str], phrases: Sequence[str]) -> None:
        self._lowers = lowers
        self._known: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(phrase.split())
            self._known.setdefault(words[0], []).append(words)

    def first_in(self, first: int, past_last: int) -> int | None:
        """Return the token at which the first phrase of a range begins, or None."""
        for place in range(first, past_last):
            for words in self._known.get(self._lowers[place], ()):
                end = place + len(words)
                if end <= past_last and tuple(self._lowers[place:end]) == words:
                    return place
        return None

"""What a sentence is about: the beginnings of its long words, without those that say nothing."""

from reader.core.across.comparison.compared_text import ComparedText
from reader.core.text.spans import Span

STEM = 5  # letters that tell "council" and "councillors" to be of one kind
_SHORTEST = 4  # letters; shorter words say little about what a sentence is about


class Matters:
    """Tells what sentences are about; each sentence is read once."""

    def __init__(self, common: frozenset[str]) -> None:
        """Take the long words that say nothing about what a sentence is about."""
        self._common = common
        self._known: dict[tuple[int, Span], frozenset[str]] = {}

    def of(self, text: ComparedText, sentence: Span) -> frozenset[str]:
        """Return the stems of what a sentence of an article says."""
        key = (text.number, sentence)
        found = self._known.get(key)
        if found is None:
            words = (text.without_ending(word) for word in text.words_in(sentence))
            found = self._known[key] = frozenset(
                word[:STEM]
                for word in words
                if len(word) >= _SHORTEST and word.isalpha() and word not in self._common
            )
        return found

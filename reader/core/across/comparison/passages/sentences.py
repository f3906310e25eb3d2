"""Sentences that several articles have word for word."""

from collections.abc import Sequence

from reader.core.across.comparison.compared_text import ComparedText
from reader.core.across.comparison.comparison import Passage

_FEWEST = 5  # words; shorter sentences are alike by chance


def shared_sentences(texts: Sequence[ComparedText]) -> tuple[tuple[Passage, ...], ...]:
    """Return the places of each sentence that two articles or more have, in reading order.

    Capitals, quotation marks and the signs between words do not count.
    """
    places: dict[tuple[str, ...], list[Passage]] = {}
    for text in texts:
        for sentence in text.analysis.sentences:
            words = text.words_in(sentence)
            if len(words) >= _FEWEST:
                key = tuple(word.lower for word in words)
                places.setdefault(key, []).append(Passage(text.number, sentence))
    shared = (found for found in places.values() if len({item.article for item in found}) > 1)
    return tuple(map(tuple, shared))

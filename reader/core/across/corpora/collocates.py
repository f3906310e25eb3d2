"""The words beside a word, by nltk's association measures.

What is counted is how often two words stand within a few words of one another, in one piece of
one voice. Log-likelihood favours frequent pairs, mutual information rare ones, and the t-score
tells how sure it is that they meet more often than by chance (Manning and Schuetze 1999, ch. 5).
"""

from collections import Counter
from collections.abc import Collection, Iterable

from nltk.metrics.association import (  # type: ignore[import-untyped]  # no types
    BigramAssocMeasures,
)

from reader.core.across.corpora.voiced_text import VOICES, VoicedText, words_of
from reader.core.lexicon.findings import Voice
from reader.values import frozen


@frozen
class Collocate:
    """A word that stands beside the one that is looked at.

    Attributes:
        word: In lower case.
        together: How often it stands within the window.
        count: How often it stands in the set at all.
        log_likelihood: How sure it is that they go together.
        mutual_information: How closely, in bits; rare words come out high.
        t_score: How sure it is that they meet more often than by chance.
    """

    word: str
    together: int
    count: int
    log_likelihood: float
    mutual_information: float
    t_score: float


def collocates(
    texts: Iterable[VoicedText],
    word: str,
    voices: Collection[Voice] = VOICES,
    window: int = 4,
    fewest: int = 3,
) -> tuple[Collocate, ...]:
    """Return the words beside a word, those that surely go with it first.

    Args:
        texts: The articles.
        word: One word, in any case.
        voices: Whose words count.
        window: How many words on each side are looked at.
        fewest: Words that stand beside it less often are left out.
    """
    node = word.lower().replace("’", "'")
    words: Counter[str] = Counter()
    beside: Counter[str] = Counter()
    for text in texts:
        for voice, piece in text.pieces():
            if voice in voices:
                found = words_of(piece)
                words.update(found)
                beside.update(_beside(found, node, window))
    total = sum(words.values())
    measured = [
        _measured(other, together, (words[node] * 2 * window, words[other], total))
        for other, together in beside.items()
        if together >= fewest
    ]
    return tuple(sorted(measured, key=lambda item: (-item.log_likelihood, item.word)))


def _beside(words: list[str], node: str, window: int) -> Iterable[str]:
    for place, word in enumerate(words):
        if word == node:
            yield from words[max(0, place - window) : place]
            yield from words[place + 1 : place + 1 + window]


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

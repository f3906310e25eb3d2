"""Word counts of a set of articles, by voice, with the number of articles each word is in."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from reader.core.across.corpora.voiced_text import VOICES, VoicedText, words_of
from reader.core.lexicon.findings import Voice

FEW_ARTICLES = 20  # below this, numbers tell of the articles more than of anything behind them


@dataclass(slots=True)
class WordCounts:
    """What was counted in one set.

    Attributes:
        name: What the set is called.
        articles: How many articles it has.
        words: How often each word stands in the voices that are counted.
        ranges: In how many articles it does.
        total: All words that were counted.
        by_voice: All words of the set, by voice.
    """

    name: str
    articles: int = 0
    words: Counter[str] = field(default_factory=Counter)
    ranges: Counter[str] = field(default_factory=Counter)
    total: int = 0
    by_voice: Counter[Voice] = field(default_factory=Counter)


def count_words(
    name: str, texts: Iterable[VoicedText], voices: Collection[Voice] = VOICES
) -> WordCounts:
    """Return the counts of a set.

    Args:
        name: What it is called.
        texts: Its articles.
        voices: Whose words are counted; the others are only summed up.
    """
    counts = WordCounts(name)
    for text in texts:
        counts.articles += 1
        here: set[str] = set()
        for voice, piece in text.pieces():
            words = words_of(piece)
            counts.by_voice[voice] += len(words)
            if voice in voices:
                counts.words.update(words)
                here.update(words)
                counts.total += len(words)
        counts.ranges.update(here)
    return counts

"""Word counts of a set of articles, by voice."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.core.across.corpora.voiced_text import EVERYBODY, VoicedText, Whose
from reader.core.across.corpora.words import WordCutter, decoded
from reader.core.lexicon.findings import Voice

FEW_ARTICLES = 20  # below this, numbers tell of the articles more than of anything behind them
FEW_TOLD = (
    "With fewer than {n} articles the numbers tell of these articles, and of little beyond them."
)


def are_few(*sizes: int) -> bool:
    """Tell whether a set of one of these sizes is too small for more than its own articles."""
    return min(sizes) < FEW_ARTICLES


@dataclass(slots=True)
class WordCounts:
    """What was counted in one set.

    Attributes:
        articles: How many articles it has.
        words: How often each word stands in what is counted.
        total: All words that were counted.
        by_voice: All words of the set, by voice.
        cut: The words that are counted of each article, in UTF-8 with blanks between them.
    """

    articles: int = 0
    words: Counter[str] = field(default_factory=Counter)
    total: int = 0
    by_voice: Counter[Voice] = field(default_factory=Counter)
    cut: list[bytes] = field(default_factory=list)


def count_words(texts: Iterable[VoicedText], whose: Whose = EVERYBODY) -> WordCounts:
    """Return the counts of a set.

    Args:
        texts: Its articles.
        whose: Whose words are counted; the others are only summed up.
    """
    counts, cutter = WordCounts(), WordCutter()
    words: Counter[bytes] = Counter()
    for text in texts:
        counts.articles += 1
        counted: list[bytes] = []
        for (voice, is_counted), pieces in _by_voice(text, whose).items():
            cut = cutter.cut(pieces)
            found = cut.split()
            counts.by_voice[voice] += len(found)
            if is_counted:
                counts.total += len(found)
                words.update(found)
                counted.append(cut)
        counts.cut.append(b" ".join(counted))
    counts.words = Counter({decoded(word): number for word, number in words.items()})
    return counts


def _by_voice(text: VoicedText, whose: Whose) -> dict[tuple[Voice, bool], list[str]]:
    """Return the pieces of a text by voice, and by whether they are counted."""
    found: dict[tuple[Voice, bool], list[str]] = {}
    for voice, kind, piece in text.pieces():
        found.setdefault((voice, whose.takes(voice, kind)), []).append(piece)
    return found

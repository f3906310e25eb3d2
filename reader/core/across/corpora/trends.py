"""How often a word stands in each outlet or month, by voice, in a thousand words of that voice."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from reader.core.across.corpora.concordance import word_pattern
from reader.core.across.corpora.voiced_text import VOICES, VoicedText, words_of
from reader.core.lexicon.findings import Voice
from reader.values import frozen

Group = Literal["outlet", "month"]


@frozen
class Trend:
    """One outlet or month.

    Attributes:
        group: Its name, or "" where the articles do not say.
        articles: How many articles it has.
        counts: How often the word stands there, by voice.
        words: All words there, by voice.
    """

    group: str
    articles: int
    counts: dict[Voice, int]
    words: dict[Voice, int]

    def per_thousand(self, voice: Voice) -> float | None:
        """Return how often it stands in a thousand words of a voice; None where there are none."""
        return 1000 * self.counts[voice] / self.words[voice] if self.words[voice] else None


def trends(texts: Iterable[VoicedText], words: str, group: Group) -> tuple[Trend, ...]:
    """Return how often a word or phrase stands in each group, months in order.

    Raises:
        ValueError: There is no word to look for.
    """
    pattern = word_pattern(words)
    articles: Counter[str] = Counter()
    counts: dict[str, Counter[Voice]] = {}
    sizes: dict[str, Counter[Voice]] = {}
    for text in texts:
        name = text.outlet if group == "outlet" else text.month
        articles[name] += 1
        size = sizes.setdefault(name, Counter())
        for voice, piece in text.pieces():
            size[voice] += len(words_of(piece))
        found = (text.voice_at(one.start())[0] for one in pattern.finditer(text.text))
        counts.setdefault(name, Counter()).update(found)
    return tuple(
        Trend(
            name,
            articles[name],
            {voice: counts[name][voice] for voice in VOICES},
            {voice: sizes[name][voice] for voice in VOICES},
        )
        for name in sorted(articles)
    )

"""How often a word stands in each outlet or month, by voice, in a thousand words of that voice."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from reader.core.across.corpora.concordance import word_pattern
from reader.core.across.corpora.voiced_text import EVERYBODY, VOICES, VoicedText, Whose
from reader.core.across.corpora.words import WordCutter
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


def trends(
    texts: Iterable[VoicedText], words: str, group: Group, whose: Whose = EVERYBODY
) -> tuple[Trend, ...]:
    """Return how often a word or phrase stands in each group, months in order.

    Args:
        texts: The articles.
        words: What is looked for; `*` stands for any ending.
        group: What the articles are put together by.
        whose: Whose words count; of other voices there is nothing.

    Raises:
        ValueError: There is no word to look for.
    """
    pattern, cutter = word_pattern(words), WordCutter()
    articles: Counter[str] = Counter()
    counts: dict[str, Counter[Voice]] = {}
    sizes: dict[str, Counter[Voice]] = {}
    for text in texts:
        name = text.outlet if group == "outlet" else text.month
        articles[name] += 1
        sizes.setdefault(name, Counter()).update(_sizes(text, cutter, whose))
        spoken = (text.spoken_at(one.start()) for one in pattern.finditer(text.text))
        found = (voice for voice, _, kind in spoken if whose.takes(voice, kind))
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


def _sizes(text: VoicedText, cutter: WordCutter, whose: Whose) -> dict[Voice, int]:
    """Return how many words of an article are counted, by voice."""
    pieces: dict[Voice, list[str]] = {}
    for voice, kind, piece in text.pieces():
        if whose.takes(voice, kind):
            pieces.setdefault(voice, []).append(piece)
    return {voice: len(cutter.cut(some).split()) for voice, some in pieces.items()}

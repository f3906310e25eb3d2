"""How evenly a word is spread over the articles of a set.

DP (Gries 2008) is half the sum of the distances between each article's share of the corpus and its
share of the word: 0 is spread as evenly as the articles are long, near 1 is all in one of them.
"""

from collections.abc import Collection, Iterable

from reader.core.across.corpora.concordance import word_pattern
from reader.core.across.corpora.voiced_text import VOICES, VoicedText, words_of
from reader.core.lexicon.findings import Voice
from reader.values import frozen


@frozen
class Spread:
    """The places of a word in one article.

    Attributes:
        article: The id of the article.
        title: Its headline, or "".
        words: How long the article is, in words.
        places: Where each one stands, from 0 at the beginning to 1 at the end, with its voice.
    """

    article: str
    title: str
    words: int
    places: tuple[tuple[float, Voice], ...]


@frozen
class Dispersion:
    """A word over all articles.

    Attributes:
        spreads: Every article, those without the word included.
        count: All places.
        articles: In how many articles they are.
        dp: From 0, spread evenly, to nearly 1, all in one article; None without a place.
    """

    spreads: tuple[Spread, ...]
    count: int
    articles: int
    dp: float | None


def dispersion(
    texts: Iterable[VoicedText], words: str, voices: Collection[Voice] = VOICES
) -> Dispersion:
    """Return where a word or phrase stands in each article, and how evenly it is spread.

    Raises:
        ValueError: There is no word to look for.
    """
    pattern = word_pattern(words)
    spreads = []
    for text in texts:
        length = max(1, len(text.text))
        found = (
            (one.start(), text.voice_at(one.start())[0]) for one in pattern.finditer(text.text)
        )
        places = tuple((place / length, voice) for place, voice in found if voice in voices)
        spreads.append(Spread(text.id, text.title, len(words_of(text.text)), places))
    return Dispersion(
        tuple(spreads),
        sum(len(spread.places) for spread in spreads),
        sum(bool(spread.places) for spread in spreads),
        deviation([spread.words for spread in spreads], [len(s.places) for s in spreads]),
    )


def deviation(sizes: Collection[int], counts: Collection[int]) -> float | None:
    """Return Gries's DP of some counts in parts of some sizes; None where nothing was counted."""
    size, count = sum(sizes), sum(counts)
    if not size or not count:
        return None
    pairs = zip(sizes, counts, strict=True)
    return sum(abs(part / size - seen / count) for part, seen in pairs) / 2

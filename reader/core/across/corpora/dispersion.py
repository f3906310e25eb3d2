"""Where a word stands in each article of a set, and how evenly it is spread over them."""

from collections.abc import Iterable

from reader.core.across.corpora.concordance import word_pattern
from reader.core.across.corpora.spreads import deviation
from reader.core.across.corpora.voiced_text import EVERYBODY, VoicedText, Whose
from reader.core.across.corpora.words import WordCutter
from reader.core.lexicon.findings import Voice
from reader.values import frozen


@frozen
class Spread:
    """The places of a word in one article.

    Attributes:
        article: The id of the article.
        title: Its headline, or "".
        words: How many of its words are counted.
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


def dispersion(texts: Iterable[VoicedText], words: str, whose: Whose = EVERYBODY) -> Dispersion:
    """Return where a word or phrase stands in each article, and how evenly it is spread.

    Raises:
        ValueError: There is no word to look for.
    """
    pattern, cutter = word_pattern(words), WordCutter()
    spreads = []
    for text in texts:
        length = max(1, len(text.text))
        places: list[tuple[float, Voice]] = []
        for one in pattern.finditer(text.text):
            voice, _, kind = text.spoken_at(one.start())
            if whose.takes(voice, kind):
                places.append((one.start() / length, voice))
        size = len(cutter.cut(text.counted_pieces(whose)).split())
        spreads.append(Spread(text.id, text.title, size, tuple(places)))
    return Dispersion(
        tuple(spreads),
        sum(len(spread.places) for spread in spreads),
        sum(bool(spread.places) for spread in spreads),
        deviation([spread.words for spread in spreads], [len(s.places) for s in spreads]),
    )

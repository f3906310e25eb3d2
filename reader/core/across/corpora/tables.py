"""Every count as a tidy table: named columns, one row a word, a line, an article or a group."""

from collections.abc import Iterable

from reader.core.across.corpora.collocate import Collocate
from reader.core.across.corpora.concordance import Line
from reader.core.across.corpora.dispersion import Dispersion
from reader.core.across.corpora.keyness import KeyWord
from reader.core.across.corpora.trends import Trend
from reader.core.across.corpora.voiced_text import VOICES
from reader.values import frozen

Value = str | int | float
_DIGITS = 6  # behind the point


@frozen
class CountTable:
    """A table of counts.

    Attributes:
        name: What it is called, in one word.
        columns: The names of its columns.
        rows: Its rows; what is not known is "".
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def key_word_table(words: Iterable[KeyWord]) -> CountTable:
    """Return the words that part two sets."""
    columns = (
        "word count other per_million other_per_million log_likelihood log_ratio articles "
        "other_articles dp other_dp"
    )
    rows = (
        (
            word.word,
            word.count,
            word.other,
            _number(word.per_million),
            _number(word.other_per_million),
            _number(word.log_likelihood),
            _number(word.log_ratio),
            word.articles,
            word.other_articles,
            _number(word.dp),
            _number(word.other_dp),
        )
        for word in words
    )
    return CountTable("keyness", tuple(columns.split()), tuple(rows))


def line_table(lines: Iterable[Line]) -> CountTable:
    """Return the lines of a concordance."""
    columns = "article title outlet month start end before words after voice speaker"
    rows = (
        (
            *(line.article, line.title, line.outlet, line.month, line.start, line.end),
            *(line.before, line.words, line.after, line.voice, line.speaker or ""),
        )
        for line in lines
    )
    return CountTable("concordance", tuple(columns.split()), tuple(rows))


def spread_table(found: Dispersion) -> CountTable:
    """Return the articles with their counts of a word, those without it too."""
    columns = ("article", "title", "words", "places", *VOICES)
    rows: list[tuple[Value, ...]] = []
    for one in found.spreads:
        voices = [voice for _, voice in one.places]
        counts = (voices.count(voice) for voice in VOICES)
        rows.append((one.article, one.title, one.words, len(voices), *counts))
    return CountTable("dispersion", columns, tuple(rows))


def collocate_table(found: Iterable[Collocate]) -> CountTable:
    """Return the words beside a word."""
    columns = "word together count log_likelihood mutual_information t_score"
    rows = (
        (
            *(item.word, item.together, item.count, _number(item.log_likelihood)),
            *(_number(item.mutual_information), _number(item.t_score)),
        )
        for item in found
    )
    return CountTable("collocates", tuple(columns.split()), tuple(rows))


def trend_table(found: Iterable[Trend], by: str) -> CountTable:
    """Return the outlets or months, a row for each voice.

    Args:
        found: What was counted.
        by: What the first column is called.
    """
    columns = (by, "articles", "voice", "places", "words", "per_thousand")
    rows = (
        (
            *(trend.group, trend.articles, voice, trend.counts[voice], trend.words[voice]),
            _number(trend.per_thousand(voice)),
        )
        for trend in found
        for voice in VOICES
    )
    return CountTable("trends", columns, tuple(rows))


def wide_trend_table(found: Iterable[Trend], by: str) -> CountTable:
    """Return the outlets or months, a row for each, as a reader looks over them.

    Args:
        found: What was counted.
        by: What the first column is called.
    """
    rates = tuple(f"{voice}_per_thousand" for voice in VOICES)
    columns = (
        by,
        "articles",
        *(name for pair in zip(VOICES, rates, strict=True) for name in pair),
    )
    rows = (
        (
            *(trend.group, trend.articles),
            *(
                value
                for voice in VOICES
                for value in (trend.counts[voice], _number(trend.per_thousand(voice)))
            ),
        )
        for trend in found
    )
    return CountTable("trends", columns, tuple(rows))


def _number(value: float | None) -> Value:
    return "" if value is None else round(value, _DIGITS)

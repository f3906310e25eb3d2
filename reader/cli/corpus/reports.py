"""What the `corpus` command prints: tables as text, the same as plain data."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from reader.core.across.corpora.collocate import Collocate
from reader.core.across.corpora.concordance import Line
from reader.core.across.corpora.counts import FEW_ARTICLES, FEW_TOLD, WordCounts, are_few
from reader.core.across.corpora.dispersion import Dispersion
from reader.core.across.corpora.keyness import Keyness
from reader.core.across.corpora.trends import Trend
from reader.core.across.corpora.voiced_text import VOICES
from reader.core.across.figures import two_digits

SCHEMA = "close-reader/corpus/1"
_SHORT = {"narrator": "narrator", "direct": "quoted", "indirect": "reported"}
_BARS = 50  # characters of a line of places


def warning(*sizes: int) -> str | None:
    """Return what to say of sets with few articles, or None."""
    return FEW_TOLD.format(n=FEW_ARTICLES) if are_few(*sizes) else None


def shared_words(shared: int, *, is_counted: bool) -> str:
    """Return the sentence on articles that are in both of two sets."""
    told = "1 article is" if shared == 1 else f"{shared:,} articles are"
    done = "counted in both" if is_counted else "left out of the second"
    return f"{told} in both sets and {done}."


def refusal(shared: int, name: str, other: str) -> str:
    """Return the sentence on articles of a set that are in another one too."""
    told = "1 article" if shared == 1 else f"{shared:,} articles"
    return f"{told} of “{name}” {'is' if shared == 1 else 'are'} in “{other}” too."


def keyness_text(names: tuple[str, str], found: Keyness) -> Iterator[str]:
    """Yield the lines of a table of key words."""
    first, second = (
        f"{name} ({_size(one)})" for name, one in zip(names, (found.one, found.other), strict=True)
    )
    yield f"Words of {first} beside {second}"
    yield (
        f"{'':24}{'count':>7}{'beside':>8}{'texts':>7}{'beside':>8}{'LL':>10}{'log ratio':>11}"
        f"{'DP':>7}{'beside':>8}"
    )
    for word in found.words:
        yield (
            f"{textwrap.shorten(word.word, 23, placeholder='…'):24}{word.count:>7}{word.other:>8}"
            f"{word.articles:>7}{word.other_articles:>8}"
            f"{word.log_likelihood:>10.2f}{word.log_ratio:>11.2f}"
            f"{two_digits(word.dp):>7}{two_digits(word.other_dp):>8}"
        )
    own = sum(word.log_ratio >= 0 for word in found.words)
    others = len(found.words) - own
    yield f"{own} words more often in {names[0]}, {others} in {names[1]}: --limit is for both."
    yield "LL above 15.13: chance makes it in fewer than one of 10,000 words. Log ratio 1: twice"
    yield "as often; below 0: more often in the other set. Neither tells why. DP 0: spread evenly,"
    yield "near 1: all in one article."


def _size(counts: WordCounts) -> str:
    return f"{_number(counts.articles, 'article')}, {_number(counts.total, 'word')}"


def _number(count: int, what: str) -> str:
    """Return a number with its noun, such as: 1 place, 2 places."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def counts_plain(name: str, counts: WordCounts) -> dict[str, object]:
    """Return what was counted in a set, as plain data."""
    return {
        "name": name,
        "articles": counts.articles,
        "counted": counts.total,
        "words": {voice: counts.by_voice[voice] for voice in VOICES},
    }


def concordance_text(lines: Iterable[Line], width: int) -> Iterator[str]:
    """Yield one line for each place."""
    for line in lines:
        who = _SHORT[line.voice] + (f", {line.speaker}" if line.speaker else "")
        yield f"{line.before:>{width}} [{line.words}] {line.after:{width}}  {who} · {line.article}"


def dispersion_text(found: Dispersion) -> Iterator[str]:
    """Yield a line for each article with the word: where it stands, from first to last word."""
    told = "" if found.dp is None else f"; DP {found.dp:.3f} (0 is even, near 1 is all in one)"
    of_all = _number(len(found.spreads), "article")
    yield f"{_number(found.count, 'place')} in {found.articles:,} of {of_all}{told}"
    for spread in found.spreads:
        if spread.places:
            bar = ["·"] * _BARS
            for place, voice in spread.places:
                sign = {"narrator": "N", "direct": "Q", "indirect": "R"}[voice]
                bar[min(_BARS - 1, int(place * _BARS))] = sign
            name = textwrap.shorten(spread.title or spread.article, 40, placeholder="…")
            yield f"{len(spread.places):>5}  {''.join(bar)}  {name}"
    yield "N narrator, Q quoted, R reported"


def collocates_text(found: Sequence[Collocate]) -> Iterator[str]:
    """Yield a line for each word beside a word."""
    yield f"{'':24}{'together':>9}{'count':>8}{'LL':>10}{'MI':>8}{'t':>8}"
    for item in found:
        yield (
            f"{textwrap.shorten(item.word, 23, placeholder='…'):24}{item.together:>9}"
            f"{item.count:>8}{item.log_likelihood:>10.2f}{item.mutual_information:>8.2f}"
            f"{item.t_score:>8.2f}"
        )


def trends_text(found: Sequence[Trend]) -> Iterator[str]:
    """Yield a line for each outlet or month."""
    yield f"{'':32}{'articles':>9}{'narrator':>18}{'quoted':>18}{'reported':>18}"
    for trend in found:
        cells = "".join(f"{_rate(trend, number):>18}" for number in range(len(VOICES)))
        name = textwrap.shorten(trend.group or "not told", 31, placeholder="…")
        yield f"{name:32}{trend.articles:>9}{cells}"
    yield "Places, and for a thousand words of that voice in brackets."


def _rate(trend: Trend, number: int) -> str:
    voice = VOICES[number]
    rate = trend.per_thousand(voice)
    return "–" if rate is None else f"{trend.counts[voice]} ({rate:.2f})"


def lines_plain(lines: Sequence[Line]) -> list[dict[str, object]]:
    """Return lines of a concordance as plain data; what is not told is None."""
    return [
        {**asdict(line), "outlet": line.outlet or None, "month": line.month or None}
        for line in lines
    ]


def trends_plain(found: Sequence[Trend]) -> list[dict[str, object]]:
    """Return trends as plain data, with the rates; what is not told is None."""
    return [
        {
            **asdict(trend),
            "group": trend.group or None,
            "per_thousand": {voice: trend.per_thousand(voice) for voice in VOICES},
        }
        for trend in found
    ]

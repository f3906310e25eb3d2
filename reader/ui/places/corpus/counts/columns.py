"""The columns of each table of counts: what they are called, how wide, how they are drawn."""

from collections.abc import Iterable, Iterator
from typing import Literal

from PySide6.QtCore import QCoreApplication

from reader.core.across.corpora.trends import Group
from reader.ui.places.corpus.asking.questions import What
from reader.values import frozen

Look = Literal[
    "word", "text", "count", "figure", "share", "signed", "bar", "voice", "strip", "before", "hit",
    "after",
]  # fmt: skip
NUMBERS: frozenset[Look] = frozenset({"count", "figure", "share", "signed", "bar"})


@frozen
class Column:
    """One column.

    Attributes:
        name: Its name in the table of counts.
        title: What stands above it.
        tip: What it tells, in a sentence.
        look: How its cells are drawn.
        width: In pixels; 0 takes what is left.
    """

    name: str
    title: str
    tip: str
    look: Look
    width: int


def columns_of(what: What, by: Group) -> tuple[Column, ...]:
    """Return the columns of a table; `by` is what trends are put together by."""
    made = {
        "keyness": _key_words,
        "lines": _lines,
        "spread": _spread,
        "beside": _beside,
    }
    return tuple(made[what]() if what in made else _trends(by))


def _key_words() -> Iterable[Column]:
    often, spread = _tr("How often, {set}"), _tr("In how many articles, {set}")
    even = _tr("DP, {set}: 0 is spread evenly, near 1 all in one article")
    sure = _tr(
        "Log-likelihood: above 15.13, chance makes such a difference in fewer than one of "
        "10,000 words"
    )
    large = _tr("Log ratio: 1 is twice as often, 2 four times; below 0 it is the other way round")
    yield Column("word", _tr("Word"), _tr("The word, in lower case"), "word", 210)
    yield from _both("count", "other", _tr("Count"), often, "count")
    yield from _both("articles", "other_articles", _tr("Articles"), spread, "count")
    yield from _both("dp", "other_dp", _tr("Spread"), even, "share")
    yield Column("log_likelihood", _tr("How sure"), sure, "figure", 86)
    yield Column("log_ratio", _tr("How large"), large, "signed", 0)


def _both(name: str, other: str, title: str, tip: str, look: Look) -> Iterator[Column]:
    """Yield the columns of a number in both sets."""
    first, second = _tr("in the first set"), _tr("in the second set")
    yield Column(name, title, tip.format(set=first), look, 74)
    yield Column(other, _tr("Beside"), tip.format(set=second), look, 72)


def _lines() -> Iterable[Column]:
    return (
        Column("before", _tr("Before"), _tr("Sorted by the words to the left"), "before", 0),
        Column("words", _tr("Words"), _tr("What was looked for"), "hit", 110),
        Column("after", _tr("After"), _tr("Sorted by the words to the right"), "after", 0),
        Column("voice", _tr("Voice"), _tr("Whose words they are"), "voice", 96),
        Column("speaker", _tr("Speaker"), _tr("Who is said to say them"), "text", 120),
        Column("title", _tr("Article"), _tr("The title of the article"), "text", 150),
    )


def _spread() -> Iterable[Column]:
    return (
        Column("title", _tr("Article"), _tr("The title of the article"), "after", 300),
        Column(
            "strip",
            _tr("From the first word to the last"),
            _tr("Each place where it stands in the article"),
            "strip",
            0,
        ),
        Column("places", _tr("Places"), _tr("How often it stands there"), "count", 70),
        Column("words", _tr("Words"), _tr("How many words were counted there"), "count", 70),
    )


def _beside() -> Iterable[Column]:
    return (
        Column("word", _tr("Word"), _tr("A word within four words on each side"), "word", 210),
        Column("together", _tr("Together"), _tr("How often it stands beside it"), "count", 84),
        Column("count", _tr("Count"), _tr("How often it stands anywhere"), "count", 84),
        Column(
            "log_likelihood",
            _tr("How sure"),
            _tr("Log-likelihood: how sure it is that they go together; favours frequent words"),
            "bar",
            0,
        ),
        Column(
            "mutual_information",
            _tr("How closely"),
            _tr("Mutual information, in bits: how closely they go together; favours rare words"),
            "figure",
            100,
        ),
        Column(
            "t_score",
            _tr("t-score"),
            _tr("How sure it is that they meet more often than by chance"),
            "figure",
            84,
        ),
    )


def _trends(by: Group) -> Iterable[Column]:
    titles = {"month": _tr("Month"), "outlet": _tr("Outlet")}
    rate = _tr("in 1,000")
    told = _tr("For a thousand words of this voice")
    yield Column(by, titles[by], _tr("What the articles are grouped by"), "after", 220)
    yield Column("articles", _tr("Articles"), _tr("How many articles"), "count", 76)
    voices = (
        ("narrator", _tr("Narrator")),
        ("direct", _tr("Quoted")),
        ("indirect", _tr("Reported")),
    )
    for name, title in voices:
        yield Column(name, title, _tr("How often it stands in this voice"), "count", 84)
        yield Column(f"{name}_per_thousand", rate, told, "share", 76)


def _tr(words: str) -> str:
    return QCoreApplication.translate("CorpusColumns", words)

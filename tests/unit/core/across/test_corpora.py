"""Counts over many articles: figures as published formulas give them, and every word by voice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.across.corpora.collocates import collocates
from reader.core.across.corpora.concordance import concordance, word_pattern
from reader.core.across.corpora.counts import count_words
from reader.core.across.corpora.dispersion import deviation, dispersion
from reader.core.across.corpora.keyness import keyness, log_likelihood, log_ratio
from reader.core.across.corpora.trends import trends
from reader.core.across.corpora.voiced_text import VoicedText, words_of


def voiced(text, *stretches, name="a", outlet="", month=""):
    return VoicedText(name, "", outlet, month, text, stretches)


SAID = voiced(
    "The regime fell. “The regime is dead,” said Bo. It rained.", (17, 38, "direct", "Bo")
)
PLAIN = voiced(
    "The market opened. The stalls were full.", name="b", outlet="Post", month="2025-05"
)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        # Rayson and Garside 2000: 2 (a ln(a / E1) + b ln(b / E2)); worked out by hand
        ((100, 50, 1_000_000, 1_000_000), 16.9899),
        ((10, 0, 1_000, 1_000), 13.8629),
        ((0, 10, 1_000, 3_000), 5.7536),
        ((20, 40, 10_000, 20_000), 0.0),
    ],
)
def test_log_likelihood(counts, expected):
    assert log_likelihood(*counts) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((100, 50, 1_000_000, 1_000_000), 1.0),  # Hardie 2014: twice as often
        ((40, 10, 1_000, 1_000), 2.0),
        ((10, 20, 1_000, 1_000), -1.0),
        ((8, 0, 1_000, 1_000), 4.0),  # none is taken as a half
    ],
)
def test_log_ratio(counts, expected):
    assert log_ratio(*counts) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize(
    ("sizes", "counts", "expected"),
    [
        ([100, 100, 100, 100], [5, 5, 5, 5], 0.0),
        ([100, 100, 100, 100], [20, 0, 0, 0], 0.75),
        ([200, 100, 100], [2, 1, 1], 0.0),
        ([900, 100], [0, 3], 0.9),
        ([100], [0], None),
    ],
)
def test_deviation_of_proportions(sizes, counts, expected):
    assert deviation(sizes, counts) == (None if expected is None else pytest.approx(expected))


def test_whose_words_are_counted():
    everybody = count_words("x", [SAID, PLAIN])
    assert (everybody.words["regime"], everybody.ranges["regime"]) == (2, 1)
    assert (everybody.words["the"], everybody.ranges["the"]) == (4, 2)
    narrator = count_words("x", [SAID, PLAIN], {"narrator"})
    assert narrator.words["regime"] == 1
    assert narrator.by_voice == everybody.by_voice
    assert narrator.total == everybody.total - everybody.by_voice["direct"]


def test_key_words_stand_in_order():
    one, other = count_words("x", [SAID] * 9), count_words("y", [PLAIN] * 9)
    words = keyness(one, other)
    assert "the" not in {word.word for word in words[:5]}
    assert [w.log_likelihood for w in words] == sorted(
        (w.log_likelihood for w in words), reverse=True
    )
    regime = next(word for word in words if word.word == "regime")
    assert (regime.count, regime.other, regime.articles) == (18, 0, 9)
    assert regime.log_ratio > 0
    assert keyness(one, count_words("nothing", [])) == ()


def test_lines_have_voice_and_speaker():
    lines = list(concordance([SAID, PLAIN], "regime", width=12))
    assert [(line.words, line.voice, line.speaker) for line in lines] == [
        ("regime", "narrator", None),
        ("regime", "direct", "Bo"),
    ]
    assert all(SAID.text[line.start : line.end] == line.words for line in lines)
    assert [line.voice for line in concordance([SAID], "reg*", {"direct"})] == ["direct"]
    assert len(list(concordance([SAID], "the REGIME"))) == 2
    with pytest.raises(ValueError, match="no word"):
        word_pattern("…")


def test_spread_over_articles():
    found = dispersion([SAID, PLAIN], "regime")
    assert (found.count, found.articles, len(found.spreads)) == (2, 1, 2)
    assert [voice for _, voice in found.spreads[0].places] == ["narrator", "direct"]


def test_words_beside_a_word():
    texts = [voiced("A strong tea and strong tea, then weak coffee here or there.")] * 5
    found = collocates(texts, "Strong", window=1)
    assert found[0].word == "tea"
    assert (found[0].together, found[0].count) == (10, 10)
    assert collocates(texts, "absent") == ()


def test_trends_by_group():
    (nowhere, post) = trends([SAID, PLAIN], "the", "outlet")
    assert (nowhere.group, post.group) == ("", "Post")
    assert post.counts["narrator"] == 2
    assert post.per_thousand("narrator") == pytest.approx(1000 * 2 / 7)
    assert post.per_thousand("direct") is None


@given(st.text(max_size=80), st.lists(st.integers(0, 80), max_size=6))
def test_no_word_is_lost_or_counted_twice_by_voice(text, edges):
    places = sorted({min(edge, len(text)) for edge in edges})
    stretches = [(a, b, "direct", None) for a, b in zip(places[::2], places[1::2], strict=False)]
    pieces = "".join(piece for _, piece in voiced(text, *stretches).pieces())
    assert pieces == text
    assert count_words("x", [voiced(text)]).total == len(words_of(text))

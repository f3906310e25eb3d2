"""Counts over many articles: figures as published formulas give them, and every word by voice."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.across.corpora.collocates import collocates
from reader.core.across.corpora.concordance import Near, concordance, in_order, word_pattern
from reader.core.across.corpora.counts import count_words
from reader.core.across.corpora.dispersion import dispersion
from reader.core.across.corpora.keyness import keyness, log_likelihood, log_ratio
from reader.core.across.corpora.overlap import kept_apart
from reader.core.across.corpora.spreads import deviation, word_spreads
from reader.core.across.corpora.trends import trends
from reader.core.across.corpora.voiced_text import VoicedText, Whose
from reader.core.across.corpora.words import WordCutter, encoded, words_of


def voiced(text, *stretches, name="a", outlet="", month=""):
    return VoicedText(name, "", outlet, month, text, stretches)


SAID = voiced(
    "The regime fell. “The regime is dead,” said Bo. It rained.",
    (17, 38, "direct", "Bo", "citizen"),
)
NARRATOR = Whose(("narrator",))
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
    everybody = count_words([SAID, PLAIN])
    assert everybody.words["regime"] == 2
    assert everybody.words["the"] == 4
    narrator = count_words([SAID, PLAIN], NARRATOR)
    assert narrator.words["regime"] == 1
    assert narrator.by_voice == everybody.by_voice
    assert narrator.total == everybody.total - everybody.by_voice["direct"]
    citizens = count_words([SAID, PLAIN], Whose(kind="citizen"))
    assert dict(citizens.words) == {"the": 1, "regime": 1, "is": 1, "dead": 1}
    assert count_words([SAID], Whose(kind="official")).total == 0


def test_key_words_stand_in_order():
    found = keyness([SAID] * 9, [PLAIN] * 9)
    assert "the" not in {word.word for word in found.words[:5]}
    assert [w.log_likelihood for w in found.words] == sorted(
        (w.log_likelihood for w in found.words), reverse=True
    )
    regime = next(word for word in found.words if word.word == "regime")
    assert (regime.count, regime.other, regime.articles, regime.other_articles) == (18, 0, 9, 0)
    assert regime.log_ratio > 0
    assert (regime.dp, regime.other_dp) == (pytest.approx(0), None)
    for one, other in ((SAID, PLAIN), (PLAIN, SAID)):
        few = keyness([one] * 9, [other] * 9, most=2).words
        assert sorted(word.log_ratio > 0 for word in few) == [False, True]  # each its share
    assert keyness([SAID], []).words == ()


def test_articles_of_both_sets_are_left_out_of_the_second():
    again = replace(SAID, id="elsewhere")
    parted = kept_apart([SAID], [again, PLAIN])
    assert (parted.one, parted.other, parted.shared) == ((SAID,), (PLAIN,), 1)


@given(st.text(alphabet="aB'-’“ é1_ß\n£€ªİ😀", max_size=30))
def test_the_quick_way_cuts_as_the_pattern_does(text):
    assert WordCutter().cut([text]).split() == [encoded(word) for word in words_of(text)]


@given(st.lists(st.text(alphabet="ab é", max_size=12), min_size=1, max_size=5))
def test_spreads_of_many_words_are_those_of_one(texts):
    counts = count_words([voiced(text) for text in texts])
    sizes = [len(words_of(text)) for text in texts]
    for word, spread in word_spreads(counts.cut, counts.words).items():
        seen = [words_of(text).count(word) for text in texts]
        assert spread.articles == sum(map(bool, seen))
        assert spread.dp == pytest.approx(deviation(sizes, seen))


def test_lines_have_voice_and_speaker():
    lines = list(concordance([SAID, PLAIN], "regime", width=12))
    assert [(line.words, line.voice, line.speaker) for line in lines] == [
        ("regime", "narrator", None),
        ("regime", "direct", "Bo"),
    ]
    assert all(SAID.text[line.start : line.end] == line.words for line in lines)
    assert [line.voice for line in concordance([SAID], "reg*", Whose(("direct",)))] == ["direct"]
    assert len(list(concordance([SAID], "the REGIME"))) == 2
    assert [line.after[:4] for line in in_order(lines, "right")] == [" fel", " is "]
    assert [line.before[-5:] for line in in_order(lines, "left")] == ["The ", "“The "]
    assert [line.voice for line in in_order(reversed(lines), "voice")] == ["narrator", "direct"]
    assert [line.speaker for line in in_order(lines, "speaker")] == [None, "Bo"]
    near = [line.voice for line in concordance([SAID], "regime", near=Near("dead", 2))]
    assert near == ["direct"]
    assert list(concordance([SAID], "regime", near=Near("rained", 9))) == []
    with pytest.raises(ValueError, match="no word"):
        word_pattern("…")


@pytest.mark.parametrize("words", ["don't", "don’t", "DON'T know", "don’*"])
def test_either_apostrophe_finds_both(words):
    text = "I don't know. You don’t know."
    assert [found[0][:5] for found in word_pattern(words).finditer(text)] == ["don't", "don’t"]


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
    pair = collocates(texts, "strong tea", window=1)
    assert {word.word: word.together for word in pair} == {"a": 5, "and": 10, "then": 5}
    assert collocates(texts, "str*", window=1) == found
    with pytest.raises(ValueError, match="no word"):
        collocates(texts, "…")


def test_trends_by_group():
    (nowhere, post) = trends([SAID, PLAIN], "the", "outlet")
    assert (nowhere.group, post.group) == ("", "Post")
    assert post.counts["narrator"] == 2
    assert post.per_thousand("narrator") == pytest.approx(1000 * 2 / 7)
    assert post.per_thousand("direct") is None
    assert trends([SAID], "regime", "month", NARRATOR)[0].words["direct"] == 0


@given(st.text(max_size=80), st.lists(st.integers(0, 80), max_size=6))
def test_no_word_is_lost_or_counted_twice_by_voice(text, edges):
    places = sorted({min(edge, len(text)) for edge in edges})
    stretches = [
        (a, b, "direct", None, None) for a, b in zip(places[::2], places[1::2], strict=False)
    ]
    pieces = "".join(piece for _, _, piece in voiced(text, *stretches).pieces())
    assert pieces == text
    assert count_words([voiced(text)]).total == len(words_of(text))

"""The cutting of a text: exact places, the Penn way, sentences as people see them."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.text.spans import Span
from tests.english import tokenize

WORDS = [
    ("He didn't go.", "He did n't go ."),
    ("She’s late, they’ll wait.", "She ’s late , they ’ll wait ."),
    ("I cannot stay.", "I can not stay ."),
    ("the self-proclaimed, pro-Kiev side", "the self-proclaimed , pro-Kiev side"),
    (
        "It cost $5m, or 1,000 euros (3.5 per cent).",
        "It cost $ 5m , or 1,000 euros ( 3.5 per cent ) .",
    ),
    ("A 34-year-old man left at 9:30.", "A 34-year-old man left at 9:30 ."),
    ("The U.S. and J.K. Rowling", "The U.S. and J.K. Rowling"),
    ("J. K. Rowling met Dr. Brown", "J. K. Rowling met Dr. Brown"),
    ("“Yes,” he said.", "“ Yes , ” he said ."),
    ("``Yes,'' he said.", "`` Yes , '' he said ."),
    ("Wait... what?!", "Wait ... what ? !"),
    ("see https://example.org/a?b=1, then", "see https://example.org/a?b=1 , then"),
    ("write to a.b@example.org now", "write to a.b@example.org now"),
    ("@reader saw #news", "@reader saw #news"),
    ("AT&T rose — sharply", "AT&T rose — sharply"),
    ("the dogs' tails", "the dogs ' tails"),
    ("A cafe\u0301 isn't nai\u0308ve-looking", "A cafe\u0301 is n't nai\u0308ve-looking"),
    ("\u0301\u0301 alone", "\u0301\u0301 alone"),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words(text: str, expected: str) -> None:
    assert " ".join(tokenize(text).words) == expected


SENTENCES = [
    ("It rained. We left.", ["It rained.", "We left."]),
    ("Mr. Brown met Dr. Green. They spoke.", ["Mr. Brown met Dr. Green.", "They spoke."]),
    ("He lives in the U.S. The house is old.", ["He lives in the U.S.", "The house is old."]),
    (
        "Low (R-N.C.) voted, as did Hay, D-Fla., who left.",
        ["Low (R-N.C.) voted, as did Hay, D-Fla., who left."],
    ),
    ("The U.S. Senate voted. It passed.", ["The U.S. Senate voted.", "It passed."]),
    ("“It rained.” We left.", ["“It rained.”", "We left."]),
    ("“It rained!” she said. We left.", ["“It rained!” she said.", "We left."]),
    (
        "A headline without a stop\n\nThe first line.",
        ["A headline without a stop", "The first line."],
    ),
    ("It cost 3.5 euros. Why?", ["It cost 3.5 euros.", "Why?"]),
    ("He left. ''It rained,'' he said.", ["He left.", "''It rained,'' he said."]),
    ("Wait... what? No.", ["Wait... what?", "No."]),
    ("It rained.[11] We left. [2] [3] So", ["It rained.[11]", "We left. [2] [3]", "So"]),
    ("It rained. [We] left.", ["It rained.", "[We] left."]),
    ("It rained.\n[1] We left.", ["It rained.", "[1] We left."]),
    ("It rained. [1", ["It rained.", "[1"]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    tokens = tokenize(text)
    assert [tokens.span(*sentence).of(text) for sentence in tokens.sentences] == expected


@given(
    st.text(alphabet=st.characters() | st.sampled_from("“”‘’'\"`.!? \n\tÅİß—…-aA1"), max_size=300)
)
def test_every_character_is_covered_once(text: str) -> None:
    tokens = tokenize(text)
    spans = list(zip(tokens.starts, tokens.ends, strict=True))
    assert [text[start:end] for start, end in spans] == list(tokens.words)
    assert all(start < end for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    covered = {place for start, end in spans for place in range(start, end)}
    assert all(char.isspace() for place, char in enumerate(text) if place not in covered)


@given(st.text(alphabet="aB.?!”\"'’ \n", max_size=200))
def test_sentences_cover_all_tokens_in_order(text: str) -> None:
    tokens = tokenize(text)
    edges = [edge for sentence in tokens.sentences for edge in sentence]
    assert edges == sorted(edges)
    assert [i for first, end in tokens.sentences for i in range(first, end)] == list(
        range(len(tokens))
    )


@given(st.text(alphabet="ab, .\n", max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_tokens_in_a_span_share_a_character_with_it(text: str, one: int, two: int) -> None:
    tokens = tokenize(text)
    span = Span(min(one, two), max(one, two))
    expected = [i for i in range(len(tokens)) if tokens.span(i, i + 1).overlaps(span)]
    if len(span):
        assert list(tokens.tokens_in(span)) == expected


def test_lower_case_makes_the_apostrophe_straight() -> None:
    assert tokenize("It’s").lowers == ("it", "'s")


def test_lower_case_makes_a_letter_and_the_sign_over_it_one() -> None:
    assert tokenize("Cafe\u0301").lowers == ("café",)


@pytest.mark.parametrize("piece", ["word ", "“", "'", "a.", "\n"])
def test_long_odd_texts_take_linear_time(piece: str, grows_in_line: Callable[..., bool]) -> None:
    assert grows_in_line(lambda times: tokenize(piece * times))

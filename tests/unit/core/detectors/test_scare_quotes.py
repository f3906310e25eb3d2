"""Quotation marks around words that nobody is quoted with."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.analysis.analysing import AnalysisTools
from reader.core.detectors.scare_quotes import QuotingWords, find_scare_quotes
from reader.core.text.spans import Span
from tests.english import tokenize

NO_WORDS = QuotingWords(frozenset(), frozenset())


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The “experts” met again on Monday.", ["“experts”"]),
        ('A "peace plan" was shown to the press.', ['"peace plan"']),
        ("These ‘reforms’ cost many jobs.", ["‘reforms’"]),
        ('The mayor called it "unfair" on Monday.', []),
        ("He said the plan was “not fair”.", []),
        ("“No,” she replied.", []),
        ("The film “Long Night” opens today.", []),
        ("It was 5' 10\" tall and 6' 2\" wide.", []),
        ("The workers' union and the teachers' union met.", []),
        ("An unclosed “mark stays alone.", []),
        ("She was on “Fox & Friends” on Monday.", []),
    ],
)
def test_held_off_words(shipped_tools: AnalysisTools, text: str, marked: list[str]) -> None:
    found = find_scare_quotes(tokenize(text), (), shipped_tools.grammar.quoting)
    assert [text[item.span.start : item.span.end] for item in found] == marked


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("The so-called “renewal plan” passed.", "confident"),
        ("Their supposed 'aid' came in May.", "confident"),
        ("These “reforms” cost many jobs.", "confident"),
        ("He lost her “friends” in the fog.", "confident"),
        ("A “premium” account costs more.", "possible"),
        ("The “experts” met again.", "confident"),
        ("They brought “proof” to the hearing.", "confident"),
        ("She left with her “principles” in a bag.", "confident"),
        ("He sent an “apology” to the town.", "confident"),
        ("A “voluntary” fee fell due in May.", "confident"),
        ("Two men gave their “help” again.", "confident"),
        ("Mill owner sends 'proof' to council", "possible"),
        ("The plan was “helpful” at first.", "possible"),
        ("A “closed” vote was held.", "possible"),
        ("The self-described “patriots” marched.", None),
    ],
)
def test_what_makes_it_sure_that_a_word_is_held_off(
    shipped_tools: AnalysisTools, text: str, confidence: str | None
) -> None:
    found = find_scare_quotes(tokenize(text), (), shipped_tools.grammar.quoting)
    assert [item.confidence for item in found] == [confidence] * (confidence is not None)


def test_what_somebody_is_quoted_with_is_theirs(shipped_tools: AnalysisTools) -> None:
    text = "The “experts” met again."
    quoting = shipped_tools.grammar.quoting
    assert find_scare_quotes(tokenize(text), (Span(4, 13),), quoting) == ()


@given(st.text(alphabet="ab “”\"'‘’.«»😀\n", max_size=60))
def test_spans_lie_in_order_inside_the_text(text: str) -> None:
    spans = [item.span for item in find_scare_quotes(tokenize(text), (), NO_WORDS)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))

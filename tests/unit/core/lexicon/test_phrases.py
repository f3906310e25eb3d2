"""What a phrase may look like."""

import pytest

from reader.core.lexicon.lexicon import Entry
from reader.core.lexicon.phrases import phrase_problem, slot_problem
from tests.english import ENGLISH


@pytest.mark.parametrize(
    "phrase",
    ["thug", "so-called", "fear*", "call … liar", "sign* that", "a bed of roses", "9/11", "may"],
)
def test_phrases_that_can_be_used(phrase: str) -> None:
    assert phrase_problem(phrase, ENGLISH) is None


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("", "no phrase"),
        ("  ", "no phrase"),
        ("*", "must begin"),
        ("…", "must begin"),
        ("… liar", "must begin"),
        ("call …", "must begin"),
        ("call …  …", "must begin"),
        ("th*", "nearly everything"),
        ("a*", "nearly everything"),
        ("THE*", "nearly everything"),
        ("tha*", "“that”"),
        ("the", "nearly every sentence"),
        ("of the", "nearly every sentence"),
        ("the … of", "nearly every sentence"),
        ("f*ear", "end of a word"),
        ("fear**", "end of a word"),
        ("a … b … c … d", "two gaps"),
        ("word " * 21, "20 words"),
    ],
)
def test_phrases_that_cannot(phrase: str, reason: str) -> None:
    problem = phrase_problem(phrase, ENGLISH)
    assert problem is not None
    assert reason in problem
    assert problem.endswith(".")


@pytest.mark.parametrize("phrase", ["X-backed", "pro-X", "self-styled X", "anti-X-led rally"])
def test_slots_that_can_be_used(phrase: str) -> None:
    assert slot_problem(phrase) is None


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("X", "must begin"),
        ("X loyalists", "must begin"),
        ("backed", "one X"),
        ("", "one X"),
        ("X-X", "one X"),
        ("pro-X*", "no *"),
        ("so … X", "no …"),
        ("word " * 20 + "X", "20 words"),
    ],
)
def test_slots_that_cannot(phrase: str, reason: str) -> None:
    problem = slot_problem(phrase)
    assert problem is not None
    assert reason in problem
    assert problem.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "found", "plainer"),
    [
        ("X-backed", "Oslo-backed", "supported by Oslo"),
        ("pro-X", "pro-\nOslo", "supported by Oslo"),
        ("self-styled X", "self-styled prophet", "supported by prophet"),
        ("hand-X", "hand-picked", "supported by picked"),
    ],
)
def test_a_plainer_wording_repeats_what_stood_in_the_slot(
    phrase: str, found: str, plainer: str
) -> None:
    entry = Entry(phrase, "slot", None, "label", "possible", ("supported by X", "MAX: loses X"))
    assert entry.filled(found).wordings == (plainer, "MAX")


def test_a_word_x_in_an_entry_without_a_slot_stays() -> None:
    entry = Entry("X-ray", "exact", None, "label", "possible", ("picture by X",))
    assert entry.filled("X-ray") is entry

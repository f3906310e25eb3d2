"""Forms of words, and the way back."""

import pytest

from reader.core.text.tagging import Part
from tests.english import ENGLISH

FORMS = [
    ("claim", "verb", "claim claims claimed claiming"),
    ("admit", "verb", "admit admits admitted admitting"),
    ("travel", "verb", "travel travels travelled travelling traveled traveling"),
    ("deny", "verb", "deny denies denied denying"),
    ("panic", "verb", "panic panics panicked panicking"),
    ("argue", "verb", "argue argues argued arguing"),
    ("say", "verb", "say says said saying"),
    ("write", "verb", "write writes wrote written writing"),
    ("slam", "verb", "slam slams slammed slamming"),
    ("insist", "verb", "insist insists insisted insisting"),
    ("forbid", "verb", "forbid forbids forbade forbidden forbidding"),
    ("begin", "verb", "begin begins began begun beginning"),
    ("fear-monger", "verb", "fear-monger fear-mongers fear-mongered fear-mongering"),
    ("city", "noun", "city cities"),
    ("wolf", "noun", "wolf wolves"),
    ("woman", "noun", "woman women"),
    ("crisis", "noun", "crisis crises"),
    ("harsh", "adj", "harsh harsher harshest"),
    ("angry", "adj", "angry angrier angriest"),
]


@pytest.mark.parametrize(("word", "part", "expected"), FORMS)
def test_forms(word: str, part: str, expected: str) -> None:
    assert set(expected.split()) <= ENGLISH.inflections.forms(word, part)


@pytest.mark.parametrize(
    ("word", "part", "never"),
    [("visit", "verb", "visitted"), ("open", "verb", "openned"), ("see", "verb", "seed")],
)
def test_no_form_is_invented(word: str, part: str, never: str) -> None:
    assert never not in ENGLISH.inflections.forms(word, part)


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("claimed", "claim"),
        ("said", "say"),
        ("denied", "deny"),
        ("arguing", "argue"),
        ("admitted", "admit"),
    ],
)
def test_way_back(form: str, base: str) -> None:
    assert base in ENGLISH.inflections.verb_lemmas(form)


@pytest.mark.parametrize(
    "word", [word for word, _, _ in FORMS] + ["salesman", "tiptoe", "underlie"]
)
@pytest.mark.parametrize("part", ["verb", "noun", "adj", "adv", None])
def test_all_forms_begin_with_the_opening(word: str, part: Part | None) -> None:
    opening = ENGLISH.inflections.opening(word)
    assert all(form.startswith(opening) for form in ENGLISH.inflections.forms(word, part))


def test_only_verbs_that_are_asked_for_are_answered() -> None:
    lemmas = ENGLISH.inflections.verb_lemmas
    assert lemmas("claimed", {"claim"}) == ("claim", "claimed")
    assert lemmas("claimed", {"deny"}) == ("claimed",)

"""A look before a search: what a regular expression needs, and that nothing is passed over."""

import re
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.sources.words.disclosure_words import DisclosureWords, pattern_of
from reader.core.sources.words.needed_parts import Folded, needs_of
from reader.paths import default_paths
from reader.storage.languages import load_languages

GOLD = Path(__file__).resolve().parents[3] / "quality" / "gold"
ALWAYS = ((),)


@cache
def english():
    return load_languages(default_paths().languages).of("en").lists(DisclosureWords)


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\b(?:told|tells) reporters\b", [[{"told reporters", "tells reporters"}]]),
        (r"(?i:\bNot Named\b)", [[{"not named"}]]),
        (r"told (?:\w+ )?reporters", [[{"told "}, {"reporters"}]]),
        (r"posted|in a \w+ thread", [[{"posted"}], [{"in a "}, {" thread"}]]),
        (r"e-?mails?", [[{"email", "e-mail"}]]),
        (r"[Ss]peaking (?!to\b)\w+", [[{"speaking "}]]),
        (r"(?:anonym\w*){1,2}", [[{"anonym"}]]),
        (r"(?:named)?", ALWAYS),
        (r"(?:named)*", ALWAYS),
        (r"(?:named){0,3}", ALWAYS),
        (r"a|named", ALWAYS),
        (r"[a-z]+", ALWAYS),
        (r"(?P<who>named)", ALWAYS),
        (r"(named) \1", ALWAYS),
        (r"named(", ALWAYS),
        ("named\\", ALWAYS),
        ("|".join(map(str, range(1000, 2000))), ALWAYS),
    ],
)
def test_what_a_pattern_needs(pattern: str, needed) -> None:
    found = needs_of((pattern,))
    assert sorted(sorted(map(sorted, way)) for way in found) == sorted(
        sorted(map(sorted, way)) for way in needed
    )


def test_what_a_text_cannot_hold_is_known_at_once() -> None:
    text = Folded("She TOLD two reporters.")
    assert text.may_hold((r"told (?:\w+ )?reporters", "posted"))
    assert not text.may_hold((r"told (?:\w+ )?journalists", "posted"))


@pytest.mark.parametrize("text", ["NOT NAMED", "not named", "\u212aept", "İnterview", "ınterview"])
def test_letters_that_a_search_takes_for_another_are_found(text: str) -> None:
    pattern = r"(?i:not named|kept|interview)"
    assert re.search(pattern, text)
    assert Folded(text).may_hold((pattern,))


LETTERS = st.sampled_from(["ab", "ba", "abb", "[Aa]b", r"\w", r"\b", "a?", "(?=b)", " ", "."])
PATTERNS = st.recursive(
    LETTERS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda some: f"(?:{'|'.join(some)})"),
        st.builds(
            "(?:{}){}".format, inner, st.sampled_from(["?", "*", "+", "{2}", "{0,2}", "+?"])
        ),
        inner.map("(?i:{})".format),
    ),
    max_leaves=8,
)


@given(PATTERNS, st.text("abAB ", max_size=12))
def test_whatever_a_pattern_finds_it_may_find(pattern: str, text: str) -> None:
    if re.search(pattern, text):
        assert Folded(text).may_hold((pattern,)), (pattern, text)


def test_the_shipped_patterns_find_all_that_they_found() -> None:
    words, texts = english(), [path.read_text("utf-8") for path in sorted(GOLD.glob("*.txt"))[:12]]
    lines = [line for text in texts for line in text.split("\n") if line]
    for name in (field.name for field in fields(DisclosureWords)):
        patterns = getattr(words, name)
        assert name == "negations" or () not in needs_of(patterns), name
        for line in lines:
            if not Folded(line).may_hold(patterns):
                assert not pattern_of(patterns).search(line), (name, line)

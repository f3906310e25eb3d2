"""Expressions made from words: the longest wins, and where there are none nothing fits."""

import re

import pytest

from reader.core.text.expressions import any_of


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (["may", "maybe"], "maybe not", "maybe"),
        (["p.m."], "pxmx p.m. today", "p.m."),
        (["a b", "(c)"], "x (c) a b", "(c)"),
        ([], "anything", None),
        ([], "", None),
    ],
)
def test_any_of_some_words_is_found(words, text, found):
    match = re.search(f"(?:{any_of(words)})", text)
    assert (match and match.group()) == found

"""Names and figures that texts share."""

import pytest

from reader.core.across.shared_names import names_and_figures, shared_with_others


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was Ada Lind who spoke.", {"Ada", "Lind"}),
        ("Nobody knew. Somebody asked.", set()),
        ("The town of Eskerby’s square, said Holloway.", {"Eskerby", "Holloway"}),
        ("It costs £60,000 in 2025, and 7 of them.", {"60,000", "2025"}),
        ("😀 told Ada “Never” again", {"Ada"}),
        ("", set()),
    ],
)
def test_words_with_a_capital_inside_a_sentence_and_figures(text, words):
    assert names_and_figures(text) == words


def test_what_is_shared_is_counted_with_all_before():
    texts = [frozenset("ab"), frozenset("bc"), frozenset("acd"), frozenset()]
    assert shared_with_others(texts) == (1, 2, 0)
    assert shared_with_others(texts[:1]) == ()

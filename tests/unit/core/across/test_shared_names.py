"""Names and figures that texts share."""

import pytest

from reader.core.across.shared_names import (
    may_be_one_event,
    names_and_figures,
    shared_with_others,
)


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


def test_one_event_shares_a_good_part_of_the_names_of_the_shorter_text():
    town = frozenset(map(str, range(20)))
    assert may_be_one_event(town, frozenset(map(str, range(8))))
    assert not may_be_one_event(town, frozenset(map(str, range(7)))), "too few to tell"
    country = frozenset(map(str, range(12, 60)))
    assert len(town & country) == 8
    assert may_be_one_event(town, country)
    assert not may_be_one_event(town | {"a"}, country), "much is shared, but of very much"

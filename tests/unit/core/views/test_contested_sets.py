"""Contested sets of an article: words with voices, rivals as equals, practice and objection."""

from dataclasses import replace

import pytest

from reader.core.analysis.analysing import analyse
from reader.core.views.contested import contested_sets
from reader.intake.read import read_text

TEXT = (
    "An enhanced interrogation followed. “It was torture,” said Ada Lind.\n\n"
    "Critics say that the regime has to go. The government of the island kept silent."
)


@pytest.fixture(scope="module")
def found(shipped_tools):
    return analyse(read_text(TEXT, "x.txt"), shipped_tools)


def words(item):
    return [(word.text, word.voice, word.speaker) for word in item.words]


def test_words_of_a_set_stand_together_with_their_voices(found):
    first, second = contested_sets(found)
    assert words(first) == [
        ("enhanced interrogation", "narrator", None),
        ("torture", "direct", "Ada Lind"),
    ]
    assert "harsh interrogation" in first.rivals
    assert "New York Times (2014)" in first.practice
    assert first.objection
    assert words(second)[0][0] == "regime"
    assert ("government", "narrator", None) in words(second)
    assert "government" not in second.rivals
    assert second.practice.startswith("AP (2003): ")


def test_a_muted_place_is_left_out(found):
    first, _ = contested_sets(found)
    muted = frozenset(span for word in first.words for span in word.spans)
    assert len(contested_sets(found, muted)) == 1


def test_an_article_without_a_listed_word_has_no_set(found):
    assert contested_sets(replace(found, findings=())) == ()

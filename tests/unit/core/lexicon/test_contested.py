"""Contested terms as shipped: sets with practice and objection, wordings with what they lose."""

import re

import pytest

from reader.core.lexicon.lexicon import Entry
from reader.paths import default_paths
from reader.storage.lexicons.files import load_lexicon
from tests.english import LANGUAGES

FEWEST_SETS = 60
FEWEST_NAMED = 60  # sets with the practice of a handbook or a body that is named


@pytest.fixture(scope="module")
def contested() -> list[Entry]:
    lexicon = load_lexicon(default_paths().lexicons / "loaded-wording", LANGUAGES).lexicon
    assert lexicon is not None
    return [entry for entry in lexicon.entries if "contested" in entry.categories]


def test_many_sets_tell_practice_with_a_year_or_that_none_was_found(contested):
    told = {(item.practice, item.objection) for item in contested if item.practice}
    assert len(told) >= FEWEST_SETS
    for practice, objection in told:
        assert objection.endswith((".", "?", ".”")), objection
        assert practice.endswith((".", ".”", "”.")), practice
        assert practice.startswith("Not found") or re.search(r"\b(19|20)\d\d\b|guide", practice)
    named = [practice for practice, _ in told if not practice.startswith("Not found")]
    assert len(named) >= FEWEST_NAMED


def test_the_sets_are_not_of_one_country(contested):
    words = " ".join(item.phrase for item in contested if item.practice)
    for place in "Kashmir Taiwan Israel Kyiv Lekki plaasmoorde Malvinas Londonderry".split():
        assert place in words


def test_a_plainer_wording_may_say_what_it_loses():
    entry = Entry("mob", "forms", None, "contested", "confident", ("crowd: loses the threat", "x"))
    assert entry.wordings == ("crowd", "x")
    assert entry.losses == (("crowd", "loses the threat"),)


def test_shipped_losses_name_a_loss(contested):
    told = [loss for item in contested for _, loss in item.losses]
    assert len(told) >= 20
    assert all(loss.startswith("loses ") for loss in told)

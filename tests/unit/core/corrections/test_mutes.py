"""Mutes are corrections: of places, found again in an edited text, and of entries."""

import pytest

from reader.core.corrections import (
    Anchor,
    Correction,
    History,
    mute_everywhere,
    mute_here,
    muted_entries,
    muted_entry,
    muted_places,
    with_context,
)
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Entry
from reader.core.text.spans import Span

TEXT = "The brutal mayor slammed the plan. A brutal winter came, he said, and it may end."


def finding(text, words, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    entry = Entry(words, "forms", None, "emotive", "confident")
    return Finding(
        Span(start, start + len(words)), "loaded", "wording", "emotive", entry, "confident"
    )


@pytest.mark.parametrize(
    ("edited", "expected"),
    [
        (TEXT, "A >brutal< winter"),
        ("It rained. " + TEXT, "A >brutal< winter"),
        (TEXT.replace("slammed", "criticised"), "A >brutal< winter"),
        (TEXT.replace("A brutal", "A\n\nbrutal"), "\n\n>brutal< winter"),
        ("A quiet harbour, and two boats.", ""),
        (TEXT.replace("brutal winter", "hard winter"), ""),
    ],
)
def test_a_muted_place_is_found_again(edited, expected):
    mute = mute_here(TEXT, finding(TEXT, "brutal", 1))
    places = muted_places([mute, muted_entry("loaded", "plan")], edited)
    around = [
        edited[max(0, s.start - 2) : s.start]
        + ">"
        + s.of(edited)
        + "<"
        + edited[s.end : s.end + 7]
        for s in places
    ]
    assert around == ([expected] if expected else [])


def test_an_entry_is_muted_by_its_lexicon_and_phrase():
    mute = mute_everywhere(finding(TEXT, "brutal"))
    assert muted_entries([mute, mute_here(TEXT, finding(TEXT, "may"))]) == {("loaded", "brutal")}


def test_mutes_of_earlier_versions_learn_their_context():
    bare = Correction("mute-here", places=(Anchor("brutal", "", "", TEXT.index("brutal w")),))
    entry = muted_entry("loaded", "plan")
    known = with_context([bare, entry], TEXT)
    assert known == (mute_here(TEXT, finding(TEXT, "brutal", 1)), entry)
    assert with_context([bare], "Other words.") == (bare,)


def test_one_mute_is_taken_back_from_the_middle():
    first, second, third = (muted_entry("loaded", word) for word in ("one", "two", "three"))
    history = History().with_new(first).with_new(second).with_new(third)
    after = history.without(second)
    assert after.done == (first, third)
    assert after.undo().done == (first, second, third)
    assert after.undo().redo() == after
    assert after.without(second) == after


def test_no_step_back_reaches_what_another_window_muted():
    mine, last, theirs = (muted_entry("loaded", word) for word in ("mine", "last", "theirs"))
    history = History().with_new(mine).with_new(last).with_others((mine, last, theirs))
    assert history.done == (theirs, mine, last)
    assert history.undo().undo().done == (theirs,)
    assert history.undo().with_others((mine,)).redo().done == (mine, last)


def test_what_was_made_together_has_a_first_one_when_its_first_is_taken_back():
    one, two, three = (muted_entry("loaded", word) for word in ("one", "two", "three"))
    done = History().with_new(one).with_new(two, three).without(two).done
    assert [item.is_continued for item in done] == [False, False]

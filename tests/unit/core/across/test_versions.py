"""What changed between two versions of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.across.versions import differences

CASES = [
    ("The vote was close.", "The vote was close.", []),
    ("The vote was close.", "The vote was very close.", [("", "very ")]),
    ("One.\n\nTwo.", "One.", [("\n\nTwo.", "")]),
    ("One.", "One.\n\nTwo 😀.", [("", "\n\nTwo 😀.")]),
    ("Seven of six met.", "Eight of six met.", [("Seven", "Eight")]),
    ("He said yes now.", "She said no now.", [("He", "She"), ("yes", "no")]),
    ("", "New.", [("", "New.")]),
    ("More than 1,000 met.", "About 1,200 met.", [("More than 1,000", "About 1,200")]),
    ("It fell by 1.5.", "It fell by 1.7.", [("1.5", "1.7")]),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_changes(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    found = differences(old, new)
    assert [(change.old.of(old), change.new.of(new)) for change in found] == expected


PARTS = st.lists(st.sampled_from(["The council", " met", ".", "\n\n", " 😀", " again", "é"]))


@given(PARTS.map("".join), PARTS.map("".join))
def test_the_later_text_can_be_made_of_the_earlier(old: str, new: str) -> None:
    made, place = "", 0
    for change in differences(old, new):
        assert old[place : change.old.start] == new[len(made) : change.new.start]
        made += old[place : change.old.start] + change.new.of(new)
        place = change.old.end
        assert len(made) == change.new.end
    assert made + old[place:] == new

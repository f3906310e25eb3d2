"""Two windows change one setting: each keeps what it changed."""

import json

import pytest

from reader.settings import Settings
from reader.storage.user_data.settings_file import (
    joined_settings,
    merged_settings,
    settings_from_plain,
)


@pytest.mark.parametrize(
    ("before", "mine", "theirs", "merged"),
    [
        ((), ("open=F2",), ("find=F4",), {"open": "F2", "find": "F4"}),
        ((), ("open=F2",), ("open=F4",), {"open": "F2"}),
        ((), ("open=F2",), ("find=F2",), {"open": "F2", "find": ""}),
        (("open=F2",), (), ("open=F2", "find=F4"), {"find": "F4"}),
        (("open=F2",), ("open=",), ("open=F4",), {"open": ""}),
        (("open=F2", "find=F4"), ("open=F2",), ("open=F9", "find=F4"), {"open": "F9"}),
        (("open=F2",), ("open=F2", "find=F4"), (), {"find": "F4"}),
        (("a",), ("open=F2",), ("zz", "find=F3=F4"), {"open": "F2", "find": "F3=F4"}),
    ],
)
def test_keys_of_two_windows(before, mine, theirs, merged):
    found = merged_settings(*(Settings(keys=keys) for keys in (before, mine, theirs)))
    assert dict(part.split("=", 1) for part in found.keys) == merged


ONE, TWO = {"paper": "A4"}, {"paper": "Letter"}
BOTH = {"pdf": ONE, "csv": ONE}


@pytest.mark.parametrize(
    ("before", "mine", "theirs", "merged"),
    [
        (None, {"pdf": ONE}, {"csv": TWO}, {"pdf": ONE, "csv": TWO}),
        (None, {"pdf": ONE}, {"pdf": TWO}, {"pdf": ONE}),
        ({"pdf": ONE}, {}, BOTH, {"csv": ONE}),
        ({"pdf": ONE}, BOTH, None, BOTH),
    ],
)
def test_choices_of_exports_of_two_windows(before, mine, theirs, merged):
    formats = (before, mine, theirs)
    lines = ("" if one is None else json.dumps({"formats": one}) for one in formats)
    found = merged_settings(*(Settings(export_choices=line) for line in lines))
    assert json.loads(found.export_choices)["formats"] == merged


@pytest.mark.parametrize("theirs", ["", "no JSON", "[" * 100_000, "7", '"x"', "[1]"])
def test_choices_that_cannot_be_read_give_way(theirs):
    mine = json.dumps({"last": "pdf"})
    both = merged_settings(
        Settings(), Settings(export_choices=mine), Settings(export_choices=theirs)
    )
    assert json.loads(both.export_choices) == {"last": "pdf"}


def test_a_choice_that_is_none_here_counts_as_the_usual_one_and_stays():
    plain = {"feed_schedule": "weekly", "feed_pages": "yes", "text_language": "de"}
    found = settings_from_plain(plain)
    assert found == Settings(feed_pages="yes", text_language="de")
    assert joined_settings(plain, found)["feed_schedule"] == "weekly"
    changed = Settings(feed_schedule="daily")
    assert joined_settings(plain, changed)["feed_schedule"] == "daily"

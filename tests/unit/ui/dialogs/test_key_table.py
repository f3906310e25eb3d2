"""The table of keys: what is found, who holds a key, what the settings keep."""

import pytest

from reader.ui.dialogs.keys.key_table import (
    KeyRow,
    chosen_keys,
    holder_of,
    kept_keys,
    rows_found,
    with_key,
    with_keys,
)

ROWS = (
    KeyRow("open", "File", "Open", "Ctrl+O", "Ctrl+O"),
    KeyRow("mute", "Marks", "Mute here", "Ctrl+M", "Ctrl+M"),
    KeyRow("card", "Marks", "Show the card", "", ""),
    KeyRow("", "On the page", "Put a source on a side", "1, 2, 0", "1, 2, 0"),
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["Open", "Mute here", "Show the card", "Put a source on a side"]),
        ("mute", ["Mute here"]),
        ("ctrl+m", ["Mute here"]),
        ("marks card", ["Show the card"]),
        ("zebra", []),
    ],
)
def test_rows_are_found_by_command_section_and_key(words, found):
    assert [row.text for row in rows_found(ROWS, words)] == found


@pytest.mark.parametrize(
    ("key", "name", "holder"),
    [
        ("Ctrl+O", "mute", "Open"),
        ("Ctrl+O", "open", None),
        ("2", "card", "Put a source on a side"),
        ("F4", "card", None),
        ("", "open", None),
    ],
)
def test_who_holds_a_key(key, name, holder):
    row = holder_of(ROWS, key, name)
    assert (row.text if row else None) == holder


def test_a_key_that_is_taken_leaves_its_holder_without_one():
    rows = with_key(ROWS, "card", "Ctrl+M")
    assert {row.name: row.key for row in rows if row.name} == {
        "open": "Ctrl+O",
        "mute": "",
        "card": "Ctrl+M",
    }
    assert kept_keys(rows) == ("mute=", "card=Ctrl+M")
    assert with_keys(ROWS, chosen_keys(kept_keys(rows))) == rows


def test_only_changed_rows_are_found_when_asked():
    rows = with_key(ROWS, "open", "F4")
    assert [row.name for row in rows_found(rows, "", only_changed=True)] == ["open"]


@pytest.mark.parametrize("kept", [("nonsense",), ("",), ("open",)])
def test_a_setting_without_a_sign_is_no_key(kept):
    assert chosen_keys(kept) == {}


def test_a_key_may_hold_the_sign_itself():
    assert chosen_keys(("larger=Ctrl+=",)) == {"larger": "Ctrl+="}

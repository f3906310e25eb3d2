"""Every format of lists has what its users need; that lists come back is in test_formats."""

import ast
import re
from pathlib import Path

import pytest

import reader
from reader.storage.interchange.registry import (
    LIST_FORMATS,
    list_endings,
    list_format,
    list_format_of_file,
)


@pytest.mark.parametrize("one", LIST_FORMATS, ids=lambda one: one.name)
def test_a_format_has_what_its_users_need(one):
    assert re.fullmatch("[a-z]+", one.name)
    assert one.title
    assert one.endings
    assert all(re.fullmatch(r"\.[a-z0-9]+", ending) for ending in one.endings)
    assert list_format(one.name) is one
    for ending in one.endings:
        assert list_format_of_file(Path(f"a.b{ending.upper()}")) is one
        assert (ending in list_endings()) == (one.read is not None)


def test_no_format_is_forgotten_and_none_is_there_twice():
    endings = [ending for one in LIST_FORMATS for ending in one.endings]
    assert len(set(endings)) == len(endings)
    assert len({one.name for one in LIST_FORMATS}) == len(LIST_FORMATS)
    folder = Path(reader.__file__).parent / "storage" / "interchange"
    trees = [ast.parse(path.read_text("utf-8")) for path in folder.glob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    made = sum(getattr(call.func, "id", "") == "ListFormat" for call in calls)
    assert made == len(LIST_FORMATS), "a format is not in LIST_FORMATS"

"""Drawers: what is filed is found again, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.text.drawers import Drawer, NumberDrawer

WORDS = st.text(st.characters(blacklist_characters="\n\x7f"), max_size=6)


@given(st.dictionaries(WORDS, st.integers(0, 99)), WORDS)
def test_what_is_filed_is_found_and_nothing_else(numbers: dict[str, int], other: str) -> None:
    drawer = NumberDrawer.from_bytes(NumberDrawer.to_bytes(numbers))
    assert dict(drawer) == numbers
    assert {word: drawer[word] for word in numbers} == numbers
    assert len(drawer) == len(numbers)
    assert drawer.get(other) == numbers.get(other)
    assert NumberDrawer.to_bytes(drawer) == NumberDrawer.to_bytes(numbers)


def test_the_beginning_and_the_end_of_a_word_are_not_the_word() -> None:
    drawer = Drawer.made([("harbour", b"2"), ("our", b"1")])
    assert [drawer.find(word) for word in ("harbour", "our", "harb", "bour", "")] == [
        b"2",
        b"1",
        None,
        None,
        None,
    ]


@pytest.mark.parametrize("cut", [1, 9, -1])
def test_what_is_not_whole_is_refused(cut: int) -> None:
    with pytest.raises(ValueError, match="not whole"):
        NumberDrawer.from_bytes(NumberDrawer.to_bytes({"mill": 1})[:cut])

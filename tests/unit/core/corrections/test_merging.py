"""Two windows correct the same article: nothing of either is lost, nothing comes twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.corrections import Correction, merged, muted_entry

A, B, C = (Correction("name-side", value=f"1 {name}") for name in "ABC")
M, N = muted_entry("loaded", "one"), muted_entry("loaded", "two")


@pytest.mark.parametrize(
    ("before", "mine", "theirs", "expected"),
    [
        ((), (A,), (), (A,)),
        ((), (A,), (B,), (B, A)),
        ((A,), (A, B), (A, C), (A, C, B)),
        ((A, B), (A,), (A, B, C), (A, C)),
        ((A, B), (A,), (A,), (A,)),
        ((A,), (A, A), (A, B), (A, B, A)),
        ((A, A), (A,), (A, B, A), (A, B)),
        ((), (M,), (M,), (M,)),
        ((M,), (), (M, N), (N,)),
        ((A, B), (B, A), (A, B, C), (A, B, C)),
        ((), (), (A,), (A,)),
    ],
)
def test_both_count(before, mine, theirs, expected):
    assert merged(before, mine, theirs) == expected


lists = st.lists(st.sampled_from([A, B, C, M, N]), max_size=6).map(tuple)


@given(lists, lists, lists)
def test_what_is_new_on_either_side_is_there_and_what_one_took_back_is_gone(base, more, other):
    theirs = (*base, *other)
    both = merged(base, (*base, *more), theirs)
    for item in {*base, *more, *other}:
        expected = theirs.count(item) + more.count(item)
        is_mute = item in (M, N)
        assert both.count(item) >= 1 if is_mute else both.count(item) == expected
    assert merged(both, (), both) == ()

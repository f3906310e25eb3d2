"""Plain data as small bytes, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.storage.library.database.packing import pack_rising, packed, unpack_rising


@given(st.sets(st.integers(0, 1 << 40)))
def test_rising_numbers_come_back(numbers: set[int]) -> None:
    assert list(unpack_rising(pack_rising(sorted(numbers)))) == sorted(numbers)


def test_numbers_of_an_earlier_version_come_back() -> None:
    assert list(unpack_rising(packed([3, 4, 300]))) == [3, 7, 307]


def test_what_was_not_packed_so_is_refused() -> None:
    with pytest.raises(ValueError, match="unpacked"):
        list(unpack_rising(b"\x00nonsense"))

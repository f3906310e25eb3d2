"""Indented JSON is the same text that the standard library writes."""

import json

from hypothesis import given
from hypothesis import strategies as st

from reader.storage.reports.indented_json import indented

_PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(_PLAIN)
def test_it_is_what_the_library_writes(value: object) -> None:
    """Whatever JSON can hold, empty and nested, quotation marks and half signs among it."""
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=1)


def test_pairs_in_tuples_are_lists() -> None:
    """A tuple is written as a list, as the library does."""
    assert indented({"a": ((1, 2), ())}) == json.dumps(
        {"a": [[1, 2], []]}, ensure_ascii=False, indent=1
    )

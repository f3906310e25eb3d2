"""Indented JSON that is written faster than Python writes it, and looks the same."""

import json

from hypothesis import given
from hypothesis import strategies as st

from reader.storage.reports.indented_json import indented_json

PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
ROWS = st.lists(st.lists(PLAIN, max_size=3), max_size=4) | st.lists(
    st.dictionaries(st.text(), PLAIN, max_size=3), max_size=4
)
DATA = st.recursive(
    PLAIN | ROWS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=30,
)


@given(DATA)
def test_it_looks_as_python_writes_it(data: object) -> None:
    assert indented_json(data) == json.dumps(data, ensure_ascii=False, indent=1)


def test_signs_of_json_in_a_text_part_no_rows() -> None:
    data = {"rows": [{"text": "},\n   {"}, {"text": "],\n   ["}], "pairs": [["},{"], ["],["]]}
    assert indented_json(data) == json.dumps(data, ensure_ascii=False, indent=1)

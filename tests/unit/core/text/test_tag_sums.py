"""Sums of weights in columns of one whole number."""

from hypothesis import given
from hypothesis import strategies as st

from reader.core.text.tag_sums import TagColumns, heaviest, side_by_side

TAGS = ("NN", "VB", "JJ", "DT", "IN")
VECTORS = st.lists(
    st.dictionaries(st.integers(0, len(TAGS) - 1), st.integers(-32_768, 32_767)), max_size=20
)


@given(VECTORS, st.lists(st.sampled_from(TAGS), min_size=1, unique=True))
def test_the_heaviest_is_the_first_with_the_largest_sum(
    vectors: list[dict[int, int]], candidates: list[str]
) -> None:
    columns = TagColumns(TAGS)
    total = columns.level + sum(side_by_side(vector.items()) for vector in vectors)
    sums = [sum(vector.get(TAGS.index(tag), 0) for vector in vectors) for tag in candidates]
    assert heaviest(total, columns.of(candidates)) == sums.index(max(sums))

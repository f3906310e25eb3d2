"""Places of words: the same as to look through the text for them."""

from hypothesis import given
from hypothesis import strategies as st

from reader.core.text.word_places import WordPlaces

COLUMN = st.lists(st.sampled_from(["the", "a", ",", "“", "7", ""]))


@given(COLUMN, st.frozensets(st.sampled_from(["the", ",", "7", "no"])))
def test_places_are_all_and_in_order(column: list[str], wanted: frozenset[str]) -> None:
    found = WordPlaces(column).of(wanted)
    assert found == [place for place, word in enumerate(column) if word in wanted]


@given(COLUMN, st.integers(0, 9), st.integers(0, 9))
def test_words_are_counted_without_marks(column: list[str], first: int, past_last: int) -> None:
    words = [word for word in column[first:past_last] if word in {"the", "a", "7"}]
    assert WordPlaces(column).count_words(first, past_last) == len(words)


@given(COLUMN, st.sampled_from(["the", ",", "no"]), st.integers(0, 9), st.integers(0, 9))
def test_the_next_place_is_the_first_in_a_stretch_or_its_end(
    column: list[str], word: str, first: int, past_last: int
) -> None:
    expected = next((at for at in range(first, past_last) if column[at : at + 1] == [word]), None)
    assert WordPlaces(column).next_of(word, first, past_last) == (
        past_last if expected is None else expected
    )

"""Where each word of a text stands."""

import pytest

from reader.core.text.word_places import WordPlaces

PLACES = WordPlaces(["a", ",", "b", ",", "a", "."])


@pytest.mark.parametrize(
    ("word", "first", "past_last", "expected"),
    [
        (",", 0, 6, 1),
        (",", 1, 6, 1),
        (",", 2, 6, 3),
        (",", 2, 3, 3),  # none in the stretch: its end
        (",", 4, 6, 6),
        ("never", 0, 6, 6),
        (",", 5, 4, 4),  # a stretch that is none
    ],
)
def test_the_next_place_of_a_word(word: str, first: int, past_last: int, expected: int) -> None:
    """It is the first one in the stretch, or else the end of that."""
    assert PLACES.next_of(word, first, past_last) == expected


def test_places_of_several_words_are_in_order() -> None:
    """All places of all words asked for, as they stand."""
    assert PLACES.of({"a", "."}) == [0, 4, 5]
    assert PLACES.of({","}) == [1, 3]
    assert PLACES.of({"never"}) == []

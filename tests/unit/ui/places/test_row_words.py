"""What an article is called in a list."""

import pytest

from reader.ui.places.library.article_list.row_words import name_of


@pytest.mark.parametrize(
    ("title", "origin", "expected"),
    [
        ("Market to move", "/home/ann/market.txt", "Market to move"),
        (None, "/home/ann/market.txt", "market.txt"),
        (None, "C:\\texts\\market.txt", "market.txt"),
        (None, "https://harbour.example/news/ferry/", "ferry"),
        (None, "https://harbour.example/", "harbour.example"),
        (None, "", "Untitled"),
    ],
)
def test_a_text_without_a_headline_is_called_by_where_it_came_from(title, origin, expected):
    assert name_of(title, origin) == expected

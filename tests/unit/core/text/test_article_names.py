"""What an article is called, everywhere."""

from pathlib import Path

import pytest

from reader.core.text.article import in_quotes, name_of
from reader.intake.read import read_text
from reader.storage.library.library import Library

LONG = "The night ferry will stop in June, the harbour office said on Monday."


@pytest.mark.parametrize(
    ("title", "opening", "origin", "expected"),
    [
        ("Market to move", LONG, "/home/ann/market.txt", "Market to move"),
        (None, LONG, "market.txt", "“The night ferry will stop in June, the harbour …”"),
        ("", "Boats  came\n\nin.", "market.txt", "“Boats came in.”"),
        (None, "“We go,” he said.", "", "“‘We go,’ he said.”"),
        (None, "ferry" * 30, "", f"“{('ferry' * 30)[:48]}…”"),
        (None, " ", "C:\\texts\\market.txt", "market.txt"),
        (None, "", "https://harbour.example/news/ferry/", "ferry"),
        (None, "", "https://harbour.example/", "harbour.example"),
        (None, "", "", "…"),
    ],
)
def test_without_a_headline_it_is_called_by_its_first_words(title, opening, origin, expected):
    assert name_of(title, opening, origin) == expected


@pytest.mark.parametrize(("name", "told"), [("Boats", "“Boats”"), ("“Boats …”", "“Boats …”")])
def test_a_name_has_quotation_marks_once(name, told):
    assert in_quotes(name) == told


def test_lists_searches_and_pages_call_it_alike(tmp_path: Path) -> None:
    article = read_text(f"{LONG} {LONG}", "market.txt")
    assert article.title is None
    library = Library.open(tmp_path)
    one = library.articles.add(article).id
    (row,) = library.rows_of([one])
    (found,) = library.search.find("ferry")
    library.close()
    assert (row.title, found.title) == (None, None)
    assert row.name == found.name == article.name == name_of(None, LONG)

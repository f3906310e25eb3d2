"""Rows, orders, and the groups that the reader sorts articles into."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.core.corrections import Scope, digest
from reader.core.notes import Note
from reader.errors import LibraryError
from reader.intake.read import read_text
from reader.storage.library.library import Library
from reader.storage.library.rows import FILE, Group, KeptSearch, Wanted, local_day
from reader.storage.library.sorting.listing import Listing
from reader.storage.library.upkeep.opening import open_database
from reader.storage.user_data.scope_files import NOTES

FACTS = [  # text, title, outlet, published
    ("one", "beta", "Courier", "2025-05-09"),
    ("two words", "Alpha", "Today", "2025-05-11"),
    ("three more words", "gamma", None, None),
]


@pytest.fixture
def kept(library: Library) -> list[str]:
    return [
        library.articles.add(
            replace(read_text(text, ""), title=title, outlet=outlet, published=published)
        ).id
        for text, title, outlet, published in FACTS
    ]


@pytest.mark.parametrize(
    ("sort", "is_descending", "order"),
    [
        ("date", True, [2, 1, 0]),  # one without a date stands where it was added
        ("date", False, [0, 1, 2]),
        ("title", False, [1, 0, 2]),
        ("outlet", True, [1, 0, 2]),
        ("words", True, [2, 1, 0]),
        ("added", False, [0, 1, 2]),
    ],
)
def test_orders(
    library: Library, kept: list[str], sort: str, is_descending: bool, order: list[int]
) -> None:
    wanted = Wanted(sort=sort, is_descending=is_descending)
    expected = [kept[index] for index in order]
    assert list(library.ids(wanted)) == expected
    assert [row.id for row in library.rows(wanted)] == expected
    assert [row.id for row in library.rows(wanted, first=1, most=1)] == expected[1:2]


def test_rows_in_the_order_of_ids(library: Library, kept: list[str]) -> None:
    asked = [kept[2], "kept-99", kept[0]]
    assert [row.id for row in library.rows_of(asked)] == [kept[2], kept[0]]
    assert library.row("kept-99") is None


def test_a_row(library: Library, kept: list[str]) -> None:
    library.shelves.put_in_collection("Market", kept[:1])
    library.shelves.put_in_collection("debate; autumn", kept[:1])
    library.shelves.give_tag("for class", kept[:1])
    row = library.row(kept[0])
    assert row is not None
    assert (row.title, row.outlet, row.published, row.words) == (
        "beta",
        "Courier",
        "2025-05-09",
        1,
    )
    assert row.collections == ("debate; autumn", "Market")
    assert row.tags == ("for class",)
    assert (row.marks, row.state, row.copy_of, row.versions, row.notes) == (
        None,
        "new",
        None,
        1,
        0,
    )
    assert row.added == "2026-11-26T09:00:01Z"


def test_filters_go_together(library: Library, kept: list[str]) -> None:
    library.shelves.put_in_collection("Market", kept[:2])
    library.shelves.give_tag("council", kept[1:])
    assert library.ids(Wanted(collection="market", tag="COUNCIL")) == (kept[1],)
    assert library.ids(Wanted(outlet="Courier")) == (kept[0],)
    assert library.ids(Wanted(named="COURIER")) == (kept[0],)
    assert library.ids(Wanted(named="zebra")) == ()
    assert library.ids(Wanted(named="words")) == (), "a headline stands before the first words"
    nameless = library.articles.add(read_text("Ferry words at night.", "")).id
    assert library.ids(Wanted(named="night FERRY")) == (nameless,)
    library.trash.remove([nameless])
    assert library.ids(Wanted(named="%")) == ()
    assert set(library.ids(Wanted(named="  "))) == set(library.ids(Wanted()))
    assert library.ids(Wanted(feed=7)) == ()
    assert library.outlets() == (Group("Courier", 1, 1), Group("Today", 1, 1))


def test_a_folder_lists_what_was_read_from_it(library: Library, tmp_path: Path) -> None:
    inside = tmp_path / "news" / "may" / "a.txt"
    for path in (tmp_path / "news.txt", inside, tmp_path / "newsletters" / "b.txt"):
        library.articles.add(read_text(f"It rained at {path.name}.", str(path)))
    (only,) = library.ids(Wanted(folder=str(tmp_path / "news")))
    row = library.row(only)
    assert row is not None
    assert row.origin == str(inside)


def test_collections(library: Library, kept: list[str]) -> None:
    shelves = library.shelves
    shelves.make_collection("Empty")
    shelves.put_in_collection("Market", kept)
    shelves.put_in_collection("market", kept[:1])
    assert shelves.collections() == (Group("Empty", 0, 0), Group("Market", 3, 3))
    library.trash.remove(kept[:1])
    shelves.take_out_of_collection("Market", kept[1:2])
    assert shelves.collections()[1] == Group("Market", 1, 1)
    shelves.rename_collection("Market", "empty")
    assert shelves.collections() == (Group("Empty", 1, 1),)
    shelves.delete_collection("Empty")
    assert shelves.collections() == ()
    assert len(library.rows()) == 2


def test_tags_go_with_their_last_article(library: Library, kept: list[str]) -> None:
    library.shelves.give_tag("  for\n class ", kept[:2])
    library.shelves.take_tag("for class", kept[:1])
    assert library.shelves.tags() == (Group("for class", 1, 1),)
    library.shelves.rename_tag("for class", "pupils")
    library.shelves.take_tag("pupils", kept)
    assert library.shelves.tags() == ()


@pytest.mark.parametrize("name", ["", "  \n"])
def test_a_group_needs_a_name(library: Library, name: str) -> None:
    with pytest.raises(LibraryError, match="needs a name"):
        library.shelves.make_collection(name)


def test_nothing_is_put_anywhere_with_a_wrong_id(library: Library, kept: list[str]) -> None:
    with pytest.raises(LibraryError, match="kept-99"):
        library.shelves.give_tag("council", [kept[0], "kept-99"])
    assert library.shelves.tags() == ()


def test_kept_searches(library: Library) -> None:
    library.shelves.keep_search("Regime", "regime, narrator only")
    library.shelves.keep_search("regime", "regime OR junta")
    assert library.shelves.searches() == (KeptSearch("regime", "regime OR junta"),)
    library.shelves.forget_search("REGIME")
    assert library.shelves.searches() == ()


@pytest.fixture
def west_of_greenwich() -> Iterator[None]:
    """Let the machine stand in New York, wherever it stands."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("TZ", "America/New_York")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="only Unix changes the zone of a program")
@pytest.mark.usefixtures("west_of_greenwich")
@pytest.mark.parametrize("told", ["", "garbage", "2024-99-01T00:00:00Z", "0001-01-01T00:00:00Z"])
def test_the_day_of_what_is_no_time_is_not_known(told: str) -> None:
    assert local_day(told) in {"", "0001-01-01"}
    assert local_day("2024-05-06T12:00:00Z") == "2024-05-06"


def test_a_row_counts_the_notes_that_the_page_shows(library: Library) -> None:
    read = read_text("The harbour was closed on Sunday.", "/news/harbour.md")
    one = library.articles.add(read).id
    first, second = Note("lemon", text="one"), Note("lemon", text="two")
    elsewhere = replace(Scope.of(read), place=digest("/copies/harbour.md"))
    library.work.save(NOTES, elsewhere, (), (first,))
    assert library.row(one).notes == len(library.notes_on(read)) == 1
    library.work.save(NOTES, Scope.of(read), (first,), (first, second))
    assert library.row(one).notes == len(library.notes_on(read)) == 2
    edited = read_text("The harbour was closed on Monday.", "/news/harbour.md")
    library.articles.replace(one, edited)
    assert library.row(one).notes == len(library.notes_on(edited)) == 2
    assert library.ids(Wanted(is_noted=True)) == (one,)
    assert library.counts().noted == 1
    library.work.save(NOTES, Scope.of(edited), (first, second), ())
    assert library.row(one).notes == len(library.notes_on(edited)) == 0
    assert library.ids(Wanted(is_noted=True)) == ()
    assert library.counts().noted == 0


def test_rows_look_through_no_notes_on_other_texts(library: Library, tmp_path: Path) -> None:
    """With notes on 3,000 texts a page of 200 rows took a second and a half."""
    library.articles.add(read_text("The harbour was closed.", "/news/harbour.md"))
    database, _ = open_database(tmp_path / "data" / FILE)
    listing = Listing(database)
    steps: list[int] = []

    def counted() -> int:
        steps.clear()
        database.connection.set_progress_handler(lambda: steps.append(1), 10)
        assert len(listing.rows(Wanted(), 0, 200)) == 1
        database.connection.set_progress_handler(None, 0)
        return len(steps)

    before = counted()
    for number in range(200):
        scope = Scope.of(read_text(f"Another text, {number}.", f"/news/{number}.md"))
        library.work.save(NOTES, scope, (), (Note("lemon", text="one"),))
    assert counted() < 1.5 * before
    database.close()

"""Each change of the library is taken back whole, and takes nothing of others with it."""

from functools import partial
from pathlib import Path

import pytest

from reader.core.text.article import Article
from reader.storage.library.library import Library
from reader.ui.controllers.library.acts import reversible
from reader.ui.controllers.library.acts.library_changes import (
    collected,
    deleted_collection,
    deleted_tag,
    forgotten_search,
    kept_search,
    made_collection,
    renamed_search,
    tagged,
    taken_out,
    untagged,
    with_collections,
    with_tags,
)
from reader.ui.controllers.library.acts.reversible import OnSearches, OnShelves

AT = "https://quay.example/feed"
ONE, TWO, THREE = "kept-1", "kept-2", "kept-3"


@pytest.fixture
def library(tmp_path):
    library = Library.open(tmp_path / "data")
    library.feeds.follow(AT, title="Quay", folder="Sea", schedule="daily", wants_page=True)
    (feed,) = library.feeds.all()
    for text in ("One.", "Two.", "Three."):
        library.articles.add(Article(text, ()), feed=feed.number)
    library.feeds.see(feed.number, "a", ONE)
    library.feeds.see(feed.number, "b", None)
    library.feeds.answered(feed.number, etag='"v1"', modified="x", title="", site="https://q/")
    library.shelves.put_in_collection("Town", [ONE, TWO])
    library.shelves.put_in_collection("Sea", [TWO, THREE])
    library.shelves.make_collection("Empty")
    library.shelves.give_tag("boats", [ONE])
    library.shelves.give_tag("fish", [ONE, TWO])
    library.shelves.keep_search("Ferries", "ferry")
    library.shelves.keep_search("Trams", "tram")
    library.watched.watch(tmp_path, "2026-11-26T09:00:00Z")
    library.trash.remove([TWO])  # what is in the trash stays where it was sorted
    yield library
    library.close()


def state(library):
    """Return all that can be changed here."""
    shelves = library.shelves
    (*feeds,) = library.feeds.all()
    return {
        "collections": {
            g.name: shelves.members("collection", g.name) for g in shelves.collections()
        },
        "tags": {g.name: shelves.members("tag", g.name) for g in shelves.tags()},
        "searches": shelves.searches(),
        "feeds": [(one, library.feeds.as_followed(one.number)) for one in feeds],
        "watched": library.watched.all(),
    }


CHANGES = {
    "put": OnShelves("collection", ["Town"], collected("Town", [ONE, THREE])),
    "put into a new one": OnShelves("collection", ["New"], collected("New", [ONE])),
    "taken out": OnShelves("collection", ["Town"], taken_out("Town", [ONE, THREE])),
    "the last taken out": OnShelves("collection", ["Town"], taken_out("Town", [ONE, TWO])),
    "made": OnShelves("collection", ["New"], partial(made_collection, "New", (ONE,))),
    "made though it is there": OnShelves(
        "collection", ["Town"], partial(made_collection, "Town", (THREE,))
    ),
    "deleted": OnShelves("collection", ["Town"], partial(deleted_collection, "Town")),
    "an empty one deleted": OnShelves(
        "collection", ["Empty"], partial(deleted_collection, "Empty")
    ),
    "other collections": OnShelves(
        "collection", ["Town", "New"], partial(with_collections, ONE, ["New"], ["Town"])
    ),
    "tagged": OnShelves("tag", ["fish"], tagged("fish", [TWO, THREE])),
    "a new tag": OnShelves("tag", ["salt"], tagged("salt", [THREE])),
    "the last tag taken": OnShelves("tag", ["boats"], untagged("boats", [ONE])),
    "a tag deleted": OnShelves("tag", ["fish"], partial(deleted_tag, "fish")),
    "other tags": OnShelves(
        "tag", ["boats", "fish", "salt"], partial(with_tags, {ONE: ("salt",)})
    ),
    "renamed": reversible.Renamed("collection", "Town", "City"),
    "renamed to be one": reversible.Renamed("collection", "Town", "Sea"),
    "written large": reversible.Renamed("tag", "fish", "Fish"),
    "tags made one": reversible.Renamed("tag", "boats", "fish"),
    "a search kept": OnSearches(kept_search("Ports", "port")),
    "a search kept over another": OnSearches(kept_search("Ferries", "boat")),
    "a search kept over one in other letters": OnSearches(kept_search("FERRIES", "boat")),
    "a search renamed": OnSearches(renamed_search("Ferries", "Boats")),
    "a search renamed over another": OnSearches(renamed_search("Ferries", "TRAMS")),
    "a search in other letters": OnSearches(renamed_search("Ferries", "FERRIES")),
    "a search forgotten": OnSearches(forgotten_search("Ferries")),
    "a feed renamed": reversible.RenamedFeed(1, "The harbour"),
    "a feed left": reversible.LeftBehind(1),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_taken_back(library, change):
    before = state(library)
    change(library)
    assert state(library) != before
    change.back(library)
    assert state(library) == before


def test_a_folder_is_watched_again_as_it_was(library, tmp_path):
    before = state(library)
    change = reversible.NotWatched(Path(tmp_path))
    change(library)
    assert library.watched.all() == ()
    change.back(library)
    assert state(library) == before


def test_what_others_did_meanwhile_stays(library):
    change = OnShelves("collection", ["New"], collected("New", [ONE]))
    change(library)
    library.shelves.put_in_collection("New", [THREE])
    change.back(library)
    assert library.shelves.members("collection", "New") == {THREE}


def test_what_is_deleted_for_good_does_not_come_back(library):
    change = OnShelves("collection", ["Sea"], partial(deleted_collection, "Sea"))
    left = reversible.LeftBehind(1)
    change(library)
    left(library)
    library.trash.empty()
    left.back(library)
    change.back(library)
    assert library.shelves.members("collection", "Sea") == {THREE}
    assert [one.number for one in library.feeds.all()] == [1]


def test_a_feed_followed_anew_meanwhile_stays(library):
    change = reversible.LeftBehind(1)
    change(library)
    library.feeds.follow(AT, title="Mine")
    change.back(library)
    assert [one.title for one in library.feeds.all()] == ["Mine"]

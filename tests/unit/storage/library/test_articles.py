"""Adding, getting back, editing, throwing away."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.core.text.article import Article, Fact, Removed, Zone
from reader.core.text.spans import Span
from reader.errors import LibraryError
from reader.intake.read import read_text
from reader.storage.library.library import Library
from reader.storage.library.rows import Original, ReadingPlace, Wanted

PAGE = "https://courier.example/news/market?utm_source=feed#top"


def article(text: str = "Fury as council axes market", **facts: object) -> Article:
    return replace(read_text(text, ""), **facts)


def test_an_article_comes_back_exactly(library: Library) -> None:
    kept = Article(
        text="Titel 😀\n\nZwei.",
        zones=(Zone("headline", Span(0, 7)), Zone("paragraph", Span(9, 14))),
        removed=(Removed("Share this", "a button", 9),),
        title="Titel 😀",
        byline=None,
        published="2025-05-09",
        outlet="",
        origin="/news/ü.html",
        language="de",
        caveats=("The end may be missing.",),
        facts=(Fact("date", "9 May", "meta date"),),
    )
    added = library.articles.add(kept, Original("ü.html", b"\x00\xffraw"))
    assert library.articles.article(added.id) == kept
    assert library.articles.original(added.id) == Original("ü.html", b"\x00\xffraw")


@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(text=st.text(), title=st.none() | st.text(), origin=st.text())
def test_any_text_can_be_kept(library: Library, text: str, title: str, origin: str) -> None:
    kept = Article(text, (), title=title, origin=origin)
    back = library.articles.article(library.articles.add(kept).id)
    halves = {ord(char): "�" for char in text if "\ud800" <= char <= "\udfff"}
    assert back.text == text.translate(halves)
    assert len(back.text) == len(text)


SAME = [
    ("the same twice", {}, {}, True),
    (
        "one address in two spellings",
        {"origin": PAGE},
        {"origin": f"{PAGE.partition('?')[0]}/"},
        True,
    ),
    ("pasted, then from a file", {"origin": ""}, {"origin": "/news/a.txt"}, True),
    ("two addresses", {"origin": PAGE}, {"origin": "https://today.example/market"}, False),
    ("two outlets", {"outlet": "Courier"}, {"outlet": "Today"}, False),
    ("two headlines", {"title": "One"}, {"title": "Other"}, False),
    ("an outlet that was not known", {"outlet": None}, {"outlet": "Today"}, True),
]


@pytest.mark.parametrize(("case", "first", "then", "is_same"), SAME)
def test_the_same_thing_twice_adds_nothing(
    library: Library, case: str, first: dict, then: dict, is_same: bool
) -> None:
    one = library.articles.add(article(**first))
    other = library.articles.add(article(**then), tags=["again"])
    assert one.is_new, case
    assert (other.id == one.id, other.is_new) == (is_same, not is_same)
    assert len(library.rows()) == 2 - is_same
    assert library.rows(Wanted(tag="again"))[0].id == other.id


def test_another_text_of_an_address_is_a_version(library: Library) -> None:
    first = library.articles.add(article("Market to close", origin=PAGE))
    later = library.articles.add(article("Market may close", origin=PAGE))
    assert (first.is_version, later.is_version) == (False, True)
    assert [row.versions for row in library.rows()] == [2, 2]
    assert library.articles.id_of_address(PAGE) == later.id


def test_a_version_is_sorted_like_the_last_one(library: Library) -> None:
    library.articles.add(article("Market to close", origin=PAGE), collections=["Osk"], tags=["a"])
    later = library.articles.add(article("Market may close", origin=PAGE), tags=["b"])
    library.articles.add(article("Quite another", origin="/news/a.txt"))
    assert {row.id for row in library.rows() if row.tags} >= {later.id}
    assert [(group.name, group.count) for group in library.shelves.collections()] == [("Osk", 2)]
    assert [(tag.name, tag.count) for tag in library.shelves.tags()] == [("a", 2), ("b", 1)]


def test_other_text_of_a_file_is_another_article(library: Library) -> None:
    library.articles.add(article("Market to close", origin="/news/a.txt"))
    assert not library.articles.add(article("Quite another", origin="/news/a.txt")).is_version


def test_edits_are_laid_over_and_taken_back(library: Library) -> None:
    kept = article(outlet="Courier", facts=(Fact("outlet", "Courier", "JSON-LD"),))
    one = library.articles.add(kept).id
    library.articles.edit(one, "title", "Another title")
    library.articles.edit(one, "author", "Nell Harwick")
    library.articles.edit(one, "outlet", "")
    library.articles.edit(one, "kind", "opinion")
    edited = library.articles.article(one)
    assert (edited.title, edited.byline, edited.outlet) == ("Another title", "Nell Harwick", None)
    assert Fact("title", "Another title", "your edit") in edited.facts
    assert edited.facts[-1] == Fact("outlet", "Courier", "JSON-LD")
    row = library.row(one)
    assert row is not None
    assert (row.title, row.byline, row.outlet, row.kind) == (
        "Another title",
        "Nell Harwick",
        None,
        "opinion",
    )
    assert [found.id for found in library.search.find("title:another")] == [one]
    for name in library.articles.edits(one):
        library.articles.edit(one, name, None)
    assert library.articles.article(one) == kept
    with pytest.raises(LibraryError, match="nothing that can be edited"):
        library.articles.edit(one, "mood", "grim")


def test_another_form_of_an_article(library: Library) -> None:
    one = library.articles.add(article("The council met.")).id
    library.articles.replace(one, article("The council met. Nobody spoke."))
    assert library.articles.article(one).text == "The council met. Nobody spoke."
    assert [found.id for found in library.search.find("nobody")] == [one]


def test_trash_and_back(library: Library, clock) -> None:
    one, other = (library.articles.add(article(text)).id for text in ("One.", "Other."))
    library.shelves.put_in_collection("Market", [one])
    library.trash.remove([one])
    assert [row.id for row in library.rows()] == [other]
    assert [row.id for row in library.rows(Wanted(is_trash=True))] == [one]
    assert library.search.find("one") == ()
    assert library.articles.id_of(article("One.")) is None
    clock.time += timedelta(days=29)
    assert library.trash.empty(only_old=True) == 0
    library.trash.restore([one])
    assert [row.id for row in library.rows(Wanted(collection="market"))] == [one]
    library.trash.remove([one])
    clock.time += timedelta(days=31)
    assert library.trash.empty(only_old=True) == 1
    with pytest.raises(LibraryError, match=f"no article {one} in the library"):
        library.articles.article(one)
    assert library.upkeep.check() == (True, library.upkeep.check()[1])


def test_adding_again_takes_out_of_the_trash(library: Library) -> None:
    one = library.articles.add(article()).id
    library.trash.remove([one])
    again = library.articles.add(article())
    assert (again.id, again.is_new, again.was_in_trash) == (one, False, True)
    assert [row.id for row in library.rows()] == [one]


def test_an_id_is_never_given_again(library: Library) -> None:
    one = library.articles.add(article("One.")).id
    library.trash.remove([one])
    library.trash.empty()
    assert library.articles.add(article("Other.")).id != one


@pytest.mark.parametrize("word", ["kept-0", "kept-", "17", "kept-1.txt", "./kept-1", "kept-999"])
def test_a_wrong_id_is_told(library: Library, word: str) -> None:
    for act in (library.articles.article, lambda one: library.trash.remove([one])):
        with pytest.raises(LibraryError) as caught:
            act(word)
        assert word in caught.value.message
        assert caught.value.hint


def test_what_was_read(library: Library) -> None:
    one, other = (library.articles.add(article(text)).id for text in ("One.", "Other."))
    assert [row.state for row in library.rows()] == ["new", "new"]
    library.reading.opened(one)
    library.reading.keep_place(one, ReadingPlace(12, "The council", 1.0))
    assert library.rows(Wanted(state="new", is_opened=True))[0].id == one  # only looked at
    library.reading.begun(one)
    library.reading.keep_place(one, ReadingPlace(12, "The council", 0.4))
    assert library.reading.place(one) == ReadingPlace(12, "The council", 0.4)
    assert [row.id for row in library.rows(Wanted(state="half-read"))] == [one]
    library.reading.keep_place(one, ReadingPlace(80, "Nobody", 1.0))
    library.reading.opened(one)
    assert [row.id for row in library.rows(Wanted(state="read"))] == [one]
    library.reading.opened(other)
    assert library.ids(Wanted(is_opened=True)) == (other, one)
    library.reading.set_state([one, other], "new")
    assert library.counts().by_state == {"new": 2}
    assert library.reading.place("kept-77") is None

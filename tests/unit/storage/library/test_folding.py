"""Copies are folded as they come, parted for good, and chosen anew when one goes."""

from dataclasses import replace

import pytest

from reader.intake.read import read_text
from reader.storage.library.library import Library
from reader.storage.library.rows import Wanted

FERRY = """\
Ferry to stop at night from June

ESKERBY (Pressline) - The night ferry will stop in June because the harbour has too few pilots.

The council heard the news on Monday, and nobody in the room spoke for a minute or two.

Its owners said that forty people use the boat on a usual night, and sixty before a market.

The mayor promised a bus over the bridge at ten and at midnight for the rest of the year.
"""
CUT = FERRY.rsplit("\n\n", 1)[0] + "\n"
OTHER = """\
Market moves

The market will move to the quay when the winter comes, and the stalls will be fewer than now.

Traders have asked for a longer lease, which the town has not answered since the spring began.
"""


def add(library: Library, text: str, **facts: object) -> str:
    return library.articles.add(replace(read_text(text, ""), **facts)).id


def folded(library: Library) -> dict[str, tuple[str | None, str | None]]:
    rows = sorted(library.rows(), key=lambda row: row.id)
    return {row.id: (row.copy_of, row.copy_kind) for row in rows}


@pytest.fixture
def three(library: Library) -> tuple[str, str, str]:
    """Return a paper's copy, the agency's own text, and another paper's with a cut."""
    return (
        add(library, FERRY, outlet="Harbour Post", title="Night ferry ends"),
        add(library, FERRY.replace("from June", "soon"), outlet="Pressline"),
        add(library, CUT, outlet="Carrow Mail"),
    )


def test_of_copies_one_is_counted(library: Library, three: tuple) -> None:
    paper, agency, other = three
    market = add(library, OTHER)
    for asked, kept in (
        ((market, other, agency, paper), (market, agency)),
        ((other, paper), (other,)),
        ((), ()),
    ):
        assert library.folding.without_copies(asked) == kept


def test_agency_copy_is_folded_under_the_agency(library: Library, three: tuple) -> None:
    paper, agency, other = three
    market = add(library, OTHER)
    assert folded(library) == {
        paper: (agency, "agency"),
        agency: (None, None),
        other: (agency, "agency"),
        market: (None, None),
    }
    assert library.ids(Wanted(is_folded=True)) == (market, agency)
    assert len(library.ids()) == 4, "every article is a row"
    assert library.folding.copies(agency) == (other, paper)
    assert library.row(agency).copies == 2
    assert library.counts().folded == 2


def test_parted_for_good(library: Library, three: tuple) -> None:
    paper, agency, other = three
    library.folding.part(agency)
    assert folded(library) == {
        paper: (None, None),
        agency: (None, None),
        other: (paper, "agency"),
    }
    later = add(library, FERRY, outlet="Eskerby Today")
    groups = folded(library)
    assert groups[agency] == (None, None)
    assert groups[later][0] is not None or later in {one for one, _ in groups.values()}
    library.articles.edit(agency, "title", "Another headline")
    assert folded(library)[agency] == (None, None)
    library.folding.join_again(agency)
    assert {one for one, _ in folded(library).values()} == {None, agency}


def test_one_in_the_trash_is_not_in_front(library: Library, three: tuple) -> None:
    paper, agency, other = three
    library.trash.remove([agency])
    assert folded(library) == {paper: (None, None), other: (paper, "agency")}
    library.trash.restore([agency])
    assert folded(library)[paper] == (agency, "agency")
    library.trash.remove([agency])
    library.trash.empty()
    assert folded(library) == {paper: (None, None), other: (paper, "agency")}
    assert library.upkeep.check()[1] == (
        "The file is whole.",
        "The index of words fits the texts.",
    )


def test_a_list_shows_a_copy_whose_front_it_does_not_hold(library: Library, three: tuple) -> None:
    library.shelves.put_in_collection("Ferry", three[2:])
    assert library.ids(Wanted(collection="Ferry", is_folded=True)) == three[2:]


def test_versions_of_an_address(library: Library) -> None:
    page = "https://courier.example/ferry"
    first = add(library, "The ferry stops in June.", origin=page)
    second = add(library, "The ferry stops in May.", origin=f"{page}#top")
    assert folded(library) == {first: (second, "version"), second: (None, None)}
    assert library.folding.versions(first) == (first, second)
    (change,) = library.folding.differences(first, second)
    assert change.new.of(library.articles.article(second).text) == "May"
    assert [row.versions for row in library.rows()] == [2, 2]
    assert library.folding.versions(add(library, OTHER))[1:] == ()


def test_another_form_of_a_text_is_folded_anew(library: Library, three: tuple) -> None:
    market = add(library, OTHER)
    library.articles.replace(market, replace(read_text(FERRY, ""), outlet="Today"))
    assert folded(library)[market] == (three[1], "agency")
    library.articles.replace(three[1], read_text(OTHER, ""))
    assert folded(library)[three[1]] == (None, None)

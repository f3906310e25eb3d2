"""Searches: what is found, where, in whose words, with and without the index of words."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.analysis.known_lexicons import KnownLexicons
from reader.core.corrections import Scope
from reader.core.notes import Note
from reader.errors import LibraryError
from reader.intake.read import read_text
from reader.storage.library.library import Library
from reader.storage.library.rows import Wanted, local_day
from reader.storage.user_data.scope_files import NOTES

MARKET = """\
Fury as council axes market

The regime at the town hall brutally cut the market, a cafe owner said on Friday.

“This regime will not stop,” said Ada Renfrew. “First the market, then the library.”

Ada Renfrew said that the market was lost. The council declined to comment on the regime’s plan.
"""
HARBOUR = """\
Harbour survey

The mayor said that the café at the harbour may close, and the re-opening is far. 😀 Don’t ask.
"""


@pytest.fixture(scope="module", params=[True, False], ids=["index", "no index"])
def found_in(
    shipped_tools: AnalysisTools,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Library]:
    """Return a library of two articles that is only searched."""
    library = Library.open(tmp_path_factory.mktemp("data"))
    known = KnownLexicons(shipped_tools.lexicons)
    for text, outlet, date in (
        (MARKET, "The Courier", "2025-05-09"),
        (HARBOUR, None, "2025-06-01"),
    ):
        article = replace(read_text(text, ""), outlet=outlet, published=date)
        one = library.articles.add(article, tags=["town"] if outlet else []).id
        library.analyses.keep(one, analyse(article, shipped_tools), known)
    scope = Scope.of(library.articles.article("kept-2"))
    library.work.save(NOTES, scope, (), (Note("lemon", None, "Ask Zoë!", ("für Klasse",)),))
    if not request.param:
        with library.change():
            for trigger in ("words_in", "words_out", "words_anew"):
                library.articles._database.run(f"DROP TRIGGER {trigger}")  # noqa: SLF001 -- a machine without FTS5
    yield library
    library.close()


BARE = "The ferry sails no more.\n\nIt was sold with the harbour.\n"


def test_a_text_without_a_headline_is_found_by_the_first_words_that_it_is_called_by(tmp_path):
    with closing(Library.open(tmp_path)) as library:
        library.articles.add(read_text(BARE, ""))
        library.articles.add(read_text(HARBOUR, ""))
        assert [row.name for row in library.rows_of(library.ids(Wanted()))][-1] == (
            "“The ferry sails no more. It was sold with the …”"
        )

        def found(words: str) -> set[str]:
            return {hit.id for hit in library.search.find(words)}

        assert found("title:ferry") == {"kept-1"}
        assert found("title:ferry -harbour") == set()
        assert found("title:fer*") == {"kept-1"}
        assert found("title:harbour") == {"kept-2"}, "it is past the words that are shown"


def test_an_article_without_a_date_is_found_by_the_day_on_which_it_was_added(tmp_path):
    with closing(Library.open(tmp_path)) as library:
        library.articles.add(replace(read_text(HARBOUR, ""), published="2025-05-09"))
        library.articles.add(read_text(BARE, ""))
        day = local_day(library.row("kept-2").added)

        def found(words: str) -> list[str]:
            return sorted(hit.id for hit in library.search.find(words))

        assert found("date:2025") == ["kept-1"]
        assert found("date:2000..") == ["kept-1"]
        assert found("harbour -date:2025") == ["kept-2"]
        assert "kept-2" in found(f"added:{day}")
        assert found("added:..2024") == []
        assert found("added:soon") == []


CASES = [
    ("regime", {"kept-1": ["regime", "regime", "regime"]}),
    ("REGIME, narrator only", {"kept-1": ["regime"]}),
    ("regime voice:quoted", {"kept-1": ["regime"]}),
    ("market, reported only", {"kept-1": ["market", "market"]}),
    ("market said by renfrew", {"kept-1": ["market", "market", "market"]}),
    ("market source:renfrew voice:direct", {"kept-1": ["market"]}),
    ("market said by Holloway", {}),
    ("cafe", {"kept-2": ["café"], "kept-1": ["cafe"]}),
    ("CAFÉ -harbour", {"kept-1": ["cafe"]}),
    ('"cafe at the harbour"', {"kept-2": ["café at the harbour"]}),
    ("don't", {"kept-2": ["Don’t"]}),
    ("re-opening", {"kept-2": ["re-opening"]}),
    ("regime harbour", {}),
    ("regime OR harbour", {"kept-2": ["Harbour", "harbour"], "kept-1": ["regime"] * 3}),
    ("surv*", {"kept-2": ["survey"]}),
    ("pl*", {"kept-1": ["plan"]}),
    ("z*", {}),
    ("re* -market", {"kept-2": ["re"]}),
    ("urvey", {}),
    ("title:axes", {"kept-1": ["axes"]}),
    ("title:regime", {}),
    ("market in:title", {"kept-1": ["market"]}),
    ("outlet:courier", {"kept-1": []}),
    ("outlet:courier survey", {}),
    ("outlet:courier OR survey", {"kept-2": ["survey"], "kept-1": []}),
    ("date:2025-05", {"kept-1": []}),
    ("date:2025-05..", {"kept-2": [], "kept-1": []}),
    ("date:..2024", {}),
    ("date:soon", {}),
    ("tag:town", {"kept-1": []}),
    ("-tag:town", {"kept-2": []}),
    ("-market", {"kept-2": []}),
    ("entry:brutal*", {"kept-1": ["brutally"]}),
    ("category:modal", {"kept-2": ["may"]}),
    ("category:modal voice:narrator", {}),
    ("source:renfrew", {"kept-1": None}),
    ("http://regime", {}),
    ("collection:none", {}),
    ("notes:zoe", {"kept-2": []}),
    ("zoe klasse in:notes", {"kept-2": []}),
    ("zoe", {}),
    ("notes:market", {}),
]


@pytest.mark.parametrize(("typed", "expected"), CASES)
def test_what_is_found(found_in: Library, typed: str, expected: dict) -> None:
    found = found_in.search.find(typed)
    assert [one.id for one in found] == list(expected)
    for one in found:
        text = found_in.articles.article(one.id).text
        assert all(text[place.start : place.end] == place.text for place in one.places)
        if expected[one.id] is not None:
            assert [place.text for place in one.places] == expected[one.id]
        else:
            assert {place.speaker for place in one.places} == {"Ada Renfrew"}


def test_the_index_of_voices_leaves_nothing_out(
    found_in: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is found in a voice or a mouth is the same with the index and without it."""
    words = ('"the market"', "the", "mark*", "entry:regime", "category:modal", "axes OR café")
    ways = ("voice:narrator", "voice:direct", "voice:indirect", "said by Renfrew", "said by mayor")
    asked = [f"{word} {way}" for word in words for way in ways]
    asked += [
        "said source:Renfrew voice:direct",
        "first library voice:direct",
        "-may voice:direct",
    ]
    with_index = [found_in.search.find(one) for one in asked]
    monkeypatch.setattr("reader.storage.library.search.voiced.lacks_voices", lambda _: True)
    assert with_index == [found_in.search.find(one) for one in asked]
    assert sum(map(bool, with_index)) >= 10


def test_the_index_of_voices_forgets(library: Library, shipped_tools: AnalysisTools) -> None:
    def rows() -> int:
        database = library.articles._database  # noqa: SLF001 -- it keeps no texts to look at
        asked = "SELECT count(*) FROM spoken_index WHERE spoken_index MATCH '\"dregime\"'"
        return database.one(asked)[0]

    known, article = KnownLexicons(shipped_tools.lexicons), read_text(MARKET, "")
    one = library.articles.add(article).id
    library.analyses.keep(one, analyse(article, shipped_tools), known)
    assert rows() == 1
    library.articles._database.run("UPDATE analysis SET is_spoken = 0")  # noqa: SLF001 -- as an earlier version left it
    library.articles._database.run("INSERT INTO spoken_index(spoken_index) VALUES ('delete-all')")  # noqa: SLF001 -- the same
    assert [found.id for found in library.search.find("regime, quoted only")] == [one]
    assert "1 articles were added to the index of voices." in library.upkeep.check()[1]
    assert rows() == 1
    other = read_text(MARKET.replace("This regime", "This council"), "")
    library.articles.replace(one, other)
    assert rows() == 0
    library.analyses.keep(one, analyse(other, shipped_tools), known)
    assert library.search.find("regime, quoted only") == ()
    library.trash.remove([one])
    library.trash.empty()
    assert rows() == 0


def test_voice_and_speaker_of_a_place(found_in: Library) -> None:
    (found,) = found_in.search.find("first")
    assert [(place.voice, place.speaker) for place in found.places] == [("direct", "Ada Renfrew")]


def test_pages_of_a_search(library: Library) -> None:
    kept = [
        library.articles.add(read_text(f"The regime, part {part}.", "")).id for part in range(9)
    ]
    first = library.search.find("regime", limit=4)
    rest = library.search.find("regime", limit=20, before=first[-1].id)
    assert [one.id for one in (*first, *rest)] == kept[::-1]
    assert first[0].places[0].voice is None, "it has not been analysed"
    assert library.search.find("regime", "narrator") == ()


@pytest.mark.parametrize("typed", ["", " \n"])
def test_nothing_typed_is_an_error(library: Library, typed: str) -> None:
    with pytest.raises(LibraryError, match="nothing to search for"):
        library.search.find(typed)


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        "*",
        "( AND",
        "NEAR(a b)",
        "title:",
        "-",
        "a*b",
        "words:x",
        "^a",
        "''",
        "OR OR",
        '"x" OR',
        "\x00",
    ],
)
def test_anything_typed_is_a_search(found_in: Library, typed: str) -> None:
    found_in.search.find(typed)

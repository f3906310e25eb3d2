"""Entries that are made when they are asked for do as a tuple of the same ones."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import pytest

from reader.core.analysis.known_lexicons import KnownLexicons
from reader.core.lexicon.filed.known_entries import known
from reader.core.lexicon.filed.late_entries import LateEntries, columns_of, key_of
from reader.core.lexicon.lexicon import Category, Entry, Guard, Lexicon
from reader.core.lexicon.matcher import CompiledLexicon, Matcher
from tests.english import ENGLISH, tokenize

MADE = [
    ("thug", "forms", "noun", "emotive"),
    ("mob", "forms", None, "emotive|crowds"),
    ("in a rage", "exact", None, "emotive"),
    ("X-backed", "slot", None, "crowds"),
    ("rampag*", "exact", None, "emotive"),
    ("go berserk", "forms", "verb", "emotive"),
    ("mob", "forms", "verb", "emotive"),
]
ENTRIES = tuple(
    Entry(
        phrase,
        match,
        part,
        category,
        "possible" if number % 2 else "confident",
        guards=(Guard("before", ("flash",)),) if phrase == "mob" else (),
        counterpart="crowd" if phrase == "mob" else "",
        note=f"Note {number}.",
        line=2 * number + 2,
    )
    for number, (phrase, match, part, category) in enumerate(MADE)
)
CATEGORIES = tuple(Category(name, name, "", "", "E", 1, "thick") for name in ("emotive", "crowds"))
LIST = Lexicon(
    "list", "List", "en", "1", "wording", "", (), "", "", CATEGORIES, ENTRIES,
    language_data=ENGLISH,
)  # fmt: skip
TEXT = (
    "The mob went berserk, a flash mob in a rage. State-backed thugs mobbed him, rampaging. "
    "He goes berserk, they say; one thug less."
)


class Maker:
    """Makes entries, and remembers of which numbers."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def __call__(self, numbers: Iterable[int]) -> Iterator[Entry]:
        for number in numbers:
            self.asked.append(number)
            yield replace(ENTRIES[number])


@pytest.fixture
def maker() -> Maker:
    return Maker()


@pytest.fixture
def late(maker: Maker) -> LateEntries:
    return LateEntries(columns_of(ENTRIES, known(ENTRIES).filing(ENGLISH)), maker, "source")


def test_they_are_a_sequence_of_the_same_entries(late: LateEntries) -> None:
    assert late == ENTRIES
    assert (len(late), late[1:3], late[-1]) == (len(ENTRIES), ENTRIES[1:3], ENTRIES[-1])
    assert hash(late) == hash(ENTRIES)
    assert ENTRIES[3] in late
    assert replace(ENTRIES[3], note="Another.") not in late
    assert "thug" not in late
    assert late != ENTRIES[1:]
    assert late != (*ENTRIES[:-1], replace(ENTRIES[-1], note="Another."))


def test_each_is_made_once_and_only_when_it_is_asked_for(late: LateEntries, maker: Maker) -> None:
    assert maker.asked == []
    assert late[2] is late[2]
    assert next(iter(late)) is late[0]
    assert sorted(maker.asked) == list(range(len(ENTRIES)))
    assert all(one is again for one, again in zip(late, late[:], strict=True))


def test_a_place_that_is_not_there_is_refused(late: LateEntries) -> None:
    with pytest.raises(IndexError):
        late[len(ENTRIES)]


def test_what_is_asked_of_all_makes_none(late: LateEntries, maker: Maker) -> None:
    asked, plain = known(late), known(ENTRIES)
    assert list(asked.leads()) == list(plain.leads())
    assert asked.lead(4) == plain.lead(4)
    assert list(asked.counterparts()) == list(plain.counterparts()) == [("mob", "crowd")] * 2
    assert asked.state() == plain.state()
    assert late == LateEntries(late.columns, maker, "source")
    assert maker.asked == []


def test_entries_are_found_by_key(late: LateEntries) -> None:
    known, plain = (
        KnownLexicons((replace(LIST, entries=entries),)) for entries in (late, ENTRIES)
    )
    for entry in ENTRIES:
        assert known.find("list", key_of(entry)) == plain.find("list", key_of(entry)) == entry
    for wrong in (replace(ENTRIES[1], line=99), replace(ENTRIES[1], part="adj")):
        assert known.find("list", key_of(wrong)) is plain.find("list", key_of(wrong)) is None
    assert known.versions == plain.versions


def found(entries: Sequence[Entry]) -> list[tuple[str, str]]:
    tokens = tokenize(TEXT)
    matcher = Matcher([replace(LIST, entries=entries)])
    return [(one.span.of(TEXT), one.entry.note) for one in matcher.find(tokens, None)]


def test_they_mark_what_entries_mark_that_are_there(late: LateEntries, maker: Maker) -> None:
    assert found(late) == found(ENTRIES)
    assert {note for _, note in found(late)} == {entry.note for entry in ENTRIES[:-1]}
    assert len(set(maker.asked)) == len(maker.asked)


def test_a_list_of_them_is_edited_like_any_other(late: LateEntries) -> None:
    compiled = CompiledLexicon(replace(LIST, entries=late))
    new = replace(ENTRIES[0], phrase="thug less", note="New.")
    kept = tuple(late)
    for entries in ((*kept, new), (new, *kept[1:]), kept[1:]):
        edited = compiled.with_lexicon(replace(LIST, entries=entries))
        tokens = tokenize(TEXT)
        wanted = Matcher([CompiledLexicon(edited.lexicon)]).find(tokens, None)
        assert Matcher([edited]).find(tokens, None) == wanted

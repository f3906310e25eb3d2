"""brat: what is written comes back equal, others' files too, and foreign offsets are refused."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.corrections import Anchor
from reader.core.text.spans import Span
from reader.errors import ImportFailedError
from reader.storage.exports.others.brat import brat_document, file_names, pieces_of
from reader.storage.exports.others.brat_lines import (
    BratDocument,
    Entity,
    Remark,
    ann_text,
    read_brat,
)
from reader.storage.exports.others.brat_notes import notes_of
from reader.storage.reports.report_format import Report

TEXT = "Cows may fly, said Ada.\nNobody saw it."
FOREIGN = """\
T1\tPerson 19 22\tAda
T2\tClaim 0 4;5 12\tCows may fly
T3\tSay 14 18\tsaid
E1\tSay:T3 Who:T1 What:T2
R1\tKnows Arg1:T1 Arg2:T2\t
*\tEquiv T1 T2
A1\tNegated E1
A2\tDegree T2 high
N1\tReference T1 Wikidata:Q1\tAda
#1\tAnnotatorNotes T1\twho is that?
T4\tOdd 24 30\tNobody
"""


def test_what_is_written_comes_back_equal(report: Report) -> None:
    document = brat_document(report)
    lines = ann_text(document)
    again = read_brat(lines, report.analysis.article.text, "storm.ann")
    assert again == document
    assert ann_text(again) == lines


def test_notes_come_back_equal(report: Report) -> None:
    own = [note for note in report.notes if note.anchor is not None]
    document = read_brat(ann_text(brat_document(report)), report.analysis.article.text, "x.ann")
    assert sorted(notes_of(document), key=repr) == sorted(own, key=repr)


def test_every_mark_and_attribution_is_there(report: Report) -> None:
    document = brat_document(report)
    kinds = [entity.kind for entity in document.entities]
    marks = [kind for kind in kinds if kind.startswith(("Wording_", "Hedging_"))]
    assert len(marks) == len(report.analysis.findings)
    assert len(document.events) == len(report.analysis.attributions)
    assert ("Voice", "T1", report.analysis.findings[0].voice) in document.attributes


def test_others_lines_are_kept_and_their_entities_become_notes() -> None:
    document = read_brat(FOREIGN, TEXT, "x.ann")
    assert set(ann_text(document).splitlines()) == set(FOREIGN.splitlines())
    assert read_brat(ann_text(document), TEXT, "x.ann") == document
    assert [(note.anchor.quote, note.text, note.tags) for note in notes_of(document)] == [
        ("Ada", "who is that?", ("Person",)),
        ("Cows may fly", "", ("Claim", "Degree: high")),
        ("said", "", ("Say", "Negated")),  # what is said of the event stands at its word
        ("Nobody", "", ("Odd",)),
    ]


COW = "🐄 Cows 🐄 may fly."


@pytest.mark.parametrize(
    "line",
    [
        "T1\tX 9 16\tmay fly",  # in characters
        "T1\tX 11 18\tmay fly",  # in units of UTF-16, the last place of the text among them
        "T1\tX 9 12;13 16\tmay fly",
        "T1\tX 13 16;9 12\tfly may",
        "T1\tX 11 14;15 18\tmay fly",
    ],
)
def test_places_in_characters_and_in_units_of_utf_16(line: str) -> None:
    (note,) = notes_of(read_brat(line, COW, "x.ann"))
    assert note.anchor == Anchor.at(COW, Span(9, 16))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("T1\tX 0 99\tCows", "has 38 characters"),
        ("T1\tX 5 5\t", "points at 5 to 5"),
        ("T1\tX 7 5\tmay", "points at 7 to 5"),
        ("T1\tX 0 4;30 39\tCows", "points at 30 to 39"),
        ("T1\tX 0 4\tDogs", "other words stand there"),
        ("T1\tX 0 99999999999999999999\tDogs", "no type with a beginning"),
        ("T1\tX zero 4\tCows", "no type with a beginning"),
        ("Dear reader, this is a letter.", "no line of a brat file"),
    ],
)
def test_what_does_not_belong_to_the_text_is_refused(line: str, told: str) -> None:
    with pytest.raises(ImportFailedError) as refused:
        read_brat(f"T9\tX 0 4\tCows\n{line}\n", TEXT, "x.ann")
    assert re.fullmatch(r"x\.ann, line 2: .*\. .*\.", str(refused.value))
    assert told in str(refused.value)


@given(st.text("ab \n\r😀", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_no_piece_holds_the_end_of_a_line(text: str, one: int, other: int) -> None:
    span = Span(min(one, len(text)), min(one + other, len(text)))
    pieces = pieces_of(text, [span])
    assert not any("\n" in piece.of(text) for piece in pieces)
    words = "".join(piece.of(text) for piece in pieces)
    assert words.split() == span.of(text).split() or "".join(words.split()) == "".join(
        span.of(text).split()
    )


def test_no_two_files_of_a_zip_have_one_name(report: Report) -> None:
    names = ("a b", "A?b", "a-b-2", "a-b", "", "...")
    files = list(file_names([replace(report, name=name) for name in names]))
    assert files[:2] == ["a-b", "A-b-2"]
    assert len({name.lower() for name in files}) == len(names)


class Counted(tuple[Remark, ...]):
    """Remarks that count how often they are gone through."""

    rounds = 0

    def __iter__(self) -> Iterator[Remark]:
        self.rounds += 1
        return super().__iter__()


def test_remarks_are_gone_through_once_however_many_words_are_noted() -> None:
    names = [f"T{number}" for number in range(50)]
    remarks = Counted(Remark("AnnotatorNotes", name, f"about {name}") for name in names)
    entities = tuple(Entity(name, "Person", (Span(0, 4),)) for name in names)
    notes = notes_of(BratDocument("Cows moo.", entities, remarks=remarks))
    assert [note.text for note in notes] == [f"about {name}" for name in names]
    assert remarks.rounds == 1

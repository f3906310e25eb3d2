"""Tables that are read column by column hold what they hold row by row."""

import pytest

from reader.core.lexicon.filed.known_entries import known
from reader.core.lexicon.lexicon import Entry
from reader.storage.lexicons.compiled_lists import Table, read_whole
from reader.storage.lexicons.tables import RowRules, read_row, table_rows
from tests.english import ENGLISH

HEAD = "phrase,match,part,category,confidence,alternatives,unless,counterpart,note\n"
PLAIN = "".join(f"dreadful thing{chr(97 + n)},forms,,emotive,,,,,\n" for n in range(26))
UNUSUAL = (
    "Brutal,exact,adj,emotive,possible,hard | “rough”,before:not|a #; name,kind,It’s, plainly\n"
    '"grave, very",forms,noun,emotive,,,"after:he|a","x, y",“a” ""note""\n'
    "X-backed,slot,,emotive,,,,,\n"
    "tak… over,forms,verb,emotive|strong,,,only-after:it,,\n"
    "no more than this,exact\n"
    ",,,,\n"
    "a.m.,exact,,strong,,,,,\n"
    "terror*,forms,,emotive,,,phrase:the terror,,\n"
    "dire straits now,forms,noun,emotive,,,,,\n"
)
RULES = RowRules(frozenset({"emotive", "strong"}), ENGLISH)


def row_by_row(data: bytes) -> tuple[tuple[Entry, ...], list[str]]:
    complaints: list[str] = []

    def complain(_line: int, what: str, _hint: str) -> None:
        complaints.append(what)

    read = (
        read_row(row, line, RULES, complain)
        for line, row in table_rows(data.decode("utf-8-sig"), complain)
    )
    return tuple(entry for entry in read if entry is not None), complaints


@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_both_ways_hold_the_same(start: str, end: str) -> None:
    rows = (UNUSUAL + PLAIN + PLAIN.replace("thing", "matter")).replace(
        "no more than this,exact", "no more than this,exact,,emotive"
    )
    rows = rows.replace("It’s, plainly", "It’s plain").replace("tak… over", "take … over")
    data = (start + HEAD + rows).replace("\n", end).encode()
    expected, complaints = row_by_row(data)
    found = read_whole(Table(data, RULES))
    assert found is not None
    assert complaints == []
    columns, made = known(found[0].entries), known(expected)
    assert found[0].entries == expected
    assert columns.state() == made.state()
    assert list(columns.leads()) == list(made.leads())
    assert list(columns.counterparts()) == list(made.counterparts())
    filed, again = columns.filing(ENGLISH), made.filing(ENGLISH)
    assert list(filed.words) == list(again.words)
    assert [*filed.numbers, *filed.ends] == [*again.numbers, *again.ends]


@pytest.mark.parametrize(
    "row",
    [
        "brutal,excat,,emotive,,,,,\n",
        "brutal,exact,thing,emotive,,,,,\n",
        "brutal,exact,,emotiv,,,,,\n",
        "brutal,exact,,emotive|emotiv,,,,,\n",
        "brutal,exact,,emotive,sure,,,,\n",
        "brutal,exact,,,,,,,\n",
        ",exact,,emotive,,,,,\n",
        "br*,exact,,emotive,,,,,\n",
        "brutal,slot,,emotive,,,,,\n",
        "brutal,exact,,emotive,,,before,,\n",
        "brutal,exact,,emotive,,,,,note,more\n",
        "Dreadful thinga,exact,,emotive,,,,,\n",
        '"brutal,exact,,emotive,,,,,\n',
        'brutal,exact,,emotive,,,,,"two\nlines"\n',
        f"brutal,exact,,emotive,,,,,{'x' * 5000}\n",
    ],
)
def test_where_one_row_is_not_as_it_should_be_all_are_read_one_by_one(row: str) -> None:
    rows = PLAIN + PLAIN.replace("thing", "matter")
    assert read_whole(Table((HEAD + rows).encode(), RULES)) is not None
    assert read_whole(Table((HEAD + rows + row).encode(), RULES)) is None
    assert read_whole(Table((HEAD.replace("phrase", "words") + rows).encode(), RULES)) is None
    assert read_whole(Table((HEAD + rows + "b\xe4d").encode("latin-1"), RULES)) is None

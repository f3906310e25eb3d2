"""Every column of text goes into a file and back, and is a field in which copies can differ."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.core.lexicon.layering.layers import differing_fields
from reader.core.lexicon.lexicon import TEXT_COLUMNS, Entry
from reader.storage.lexicons.files import load_lexicon
from reader.storage.lexicons.tables import COLUMNS, entry_table
from tests.english import LANGUAGES

PLAIN = Entry("loud", "exact", "adj", "noise", "confident", line=2)
HEAD = 'title = "Test"\n[[categories]]\nid = "noise"\n'


def test_the_columns_are_those_that_other_people_rely_on() -> None:
    assert ",".join(COLUMNS) == (
        "phrase,match,part,category,confidence,alternatives,unless,counterpart,note,source,"
        "example,counterexample,date,region,practice,objection"
    )


@pytest.mark.parametrize("column", TEXT_COLUMNS)
def test_a_column_of_text_goes_to_a_file_and_back(column: str, tmp_path: Path) -> None:
    words = 'until 1998; “here”, "there"'
    entry = Entry(**{**as_fields(PLAIN), column: words})
    (tmp_path / "lexicon.toml").write_text(HEAD, encoding="utf-8")
    (tmp_path / "entries.csv").write_text(entry_table([entry]), encoding="utf-8")
    loaded = load_lexicon(tmp_path, LANGUAGES)
    assert loaded.problems == ()
    assert loaded.lexicon is not None
    assert loaded.lexicon.entries == (entry,)
    assert differing_fields(PLAIN, entry) == (column,)
    assert differing_fields(PLAIN, replace(PLAIN, line=9)) == ()


def as_fields(entry: Entry) -> dict[str, object]:
    return {name: getattr(entry, name) for name in Entry.__slots__}

"""Lexicon folders: all mistakes told together with their lines, and what is good used."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.lexicon.lexicon import Category, Entry, Lexicon
from reader.errors import ReaderError
from reader.storage.files.atomic_files import write_together
from reader.storage.lexicons.files import LoadedLexicon, load_lexicon, load_lexicons
from reader.storage.lexicons.tables import table_rows
from tests.english import ENGLISH, LANGUAGES
from tests.lexicon_folders import save_lexicon

TOML = 'title = "Test"\n[[categories]]\nid = "loud"\n[[categories]]\nid = "plain"\n'
HEADER = "phrase,match,part,category,confidence,alternatives,unless\n"


def load(folder: Path, table: str | bytes, toml: str | bytes = TOML) -> LoadedLexicon:
    place = folder / "mine"
    place.mkdir(exist_ok=True)
    for name, text in (("entries.csv", table), ("lexicon.toml", toml)):
        (place / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_lexicon(place, LANGUAGES)


def phrases(loaded: LoadedLexicon) -> list[str]:
    assert loaded.lexicon is not None
    return [entry.phrase for entry in loaded.lexicon.entries]


def told(loaded: LoadedLexicon) -> list[str]:
    return [problem.message.removeprefix("mine/entries.csv, ") for problem in loaded.problems]


GOOD = "thug,forms,noun,loud,confident,,\n"

MISTAKES = [
    (",,,loud,,,", "line 3: the entry has no phrase."),
    ("slam,,,,,,", "line 3: the entry has no category."),
    ("slam,,,quiet,,,", "line 3: “quiet” is not one of this lexicon's categories."),
    ("thug,forms,noun,plain,,,", "line 3: “thug” stands in line 2 already."),
    ("th*,,,loud,,,", "line 3: “th*” would match nearly everything; put 3 letters before *."),
    ("the,,,loud,,,", "line 3: “the” stands in nearly every sentence."),
    ('slam,,,loud,,"open,', "line 3: a quotation mark is not closed."),
    ("slam,,,loud,," + "x" * 4001 + ",", "line 3: a cell is longer than 4,000 characters."),
    ("slam,,,loud,," + "x" * 400_001 + ",", "line 3: a cell is longer than 4,000 characters."),
]


@pytest.mark.parametrize(("row", "message"), MISTAKES, ids=[str(i) for i in range(len(MISTAKES))])
def test_a_row_that_cannot_be_used_is_told_and_costs_no_other(
    tmp_path: Path, row: str, message: str
) -> None:
    loaded = load(tmp_path, f"{HEADER}{GOOD}{row}\nmob,,,loud,,,\n")
    assert told(loaded) == [message]
    assert phrases(loaded) == ["thug", "mob"]


LESSER = [
    (
        "mob,fuzzy,,loud,,,",
        "“fuzzy” is not a value of match; it is one of forms, exact, case, slot. "
        "It is taken as “forms”.",
    ),
    (
        "mob,,pronoun,loud,,,",
        "“pronoun” is not a value of part; it is one of verb, noun, adj, adv. "
        "Every part of speech is marked.",
    ),
    (
        "mob,,,loud,sure,,",
        "“sure” is not a value of confidence; it is one of confident, possible. "
        "It is taken as “possible”.",
    ),
    ("mob,,,loud,,,befor:x", "Did you mean “before:x”? The entry works without it."),
    ("mob,,,loud,,,,extra", "the row has 8 cells for 7 columns."),
]


@pytest.mark.parametrize(("row", "message"), LESSER)
def test_lesser_mistakes_leave_the_entry_in_use(tmp_path: Path, row: str, message: str) -> None:
    loaded = load(tmp_path, f"{HEADER}{GOOD}{row}\n")
    assert len(loaded.problems) == 1
    assert "line 3: " in loaded.problems[0].message
    assert loaded.problems[0].message.endswith(message)
    assert phrases(loaded) == ["thug", "mob"]


def test_a_confidence_that_nobody_knows_is_the_weakest(tmp_path: Path) -> None:
    rows = "mob,,,loud,maybe,,\nhorde,,,loud,Confident,,\n"
    loaded = load(tmp_path, HEADER + GOOD + rows)
    assert loaded.lexicon is not None
    grades = {entry.phrase: entry.confidence for entry in loaded.lexicon.entries}
    assert grades == {"thug": "confident", "mob": "possible", "horde": "confident"}


def test_all_mistakes_are_told_together(tmp_path: Path) -> None:
    rows = "\n".join(row for row, _ in [*MISTAKES[:7], *LESSER])
    loaded = load(tmp_path, HEADER + GOOD + rows, TOML + '[[categories]]\nid = "loud"\n')
    assert len(loaded.problems) >= 12


def test_an_open_quote_swallows_nothing(tmp_path: Path) -> None:
    rows = 'slam,,,loud,,"open,\n' + "".join(f"word{i},,,loud,,,\n" for i in range(100))
    loaded = load(tmp_path, HEADER + rows + 'mob,,,loud,,"closed",\n')
    assert told(loaded) == ["line 2: a quotation mark is not closed."]
    assert len(phrases(loaded)) == 101


def test_a_cell_may_go_on_over_lines(tmp_path: Path) -> None:
    loaded = load(tmp_path, HEADER + 'slam,,,loud,,"one\ntwo",\n,,,loud,,,\n')
    assert told(loaded) == ["line 4: the entry has no phrase."]
    assert phrases(loaded) == ["slam"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_what_spreadsheets_write_is_read(tmp_path: Path, encoding: str, end: str) -> None:
    table = (HEADER + "naïve,,,loud,,,\n").replace("\n", end).replace(",", ";")
    loaded = load(tmp_path, table.encode(encoding))
    assert (phrases(loaded), told(loaded)) == (["naïve"], [])


def test_an_old_encoding_is_read_and_told(tmp_path: Path) -> None:
    loaded = load(tmp_path, (HEADER + GOOD + "naïve,,,loud,,,\n").encode("cp1252"))
    assert phrases(loaded) == ["thug", "naïve"]
    assert told(loaded) == ["line 3: the file is not in UTF-8; it was read as Windows-1252."]
    assert loaded.problems[0].hint == "Save it as UTF-8 again."


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("title = ", "it is not written as TOML asks"),
        ("[" * 3000, "it is not written as TOML asks"),
        ("a = " + "[" * 100_000, "it is nested too deeply"),
        ('title = "x"', "it names no category."),
        ('panel = "sport"\n' + TOML, "“sport” is not a panel; wording is used."),
        ('use = "fly"\n' + TOML, "“fly” is no use of a list; it is one of marks, cues,"),
        ("precision = 2\n" + TOML, "its precision must be a number from 0 to 1."),
        ("precision = nan\n" + TOML, "its precision must be a number from 0 to 1."),
        ("measured_on = 0\n" + TOML, "its measured_on must be a number of texts, such as 250."),
        ('[[categories]]\nname = "x"\n[[categories]]\nid = "loud"', "category 1 has no id."),
    ],
)
def test_toml_that_is_not_in_order(tmp_path: Path, toml: str, message: str) -> None:
    loaded = load(tmp_path, HEADER + GOOD, toml)
    assert any(message in problem.message for problem in loaded.problems)


@pytest.mark.parametrize("table", ["", "\n\n", "a,b,c\n1,2,3\n", '"', "\x00\x00\x00", "\ufeff"])
def test_no_table_at_all(tmp_path: Path, table: str) -> None:
    loaded = load(tmp_path, table)
    assert told(loaded)[-1].endswith("no column is called “phrase”.")
    assert phrases(loaded) == []


def test_missing_and_huge_files(tmp_path: Path) -> None:
    loaded = load(tmp_path, HEADER + GOOD)
    with (loaded.folder / "entries.csv").open("r+b") as file:
        file.truncate(60_000_000)
    again = load_lexicon(loaded.folder, LANGUAGES)
    assert [p.message for p in again.problems] == [
        "mine/entries.csv: the file cannot be read: it is larger than 50 MB."
    ]
    (loaded.folder / "entries.csv").unlink()
    assert "cannot be read" in load_lexicon(loaded.folder, LANGUAGES).problems[0].message


def test_a_broken_lexicon_stops_no_other(tmp_path: Path) -> None:
    load(tmp_path, HEADER + GOOD)
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "lexicon.toml").write_text("=")
    lexicons, problems = load_lexicons([tmp_path, tmp_path / "nowhere"], LANGUAGES)
    assert [lexicon.id for lexicon in lexicons] == ["mine"]
    assert len(problems) == 1


@pytest.mark.parametrize(("start", "piece"), [("", '"\n'), ("", ',"'), ("", "a"), ('"', "x,\n")])
def test_hostile_tables_take_linear_time(
    start: str, piece: str, grows_in_line: Callable[..., bool]
) -> None:
    complaints: list[int] = []

    def read(times: int) -> None:
        complaints.clear()
        text = HEADER + start + piece * times
        list(table_rows(text, lambda line, _what, _hint: complaints.append(line)))
        assert len(complaints) <= text.count("\n") + 1

    assert grows_in_line(read)


# ------------------------------------------------------------ writing

TEXT = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=12).map(str.strip)
ENTRIES = st.builds(
    lambda phrase, part, note, others: Entry(
        phrase, "exact", part, "loud", "possible", tuple(others), note=note, example=note
    ),
    st.sampled_from(["thug", "mob rule", "so-called", "call … liar", "it’s over"]),
    st.sampled_from([None, "noun", "verb"]),
    TEXT,
    st.lists(st.sampled_from(["person", "crowd, large", 'so "said"']), max_size=2),
)


@given(st.lists(ENTRIES, max_size=5, unique_by=lambda e: (e.phrase, e.part)), TEXT)
def test_what_is_saved_is_loaded(
    tmp_path_factory: pytest.TempPathFactory, entries: list[Entry], text: str
) -> None:
    folder = tmp_path_factory.mktemp("saved")
    categories = (Category("loud", text or "Loud", text, text, "L", 3, "wave"),)
    lexicon = Lexicon(
        folder.name, text, "en", "2", "wording", text, (text,), text, text, categories,
        tuple(entries), ("mob",),
        precision=len(entries) / 5, measured_on=len(entries) or None, measured_how=text,
        language_data=ENGLISH,
)  # fmt: skip
    save_lexicon(folder, lexicon)
    loaded = load_lexicon(folder, LANGUAGES)
    assert loaded.problems == ()
    assert loaded.lexicon is not None
    assert [(e.phrase, e.part, e.note, e.alternatives) for e in loaded.lexicon.entries] == [
        (e.phrase, e.part, e.note, e.alternatives) for e in entries
    ]
    assert loaded.lexicon.categories == categories
    assert (loaded.lexicon.precision, loaded.lexicon.measured_on) == (
        lexicon.precision, lexicon.measured_on,
    )  # fmt: skip
    assert loaded.lexicon.measured_how == text
    assert (loaded.lexicon.title, loaded.lexicon.muted) == (text, ("mob",))


def test_both_files_are_the_new_ones_or_both_the_old(tmp_path: Path) -> None:
    loaded = load(tmp_path, HEADER + GOOD)
    assert loaded.lexicon is not None
    toml = loaded.folder / "lexicon.toml"
    toml.unlink()
    toml.mkdir()  # cannot be replaced by a file
    before = (loaded.folder / "entries.csv").read_bytes()
    with pytest.raises(ReaderError, match="could not be written"):
        save_lexicon(loaded.folder, loaded.lexicon)
    assert (loaded.folder / "entries.csv").read_bytes() == before
    assert sorted(path.name for path in loaded.folder.iterdir()) == ["entries.csv", "lexicon.toml"]


def test_files_that_were_not_there_are_gone_again(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    with pytest.raises(ReaderError):
        write_together({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


def test_an_entry_may_stand_in_several_categories(tmp_path: Path) -> None:
    cells = (
        "thug,,,loud|plain",
        "mob,,, plain | quiet ",
        "slam,,,quiet|shrill",
        "lot,,,loud|loud",
    )
    loaded = load(tmp_path, HEADER + "".join(f"{row},,,\n" for row in cells))
    assert loaded.lexicon is not None
    assert [e.categories for e in loaded.lexicon.entries] == [
        ("loud", "plain"),
        ("plain",),
        ("loud",),
    ]
    unknown = "“quiet” is not one of this lexicon's categories."
    assert told(loaded) == [f"line 3: {unknown}", f"line 4: {unknown}"]


def test_a_category_that_stands_often_is_told_once(tmp_path: Path) -> None:
    again = '[[categories]]\nid = "loud"\n' * 3
    told = [str(one) for one in load(tmp_path, HEADER + GOOD, TOML + again).problems]
    assert [words.count("loud") for words in told] == [1]

"""Lists that are kept as they were read, and read again when anything changed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from reader.core.lexicon.lexicon import Category, Entry, Guard, Lexicon
from reader.storage.lexicons.files import LoadedLexicon, load_lexicon
from tests.english import ENGLISH, LANGUAGES
from tests.lexicon_folders import save_lexicon

CATEGORY = Category("emotive", "Emotive", "", "", "E", 1, "thick")
WORDS = Lexicon(
    "many", "Many", "en", "1", "wording", "", (), "", "", (CATEGORY,), (), language_data=ENGLISH
)


def entry(number: int, note: str = "") -> Entry:
    return Entry(
        phrase=f"dreadful thing{number}x",
        match="forms",
        part="noun" if number % 2 else None,
        category="emotive",
        confidence="possible",
        alternatives=("thing", "“matter”")[: number % 3],
        guards=(Guard("before", ("not", "no #")), Guard("name", (), True))[: number % 3],
        counterpart="its rival",
        note=note or f"Note {number}: it’s, plainly, “a” note.",
        example="One\u2028line, “quoted”.",
        line=number + 2,
    )


ENTRIES = tuple(map(entry, range(400)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save_lexicon(tmp_path / "many", replace(WORDS, entries=ENTRIES))
    return tmp_path / "many"


def load(folder: Path) -> LoadedLexicon:
    return load_lexicon(folder, LANGUAGES, folder.parent / "compiled")


def entries(folder: Path) -> Sequence[Entry]:
    lexicon = load(folder).lexicon
    assert lexicon is not None
    return lexicon.entries


def test_what_was_kept_is_what_was_read(folder: Path) -> None:
    assert entries(folder) == ENTRIES
    assert (folder.parent / "compiled" / "many.list").is_file()
    assert entries(folder) == ENTRIES


def test_what_is_kept_is_taken(folder: Path) -> None:
    entries(folder)
    kept = folder.parent / "compiled" / "many.list"
    before = kept.stat().st_mtime_ns
    entries(folder)
    assert kept.stat().st_mtime_ns == before


def test_a_changed_table_is_read_again(folder: Path) -> None:
    entries(folder)
    changed = (entry(0, "Another note."), *ENTRIES[1:])
    save_lexicon(folder, replace(WORDS, entries=changed))
    assert entries(folder) == changed
    assert entries(folder) == changed


def test_changed_categories_are_asked_for_again(folder: Path) -> None:
    entries(folder)
    save_lexicon(folder, replace(WORDS, entries=ENTRIES, categories=(replace(CATEGORY, id="x"),)))
    loaded = load(folder)
    assert len(loaded.problems) == 201
    assert loaded.problems[-1].message == "many: and 200 more that are not listed."


@pytest.mark.parametrize(
    "damage",
    [lambda data: data[: len(data) // 2], lambda data: data.replace(b"dreadful", b"cheerful"),
     lambda data: b"", lambda data: b"[]\n[]"],
    ids=["cut", "changed", "empty", "other"],
)  # fmt: skip
def test_a_damaged_copy_is_not_used(folder: Path, damage) -> None:
    entries(folder)
    kept = folder.parent / "compiled" / "many.list"
    kept.write_bytes(damage(kept.read_bytes()))
    assert entries(folder) == ENTRIES


def test_a_line_of_columns_that_is_too_long_is_told(folder: Path) -> None:
    """A cell of more than 131,072 signs ended every command and the window."""
    (folder / "entries.csv").write_text(f"phrase,{'x' * 200_000},category\nbarn,,a\n")
    (told,) = load(folder).problems
    assert "line 1: the line that names the columns is too long." in str(told)


@pytest.mark.parametrize(
    ("encoding", "is_kept", "count"), [("utf-8", True, 2), ("cp1252", False, 3)]
)
def test_mistakes_are_told_each_time_and_once(
    folder: Path, encoding: str, is_kept: bool, count: int
) -> None:
    table = folder / "entries.csv"
    wrong = "a row,without,sense\n“naïve”,forms\n"
    table.write_bytes(table.read_bytes() + wrong.encode(encoding))
    told = [str(problem) for problem in load(folder).problems]
    assert len(told) == count
    assert (folder.parent / "compiled" / "many.list").is_file() is is_kept
    assert [str(problem) for problem in load(folder).problems] == told


@pytest.mark.parametrize(
    ("change", "is_kept"),
    [
        (lambda data: b"\xef\xbb\xbf" + data, True),
        (lambda data: data.replace(b"\n", b"\r\n"), True),
        (lambda data: data.removesuffix(b"\n"), True),
        (lambda data: data + b"\n\n  \n,,\n", True),
        (lambda data: data.replace(b"\n", b"\r"), False),
        (lambda data: data.decode().encode("utf-16"), False),
        (lambda data: data + b'last,forms,,emotive,,,,,"a note\nof two lines"\n', False),
        (lambda data: data + b'ab"c,forms,,emotive,,,,,"never closed\n', True),
    ],
    ids=["mark", "Windows", "no end", "empty rows", "old Mac", "UTF-16", "two lines", "quotes"],
)
def test_a_table_written_in_another_way_gives_the_same_entries(
    folder: Path, change: Callable[[bytes], bytes], is_kept: bool
) -> None:
    table = folder / "entries.csv"
    table.write_bytes(change(table.read_bytes()))
    first = load(folder)
    assert (folder.parent / "compiled" / "many.list").is_file() is is_kept
    again = load(folder)
    assert again.lexicon == first.lexicon
    assert again.lexicon is not None
    assert again.lexicon.entries[: len(ENTRIES)] == ENTRIES
    assert again.problems == first.problems


def test_a_folder_that_takes_no_file_costs_nothing_but_time(folder: Path) -> None:
    (folder.parent / "compiled").write_text("a file where the folder should be")
    assert entries(folder) == ENTRIES


def test_a_list_may_be_kept_when_there_is_time(folder: Path) -> None:
    later: list[Callable[[], object]] = []
    compiled = folder.parent / "compiled"
    first = load_lexicon(folder, LANGUAGES, compiled, later).lexicon
    assert not compiled.exists()
    for keep in later:
        keep()
    assert (compiled / "many.list").is_file()
    assert load(folder).lexicon == first

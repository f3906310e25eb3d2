"""Small files that would exhaust the machine: refused or cut off, with a sentence."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import LexiconError
from reader.storage.files.text_files import read_text_file
from reader.storage.interchange.registry import read_foreign
from reader.storage.lexicons.files import load_lexicon, load_lexicons
from reader.storage.lexicons.heads import lexicon_toml
from reader.storage.lexicons.limits import first_lines
from reader.storage.lexicons.own_lexicons import UserLexicons
from reader.storage.lexicons.strange_parts import has_strange_parts
from tests.english import LANGUAGES

TOML = 'title = "Test"\n[[categories]]\nid = "loud"\n'
CSV = "phrase,category\nthug,loud\n"


def load(folder: Path, toml: str = TOML, csv: str = CSV):
    (folder / "lexicon.toml").write_text(toml)
    (folder / "entries.csv").write_text(csv)
    return load_lexicon(folder, LANGUAGES)


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ("x = " + "9" * 100_000, "a number in it is too large"),
        ("x = " + "[" * 100_000, "nested too deeply"),
        ("x = {a = " * 50_000, "not written as TOML asks"),
        ("a" + ".a" * 200_000 + " = 1", "nested too deeply"),
        ("[" + "a." * 200_000 + "a]", "nested too deeply"),
        ("x = {" + '"a\\"b" . ' * 100_000 + "a = 1}", "nested too deeply"),
        ("x = {" + "'!'." * 100_000 + "a = 1}", "nested too deeply"),
        ("x = 1\n" * 200_000, "larger than 1 MB"),
        ('x = "' + '\\"' * 400_000, "not written as TOML asks"),
        ('"' * 900_000, "not written as TOML asks"),
        ("a" * 900_000, "not written as TOML asks"),
    ],
    ids=range(11),
)
def test_a_hostile_head_is_refused_in_a_sentence(tmp_path: Path, toml: str, told: str) -> None:
    loaded = load(tmp_path, toml)
    assert loaded.lexicon is None
    assert told in loaded.problems[0].message
    assert loaded.problems[0].message.endswith(".")


def test_prose_with_many_stops_is_no_deep_key(tmp_path: Path) -> None:
    purpose = "It. Is. " * 12 + "A.B.C.D " * 12
    loaded = load(tmp_path, f'purpose = "{purpose}"\n{TOML}')
    assert loaded.problems == ()


def test_only_so_many_categories_are_used(tmp_path: Path) -> None:
    toml = "".join(f'[[categories]]\nid = "c{number}"\n' for number in range(1_500))
    loaded = load(tmp_path, toml, "phrase,category\nthug,c7\n")
    assert loaded.lexicon is not None
    assert len(loaded.lexicon.categories) == 1_000
    assert [one.phrase for one in loaded.lexicon.entries] == ["thug"]
    assert "it names 1,500 categories; the first 1,000 are used." in loaded.problems[0].message


def test_complaints_are_counted_after_the_first_200(tmp_path: Path) -> None:
    loaded = load(tmp_path, csv=CSV + "mob,quiet\n" * 1_000)
    assert len(loaded.problems) == 201
    assert loaded.problems[-1].message.endswith(": and 800 more that are not listed.")


def test_only_so_many_lines_are_read(tmp_path: Path) -> None:
    loaded = load(tmp_path, csv=CSV + "\n" * 10_000_000 + "mob,loud\n")
    assert loaded.lexicon is not None
    assert [one.phrase for one in loaded.lexicon.entries] == ["thug"]
    assert "only the first 300,000 of its lines are read." in loaded.problems[0].message


@pytest.mark.parametrize("sign", ["[", "a", ",", '"', "\t", "phrase,"])
def test_a_first_line_without_end_is_told(tmp_path: Path, sign: str) -> None:
    """Every command, and the window, read the lists of the reader's own."""
    loaded = load(tmp_path, csv=sign * 200_000)
    assert [one.message.rpartition(": ")[2] for one in loaded.problems] == [
        "the line that names the columns is too long."
    ]
    assert has_strange_parts(tmp_path) in {True, False}


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.dic", "%\n" + "".join(f"{n}\tC{n}\n" for n in range(1_200)) + "%\nword\t1150\n",
         "only 1,000 categories are taken over; words of “c1000” and later ones come under"),
        ("a.lc3", "+a\n" + "?\n" * 400_000, "only the first 300,000 lines are read."),
        ("a.dicx", "W" + ",c" * 1_200 + "\n", "more than 1,000 categories."),
        ("a.csv", "phrase" + ",c" * 60_000 + "\n", "the line that names the columns is too long."),
    ],
)  # fmt: skip
def test_lists_of_others_have_the_same_limits(
    tmp_path: Path, name: str, text: str, told: str
) -> None:
    (tmp_path / name).write_text(text)
    imported = read_foreign(tmp_path / name, LANGUAGES).imported
    assert told in "\n".join(imported.problems)
    assert len(imported.problems) <= 201
    assert len(imported.lexicon.categories) <= 1_000


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
@pytest.mark.parametrize("name", ["lexicon.toml", "entries.csv"])
def test_a_pipe_is_not_waited_for(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    load(folder)
    (folder / name).unlink()
    os.mkfifo(folder / name)
    assert not has_strange_parts(folder)
    UserLexicons(tmp_path, (), LANGUAGES).read()
    _, problems = load_lexicons([tmp_path], LANGUAGES)
    assert [problem.message for problem in problems] == [
        f"mine/{name}: the file cannot be read: it is no file."
    ]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no such device")
@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null", "/"])
def test_a_device_is_not_read(path: str) -> None:
    with pytest.raises(LexiconError, match=r"it is (?:no file|a folder)"):
        read_text_file(Path(path))


@pytest.mark.parametrize("count", [0, 299_999, 300_000, 300_001, 300_500])
def test_the_first_lines(count: int) -> None:
    text, more = first_lines("\n" * count)
    assert (len(text), more) == ((count, 0) if count <= 300_000 else (299_999, count - 300_000))


@pytest.mark.parametrize("words", ['"', "\\", "\x7f", "a\nb", "“ü😀”", "'''", "\t", ""])
def test_what_is_written_is_read_again(tmp_path: Path, words: str) -> None:
    first = load(tmp_path).lexicon
    assert first is not None
    changed = load(tmp_path, lexicon_toml(replace(first, purpose=words))).lexicon
    assert changed == replace(first, purpose=words)

"""The lexicon command, as typed."""

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from reader.launch import run_command_line as main
from reader.paths import default_paths
from reader.storage.interchange.packs import write_pack
from reader.storage.interchange.registry import LIST_FORMATS
from reader.storage.lexicons.files import load_lexicon
from tests.english import LANGUAGES

TOML = 'title = "Test"\nversion = "3"\n[[categories]]\nid = "loud"\nname = "Loud"\n'
CSV = "phrase,category,note\nthug,loud,=1+1\nmob*,loud,\n"


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    monkeypatch.setenv("CLOSE_READER_DATA", str(folder))
    return folder


def folder_of(tmp_path: Path, table: str = CSV, name: str = "mine") -> Path:
    folder = tmp_path / name
    folder.mkdir()
    (folder / "lexicon.toml").write_text(TOML)
    (folder / "entries.csv").write_text(table)
    return folder


def test_the_shipped_ones_are_listed_and_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lexicon", "list"]) == 0
    ids = [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()]
    assert {"attribution-cues", "hedging", "loaded-wording"} <= set(ids)
    assert main(["lexicon", "check"]) == 0
    assert capsys.readouterr().out.endswith(" 0 things to mend.\n")


def test_check_says_all_with_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = folder_of(tmp_path, CSV + "th*,loud,\nslam,quiet,\n")
    assert main(["lexicon", "check", str(folder)]) == 1
    out = capsys.readouterr().out
    assert "mine/entries.csv, line 4: “th*” would match nearly everything" in out
    assert "mine/entries.csv, line 5: “quiet”" in out
    assert "1 lexicon, 2 entries, 2 things to mend." in out


def test_no_escape_code_of_a_name_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(tmp_path, CSV + "slam,quiet\x1b[31m,\n", name="mi\x1b[31mne\x9b2J")
    assert main(["lexicon", "check", str(folder)]) == 1
    assert main(["lexicon", "import", str(folder)]) == 0
    assert main(["lexicon", "list"]) == 0
    said = capsys.readouterr()
    assert "mi�[31mne" in said.out
    assert not {"\x1b", "\x9b"} & {*said.out, *said.err}


def test_check_never_passes_a_folder_without_lexicons(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "entries.csv").write_text(CSV)
    assert main(["lexicon", "check", str(tmp_path)]) == 1
    assert "holds no lexicon. " in capsys.readouterr().err


@pytest.mark.parametrize("name", ["", "lexicon.toml", "entries.csv"])
def test_a_folder_is_imported(
    tmp_path: Path, name: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(tmp_path)
    assert main(["lexicon", "import", str(folder / name)]) == 0
    assert capsys.readouterr().out == "Test: 2 entries taken over as “mine”.\n"
    assert (data / "lexicons/mine/entries.csv").is_file()
    assert main(["lexicon", "import", str(folder)]) == 1
    assert "There is a lexicon “mine” already." in capsys.readouterr().err


def test_a_foreign_list_is_imported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "My Words.dic"
    path.write_text("%\n1\tFarm\n%\nbarn owl\t1\nhay (x)\t1\n")
    assert main(["lexicon", "import", str(path)]) == 0
    said = capsys.readouterr()
    assert "taken over as “my-words”" in said.out
    assert "line 5: " in said.err
    assert main(["lexicon", "list"]) == 0
    assert "my-words\tMy Words 1\twording\t1 entry" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.doc", "x", "this kind of file is not known"),
        ("a.lc3", "stray", "holds no entry that can be used"),
        ("a.crlex", "x", "damaged"),
    ],
)
def test_what_cannot_be_imported_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, told: str
) -> None:
    (tmp_path / name).write_text(text)
    assert main(["lexicon", "import", str(tmp_path / name)]) == 1
    assert told in capsys.readouterr().err
    assert main(["lexicon", "import", str(tmp_path)]) == 1
    assert "no lexicon's folder" in capsys.readouterr().err
    assert main(["lexicon", "import", str(tmp_path / "none.csv")]) == 1
    assert "cannot be read" in capsys.readouterr().err


NAMES = [one.name for one in LIST_FORMATS]


@pytest.mark.parametrize("name", NAMES)
def test_every_format_is_written(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["lexicon", "import", str(folder_of(tmp_path))])
    capsys.readouterr()
    target = tmp_path / "out"
    assert main(["lexicon", "export", "mine", "--format", name, "--output", str(target)]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert bool(said.err) == (name != "pack")
    if name in {"pack", "vale"}:
        assert zipfile.is_zipfile(target)
    else:
        assert "thug" in target.read_text().lower()
        assert main(["lexicon", "export", "mine", "--format", name]) == 0
        assert capsys.readouterr().out == target.read_text()


def test_an_empty_lexicon_is_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "data/lexicons"
    place.mkdir(parents=True)
    folder_of(place, "phrase,category\n", "empty")
    for name in NAMES:
        target = str(tmp_path / name)
        assert main(["lexicon", "export", "empty", "--format", name, "--output", target]) == 0
    capsys.readouterr()


def test_a_pack_of_a_shipped_lexicon_gets_a_name_of_its_own(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "h.crlex"
    main(["lexicon", "export", "hedging", "--format", "pack", "--output", str(pack)])
    assert main(["lexicon", "import", str(pack)]) == 0
    assert "installed as “hedging-imported”" in capsys.readouterr().out
    assert (data / "lexicons/hedging-imported/LICENCE.txt").is_file()


def test_audit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["lexicon", "import", str(folder_of(tmp_path))])
    capsys.readouterr()
    corpus = tmp_path / "corpus.jsonl"
    lines = [
        {"text": "The thugs and a thug slept.", "side": "north", "spans": [[4, 9]]},
        {"text": "Nothing happened.", "side": "south", "spans": []},
    ]
    corpus.write_text("\n".join(map(json.dumps, lines)))
    assert main(["lexicon", "audit", "mine", "--on", str(corpus)]) == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert rows[0] == ["mine 3"]
    assert rows[2][:7] == ["north", "1", "6", "2", "333.3", "1", "0.50 (0.09 to 0.91; 1 of 2)"]
    assert rows[3][:6] == ["south", "1", "2", "0", "0.0", "0"]
    assert rows[4][:4] == ["all", "2", "8", "2"]
    assert ["  thug", "north", "2", "0.50 (0.09 to 0.91; 1 of 2)"] in rows
    assert ["2 of 2 entries name no counterpart."] in rows


@pytest.mark.parametrize("action", ["export", "audit"])
def test_an_unknown_lexicon_is_said(
    tmp_path: Path, action: str, capsys: pytest.CaptureFixture[str]
) -> None:
    rest = ["--on", str(tmp_path / "x")] if action == "audit" else []
    assert main(["lexicon", action, "none", *rest]) == 1
    assert "There is no lexicon “none”." in capsys.readouterr().err


@pytest.mark.parametrize(("form", "name"), [("vale", "x.yml"), ("pack", "x.csv")])
def test_a_format_that_is_a_zip_is_not_written_under_another_ending(
    tmp_path: Path, form: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / name
    assert main(["lexicon", "export", "hedging", "--format", form, "--output", str(target)]) == 1
    assert f"The format {form} makes ." in capsys.readouterr().err
    assert not target.exists()


def test_an_import_that_failed_can_be_tried_again(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(tmp_path)
    (data / "lexicons").mkdir(parents=True)
    (data / "lexicons/mine").mkdir()  # what an earlier version left behind
    assert main(["lexicon", "import", str(folder)]) == 0
    assert "taken over as “mine”" in capsys.readouterr().out


class Screen(io.TextIOWrapper):
    """A terminal, as far as a program can tell."""

    def isatty(self) -> bool:
        return True


def test_what_a_list_is_called_moves_no_cursor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lists come from anybody, and their titles and licences are shown on the terminal."""
    folder = tmp_path / "evil"
    folder.mkdir()
    head = 'title = "Red\\u001b[31m"\nlicence = "\\u009b32m"\n[[categories]]\nid = "a"\n'
    (folder / "lexicon.toml").write_text(head)
    (folder / "entries.csv").write_text("phrase,category\nbarn,a\nowl,\x1b[3mb\n")
    written = io.BytesIO()
    monkeypatch.setattr("sys.stdout", Screen(written, encoding="utf-8"))
    for call in (["import", str(folder)], ["list"], ["check", str(folder)]):
        main(["lexicon", *call])
    assert main(["lexicon", "list", "--\x1b[31m"]) == 2
    told = written.getvalue().decode() + capsys.readouterr().err
    assert told.count("Red�[31m") == 2
    assert not set(told) & {"\x1b", "\x9b"}


def test_an_older_pack_takes_nothing_out_of_a_newer_one_unasked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Versions are compared by their numbers; the same one is there already."""
    packs = {}
    for version, phrases in (("1.9", ("thug",)), ("1.10", ("thug", "mob"))):
        folder = folder_of(tmp_path, "phrase,category\n", version)
        (folder / "lexicon.toml").write_text(TOML.replace("3", version))
        rows = "".join(f"{phrase},loud\n" for phrase in phrases)
        (folder / "entries.csv").write_text(f"phrase,category\n{rows}")
        lexicon = load_lexicon(folder, LANGUAGES).lexicon
        assert lexicon is not None
        packs[version] = tmp_path / f"{version}.crlex"
        packs[version].write_bytes(write_pack(replace(lexicon, id="loud-words")).data)
    older, newer = str(packs["1.9"]), str(packs["1.10"])
    assert main(["lexicon", "import", older]) == main(["lexicon", "import", newer]) == 0
    assert "2 entries installed" in capsys.readouterr().out
    assert main(["lexicon", "import", newer]) == 0
    assert capsys.readouterr().out == "Test 1.10 is installed already.\n"
    assert main(["lexicon", "import", older]) == 1
    assert "Test 1.10 is installed, which is newer than 1.9. " in capsys.readouterr().err
    assert main(["lexicon", "import", newer]) == 0
    assert capsys.readouterr().out == "Test 1.10 is installed already.\n"
    assert main(["lexicon", "import", older, "--older"]) == 0
    assert "1 entry installed" in capsys.readouterr().out


def test_a_category_of_a_table_gets_a_letter_that_no_shipped_one_has(
    tmp_path: Path, data: Path
) -> None:
    (tmp_path / "t.csv").write_text("phrase,category\nzorgful,Slurs\nzorging,Loud\n")
    assert main(["lexicon", "import", str(tmp_path / "t.csv")]) == 0
    own = load_lexicon(data / "lexicons" / "t", LANGUAGES).lexicon
    shipped = load_lexicon(default_paths().lexicons / "loaded-wording", LANGUAGES).lexicon
    assert own is not None
    assert shipped is not None
    taken = {category.letter for category in shipped.categories}
    letters = {category.letter for category in own.categories}
    assert {"S", "L"} <= taken
    assert len(letters) == 2
    assert not letters & taken


def test_a_pack_comes_again_whose_list_was_taken_out_of_its_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """How it was sent still lies there, which makes no list of it."""
    lexicon = load_lexicon(folder_of(tmp_path, CSV, "loud"), LANGUAGES).lexicon
    assert lexicon is not None
    pack = tmp_path / "loud.crlex"
    pack.write_bytes(write_pack(replace(lexicon, id="loud-words")).data)
    assert main(["lexicon", "import", str(pack)]) == 0
    place = default_paths().user_lexicons / "loud-words"
    (place / "entries.csv").write_text("no table")
    capsys.readouterr()
    assert main(["lexicon", "import", str(pack)]) == 1
    assert "is there already and not in order" in capsys.readouterr().err
    for name in ("lexicon.toml", "entries.csv"):
        (place / name).unlink()
    assert main(["lexicon", "import", str(pack)]) == 0
    assert "2 entries installed" in capsys.readouterr().out
    assert (place / "entries.csv").is_file()


def test_a_letter_of_an_imported_category_is_one_sign_that_can_be_seen(tmp_path: Path) -> None:
    legend = "%\n1\tß\n2\tSport\n3\t\u0301a\n%\nhate\t1\nwar\t2\npeace\t3\n"
    (tmp_path / "odd.dic").write_text(legend, encoding="utf-8")
    assert main(["lexicon", "import", str(tmp_path / "odd.dic")]) == 0
    lexicon = load_lexicon(default_paths().user_lexicons / "odd", LANGUAGES).lexicon
    assert lexicon is not None
    letters = [category.letter for category in lexicon.categories]
    assert len(set(letters)) == len(letters)
    assert all(len(letter) == 1 and letter.isalnum() for letter in letters)

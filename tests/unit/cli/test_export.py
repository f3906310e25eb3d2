"""`export`: every format to a file, with what the reader corrected, and sentences for the rest."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from reader.core.analysis.analysis import Analysis
from reader.core.corrections import Anchor, Correction, Scope, mute_everywhere, mute_here
from reader.core.notes import Note
from reader.core.text.spans import Span
from reader.intake.read import read_article
from reader.launch import run_command_line as main
from reader.storage.exports.others.reading import read_annotations
from reader.storage.exports.registry import EXPORT_FORMATS
from reader.storage.library.library import Library
from reader.storage.library.store import LibraryStore
from reader.storage.user_data.file_store import FileStore

FORMATS = [one.name for one in EXPORT_FORMATS if one.is_export and one.write is not None]


def export(article: Path | str, form: str, output: Path, *more: str) -> int:
    return main(["export", str(article), "--format", form, "--output", str(output), *more])


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_written(
    article: Path, form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "file"
    assert export(article, form, output) == 0
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "")
    assert output.stat().st_size > 100


@pytest.mark.parametrize("form", ["html", "csv"])
def test_without_corrections_it_is_what_analyze_writes(
    article: Path, form: str, tmp_path: Path
) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    assert main(["analyze", str(article), "--format", form, "--output", str(one)]) == 0
    assert export(article, form, other) == 0
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize(
    ("form", "head"),
    [("html", '<h1 class="headline">“{}”</h1>'), ("markdown", 'title: "“{}”"\n')],
)
def test_a_text_without_a_headline_is_called_by_its_first_words(
    form: str, head: str, tmp_path: Path
) -> None:
    text, output = tmp_path / "a.txt", tmp_path / "out"
    text.write_text("The mill is shut, the mayor said on Monday.", encoding="utf-8")
    assert export(text, form, output) == 0
    assert head.format(text.read_text("utf-8")) in output.read_text("utf-8")


def test_a_mute_that_was_taken_back_elsewhere_hides_nothing(
    article: Path, tmp_path: Path, storm: Analysis
) -> None:
    own = read_article(str(article))
    found = next(one for one in storm.findings if one.span.of(own.text) == "shameful")
    FileStore(tmp_path / "data").save_corrections(Scope.of(own), (), (mute_everywhere(found),))
    assert export(article, "csv", tmp_path / "marks.csv") == 0
    assert "shameful" in (tmp_path / "marks.csv").read_text(encoding="utf-8")


def test_corrections_and_mutes_go_in(article: Path, tmp_path: Path, storm: Analysis) -> None:
    own = read_article(str(article))
    found = {item.span.of(own.text): item for item in storm.findings}
    hedge = Correction(
        "add-hedge", places=mute_here(own.text, found["horrific"]).places, value="modal"
    )
    store = FileStore(tmp_path / "data")
    store.save_corrections(Scope.of(own), (), (hedge, mute_here(own.text, found["possibly"])))
    everywhere = mute_everywhere(found["shameful"])
    store.save_corrections(Scope(), (), (everywhere,))
    output = tmp_path / "marks.csv"
    assert export(article, "csv", output) == 0
    rows = list(csv.DictReader(io.StringIO(output.read_text("utf-8"))))
    assert {row["text"] for row in rows if row["by"] == "reader"} == {"horrific"}
    assert not {"shameful", "possibly"} & {row["text"] for row in rows}


def test_notes_go_in(article: Path, tmp_path: Path) -> None:
    own = read_article(str(article))
    start = own.text.index("torn off")
    note = Note("lilac", Anchor.at(own.text, Span(start, start + 8)), "Who saw it?", ("ask",))
    LibraryStore(tmp_path / "data").save_notes(Scope.of(own), (), (note,))
    output = tmp_path / "notes.md"
    assert export(article, "markdown", output) == 0
    told = output.read_text("utf-8")
    assert "==torn off==" in told
    assert "Who saw it?\n" in told
    assert "#ask" in told
    assert export(article, "annotations", output) == 0
    assert read_annotations(output.read_bytes(), own, "notes").notes == (note,)


def test_only_the_named_voices_are_marked(article: Path, tmp_path: Path) -> None:
    output = tmp_path / "a.jsonld"
    assert export(article, "annotations", output, "--voice", "direct", "--voice", "indirect") == 0
    page = json.loads(output.read_bytes())
    voices = {item["closeReader"].get("voice") for item in page["items"]}
    assert voices == {"direct", "indirect", None}
    assert page["closeReader"]["voices"] == "Only marks in these words: quoted, reported."


def test_black_has_no_colour(article: Path, tmp_path: Path) -> None:
    output = tmp_path / "a.html"
    assert export(article, "html", output, "--black") == 0
    style = output.read_text("utf-8").partition("<style>")[2].partition("</style>")[0]
    colours = {one.lower() for one in re.findall(r"#[0-9a-fA-F]{3,6}\b", style)}
    grey = {
        one
        for one in colours
        if len(set(re.findall("..", one[1:]) if len(one) == 7 else one[1:])) == 1
    }
    assert colours - grey == {"#1b5fb0"}  # the ring of the keyboard's focus, which marks nothing


@pytest.mark.parametrize(
    "call",
    [
        ["export"],
        ["export", "a.txt", "--format", "html"],
        ["export", "a.txt", "--output", "b"],
        ["export", "a.txt", "--format", "json", "--output", "b"],
        ["export", "a.txt", "--collection", "x", "--format", "html", "--output", "b"],
        ["export", "a.txt", "--format", "html", "--output", "b", "--voice", "nobody"],
    ],
)
def test_a_wrong_call_is_2(call: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(call) == 2
    assert "usage: close-reader export" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["html", "epub", "xlsx"])
def test_the_old_file_stays_when_the_new_one_cannot_be_written(
    article: Path,
    form: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    output = tmp_path / "old"
    output.write_text("keep me")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reader.storage.files.atomic_files.os.fsync", full)
    assert export(article, form, output) == 1
    told = capsys.readouterr().err
    assert re.fullmatch(r"close-reader: .*old could not be written: no space left .*\.\n", told)
    assert output.read_text() == "keep me"
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == [
        "old",
        "storm.txt",
    ]


def test_the_article_is_never_written_over(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = article.read_bytes()
    assert export(article, "markdown", article) == 1
    assert "would be written over" in capsys.readouterr().err
    assert article.read_bytes() == before


def test_a_collection_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = [
        "export",
        "--collection",
        "Market",
        "--format",
        "epub",
        "--output",
        str(tmp_path / "x"),
    ]
    assert main(call) == 1
    assert re.fullmatch(
        r"close-reader: There is no collection “Market”\. .*\.\n", capsys.readouterr().err
    )


def test_a_collection_goes_into_one_file(article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("A horrific day\n\nThe mayor said it may rain.\n", "utf-8")
    call = ["library", "add", str(article), str(other), "--collection", "Market", "--no-analysis"]
    assert main(call) == 0
    output = tmp_path / "market.csv"
    named = ["export", "--collection", "Market", "--output", str(output)]
    assert main([*named, "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(output.read_text("utf-8"))))
    assert len({row["document"] for row in rows}) == 2
    assert main([*named, "--format", "html"]) == 0
    page = output.read_text("utf-8")
    assert page.count("<article ") == 2
    assert 'href="#a2"' in page


def test_a_kept_article_is_named_by_its_id(article: Path, tmp_path: Path) -> None:
    assert main(["library", "add", str(article), "--no-analysis"]) == 0
    library = Library.open(tmp_path / "data")
    (kept,) = library.ids()
    library.close()
    output = tmp_path / "a.csv"
    assert export(kept, "csv", output) == 0
    rows = list(csv.DictReader(io.StringIO(output.read_text("utf-8"))))
    assert {row["document"] for row in rows} == {kept}
    analysed = tmp_path / "b.csv"
    assert main(["analyze", kept, "--format", "csv", "--output", str(analysed)]) == 0
    assert analysed.read_bytes() == output.read_bytes()

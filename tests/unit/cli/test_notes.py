"""`notes import`: others' annotations become notes, twice is once, wrong files change nothing."""

import json
from pathlib import Path

import pytest

from reader.core.corrections import Anchor, Scope
from reader.core.notes import Note
from reader.core.text.spans import Span
from reader.intake.read import read_article
from reader.launch import run_command_line as main
from reader.storage.library.store import LibraryStore


def annotation(words: str, comment: str) -> dict[str, object]:
    selector = {"type": "TextQuoteSelector", "exact": words}
    return {"type": "Annotation", "target": {"selector": selector}, "bodyValue": comment}


def kept(article: Path, tmp_path: Path) -> tuple[Note, ...]:
    return LibraryStore(tmp_path / "data").load_notes(Scope.of(read_article(str(article)))).value


def take_in(file: Path, article: Path) -> int:
    return main(["notes", "import", str(file), "--article", str(article)])


def test_notes_are_taken_in_once(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "class.jsonld"
    items = [annotation("torn off", "Who saw it?"), annotation("in no way in this article", "?")]
    file.write_text(json.dumps(items), "utf-8")
    assert take_in(file, article) == 0
    assert capsys.readouterr().out.splitlines() == [
        "2 notes were taken in.",
        "The article does not have the words of 1; kept as “not found”:",
        "  “in no way in this article”",
    ]
    text = read_article(str(article)).text
    start = text.index("torn off")
    first, lost = kept(article, tmp_path)
    assert first == Note("lemon", Anchor.at(text, Span(start, start + 8)), "Who saw it?")
    assert lost.place_in(text) is None
    assert take_in(file, article) == 0
    told = capsys.readouterr().out.splitlines()
    assert told == ["0 notes were taken in.", "2 notes were here already, and not doubled."]
    assert kept(article, tmp_path) == (first, lost)


@pytest.mark.parametrize("form", ["annotations", "brat"])
def test_what_is_exported_comes_back_equal(article: Path, tmp_path: Path, form: str) -> None:
    own = read_article(str(article))
    places = (Span(0, 9), Span(20, 60))
    notes = tuple(Note("lilac", Anchor.at(own.text, one), "Why?", ("ask",)) for one in places)
    store = LibraryStore(tmp_path / "data")
    store.save_notes(Scope.of(own), (), notes)
    file = tmp_path / "out"
    call = ["export", str(article), "--format", form, "--output", str(file)]
    assert main(call) == 0
    store.save_notes(Scope.of(own), notes, ())
    assert kept(article, tmp_path) == ()
    assert take_in(file, article) == 0
    assert kept(article, tmp_path) == notes


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (json.dumps([annotation("quite elsewhere", "?")]).encode(), "belongs to another text"),
        (b'{"items": [', "is no JSON"),
        (b"T1\tX 0 99999\tfar\n", "points at 0 to 99999"),
        (None, "cannot be read"),
    ],
)
def test_a_wrong_file_changes_nothing(
    article: Path,
    tmp_path: Path,
    data: bytes | None,
    told: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "wrong"
    if data is not None:
        file.write_bytes(data)
    assert take_in(file, article) == 1
    out = capsys.readouterr()
    assert (out.out, out.err.count("\n")) == ("", 1)
    assert told in out.err
    assert not (tmp_path / "data").exists()

"""Files of others' annotations on disk: told apart, read under limits, refused in a sentence."""

import io
import json
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from reader.core.text.article import Article
from reader.errors import ReaderError
from reader.storage.exports.others.brat import BRAT
from reader.storage.exports.others.note_files import read_note_file
from reader.storage.exports.others.notes_file import LARGEST
from reader.storage.exports.others.web_annotation import ANNOTATIONS
from reader.storage.reports.report_format import USUAL, Report

TEXT = "Cows may fly, said Ada.\nNobody saw it, and nobody asked.\n"
ANN = "T1\tOdd 24 30\tNobody\n#1\tAnnotatorNotes T1\twho?\n"


def zipped(files: Mapping[str, str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as pack:
        for name, text in files.items():
            pack.writestr(name, text)
    return out.getvalue()


def test_our_own_files_come_back_equal(report: Report, tmp_path: Path) -> None:
    article = report.analysis.article
    for one in (ANNOTATIONS, BRAT):
        assert one.write is not None
        path = tmp_path / "given"
        path.write_bytes(one.write([report], USUAL))
        held = read_note_file(path, article)
        placed = [note for note in report.notes if note.anchor is not None or one is ANNOTATIONS]
        assert sorted(held.notes, key=repr) == sorted(placed, key=repr)


@pytest.mark.parametrize("beside", [None, TEXT, f"A line before.\n{TEXT}"])
def test_a_bare_ann_file_is_read_by_its_text(tmp_path: Path, beside: str | None) -> None:
    moved = len(beside or TEXT) - len(TEXT)
    path = tmp_path / "cows.ann"
    path.write_text(ANN.replace("24 30", f"{24 + moved} {30 + moved}"), "utf-8")
    if beside is not None:
        path.with_suffix(".txt").write_text(beside, "utf-8")
    (note,) = read_note_file(path, Article(TEXT, ())).notes
    place = note.place_in(TEXT)
    assert place is not None
    assert (place.of(TEXT), note.text, note.tags) == ("Nobody", "who?", ("Odd",))


def test_of_several_texts_in_a_zip_the_articles_own_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    other = "Something else again."
    path.write_bytes(
        zipped({"b/a.txt": other, "b/a.ann": "T1\tX 0 9\tSomething\nT2\tX 10 14\telse\n",
                "b/cows.txt": TEXT, "b/cows.ann": ANN, "readme.md": "x"})
    )  # fmt: skip
    held = read_note_file(path, Article(TEXT, ()))
    assert ([note.text for note in held.notes], held.elsewhere) == (["who?"], 2)


def test_annotations_of_a_book_are_read(tmp_path: Path) -> None:
    said = {"value": "who?", "type": "TextualBody"}
    items = [
        {"target": {"source": f"chapter-{n}.xhtml",
                    "selector": [{"type": "TextQuoteSelector", "exact": words}]}, "body": said}
        for n, words in enumerate(("Nobody saw it", "of another chapter"))
    ]  # fmt: skip
    path = tmp_path / "book.annotations"
    path.write_bytes(zipped({"annotations.json": json.dumps({"items": items})}))
    held = read_note_file(path, Article(TEXT, ()))
    assert ([note.text for note in held.notes], held.elsewhere) == (["who?"], 1)


ELSEWHERE = json.dumps(
    [{"target": {"selector": {"type": "TextQuoteSelector", "exact": "not in it"}}}]
)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.jsonld", ELSEWHERE.encode(), "belongs to another text"),
        ("a.json", b'{"items": [', "line 1 is no JSON"),
        ("a.json", b'{"items": [NaN]}', "it holds NaN, which is no number"),
        ("a.json", b'{"items": [-Infinity]}', "it holds -Infinity, which is no number"),
        ("a.json", b'{"items": [1e999]}', "a number in it is too large"),
        ("a.json", b"[" * 200_000, "it is nested too deeply"),
        ("a.json", b"[" * 200_000 + b"]" * 200_000, "it is nested too deeply"),
        ("a.json", b'{"schema": "close-reader/analysis/1"}', "no notes of a reader"),
        ("a.txt", b"Dear reader", "no annotations that can be read"),
        ("a.bin", b"", "no annotations that can be read"),
        ("a.ann", b"T1\tX 0 4\tCows\nT2\tX 20 99\tfar\n", "has 57 characters"),
        ("a.ann", b"T1\tX 0 4\tDogs\n", "other words stand there"),
        ("a.ann", b"T1\tX 0 4\t\xff\xfe\n", "no text in UTF-8"),
        ("a.ann", b"T1\tX 0 4\tCows\n" * 5_001, "5,001 annotations"),
        ("a.zip", zipped({"a.txt": "Far away", "a.ann": "T1\tX 0 8\tFar away\n"}), "another text"),
        ("a.zip", zipped({"a.txt": TEXT}), "no .ann file"),
        ("a.zip", zipped({"a.txt": TEXT, "a.ann": "T1\tX 0 99\tCows\n"}), "points at 0 to 99"),
        ("a.zip", b"PK\x03\x04 and no more", "damaged"),
        ("a.zip", zipped({"a.ann": ANN}, zipfile.ZIP_LZMA), "damaged"),
        ("a.zip", zipped({"a.txt": "x" * (LARGEST + 1), "a.ann": ANN}), "larger than 50 MB"),
        ("a.zip", zipped({f"{n}.txt": "x" for n in range(2_001)}), "more than 2,000 files"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_sentence(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReaderError) as refused:
        read_note_file(path, Article(TEXT, ()))
    assert re.fullmatch(r"“?a\..*\. .*\.", str(refused.value))
    assert told in str(refused.value)


def test_a_file_of_400_megabytes_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.jsonld"
    with path.open("wb") as file:
        file.truncate(400_000_000)
    with pytest.raises(ReaderError, match="larger than 50 MB"):
        read_note_file(path, Article(TEXT, ()))

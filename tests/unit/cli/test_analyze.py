"""`analyze`: every format, exact offsets, and a finished sentence for what cannot be read."""

import csv
import io
import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.launch import run_command_line as main


class Standard:
    """Stands for standard input."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_json_is_the_document(
    article: Path, capsys: pytest.CaptureFixture[str], check_document: Callable[..., None]
) -> None:
    assert main(["analyze", str(article), "--format", "json"]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    document = json.loads(told.out)
    check_document(document)
    assert document["id"] == "storm"
    assert document["article"]["origin"] == str(article)
    assert document["readability"]["flesch_reading_ease"]


@pytest.mark.parametrize(
    ("form", "start"),
    [("text", "Storm may return"), ("html", "<!doctype html>"), ("csv", "document,start,end,")],
)
def test_the_other_formats(
    article: Path, form: str, start: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["analyze", str(article), "--format", form]) == 0
    assert capsys.readouterr().out.startswith(start)


def test_csv_and_json_agree(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["analyze", str(article), "--format", "csv"])
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    main(["analyze", str(article), "--format", "json"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert [(int(row["start"]), row["category"], row["place"]) for row in rows] == [
        (item["start"], item["category"], item["place"]) for item in findings
    ]


@pytest.mark.parametrize(
    "text",
    [
        "One line.\r\nThe mayor said it may rain.\r\n\r\nEnd.\r\n",
        "\ufeffThe mayor said it may rain.",
        "😀 The mayor said\tit  may rain.   \n\n\n",
        "Old Mac\rThe mayor said it may rain.\r",
        "Advertisement\n\nThe mayor said it may rain.\n\nRead more: another story\n",
    ],
)
def test_verbatim_offsets_are_offsets_into_the_file(
    tmp_path: Path,
    text: str,
    capsys: pytest.CaptureFixture[str],
    check_document: Callable[..., None],
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    assert main(["analyze", str(path), "--verbatim", "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    check_document(document)
    decoded = text.removeprefix("\ufeff")  # the mark belongs to the encoding
    assert document["article"]["text"] == decoded
    assert document["article"]["removed"] == []
    (may,) = (item for item in document["findings"] if item["text"] == "may")
    assert decoded[may["start"] : may["end"]] == "may"


@settings(
    max_examples=6,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.lists(st.sampled_from(["The mayor said", "“", "”", "\r\n", "\n\n", "😀", " ", "may", "."]))
)
def test_verbatim_keeps_any_text(tmp_path: Path, parts: list[str]) -> None:
    text = "".join(parts) + "x"
    path, out = tmp_path / "a.txt", tmp_path / "a.json"
    path.write_bytes(text.encode())
    assert (
        main(["analyze", str(path), "--verbatim", "--format", "json", "--output", str(out)]) == 0
    )
    assert json.loads(out.read_bytes())["article"]["text"] == text


def test_standard_input(
    storm_text: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", Standard(storm_text.encode()))
    assert main(["analyze", "-", "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["id"] == "standard-input"
    assert "Ada Calloway" in {source["name"] for source in document["sources"]}


def test_an_output_file_holds_the_report(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "reports" / "storm.html"
    assert main(["analyze", str(article), "--format", "html", "--output", str(out)]) == 1
    assert "Make the folder first" in capsys.readouterr().err
    out.parent.mkdir()
    assert main(["analyze", str(article), "--format", "html", "--output", str(out)]) == 0
    assert capsys.readouterr().out == ""
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_further_lexicons_are_used_and_their_mistakes_told(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "more" / "tar"
    place.mkdir(parents=True)
    (place / "lexicon.toml").write_text(
        'id = "tar"\ntitle = "Tar"\nlanguage = "en"\nversion = "1"\npanel = "wording"\n'
        'licence = "CC0-1.0"\nauthors = ["A class"]\npurpose = "A test."\nlimits = "One word."\n'
        '[[categories]]\nid = "tar"\nname = "Tar"\nexplanation = "Smells."\n'
        'question = "Of what?"\nletter = "T"\nslot = 1\nline = "thick"\n'
    )
    (place / "entries.csv").write_text(
        "phrase,match,part,category,confidence,alternatives,unless,counterpart,note,source,"
        "example,counterexample\nchandlery,forms,noun,tar,confident,,,,,,,\nx,forms,,no,,,,,,,,\n"
    )
    folder = str(tmp_path / "more")
    assert main(["analyze", str(article), "--format", "json", "--lexicons", folder]) == 0
    told = capsys.readouterr()
    document = json.loads(told.out)
    assert {"id": "tar", "version": "1"} in document["lexicons"]
    assert "chandlery" in {item["entry"] for item in document["findings"]}
    assert re.search(r"close-reader: .*line 3.*\.", told.err)


def bad_inputs(folder: Path) -> dict[str, Path]:
    """Return files that cannot be read, by what is wrong with them."""
    paths = {
        "empty": folder / "empty.txt",
        "blank": folder / "blank.txt",
        "picture": folder / "picture.txt",
        "program": folder / "program.bin",
        "missing": folder / "missing.txt",
        "folder": folder / "folder",
        "page": folder / "page.html",
    }
    paths["empty"].write_bytes(b"")
    paths["blank"].write_bytes(b" \r\n\t \n")
    paths["picture"].write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    paths["program"].write_bytes(bytes(range(256)) * 40)
    paths["folder"].mkdir()
    paths["page"].write_bytes(b"<html><body></body></html>")
    return paths


@pytest.mark.parametrize(
    "wrong", ["empty", "blank", "picture", "program", "missing", "folder", "page"]
)
def test_what_cannot_be_read_is_told_in_a_sentence(
    tmp_path: Path, wrong: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = bad_inputs(tmp_path)[wrong]
    assert main(["analyze", str(path)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert re.fullmatch(r"close-reader: .*\.\n", told.err), told.err
    assert path.name in told.err
    assert "Traceback" not in told.err


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig", "mac-roman"])
def test_odd_encodings_are_read(
    tmp_path: Path, encoding: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    text = "The café is shut.\n\nThe mayor said it may open again in the spring, when it is warm."
    path.write_bytes(text.encode(encoding))
    assert main(["analyze", str(path), "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert "may" in {item["text"] for item in document["findings"]}


def test_bytes_that_are_no_utf8_do_no_harm(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"The mayor said it may rain.\n\nBr\xc3\xc3ken \xff\xfe of the town.\n" * 3)
    assert main(["analyze", str(path)]) == 0
    assert "HEDGING" in capsys.readouterr().out


@pytest.mark.parametrize("place", ["folder", "file/inside.html"])
def test_an_output_that_cannot_be_written_is_told(
    article: Path, tmp_path: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("keep me")
    assert main(["analyze", str(article), "--output", str(tmp_path / place)]) == 1
    told = capsys.readouterr()
    assert re.fullmatch(r"close-reader: .* could not be written: .*\.\n", told.err)
    assert (tmp_path / "file").read_text() == "keep me"


def test_the_article_is_never_written_over(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = article.read_bytes()
    (tmp_path / "link.md").hardlink_to(article)
    for output in (article, tmp_path / "link.md"):
        assert main(["analyze", str(article), "--output", str(output)]) == 1
        assert re.fullmatch(r"close-reader: .* written over\. .*\.\n", capsys.readouterr().err)
    assert article.read_bytes() == before


def test_missing_lexicons_are_told(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyze", str(article), "--lexicons", "/nowhere"]) == 1
    assert re.fullmatch(r"close-reader: .*nowhere.*\.\n", capsys.readouterr().err)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything"
)
def test_a_file_without_rights_is_told(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article.chmod(0)
    assert main(["analyze", str(article)]) == 1
    assert "permission denied" in capsys.readouterr().err


@pytest.mark.skipif(os.name != "posix", reason="other systems have names of characters only")
@pytest.mark.parametrize("form", ["text", "json", "html", "csv"])
@pytest.mark.parametrize("verbatim", [[], ["--verbatim"]])
def test_a_name_that_is_no_text_is_no_trouble(
    article: Path, form: str, verbatim: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    odd = os.fsdecode(os.fsencode(str(article.parent)) + b"/caf\xe9.txt")
    article.rename(odd)
    assert main(["analyze", odd, "--format", form, *verbatim]) == 0
    told = capsys.readouterr().out
    assert form != "json" or json.loads(told)["id"] == "caf�"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_no_escape_code_reaches_a_terminal(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    article.write_text("The mayor\x1b[31m said \x07it may rain.\n")
    screen = Terminal()
    monkeypatch.setattr("sys.stdout", screen)
    assert main(["analyze", str(article), "--verbatim", "--format", "json"]) == 0
    assert main(["analyze", "no\x1b[31mthing.txt"]) == 1
    told = screen.getvalue() + capsys.readouterr().err
    assert "mayor" in told
    assert "no�[31mthing" in told
    assert not set(told) & {"\x1b", "\x07"}


def test_a_folder_without_lexicons_is_told(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    assert main(["analyze", str(article), "--lexicons", str(tmp_path / "empty")]) == 1
    assert "holds no lexicon." in capsys.readouterr().err


def test_a_list_in_an_unknown_language_is_used_and_warned_of(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    head = 'language = "{}"\n[[categories]]\nid = "loud"\n'
    (folder / "entries.csv").write_text("phrase,category\nstorm,loud\n")
    call = ["analyze", str(article), "--format", "json", "--lexicons", str(folder)]
    for code, is_known in (("xx", False), ("en-GB", True)):
        (folder / "lexicon.toml").write_text(head.format(code))
        assert main(call) == 0
        told = capsys.readouterr()
        assert "mine" in [item["id"] for item in json.loads(told.out)["lexicons"]]
        assert ("the language “xx”" in told.err) is not is_known
        assert main(["lexicon", "check", str(folder)]) == 0
        assert ("the language “xx”" in capsys.readouterr().err) is not is_known


def test_the_document_says_what_the_page_says_of_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<html><head><title>Mill shut</title><meta name="author" content="Ann Holm"></head>'
        "<body><article><h1>Mill shut</h1><p>The mill was shut on Monday, the mayor of the town "
        "said, and it may stay so until the river falls again.</p></article></body></html>"
    )
    assert main(["analyze", str(page), "--format", "json"]) == 0
    facts = json.loads(capsys.readouterr().out)["article"]["facts"]
    assert {"name": "author", "value": "Ann Holm", "place": "meta author"} in facts

"""`batch`: order, ids, bad inputs as lines, going on where it stopped."""

import io
import json
import os
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from reader.batch.documents import AnalysisSettings, DocumentMaker
from reader.batch.in_process import InThisProcess
from reader.batch.run import Batch, run_batch
from reader.cli.batch import Progress
from reader.core.text.article import Article
from reader.errors import ReaderError
from reader.launch import load_readability
from reader.launch import run_command_line as main

Check = Callable[..., None]
SETTINGS = AnalysisSettings()


def run_here(given: Path, out: Path, shown: io.StringIO) -> int:
    """Run a batch in this process, its progress shown on a stream."""
    load_maker = partial(DocumentMaker, SETTINGS, load_readability)
    return run_batch(Batch((given,), out, SETTINGS), InThisProcess(), load_maker, Progress(shown))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "articles"
    place.mkdir()
    for name in ("b", "a", "d", "c"):
        words = f"The mayor of {name.upper()}ton said it may rain.\n\nNobody answered 😀."
        (place / f"{name}.txt").write_text(words, encoding="utf-8")
    (place / ".hidden.txt").write_text("Not an article.")
    (place / "picture.png").write_bytes(b"\x89PNG")
    return place


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def jsonl(path: Path, *items: object) -> Path:
    text = "\n".join(item if isinstance(item, str) else json.dumps(item) for item in items)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_folder_whose_articles_lie_in_folders_is_told(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outer = tmp_path / "outer"
    outer.mkdir()
    call = ["batch", str(outer), "--output", str(tmp_path / "out.jsonl")]
    assert main(call) == 0
    assert capsys.readouterr().err == f"close-reader: There is nothing to read in “{outer}”.\n"
    folder.rename(outer / "articles")
    assert main(call) == 0
    told = capsys.readouterr().err
    assert told.startswith(f"close-reader: There is nothing to read in “{outer}” itself.")
    assert str(outer / "articles") in told


def test_a_folder_in_the_order_of_its_names(
    folder: Path, tmp_path: Path, check_document: Check
) -> None:
    out = tmp_path / "out.jsonl"
    assert main(["batch", str(folder), "--output", str(out)]) == 0
    found = lines(out)
    assert [item["id"] for item in found] == ["a", "b", "c", "d"]
    for item in found:
        check_document(item)
    assert not (tmp_path / "out.jsonl.unfinished").exists()


def test_json_lines_keep_their_order_and_ids(tmp_path: Path, check_document: Check) -> None:
    items = [{"id": f"n{7 - i}", "text": f"Article {i} said it may rain."} for i in range(5)]
    given, out = jsonl(tmp_path / "in.jsonl", *items), tmp_path / "out.jsonl"
    assert main(["batch", str(given), "--output", str(out), "--verbatim"]) == 0
    found = lines(out)
    assert [item["id"] for item in found] == ["n7", "n6", "n5", "n4", "n3"]
    assert [item["article"]["text"] for item in found] == [item["text"] for item in items]
    for item in found:
        check_document(item)


def test_several_inputs_come_one_after_another(folder: Path, tmp_path: Path) -> None:
    given = jsonl(tmp_path / "in.jsonl", {"id": "first", "text": "It rained all day."})
    out = tmp_path / "out.jsonl"
    assert main(["batch", str(given), str(folder), str(given), "--output", str(out)]) == 0
    assert [item["id"] for item in lines(out)] == ["first", "a", "b", "c", "d", "first"]


def test_two_processes_write_what_one_writes(folder: Path, tmp_path: Path) -> None:
    given = jsonl(
        tmp_path / "in.jsonl",
        *[{"id": i, "text": f"Number {i} said it may rain. " * (1 + i % 5)} for i in range(30)],
        "not json",
    )
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    for out, jobs in ((one, "1"), (two, "2")):
        call = ["batch", str(given), str(folder), "--output", str(out), "--jobs", jobs]
        assert main(call) == 0
    assert one.read_bytes() == two.read_bytes()
    assert len(lines(one)) == 35


@pytest.mark.parametrize("jobs", ["0", "257", "100000", "9" * 30, "9" * 5_000, "-1", "two"])
def test_more_processes_than_can_be_are_told(
    folder: Path, tmp_path: Path, jobs: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.csv"
    call = ["batch", str(folder), "--output", str(out), "--to", "csv", f"--jobs={jobs}"]
    assert main(call) == 2
    assert re.search(r"it takes a number from 1 to (256|61)", capsys.readouterr().err)
    assert [path.name for path in tmp_path.iterdir()] == ["articles"]


def test_bad_lines_are_lines_and_the_rest_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], check_document: Check
) -> None:
    given = jsonl(
        tmp_path / "in.jsonl",
        {"id": "fine", "text": "The mayor said it may rain."},
        "{",
        "[1, 2]",
        "null",
        '"words"',
        "",
        {"id": "no text"},
        {"text": "no id"},
        {"id": "number", "text": 7},
        {"id": "empty", "text": "  "},
        {"id": None, "text": "No name, but words."},
        {"id": {"a": 1}, "text": "An odd name, but words."},
        '{"id": "half", "text": "a \\ud83d b"}',
        '{"id": "deep", "text": ' + "[" * 3000 + "]" * 3000 + "}",
        {"id": "nul", "text": "a\x00b may rain"},
        {"id": "last", "text": "It may rain. 😀"},
    )
    out = tmp_path / "out.jsonl"
    assert main(["batch", str(given), "--output", str(out)]) == 0
    found = lines(out)
    assert len(found) == 15
    assert (found[0]["id"], found[-1]["id"]) == ("fine", "last")
    failed = [item for item in found if "error" in item]
    assert len(failed) >= 8
    assert {"no text", "number", "empty"} <= {item["id"] for item in failed}
    for item in failed:
        assert set(item) == {"id", "error"}
        assert item["error"].endswith(".")
        assert "Traceback" not in item["error"]
    assert any("line 2" in item["error"] for item in failed)
    for item in found:
        if "error" not in item:
            check_document(item)
    assert f"{len(failed)} articles could not be read" in capsys.readouterr().err


def test_files_that_cannot_be_read_are_lines(folder: Path, tmp_path: Path) -> None:
    (folder / "b.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "c.pdf").write_bytes(b"%PDF-1.7")
    (folder / "c.txt").unlink()
    out = tmp_path / "out.jsonl"
    assert main(["batch", str(folder), "--output", str(out)]) == 0
    told = {item["id"]: item.get("error") for item in lines(out)}
    assert list(told) == ["a", "b", "c", "d"]
    assert "b.txt" in told["b"]
    assert "c.pdf" in told["c"]
    assert told["a"] is told["d"] is None


def test_the_same_id_twice_is_two_lines(tmp_path: Path) -> None:
    given = jsonl(
        tmp_path / "in.jsonl", {"id": "x", "text": "One day."}, {"id": "x", "text": "Two days."}
    )
    out = tmp_path / "out.jsonl"
    assert main(["batch", str(given), "--output", str(out), "--verbatim"]) == 0
    assert [item["article"]["text"] for item in lines(out)] == ["One day.", "Two days."]


class Interrupting(io.StringIO):
    """A terminal on which somebody presses Ctrl+C after two articles."""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if text.startswith("\r2 of"):
            raise KeyboardInterrupt
        return super().write(text)


@pytest.mark.parametrize("cut", [0, 40])
def test_it_goes_on_where_it_stopped(folder: Path, tmp_path: Path, cut: int) -> None:
    whole = tmp_path / "whole.jsonl"
    main(["batch", str(folder), "--output", str(whole)])
    out = tmp_path / "out.jsonl"
    with pytest.raises(KeyboardInterrupt):
        run_here(folder, out, Interrupting())
    assert len(lines(out)) == 2
    with out.open("ab") as file:  # the half line of a machine that lost its power
        file.write(whole.read_bytes().split(b"\n")[2][:cut])
    shown = Terminal()
    assert run_here(folder, out, shown) == 0
    assert out.read_bytes() == whole.read_bytes()
    assert shown.getvalue().startswith("\r2 of 4 articles\r3 of 4")


def test_another_call_does_not_go_on_with_old_lines(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with pytest.raises(KeyboardInterrupt):
        run_here(folder, out, Interrupting())
    (folder / "a.txt").write_text("A new article about nothing at all.")
    assert main(["batch", str(folder), "--output", str(out)]) == 0
    found = lines(out)
    assert [item["id"] for item in found] == ["a", "b", "c", "d"]
    assert "new article" in found[0]["article"]["text"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_for_terminals_only() -> None:
    quiet, shown = io.StringIO(), Terminal()
    for stream in (quiet, shown):
        progress = Progress(stream)
        progress.show(1, 2)
        progress.show(2, 2)
    assert quiet.getvalue() == ""
    assert shown.getvalue() == "\r1 of 2 articles\r2 of 2 articles\n"


@pytest.mark.parametrize("name", ["missing", "missing.jsonl"])
def test_a_missing_input_is_told(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.jsonl"
    assert main(["batch", str(tmp_path / name), "--output", str(out)]) == 1
    told = capsys.readouterr().err
    assert re.fullmatch(rf"close-reader: .*{name}” is not there\. Name a folder .*\.\n", told)
    assert not out.exists()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_mistakes_of_a_lexicon_are_told_once(
    folder: Path, tmp_path: Path, jobs: str, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "more" / "tar"
    place.mkdir(parents=True)
    (place / "lexicon.toml").write_text('id = "tar"\n')
    out, more = tmp_path / "out.jsonl", str(tmp_path / "more")
    call = ["batch", str(folder), "--output", str(out), "--jobs", jobs, "--lexicons", more]
    assert main(call) == 0
    told = capsys.readouterr().err.splitlines()
    assert told
    assert len(told) == len(set(told))
    assert all(re.fullmatch(r"close-reader: tar/.*\.", line) for line in told), told
    assert len(lines(out)) == 4


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_missing_folder_of_lexicons_is_told(
    folder: Path, tmp_path: Path, jobs: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out, more = tmp_path / "out.jsonl", str(tmp_path / "nowhere")
    call = ["batch", str(folder), "--output", str(out), "--jobs", jobs, "--lexicons", more]
    assert main(call) == 1
    assert "is not a folder of lexicons" in capsys.readouterr().err
    assert not out.exists()


def test_an_output_that_cannot_be_written_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("keep me")
    for out in (folder, tmp_path / "file" / "out.jsonl", tmp_path / "no" / "out.jsonl"):
        with pytest.raises(ReaderError) as told:
            run_here(folder, out, io.StringIO())
        assert told.value.message.endswith(".")
        assert str(out) in told.value.message
    assert (tmp_path / "file").read_text() == "keep me"


def test_an_empty_folder_gives_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    out = tmp_path / "out.jsonl"
    assert main(["batch", str(tmp_path / "none"), "--output", str(out)]) == 0
    assert out.read_bytes() == b""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_names_and_ids_that_are_no_text_are_lines(
    tmp_path: Path, jobs: str, check_document: Check
) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    name = os.fsencode(str(folder)) + b"/caf\xe9.txt"
    Path(os.fsdecode(name)).write_text("The mayor said it may rain.")
    Path(os.fsdecode(name + b".pdf")).write_bytes(b"%PDF-1.7")
    (folder / "a\nb.txt").write_text("The mayor said it may rain.")
    given = jsonl(tmp_path / "in.jsonl", '{"id": "\\ud83d", "text": "It may rain."}')
    out = tmp_path / "out.jsonl"
    call = ["batch", str(given), str(folder), "--output", str(out), "--jobs", jobs]
    assert main(call) == 0
    found = lines(out)
    assert [item["id"] for item in found] == ["�", "a\nb", "caf�", "caf�.txt"]
    assert [item["id"] for item in found if "error" in item] == ["caf�.txt"]
    check_document(found[2])


def test_a_mistake_of_the_program_costs_one_line(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(maker: DocumentMaker, article: Article, name: str) -> dict[str, object]:
        if name == "b":
            raise AttributeError("no such thing")
        return {"id": name, "text": article.text}

    monkeypatch.setattr(DocumentMaker, "document", fail)
    out = tmp_path / "out.jsonl"
    assert main(["batch", str(folder), "--output", str(out)]) == 0
    told = "b could not be analysed: AttributeError, no such thing."
    assert [item.get("error") for item in lines(out)] == [None, told, None, None]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to try")
def test_a_full_disk_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["batch", str(folder), "--output", "/dev/full"]) == 1
    assert re.fullmatch(r"close-reader: /dev/full could not .*\.\n", capsys.readouterr().err)


@pytest.mark.parametrize(
    "held", [b"Dear diary,\n", b"{}\n", b'{"id": "a", "text": "Mine."}\n', b"\x00\xff" * 40]
)
def test_a_file_that_batch_did_not_write_is_left_alone(
    folder: Path, tmp_path: Path, held: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "diary.txt"
    out.write_bytes(held)
    assert main(["batch", str(folder), "--output", str(out)]) == 1
    assert "was not written by batch" in capsys.readouterr().err
    assert out.read_bytes() == held


@pytest.mark.parametrize("form", ["csv", "xlsx", "sqlite"])
def test_rows_are_not_written_over_another_file(
    tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    given = jsonl(tmp_path / "in.jsonl", {"id": "a", "text": "It may rain."})
    out = tmp_path / "diary.txt"
    call = ["batch", str(given), "--to", form, "--output", str(out)]
    out.write_bytes(b"Dear diary,\n")
    assert main(call) == 1
    assert "was not written by batch" in capsys.readouterr().err
    assert out.read_bytes() == b"Dear diary,\n"
    out.unlink()
    assert (main(call), main(call)) == (0, 0)


def test_what_batch_wrote_may_be_written_again(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    for items in ([{"id": "a"}, {"id": "b", "text": "Fine."}], [{"id": "c", "text": "Rain."}]):
        given = jsonl(tmp_path / "in.jsonl", *items)
        assert main(["batch", str(given), "--output", str(out)]) == 0
    assert [item["id"] for item in lines(out)] == ["c"]
    out.write_bytes(b"")
    assert main(["batch", str(given), "--output", str(out)]) == 0


def test_a_closed_standard_error_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("")
    monkeypatch.setattr("sys.stderr", None)
    out = tmp_path / "out.jsonl"
    assert main(["batch", str(tmp_path / "in"), "--output", str(out)]) == 0
    assert "error" in out.read_text()
    assert capsys.readouterr().out == f"1 article is written to {out}.\n"

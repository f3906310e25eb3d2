"""The `lesson` command, as it is typed."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from play_class import play_class

from reader.cli.main import main as call_main
from reader.core.lessons.answer import Answer, AnswerMark, ArticleVersion, Selector
from reader.core.lessons.placing import placed_answer
from reader.core.text.spans import Span
from reader.launch import COMMANDS, load_readability
from reader.paths import default_paths
from reader.storage.lessons.answer_files import answer_file_name, write_answer
from reader.storage.lessons.lesson_files import read_lesson_file

SAMPLES = [str(path) for path in default_paths().samples]


def main(*words: str) -> int:
    return call_main(words, COMMANDS, load_readability)


@pytest.fixture(autouse=True)
def _own_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CLOSE_READER_DATA", str(tmp_path / "data"))


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    path = tmp_path / "market.crlesson"
    assert main("lesson", "make", *SAMPLES, "--output", str(path), "--title", "The market") == 0
    return path


@pytest.fixture
def answers(lesson: Path, tmp_path: Path) -> list[str]:
    """Return a reference and twelve answers."""
    plan = read_lesson_file(lesson).lesson
    text = plan.articles[0].text
    marks = []
    for words, pen in (("brutally", "L"), ("rammed through", "L"), ("Ada Renfrew", "S")):
        start = text.index(words)
        span = Span(start, start + len(words))
        marks.append(AnswerMark("A", pen, Selector.at(text, span), "A reason."))
    versions = tuple(ArticleVersion(one.id, one.sha256) for one in plan.articles)
    reference = Answer(plan.id, "teacher", versions, tuple(marks), well_made=("B",))
    files = [tmp_path / "reference.answer"]
    write_answer(files[0], reference)
    for one in play_class(plan, placed_answer(reference, plan), 12):
        files.append(tmp_path / answer_file_name(one.code))
        write_answer(files[-1], one)
    return [str(path) for path in files]


def test_scores_as_json_are_as_the_contract_says(
    lesson: Path, answers: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    call = (
        "lesson",
        "score",
        str(lesson),
        *answers[1:],
        "--reference",
        answers[0],
        "--format",
        "json",
    )
    assert main(*call) == 0
    scores = json.loads(capsys.readouterr().out)
    assert scores["schema"] == "close-reader/scores/1"
    assert {"pupils", "alpha", "heat", "disagreements", "refused"} <= set(scores)
    pupil = scores["pupils"][0]
    assert {"code", "exact", "overlap", "sentence", "kappa", "why_no_kappa"} <= set(pupil)
    assert list(pupil["exact"]) == ["matched", "marked", "reference", "precision", "recall", "f1"]
    assert pupil["exact"]["reference"] == 3
    assert set(scores["alpha"]) == {"L", "S", "H"}
    assert set(scores["heat"][0]) == {"article", "start", "end", "count"}
    assert set(scores["disagreements"][0]) == {"article", "start", "end", "marked", "of"}
    assert len(scores["pupils"]) == 12


def test_scores_without_a_reference_and_in_words(
    lesson: Path, answers: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main("lesson", "score", str(lesson), *answers[1:]) == 0
    told = capsys.readouterr().out
    assert "12 of 12 files are counted." in told
    assert "There is no reference to compare with." in told
    assert main("lesson", "score", str(lesson), *answers[1:], "--reference", answers[0]) == 0
    assert "marks are in the reference; you found" in capsys.readouterr().out


def test_the_reference_among_the_answers_is_no_pupil(
    lesson: Path, answers: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    call = ("lesson", "score", str(lesson), *answers, "--reference", answers[0])
    assert main(*call, "--format", "json") == 0
    scores = json.loads(capsys.readouterr().out)
    assert len(scores["pupils"]) == 12
    assert scores["refused"] == [{"file": Path(answers[0]).name, "reason": "It is the reference."}]
    paper = tmp_path / "paper.pdf"
    forms = ("lesson", "paper", str(lesson), "--output", str(paper), "--reference", answers[0])
    told = subprocess.run(  # Qt, in its own process
        [sys.executable, "-m", "reader", *forms, "--answers", *answers],
        check=True,
        capture_output=True,
        text=True,
    )
    assert "It is the reference." in told.stderr


def test_the_gradebook_has_one_row_a_pupil(
    lesson: Path, answers: list[str], tmp_path: Path
) -> None:
    out = tmp_path / "book.csv"
    call = ("lesson", "score", str(lesson), *answers[1:], "--format", "csv", "--output", str(out))
    assert main(*call) == 0
    rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8"))))
    assert len(rows) == 12
    assert rows[0]["code"]


def test_a_bad_file_is_named_and_the_rest_is_scored(
    lesson: Path, answers: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    bad = tmp_path / "bad.answer"
    bad.write_text("{")
    assert main("lesson", "score", str(lesson), str(bad), answers[1], "--format", "json") == 0
    told = capsys.readouterr()
    assert "bad.answer is not counted." in told.err
    assert main("lesson", "score", str(lesson), str(bad)) == 1
    assert "None of the answers could be counted." in capsys.readouterr().err
    assert main("lesson", "score", str(bad), str(bad)) == 1
    assert main("lesson", "score", str(lesson), answers[1], "--reference", str(bad)) == 1


def test_making_needs_articles_that_can_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        main("lesson", "make", str(tmp_path / "no.txt"), "--output", str(tmp_path / "l.crlesson"))
        == 1
    )
    assert "is not there" in capsys.readouterr().err
    assert main("lesson", "make", *SAMPLES) == 2
    assert main("lesson") == 2


def test_an_article_is_in_a_lesson_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "twice.crlesson"
    assert main("lesson", "make", SAMPLES[0], SAMPLES[0], "--output", str(output)) == 1
    assert "is named twice. Name each article once." in capsys.readouterr().err
    assert not output.exists()


def test_paper_is_a_pdf_and_html_a_page(lesson: Path, answers: list[str], tmp_path: Path) -> None:
    call = [
        sys.executable,
        "-m",
        "reader",
        "lesson",
        "paper",
        str(lesson),
        "--reference",
        answers[0],
    ]
    subprocess.run(
        [*call, "--output", str(tmp_path / "l.pdf")], check=True
    )  # Qt, in its own process
    assert (tmp_path / "l.pdf").read_bytes().startswith(b"%PDF")
    assert main("lesson", "html", str(lesson), "--output", str(tmp_path / "l.html")) == 0
    assert (tmp_path / "l.html").read_text("utf-8").startswith("<!doctype html>")


def test_a_ready_lesson_is_made_by_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, reference = tmp_path / "bus.crlesson", tmp_path / "bus.answer"
    call = ("lesson", "make", "night-bus", "--output", str(out), "--reference", str(reference))
    assert main(*call) == 0
    assert "One bus, two papers" in capsys.readouterr().out
    assert main("lesson", "score", str(out), str(reference), "--reference", str(reference)) == 0
    told = capsys.readouterr().out
    assert "39 of your 39 marks are in the reference" in told
    assert main("lesson", "make", *SAMPLES, "--output", str(out), "--reference", "x") == 1
    assert "Only a ready lesson" in capsys.readouterr().err


def test_a_lesson_and_its_reference_are_written_both_or_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, link = tmp_path / "bus.crlesson", tmp_path / "link"
    link.symlink_to(out)
    for reference in (out, tmp_path / "." / "bus.crlesson", link):
        call = ("lesson", "make", "night-bus", "--output", str(out), "--reference")
        for is_there in (False, True):
            if is_there:
                out.write_bytes(b"an earlier lesson")
            assert main(*call, str(reference)) == 1
            assert "cannot hold both" in capsys.readouterr().err
        out.unlink()
    library = tmp_path / "library.sqlite"
    library.write_text("all that is kept")
    assert main(*call, str(library)) == 1
    assert "is the library" in capsys.readouterr().err
    assert main(*call, str(tmp_path)) == 1
    assert "it is a folder. Name a file in it." in capsys.readouterr().err
    if Path("/dev/full").exists():
        assert main(*call, "/dev/full") == 1
        assert "/dev/full could not be written" in capsys.readouterr().err
    assert not out.exists()

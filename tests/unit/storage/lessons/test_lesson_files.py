"""Lesson and answer files are read as what comes from elsewhere."""

import io
import json
import os
import struct
import zipfile
from pathlib import Path

import pytest
from play_class import play_class

from reader.core.lessons.answer import (
    Answer,
    AnswerMark,
    ArticleVersion,
    Selector,
    TableCell,
)
from reader.core.lessons.placing import placed_answer
from reader.core.lessons.scores.scoring import class_scores
from reader.core.text.spans import Span
from reader.errors import ReaderError
from reader.intake.read import read_text
from reader.launch import load_agreement
from reader.paths import Paths, default_paths
from reader.storage.lessons.answer_files import (
    answer_bytes,
    answer_file_name,
    read_answer_file,
    read_class,
    write_answer,
)
from reader.storage.lessons.lesson_files import (
    LessonPack,
    lesson_bytes,
    lesson_of,
    read_lesson_file,
)
from reader.storage.lessons.making import make_lesson
from reader.storage.lessons.scores.registry import SCORE_FORMATS
from reader.storage.lessons.texts import LessonTexts

HTML = "<img src=x onerror=alert(1)><script>alert(2)</script>"


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    return default_paths(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def pack(paths: Paths, storm_text: str) -> LessonPack:
    second = "A quiet day\n\nThe council met on Monday. Nobody shouted, said the clerk."
    articles = [read_text(storm_text, "/a/storm.txt"), read_text(second, "/a/quiet.txt")]
    return make_lesson(articles, paths, "Storm, twice")


@pytest.fixture(scope="module")
def reference(pack: LessonPack) -> Answer:
    lesson = pack.lesson
    wanted = [
        ("A", "horrific", "L"),
        ("A", "shameful", "L"),
        ("A", "Ada Calloway", "S"),
        ("A", "Critics", "S"),
        ("A", "could possibly", "H"),
        ("B", "said the clerk", "S"),
    ]
    marks = []
    for article, words, pen in wanted:
        text = lesson.article(article).text
        start = text.index(words)
        selector = Selector.at(text, Span(start, start + len(words)))
        marks.append(AnswerMark(article, pen, selector, "A reason."))
    versions = tuple(ArticleVersion(one.id, one.sha256) for one in lesson.articles)
    return Answer(lesson.id, "teacher", versions, tuple(marks), well_made=("B",))


def test_a_made_lesson_is_the_plan_with_the_articles(pack: LessonPack) -> None:
    lesson = pack.lesson
    assert lesson.title == "Storm, twice"
    assert [pen.id for pen in lesson.pens] == ["L", "S", "H"]
    assert [one.id for one in lesson.articles] == ["A", "B"]
    assert lesson.minutes == 45
    assert lesson.step("read").locked == ("program", "B")
    assert lesson.steps[-1].kind == "judge"
    assert {one.id for one in lesson.lexicons} >= {"loaded-wording", "hedging"}


def test_a_lesson_on_one_article_has_nothing_to_compare(paths: Paths, storm_text: str) -> None:
    lesson = make_lesson([read_text(storm_text, "/a/storm.txt")], paths).lesson
    assert "compare" not in [step.kind for step in lesson.steps]
    assert lesson.step("lateral").opens.step == "sources"


def test_a_lesson_file_is_as_the_contract_says_and_comes_back(
    pack: LessonPack, tmp_path: Path
) -> None:
    path = tmp_path / "storm.crlesson"
    path.write_bytes(lesson_bytes(pack))
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == ["lesson.json", "articles/1.json", "articles/2.json"]
        first = json.loads(archive.read("articles/1.json"))
    assert list(first)[:5] == ["id", "title", "text", "zones", "sha256"]
    assert read_lesson_file(path) == pack


@pytest.mark.parametrize("more", ["", "__MACOSX/._"])
def test_a_lesson_that_was_packed_again_with_its_folder_is_read(
    pack: LessonPack, more: str
) -> None:
    with zipfile.ZipFile(io.BytesIO(lesson_bytes(pack))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    again = {f"My lesson/{name}": data for name, data in parts.items()}
    strange = {f"{more}lesson.json.txt": b"x"}
    assert lesson_of(zipped(**strange, **again), "x.crlesson") == pack


def test_own_lists_travel_along(pack: LessonPack) -> None:
    lists = {"my-list": {"entries.csv": b"phrase\n", "lexicon.toml": b"id = 'my-list'\n"}}
    again = lesson_of(lesson_bytes(LessonPack(pack.lesson, lists)), "x.crlesson")
    assert again.lists == lists


def zipped(method: int = zipfile.ZIP_DEFLATED, **files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_bad_lesson_files_end_in_a_sentence(pack: LessonPack) -> None:
    good = lesson_bytes(pack)
    broken = bytearray(good)
    broken[40:60] = b"\xff" * 20
    password = bytearray(good)
    for place in (good.index(b"PK\x01\x02") + 8, 6):
        password[place : place + 2] = struct.pack("<H", 1)
    bad = [
        b"",
        b"PK",
        good[: len(good) // 2],
        bytes(broken),
        bytes(password),
        zipped(a=b"b"),
        zipped(**{"lesson.json": b"[" * 100_000}),
        zipped(**{"lesson.json": b"\xff"}),
        zipped(**{"lesson.json": b"{}"}),
        zipped(**{"lesson.json": b" " * 6_000_000}),
        zipped(zipfile.ZIP_LZMA, **{"lesson.json": b"{}"}),
        zipped(zipfile.ZIP_BZIP2, **{"lesson.json": b"{}"}),
        zipped(**{"lesson.json": b"{}", "articles/01.json": b"{}"}),
        zipped(**{"lesson.json": b"{}", "articles/\u0661.json": b"{}"}),
        zipped(**{"lesson.json": b"{}", "articles/1.json": b"[]"}),
        zipped(**{f"f{number}": b"" for number in range(400)}),
    ]
    for data in bad:
        with pytest.raises(ReaderError) as refused:
            lesson_of(data, "x.crlesson")
        assert refused.value.message.endswith(".")
        assert "x.crlesson" in refused.value.message


def test_nothing_of_a_lesson_lands_outside(pack: LessonPack) -> None:
    out = io.BytesIO(lesson_bytes(pack))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("../../evil.txt", b"x")
        archive.writestr("lexicons/../../../evil/lexicon.toml", b"x")
        archive.writestr("lexicons/half/lexicon.toml", b"x")
    assert lesson_of(out.getvalue(), "x.crlesson") == pack


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("heron-14", "heron-14.answer"),
        ("a/../b", "a-..-b.answer"),
        ("..", "answer.answer"),
        ("Ö 3", "Ö-3.answer"),
    ],
)
def test_the_name_of_an_answer_file_leads_nowhere_else(code: str, name: str) -> None:
    assert answer_file_name(code) == name


def test_a_class_with_every_kind_of_bad_file(
    pack: LessonPack, reference: Answer, tmp_path: Path, paths: Paths
) -> None:
    """A hundred files: the good ones are counted, each bad one is named with its reason."""
    lesson = pack.lesson
    placed = placed_answer(reference, lesson)
    files: list[Path] = []

    def put(name: str, data: bytes) -> None:
        files.append(tmp_path / name)
        files[-1].write_bytes(data)

    class_ = play_class(lesson, placed, 77)
    for answer in class_:
        put(answer_file_name(answer.code), answer_bytes(answer))
    good = answer_bytes(class_[0])
    broken = [
        b"",
        b"{",
        b"\xff\xfe{",
        b"[]",
        b"null",
        b"[" * 40_000,
        b'{"schema": 1e999}',
        good[:-40],
        good.replace(b'"marks"', b'"remarks"'),
        good.replace(b"answer/1", b"answer/9"),
    ]
    for number, data in enumerate(broken):
        put(f"broken-{number}.answer", data)
    for number in range(5):
        put(f"other-{number}.answer", good.replace(lesson.id.encode(), b"two-ferries"))
    sha = lesson.articles[0].sha256.encode()
    for number in range(3):
        put(f"changed-{number}.answer", good.replace(sha, b"0" * 64))
    put("twice-1.answer", good.replace(class_[0].code.encode(), b"again-1"))
    put("twice-2.answer", good.replace(class_[0].code.encode(), b"again-1"))
    huge = tmp_path / "huge.answer"
    with huge.open("wb") as file:
        file.truncate(400_000_000)
    files += [huge, tmp_path / "missing.answer"]
    html = Answer(
        lesson.id,
        "html-1",
        class_[0].articles,
        (AnswerMark("A", "L", reference.marks[0].selector, HTML, HTML, HTML, HTML),),
        wrong=HTML,
        missed=HTML,
        steps={HTML: HTML, "read": HTML},
        judgement=HTML,
        comparison=(TableCell("actors", "A", HTML), TableCell(HTML, HTML, HTML)),
    )
    put("html.answer", answer_bytes(html))

    answers, refused = read_class(files, lesson)
    assert len(files) == 100
    assert len(answers) == 77 + 1 + 1
    told = {one.file: one.reason for one in refused}
    assert len(told) == 21
    assert all(reason.endswith(".") for reason in told.values())
    assert all("another lesson" in told[f"other-{number}.answer"] for number in range(5))
    assert all("was changed" in told[f"changed-{number}.answer"] for number in range(3))
    assert "twice" in told["twice-1.answer"]
    assert "larger than 50 kB" in told["huge.answer"]
    texts = LessonTexts.of(lesson, paths)
    scores = class_scores(lesson, answers, placed, texts.sentences, load_agreement(), refused)
    for one in SCORE_FORMATS:
        written = one.write(scores, texts).decode()
        assert written.strip()
        if one.name == "html":
            assert "<script" not in written
            assert "<img" not in written
            assert "&lt;script&gt;" in written
    heat = next(one for one in SCORE_FORMATS if one.name == "heat").write(scores, texts).decode()
    assert "79 answers, no names." in heat
    assert not any(f">{one.code}<" in heat or f" {one.code}" in heat for one in answers)
    gradebook = (
        next(one for one in SCORE_FORMATS if one.name == "csv").write(scores, texts).decode()
    )
    assert len(gradebook.splitlines()) == 80


def test_formulas_in_the_gradebook_are_words(pack: LessonPack, paths: Paths) -> None:
    versions = tuple(ArticleVersion(one.id, one.sha256) for one in pack.lesson.articles)
    evil = Answer(
        pack.lesson.id, "a-1", versions, (), steps={"read": "=HYPERLINK(1)"}, judgement="@x"
    )
    texts = LessonTexts.of(pack.lesson, paths)
    placed = placed_answer(evil, pack.lesson, "=cmd.answer")
    scores = class_scores(pack.lesson, [placed], None, texts.sentences, load_agreement())
    written = next(one for one in SCORE_FORMATS if one.name == "csv").write(scores, texts).decode()
    assert "'=HYPERLINK(1)" in written
    assert "'=cmd.answer" in written
    assert "'@x" in written


def test_an_answer_file_is_small_or_refused(
    pack: LessonPack, reference: Answer, tmp_path: Path
) -> None:
    path = tmp_path / "a.answer"
    write_answer(path, reference)
    assert read_answer_file(path) == reference
    long = Answer("x", "a-1", (), (), steps={str(number): "ä" * 3000 for number in range(20)})
    with pytest.raises(ReaderError, match="may have 50"):
        answer_bytes(long)


@pytest.mark.parametrize(
    ("kept", "told"),
    [
        (slice(0, 0), "It is empty; ask for the file again."),
        (slice(0, 400), "It breaks off, or was changed by another program"),
        (slice(400, None), "It is no answer file"),
    ],
)
def test_a_broken_answer_file_is_named_in_plain_words(
    kept: slice, told: str, reference: Answer, tmp_path: Path
) -> None:
    path = tmp_path / "a.answer"
    path.write_bytes(answer_bytes(reference)[kept])
    with pytest.raises(ReaderError) as refused:
        read_answer_file(path)
    assert refused.value.message.startswith(told)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with a name")
def test_a_pipe_is_no_answer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.answer")
    with pytest.raises(ReaderError, match="no file"):
        read_answer_file(tmp_path / "pipe.answer")

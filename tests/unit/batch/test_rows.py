"""Rows of many articles: the same in every format, resumed, and whole or not there at all."""

import contextlib
import csv
import json
import os
import re
import sqlite3
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from reader.batch import run as running
from reader.batch.converting import write_rows
from reader.batch.documents import AnalysisSettings
from reader.batch.earlier_files import Memory
from reader.batch.run import Batch, run_batch
from reader.batch.runner import Line
from reader.errors import ReaderError
from reader.launch import run_command_line as main
from reader.storage.exports.rows.registry import ROW_FORMATS, row_format
from reader.storage.exports.rows.row_file import COLUMNS, NUMBERS

MARK = {
    "id": "a", "start": 4, "end": 12, "text": "=1+1 horrific", "panel": "wording",
    "category": "emotive", "lexicon": "loaded-wording", "version": "1", "entry": "horrific",
    "confidence": "confident", "voice": "narrator", "source": "", "zone": "headline",
    "place": "headline", "sentence": "A horrific “storm”.", "by": "program",
}  # fmt: skip


class Unseen:
    def show(self, done, total):
        pass

    def tell(self, sentence):
        pass


class Given:
    """A runner that makes a line of rows of each input, and stops after some."""

    def __init__(self, most=100, failing=()):
        self.most, self.failing, self.made = most, failing, []

    def run(self, inputs, _load_maker):
        for item in inputs:
            if len(self.made) == self.most:
                raise KeyboardInterrupt
            self.made.append(item.id)
            told = {"id": item.id, "rows": {"marks": [list({**MARK, "id": item.id}.values())] * 2}}
            if item.id in self.failing:
                told = {"id": item.id, "error": "It is empty."}
            yield Line(json.dumps(told).encode() + b"\n", is_failed="error" in told)


@pytest.fixture
def given(tmp_path):
    folder = tmp_path / "given"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.txt").write_text(f"Article {name}.")
    return folder


def run(given, out, form, runner):
    settings = AnalysisSettings(makes_rows=True)
    return run_batch(Batch((given,), out, settings, row_format(form)), runner, None, Unseen())


def rows_in(path, form):
    """Return the marks of a file by its format, each as a mapping."""
    if form == "csv":
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    if form == "sqlite":
        database = sqlite3.connect(path)
        database.row_factory = sqlite3.Row
        rows = [dict(row) for row in database.execute("SELECT * FROM marks WHERE id >= 'a'")]
        database.close()
        return rows
    if form == "parquet":
        parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
        return parquet.read_table(path).to_pylist()
    with zipfile.ZipFile(path) as pack:
        sheet = pack.read("xl/worksheets/sheet1.xml").decode()
    rows = re.findall("<row .*?</row>", sheet)
    found = [re.findall(r"<c [^>]*>(?:<is><t[^>]*>|<v>)(.*?)</", row) for row in rows[1:]]
    return [dict(zip([c for c in MARK if MARK[c] != ""], row, strict=True)) for row in found]


@pytest.mark.parametrize("form", [one.name for one in ROW_FORMATS])
def test_a_format_holds_all_rows_in_order(given, tmp_path, form):
    out = tmp_path / f"marks.{form}"
    assert run(given, out, form, Given(failing=("b",))) == 1
    rows = rows_in(out, form)
    assert [row["id"] for row in rows] == ["a", "a", "c", "c"]
    first = rows[0]
    assert str(first["start"]) == "4"
    guarded = "'" if form in {"csv", "xlsx"} else ""
    assert first["text"] == f"{guarded}=1+1 horrific"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [out.name]


def test_articles_of_one_id_are_told_apart(given, tmp_path):
    lines = tmp_path / "twice.jsonl"
    told = [{"id": name, "text": f"Article {name}."} for name in ("a", "a", "a-2", "a")]
    lines.write_text("\n".join(map(json.dumps, told)))
    out = tmp_path / "marks.csv"
    run(lines, out, "csv", Given())
    assert [row["id"] for row in rows_in(out, "csv")][::2] == ["a", "a-2", "a-2-2", "a-3"]


def test_sqlite_has_an_index_on_the_id_of_every_table_and_the_errors(given, tmp_path):
    out = tmp_path / "marks.sqlite"
    run(given, out, "sqlite", Given(failing=("b",)))
    database = sqlite3.connect(out)
    told = database.execute("SELECT tbl_name FROM sqlite_master WHERE type = 'index'").fetchall()
    assert {name for (name,) in told} == set(COLUMNS)
    plan = database.execute("EXPLAIN QUERY PLAN SELECT * FROM marks WHERE id = 'a'").fetchall()
    assert "USING INDEX" in plan[0][3]
    assert database.execute("SELECT * FROM errors").fetchall() == [("b", "It is empty.")]
    database.close()


def earlier(given, out, form):
    """Write a file as an earlier run of other articles left it; return its bytes."""
    (given / "early.txt").write_text("Earlier.")
    run(given, out, form, Given(failing=("a", "b", "c")))
    (given / "early.txt").unlink()
    return out.read_bytes()


def own_file(path, form):
    """Write a file of the reader's own, of the same kind; some are ours with a change in them."""
    if form == "csv":
        path.write_text("id,price\n1,2\n")
    elif form == "csv-like":
        path.write_text(",".join([*COLUMNS["marks"], "my_column"]) + "\n")
    elif form == "sqlite":
        with contextlib.closing(sqlite3.connect(path)) as database:
            database.execute("CREATE TABLE marks (id TEXT, mine TEXT)")
            database.commit()
    elif form == "parquet":
        arrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
        pytest.importorskip("pyarrow.parquet").write_table(arrow.table({"id": [1]}), path)
    else:
        pytest.importorskip("openpyxl").Workbook().save(path)


@pytest.mark.parametrize("form", ["csv", "csv-like", "xlsx", "sqlite", "parquet"])
def test_a_file_of_the_readers_own_of_the_same_kind_is_refused(given, tmp_path, form):
    out, runner = tmp_path / "mine", Given()
    own_file(out, form)
    held = out.read_bytes()
    with pytest.raises(ReaderError, match=r"mine is there already and was not written by batch\."):
        run(given, out, form.removesuffix("-like"), runner)
    assert (out.read_bytes(), runner.made) == (held, [])
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["mine"]


@pytest.mark.parametrize("form", ["xlsx", "sqlite"])
def test_a_file_that_was_changed_since_is_the_readers_own(given, tmp_path, form):
    out = tmp_path / f"marks.{form}"
    run(given, out, form, Given())
    if form == "xlsx":
        openpyxl = pytest.importorskip("openpyxl")
        book = openpyxl.load_workbook(out)
        book["marks"]["R1"] = "my remark"
        book.save(out)
    else:
        with contextlib.closing(sqlite3.connect(out)) as database:
            database.execute("CREATE TABLE mine (remark TEXT)")
            database.commit()
    held = out.read_bytes()
    with pytest.raises(ReaderError, match="was not written by batch"):
        run(given, out, form, Given())
    assert out.read_bytes() == held


@pytest.mark.parametrize("form", ["csv", "sqlite"])
@pytest.mark.parametrize("is_known", [True, False])
def test_rows_that_were_changed_since_are_refused(tmp_path, given, form, is_known):
    out, runner = tmp_path / f"marks.{form}", Given()
    memory = Memory(tmp_path / "data")
    batch = Batch((given,), out, AnalysisSettings(makes_rows=True), row_format(form), memory)
    if is_known:
        for _ in range(2):  # what was not changed may be written again
            run_batch(batch, Given(), None, Unseen())
        if form == "csv":
            with out.open("a") as file:
                file.write("MY ROW,1,2\n")
        else:
            with contextlib.closing(sqlite3.connect(out)) as database:
                database.execute("UPDATE marks SET text = 'mine'")
                database.commit()
    else:
        run_batch(replace(batch, memory=Memory()), Given(), None, Unseen())
    held = out.read_bytes()
    with pytest.raises(ReaderError, match=r"is not as batch left it: it was changed since, or"):
        run_batch(batch, runner, None, Unseen())
    assert (out.read_bytes(), runner.made) == (held, [])
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [out.name]
    out.unlink()
    run_batch(batch, runner, None, Unseen())
    assert len(rows_in(out, form)) == 6


def test_a_run_that_is_killed_behind_its_rows_knows_them_again(given, tmp_path, monkeypatch):
    out, runner = tmp_path / "marks.csv", Given()
    settings, memory = AnalysisSettings(makes_rows=True), Memory(tmp_path / "data")
    batch = Batch((given,), out, settings, row_format("csv"), memory)

    def killed(*words):
        write_rows(*words)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(running, "write_rows", killed)
        with pytest.raises(KeyboardInterrupt):
            run_batch(batch, Given(), None, Unseen())
    run_batch(batch, runner, None, Unseen())
    assert (runner.made, len(rows_in(out, "csv"))) == ([], 6)


def test_a_file_that_is_changed_while_batch_works_is_kept(given, tmp_path):
    out = tmp_path / "marks.csv"
    held = b"Dear diary,\n"

    class Writing(Given):
        def run(self, inputs, load_maker):
            yield from super().run(inputs, load_maker)
            out.write_bytes(held)

    with pytest.raises(ReaderError, match="was not written by batch"):
        run(given, out, "csv", Writing())
    assert out.read_bytes() == held
    out.unlink()
    runner = Given()
    run(given, out, "csv", runner)
    assert (runner.made, len(rows_in(out, "csv"))) == ([], 6)


@pytest.mark.parametrize(
    ("wrote", "asked"),
    [("csv", "xlsx"), ("csv", None), ("sqlite", "csv"), ("xlsx", "csv"), (None, "csv")],
)
def test_another_form_that_batch_wrote_is_told(given, tmp_path, wrote, asked):
    out, runner = tmp_path / "marks", Given()
    first, second = (
        Batch((given,), out, AnalysisSettings(makes_rows=True), form and row_format(form))
        for form in (wrote, asked)
    )
    run_batch(first, Given(), None, Unseen())
    held = out.read_bytes()
    with pytest.raises(ReaderError) as told:
        run_batch(second, runner, None, Unseen())
    name = wrote or "jsonl"
    assert str(told.value) == (
        f"{out} holds another form that batch wrote, {name}. Name a new file with --output, "
        f"or ask for --to {name}."
    )
    assert (out.read_bytes(), runner.made) == (held, [])


@pytest.mark.parametrize("form", ["csv", "xlsx", "sqlite", "parquet"])
def test_a_run_that_was_stopped_goes_on(given, tmp_path, form):
    out = tmp_path / "marks"
    held = earlier(given, out, form)
    with pytest.raises(KeyboardInterrupt):
        run(given, out, form, Given(2))
    assert out.read_bytes() == held
    runner = Given()
    run(given, out, form, runner)
    assert runner.made == ["c"]
    assert [row["id"] for row in rows_in(out, form)] == list("aabbcc")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["marks"]


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
@pytest.mark.parametrize("form", ["csv", "xlsx", "sqlite", "parquet"])
def test_the_name_of_an_output_need_not_be_text(given, tmp_path, form):
    out = tmp_path / os.fsdecode(b"m\xffrks")
    run(given, out, form, Given())
    run(given, out, form, Given())
    assert rows_in(out, form) if form != "parquet" else out.is_file()
    out.write_text("Mine.")
    with pytest.raises(ReaderError, match="was not written by batch"):
        run(given, out, form, Given())


@pytest.mark.parametrize("form", ["csv", "xlsx", "sqlite"])
@pytest.mark.parametrize("kind", ["folder", "link to a folder", "device"])
def test_an_output_that_is_no_file_is_told_before_the_first_article(given, tmp_path, form, kind):
    (tmp_path / "folder").mkdir()
    out, told = tmp_path / "folder", "is a folder."
    if kind == "link to a folder":
        out = tmp_path / "link"
        out.symlink_to(tmp_path / "folder")
    elif kind == "device":
        out, told = Path(os.devnull), "is a device or a pipe, and no file."
    before, runner = sorted(tmp_path.rglob("*")), Given()
    with pytest.raises(ReaderError) as error:
        run(given, out, form, runner)
    assert error.value.message == f"{out} {told}"
    assert (sorted(tmp_path.rglob("*")), runner.made) == (before, [])
    assert not Path(f"{os.devnull}.lines").exists()


class FullDisk:
    """A sink that has room for one article."""

    def __init__(self):
        self.room = 1

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def add(self, _rows):
        self.room -= 1
        if self.room < 0:
            raise OSError(28, "No space left on device")


def test_a_full_disk_leaves_the_old_file_and_what_was_analysed(given, tmp_path):
    out = tmp_path / "marks.csv"
    held = earlier(given, out, "csv")
    full = replace(row_format("csv"), open=lambda _path: FullDisk())
    batch = Batch((given,), out, AnalysisSettings(makes_rows=True), full)
    with pytest.raises(ReaderError, match=r"marks\.csv could not be written: no space left"):
        run_batch(batch, Given(), None, Unseen())
    assert out.read_bytes() == held
    runner = Given()
    run(given, out, "csv", runner)
    assert runner.made == []
    assert len(rows_in(out, "csv")) == 6


def test_parquet_without_pyarrow_is_told_before_anything_is_analysed(given, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    out, runner = tmp_path / "marks.parquet", Given()
    with pytest.raises(ReaderError) as told:
        run(given, out, "parquet", runner)
    assert str(told.value) == (
        "Parquet is written by pyarrow, which is not installed. Type: pip install "
        "'close-reader[parquet]', or choose --to csv or sqlite."
    )
    assert runner.made == []
    assert not out.exists()


def test_columns_are_tidy():
    for name, columns in COLUMNS.items():
        assert columns[0] == "id", name
        assert len(set(columns)) == len(columns)
        assert all(re.fullmatch("[a-z_]+", column) for column in columns)
    assert set(NUMBERS) <= {column for columns in COLUMNS.values() for column in columns}


def test_the_command_writes_rows(given, tmp_path, capsys):
    (given / "a.txt").write_text("A horrific storm\n\nThe mayor said it may rain in the town.\n")
    (given / "c.txt").write_bytes(b"")
    out = tmp_path / "out"
    assert main(["batch", str(given), "--to", "sqlite", "--output", str(out)]) == 0
    told = capsys.readouterr().err
    assert re.fullmatch(r"close-reader: 1 article could not be read.*\.\n", told)
    assert {"horrific", "may"} <= {row["text"] for row in rows_in(out, "sqlite")}

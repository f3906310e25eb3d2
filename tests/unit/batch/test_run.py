"""A run goes on where it stopped, whatever stopped it; outputs are never written over inputs."""

import contextlib
import json
import os
import re
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from reader.batch import run as running
from reader.batch import unfinished
from reader.batch.documents import AnalysisSettings
from reader.batch.earlier_files import Memory, refuse_other_lines
from reader.batch.run import Batch, run_batch
from reader.batch.runner import Line
from reader.errors import ReaderError
from reader.paths import default_paths
from reader.storage.exports.rows.registry import row_format


class Counting:
    """A runner that makes short lines, and is stopped after some."""

    def __init__(self, most=1_000, is_failed=False):
        self.most, self.made, self.is_failed = most, [], is_failed

    def run(self, inputs, _load_maker):
        for item in inputs:
            if len(self.made) == self.most:
                raise KeyboardInterrupt
            self.made.append(item.id)
            yield Line(self.line(item.id).encode(), is_failed=self.is_failed)

    def line(self, name):
        return line(name)


class CountingRows(Counting):
    """The same, with a row of each article."""

    def line(self, name):
        return json.dumps({"id": name, "rows": {"marks": [[name, 1]]}}) + "\n"


def line(name):
    return f'{{"schema": "close-reader/analysis/1", "id": "{name}"}}\n'


class Unseen:
    def show(self, done, total):
        pass

    def tell(self, sentence):
        pass


@pytest.fixture
def given(tmp_path):
    folder = tmp_path / "given"
    folder.mkdir()
    for name in "abcd":
        (folder / f"{name}.txt").write_text(f"Article {name}.")
    return folder


def run(given, out, runner=None):
    batch = Batch((given,), out, AnalysisSettings())
    return run_batch(batch, runner or Counting(), None, Unseen())


def stopped(given, out, after):
    with pytest.raises(KeyboardInterrupt):
        run(given, out, Counting(after))


@pytest.mark.parametrize("stops", [[0], [1], [3], [1, 1], [2, 0, 1], [0, 0]])
@pytest.mark.parametrize("torn", [b"", b'{"schema": "close-re', b"\x00" * 9])
def test_no_line_is_lost_or_made_twice(given, tmp_path, stops, torn):
    out = tmp_path / "out.jsonl"
    made = []
    for after in stops:
        runner = Counting(after)
        with pytest.raises(KeyboardInterrupt):
            run(given, out, runner)
        made += runner.made
        with out.open("ab") as file:
            file.write(torn)
    runner = Counting()
    run(given, out, runner)
    assert out.read_text() == "".join(map(line, "abcd"))
    assert [*made, *runner.made] == ["a", "b", "c", "d"]
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["out.jsonl"]


class Telling(Unseen):
    def __init__(self):
        self.told = []

    def tell(self, sentence):
        self.told.append(sentence)


MINE = b"a line of mine\n"


@pytest.mark.parametrize(
    ("place", "added", "told"),
    [
        (2, MINE, "line 3: it is no line of the run"),
        (1, line("a").encode(), "line 2: it is no line of the run"),  # it stands there already
        (3, b'{"id": "z", "error": "Mine."}\n', "line 4: it is no line of the run"),
        (3, MINE.strip(), "line 4: batch did not write this line"),  # no line end
    ],
)
def test_a_line_written_into_a_stopped_run_is_never_lost(given, tmp_path, place, added, told):
    out = tmp_path / "out.jsonl"
    stopped(given, out, 3)
    lines = out.read_bytes().splitlines(keepends=True)
    held = b"".join([*lines[:place], added, *lines[place:]])
    out.write_bytes(held)
    with pytest.raises(ReaderError, match=told):
        run(given, out)
    assert out.read_bytes() == held


@pytest.mark.parametrize("place", [0, 1, 4])
def test_a_line_written_into_a_finished_output_is_never_lost(given, tmp_path, place):
    out = tmp_path / "out.jsonl"
    run(given, out)
    lines = out.read_bytes().splitlines(keepends=True)
    held = b"".join([*lines[:place], MINE, *lines[place:]])
    out.write_bytes(held)
    with pytest.raises(ReaderError, match=r"batch did not write|was not written by batch"):
        run(given, out)
    assert out.read_bytes() == held


def test_lines_that_were_changed_or_come_from_elsewhere_are_kept(given, tmp_path):
    """They look like those of batch, so only their digest tells; the run goes on."""
    out, progress = tmp_path / "out.jsonl", Telling()
    batch = Batch((given,), out, AnalysisSettings(), memory=Memory(tmp_path / "data"))
    for name in ("", ".old", ".old1"):
        run_batch(batch, Counting(), None, progress)
        run_batch(batch, Counting(), None, progress)  # as batch left it: nothing to keep
        if name:
            assert out.with_name(f"out.jsonl{name}").read_text().endswith(line("mine"))
        with out.open("a") as file:
            file.write(line("mine"))
    assert len(progress.told) == 2
    assert progress.told[0].endswith(
        "was not as batch left it here, and is kept as out.jsonl.old."
    )


@pytest.mark.parametrize("after", [0, 1, 3])
@pytest.mark.parametrize("is_link", [False, True])
def test_a_finished_output_stays_until_all_new_lines_are_there(given, tmp_path, after, is_link):
    out = tmp_path / "out.jsonl"
    if is_link:
        (tmp_path / "far").mkdir()
        out.symlink_to(tmp_path / "far" / "lines.jsonl")
    run(given, out)
    out.chmod(0o600)
    before = out.read_bytes()
    (given / "e.txt").write_text("One more.")
    stopped(given, out, after)
    assert out.read_bytes() == before
    runner = Counting()
    run(given, out, runner)
    assert runner.made == list("abcde")[after:]
    assert out.read_text() == "".join(map(line, "abcde"))
    assert out.is_symlink() == is_link
    assert out.stat().st_mode & 0o777 == 0o600
    folder = out.resolve().parent
    assert [one.name for one in folder.glob("*.jsonl*")] == [out.resolve().name]


@pytest.mark.parametrize("form", [None, "csv"])
def test_what_a_stopped_run_has_done_stays_until_all_lines_of_another_are_there(
    given, tmp_path, form
):
    """Three calls, each stopped in turn: each goes on where it was, and none costs another."""
    form = None if form is None else row_format(form)
    out, data = tmp_path / "out.file", Memory(tmp_path / "data")
    given_to = {
        name: Batch((given / f"{name}.txt", given), out, AnalysisSettings(), form, data)
        for name in "abc"
    }

    def made(name, most=1_000):
        runner = CountingRows(most) if form else Counting(most)
        with contextlib.suppress(KeyboardInterrupt):
            run_batch(given_to[name], runner, None, Unseen())
        return "".join(runner.made)

    assert [made(name, 2) for name in "abc"] == ["aa", "ba", "ca"]
    assert [made(name, 1) for name in "cba"] == ["b", "b", "b"]
    assert made("b") == "cd"
    assert "".join(re.findall(r"\b([a-d])\b", out.read_text()))[:5] == "babcd"
    assert made("c") == "cd"
    assert not list(tmp_path.glob("out.file.lines3*"))


def test_more_stopped_runs_than_can_wait_are_told(given, tmp_path):
    out = tmp_path / "out.jsonl"
    for number in range(9):
        (given / "d.txt").write_text(f"{number}" * (number + 1))
        stopped(given, out, 1)
    (given / "d.txt").write_text("One more of them.")
    with pytest.raises(ReaderError, match="9 other runs that were stopped wait"):
        run(given, out)


def test_a_stop_while_another_s_lines_are_replaced_mixes_no_runs(given, tmp_path, monkeypatch):
    out = tmp_path / "out.jsonl"
    stopped(given, out, 2)
    (given / "d.txt").write_text("Another article.")
    with monkeypatch.context() as patched:
        patched.setattr(running, "replace_output", lambda *_: stop())
        stopped(given, out, 4)
    runner = Counting()
    run(given, out, runner)
    assert runner.made == []
    assert out.read_text() == "".join(map(line, "abcd"))


@pytest.mark.parametrize("form", [None, "csv"])
def test_nothing_is_made_again_where_nothing_changed(given, tmp_path, form):
    form = None if form is None else row_format(form)
    out, data = tmp_path / "out.file", tmp_path / "data"
    lists, table = data / "lexicons" / "mine", data / "language" / "en" / "page-furniture.toml"
    page = given / "e.html"
    page.write_text("<p>Article e.</p>")
    sheet = given / "e_files" / "a.css"
    for file in (sheet, lists / "lexicon.toml", lists / "entries.csv", table):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("a")
    batch = Batch((given,), out, AnalysisSettings(), form, Memory(data))

    def made():
        runner = CountingRows() if form else Counting()
        run_batch(batch, runner, None, Unseen())
        return "".join(runner.made)

    assert [made(), made()] == ["abcde", ""]
    for file in (given / "b.txt", page, sheet, lists / "entries.csv", table):
        facts = file.stat()
        file.write_text(file.read_text().replace("a", "o"))  # as large as before
        os.utime(file, ns=(facts.st_atime_ns, facts.st_mtime_ns))  # and as old
        assert [made(), made()] == ["abcde", ""]
    out.unlink()
    assert [made(), made()] == ["abcde", ""]
    (given / "f.txt").write_text("One more.")
    assert [made(), made()] == ["abcdef", ""]


def test_what_could_not_be_read_is_tried_again(given, tmp_path):
    batch = Batch((given,), tmp_path / "out", AnalysisSettings(), memory=Memory(tmp_path / "data"))
    for _ in range(2):
        runner = Counting(is_failed=True)
        assert run_batch(batch, runner, None, Unseen()) == 4
        assert runner.made == list("abcd")


def test_a_stop_before_the_note_is_written_begins_anew(given, tmp_path, monkeypatch):
    out = tmp_path / "out.jsonl"
    run(given, out)
    with monkeypatch.context() as patched:
        patched.setattr(unfinished, "write_atomically", lambda *_: stop())
        stopped(given, out, 4)
    runner = Counting()
    run(given, out, runner)
    assert runner.made == ["a", "b", "c", "d"]
    assert out.read_text() == "".join(map(line, "abcd"))


def stop():
    raise KeyboardInterrupt


def test_a_stop_while_going_on_keeps_the_finished_lines(given, tmp_path, monkeypatch):
    out = tmp_path / "out.jsonl"
    stopped(given, out, 2)
    monkeypatch.setattr(unfinished, "write_atomically", lambda *_: stop())  # it need not be
    runner = Counting()
    run(given, out, runner)
    assert runner.made == ["c", "d"]


def test_a_changed_article_begins_anew(given, tmp_path):
    out = tmp_path / "out.jsonl"
    stopped(given, out, 2)
    (given / "d.txt").write_text("Another article.")
    runner = Counting()
    run(given, out, runner)
    assert runner.made == ["a", "b", "c", "d"]


@pytest.mark.parametrize("kind", "same|link|hard link|inside|link to inside|below".split("|"))
def test_an_output_in_the_input_is_refused(given, tmp_path, kind):
    lines = tmp_path / "in.jsonl"
    lines.write_text('{"id": "a", "text": "b"}\n')
    out = {
        "same": lines,
        "inside": given / "out.jsonl",
        "below": given / "deep" / "out.jsonl",
    }.get(kind, tmp_path / "out.jsonl")
    if kind == "link":
        out.symlink_to(lines)
    elif kind == "hard link":
        os.link(lines, out)
    elif kind == "link to inside":
        out.symlink_to(given / "a.txt")
    before = (lines.read_text(), (given / "a.txt").read_text())
    with pytest.raises(ReaderError, match="would be written over it"):
        run_batch(Batch((lines, given), out, AnalysisSettings()), Counting(), None, Unseen())
    assert (lines.read_text(), (given / "a.txt").read_text()) == before
    assert not (given / "out.jsonl").exists()


@pytest.mark.parametrize("ending", ["lock", "unfinished"])
@pytest.mark.parametrize("kind", ["words", "pipe", "link"])
def test_somebody_s_file_beside_the_output_is_left_alone(given, tmp_path, ending, kind):
    place = tmp_path / f"out.jsonl.{ending}"
    if kind == "pipe":
        os.mkfifo(place)
    else:
        (tmp_path / "words").write_text("My words.")
        os.link(tmp_path / "words", place) if kind == "words" else place.symlink_to("words")
    with pytest.raises(ReaderError, match=f"{place} is there already"):
        run(given, tmp_path / "out.jsonl")
    assert os.path.lexists(place)
    assert kind == "pipe" or place.read_text() == "My words."


@pytest.mark.parametrize("ending", ["lines", "lines.unfinished"])
def test_somebody_s_file_is_left_alone_where_a_finished_output_is_written_anew(
    given, tmp_path, ending
):
    out = tmp_path / "out.jsonl"
    run(given, out)
    place = tmp_path / f"out.jsonl.{ending}"
    place.write_text("My words.")
    with pytest.raises(ReaderError, match=f"{place} is there already"):
        run(given, out)
    assert place.read_text() == "My words."


@pytest.mark.parametrize("ending", ["lock", "unfinished", "lines"])
def test_no_input_is_taken_for_a_file_beside_the_output(tmp_path, ending):
    place = tmp_path / f"out.csv.{ending}"
    place.touch()
    settings = AnalysisSettings(makes_rows=True)
    batch = Batch((place,), tmp_path / "out.csv", settings, row_format("csv"))
    beside = tmp_path / "out.csv.lines.unfinished"
    if ending == "unfinished":
        place = place.rename(beside)
        batch = replace(batch, inputs=(place,))
    with pytest.raises(ReaderError, match="would be written over it"):
        run_batch(batch, Counting(), None, Unseen())
    assert place.exists()


def test_what_another_name_leads_to_stays_when_the_output_is_written_anew(given, tmp_path):
    out, other = tmp_path / "out.jsonl", tmp_path / "other.jsonl"
    run(given, out)
    os.link(out, other)
    before = other.read_bytes()
    (given / "d.txt").unlink()
    run(given, out)
    assert other.read_bytes() == before
    assert out.read_text(encoding="utf-8") == "".join(map(line, "abc"))


def test_another_file_in_the_place_of_the_output_is_told_and_stays(given, tmp_path):
    out, other = tmp_path / "out.jsonl", tmp_path / "other"

    class Replacing(Counting):
        def run(self, inputs, _load_maker):
            yield from super().run(inputs[:2], None)
            other.write_text("My words.")
            other.replace(out)
            yield from super().run(inputs[2:], None)

    with pytest.raises(ReaderError, match="Another file was put in the place of"):
        run(given, out, Replacing())
    assert out.read_text() == "My words."


def test_a_disk_that_is_full_is_told(given, tmp_path):
    class Full(Counting):
        def run(self, inputs, _load_maker):
            yield from super().run(inputs[:2], None)
            raise OSError(28, "No space left on device")

    with pytest.raises(ReaderError, match=r"out\.jsonl could not be written: no space left"):
        run(given, tmp_path / "out.jsonl", Full())
    runner = Counting()
    run(given, tmp_path / "out.jsonl", runner)
    assert runner.made == ["c", "d"]


@pytest.mark.parametrize("place", ["a named pipe", "/dev/stdout"])
def test_a_pipe_gets_all_lines_and_nothing_beside_it(given, tmp_path, place):
    """As `batch --output /dev/stdout | jq`."""
    read, written = os.pipe()
    out = Path(f"/dev/fd/{written}")
    if place == "a named pipe":
        out = tmp_path / "pipe"
        os.mkfifo(out)
        os.close(read)
        read = os.open(out, os.O_RDONLY | os.O_NONBLOCK)
    run(given, out)
    os.close(written)
    assert os.read(read, 10_000).decode() == "".join(map(line, "abcd"))
    os.close(read)
    assert {path.name for path in tmp_path.iterdir()} <= {"given", "pipe"}


@pytest.mark.parametrize("place", ["list", "language", "resources"])
def test_all_is_made_again_where_what_a_link_leads_to_has_changed(
    given, tmp_path, place, monkeypatch
):
    """Lists are kept elsewhere, and linked to; a changed one was passed over untold."""
    out, data, further = tmp_path / "out.jsonl", tmp_path / "data", tmp_path / "lists"
    elsewhere = tmp_path / "elsewhere"
    for folder in (further, data / "language", elsewhere, tmp_path / "shipped"):
        folder.mkdir(parents=True)
    for name in ("lexicon.toml", "table.toml"):
        (elsewhere / name).write_text("a")
    links = {"list": further, "language": data / "language", "resources": tmp_path / "shipped"}
    (links[place] / "mine").symlink_to(elsewhere)
    paths = replace(default_paths(data), resources=tmp_path / "shipped")
    monkeypatch.setattr(running, "default_paths", lambda _: paths)
    batch = Batch((given,), out, AnalysisSettings(lexicons=(further,)), None, Memory(data))

    def made():
        runner = Counting()
        run_batch(batch, runner, None, Unseen())
        return "".join(runner.made)

    assert [made(), made()] == ["abcd", ""]
    for name in ("lexicon.toml", "table.toml"):
        (elsewhere / name).write_text("another")
        assert [made(), made()] == ["abcd", ""]


def test_a_list_that_leads_back_to_itself_is_looked_at_once(given, tmp_path):
    data, lists = tmp_path / "data", tmp_path / "data" / "lexicons" / "mine"
    lists.mkdir(parents=True)
    (lists / "lexicon.toml").write_text("a")
    for name in "abcd":
        (lists / name).symlink_to(lists)
    batch = Batch((given,), tmp_path / "out.jsonl", AnalysisSettings(), None, Memory(data))
    for expected in (["a", "b", "c", "d"], []):
        runner = Counting()
        run_batch(batch, runner, None, Unseen())
        assert runner.made == expected


def test_all_is_made_again_where_a_change_cannot_be_told(given, tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "iterdir", refuse_list)
    memory = Memory(tmp_path / "data")
    batch = Batch((given / "a.txt",), tmp_path / "out.jsonl", AnalysisSettings(), None, memory)
    for _ in range(2):
        runner = Counting()
        run_batch(batch, runner, None, Unseen())
        assert runner.made == ["a"]


def refuse_list(_folder):
    raise PermissionError(13, "Permission denied")


@pytest.mark.parametrize("name", ["", ".", "/"])
def test_an_output_without_a_name_is_refused(given, name):
    with pytest.raises(ReaderError, match="is a folder"):
        run(given, Path(name))


def test_an_open_file_and_a_link_are_the_file_they_lead_to(given, tmp_path):
    """As `batch --output /dev/stdout > FILE`: its notes lie beside FILE, and not in `/dev`."""
    place = tmp_path / "made"
    place.mkdir()
    (tmp_path / "link.jsonl").symlink_to(place / "linked.jsonl")
    run(given, tmp_path / "link.jsonl", Counting())
    with (place / "open.jsonl").open("wb") as file:
        run(given, Path(f"/dev/fd/{file.fileno()}"))
    for path in place.iterdir():
        assert path.read_text(encoding="utf-8") == "".join(map(line, "abcd"))
    assert {path.name for path in place.iterdir()} == {"linked.jsonl", "open.jsonl"}


def test_a_folder_that_goes_away_in_the_middle_is_told(given, tmp_path):
    folder = tmp_path / "made"
    folder.mkdir()

    class Moving(Counting):
        def run(self, inputs, _load_maker):
            yield from super().run(inputs[:2], None)
            folder.rename(tmp_path / "elsewhere")
            yield from super().run(inputs[2:], None)

    with pytest.raises(ReaderError, match=r"out\.jsonl could not be written: no such file"):
        run(given, folder / "out.jsonl", Moving())
    (tmp_path / "elsewhere").rename(folder)
    runner = Counting()
    run(given, folder / "out.jsonl", runner)
    assert runner.made == []  # every line was there already


@pytest.mark.parametrize("form", [None, "csv"])
@pytest.mark.parametrize("way", ["same", "link"])
def test_a_second_run_on_one_output_is_told(given, tmp_path, form, way, monkeypatch):
    monkeypatch.setattr(running, "held_alone", partial(running.held_alone, patience_s=0))
    out, told = tmp_path / "out", []
    second_out = out
    if way == "link":
        second_out = tmp_path / "link"
        second_out.symlink_to(out)
    settings = AnalysisSettings(makes_rows=form is not None)
    first, second = (
        Batch((given,), path, settings, form and row_format(form)) for path in (out, second_out)
    )

    class Meeting(Rows):
        """A runner beside which another run begins after two articles."""

        def run(self, inputs, _load_maker):
            yield from super().run(inputs[:2], None)
            with pytest.raises(ReaderError) as error:
                run_batch(second, Rows(), None, Unseen())
            told.append(error.value.message)
            yield from super().run(inputs[2:], None)

    run_batch(first, Meeting(), None, Unseen())
    assert told == [f"Another run writes {second_out} just now."]
    whole = out.read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == {"given", "out", second_out.name}
    out.unlink()
    (tmp_path / "out.lock").touch()  # as a run that was killed leaves it
    run_batch(first, Rows(), None, Unseen())
    assert out.read_bytes() == whole


def test_a_second_run_under_another_name_of_one_file_is_told(given, tmp_path):
    out, linked = tmp_path / "out", tmp_path / "linked"

    class Meeting(Counting):
        def run(self, inputs, _load_maker):
            yield from super().run(inputs[:2], None)
            os.link(out, linked)
            with pytest.raises(ReaderError, match=r"Another run writes .*linked just now"):
                run(given, linked)
            yield from super().run(inputs[2:], None)

    run(given, out, Meeting())
    assert out.read_text(encoding="utf-8") == "".join(map(line, "abcd"))


class Rows(Counting):
    """A runner that makes lines of no rows."""

    def run(self, inputs, load_maker):
        for made in super().run(inputs, load_maker):
            told = json.loads(made.data)
            yield Line(
                json.dumps({"id": told["id"], "rows": {"marks": []}}).encode() + b"\n",
                is_failed=False,
            )


@pytest.mark.parametrize("name", ["x" * 300, 'a"\\' * 100, "é" * 200])
@pytest.mark.parametrize("kind", ["error", "rows"])
def test_a_line_of_a_long_id_is_known_again(tmp_path, name, kind):
    out = tmp_path / "out.jsonl"
    told = json.dumps({"id": name, kind: "It is empty."}, ensure_ascii=False)
    out.write_text(f"{told}\n", encoding="utf-8")
    refuse_other_lines(out)
    out.write_text(f"{told}\nmine", encoding="utf-8")
    with pytest.raises(ReaderError, match="line 2: batch did not write"):
        refuse_other_lines(out)

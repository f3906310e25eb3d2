"""Several processes: they end with the one that started them, and their own end costs a line."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader.batch import pool
from reader.batch.inputs import BatchInput
from reader.errors import ReaderError

ROOT = Path(__file__).parents[3]
SCRIPT = Path(__file__).parent / "odd_workers.py"


def start(*texts):
    return subprocess.Popen(
        [sys.executable, str(SCRIPT), *texts],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="only Unix can kill so")
@pytest.mark.parametrize("end", ["SIGKILL", "SIGTERM"])
@pytest.mark.parametrize("texts", [("waits", "waits"), ("busy", "busy"), ("fine", "waits")])
def test_workers_end_when_their_parent_is_killed(end, texts):
    with start("fine", *texts) as parent:
        assert json.loads(parent.stdout.readline()) == {"id": "0"}
        parent.send_signal(getattr(signal, end))
        # The workers hold the other end of this pipe: it is read to its end when all are gone.
        parent.communicate(timeout=60)
        assert parent.returncode < 0


@pytest.mark.skipif(os.name != "posix", reason="only Unix sends Ctrl+C so")
@pytest.mark.parametrize("texts", [("waits", "waits"), ("busy", "fine")])
def test_ctrl_c_waits_for_no_article(texts):
    with start("fine", *texts) as parent:
        assert json.loads(parent.stdout.readline()) == {"id": "0"}
        parent.send_signal(signal.SIGINT)
        parent.communicate(timeout=60)
        assert parent.returncode == -signal.SIGINT


@pytest.mark.parametrize("place", [0, 1, 5])
def test_an_article_that_ends_its_process_gets_a_line_and_the_rest_goes_on(place):
    texts = ["fine"] * 6
    texts[place] = "deadly"
    with start(*texts) as parent:
        told, _ = parent.communicate(timeout=60)
    lines = [json.loads(line) for line in told.splitlines()]
    assert [line["id"] for line in lines] == ["0", "1", "2", "3", "4", "5"]
    assert [number for number, line in enumerate(lines) if "error" in line] == [place]
    assert lines[place]["error"].startswith(f"{place} could not be analysed: the process")


def test_an_article_whose_process_was_killed_twice_is_tried_again(tmp_path):
    with start("fine", f"killed twice {tmp_path / 'times'}", "fine") as parent:
        told, _ = parent.communicate(timeout=60)
    assert [json.loads(line) for line in told.splitlines()] == [{"id": name} for name in "012"]


def test_a_machine_that_starts_no_more_processes_is_told(monkeypatch):
    class Full(pool.ProcessPoolExecutor):
        def submit(self, *_):
            raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(pool, "ProcessPoolExecutor", Full)
    with pytest.raises(ReaderError, match="No more processes can be started here: resource"):
        list(pool.Pool(2).run([BatchInput("a", ""), BatchInput("b", "")], None))


@pytest.mark.parametrize(("jobs", "inputs", "asked"), [(256, 2, 2), (2, 5, 2), (3, 3, 3)])
def test_there_are_never_more_processes_than_inputs(monkeypatch, jobs, inputs, asked):
    class AskedError(Exception):
        """Carries how many processes were asked for."""

    def ask(number, **_):
        raise AskedError(number)

    monkeypatch.setattr(pool, "ProcessPoolExecutor", ask)
    with pytest.raises(AskedError) as told:
        list(pool.Pool(jobs).run(range(inputs), None))
    assert told.value.args == (asked,)

"""Several processes: they end with the one that started them, and their own end costs a line."""

import json
import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader.batch import pool
from reader.batch.documents import AnalysisSettings
from reader.batch.inputs import BatchInput
from reader.errors import ReaderError

ROOT = Path(__file__).parents[3]
SCRIPT = Path(__file__).parent / "odd_workers.py"


class Maker:
    """Makes a document of nothing."""

    settings = AnalysisSettings()

    def document(self, _article, document_id):
        return {"id": document_id}


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
@pytest.mark.parametrize("texts", [("waits", "waits"), ("busy", "fine"), ("waits",)])
def test_ctrl_c_waits_for_no_article(texts):
    with start("fine", *texts) as parent:
        assert json.loads(parent.stdout.readline()) == {"id": "0"}
        parent.send_signal(signal.SIGINT)
        parent.communicate(timeout=60)
        assert parent.returncode == -signal.SIGINT


@pytest.mark.skipif(os.name != "posix", reason="only Unix sends Ctrl+C so")
def test_ctrl_c_while_processes_start_leaves_none_behind(monkeypatch):
    usual = os.fork
    started = []

    def fork():
        started.append(usual())
        if started[-1]:
            signal.raise_signal(signal.SIGINT)  # before Python knows that there is one
        return started[-1]

    monkeypatch.setattr(os, "fork", fork)
    with pytest.raises(KeyboardInterrupt):
        next(pool.Pool(2).run([BatchInput("a", "", text="fine")] * 2, Maker))
    for process in started:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


@pytest.mark.parametrize("end", ["deadly", "torn"])
@pytest.mark.parametrize("place", [0, 1, 5])
def test_an_article_that_ends_its_process_gets_a_line_and_the_rest_goes_on(place, end):
    texts = ["fine"] * 6
    texts[place] = end
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
    def start(_):
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(pool.multiprocessing.Process, "start", start)
    with pytest.raises(ReaderError, match="No more processes can be started here: resource"):
        list(pool.Pool(2).run([BatchInput("a", ""), BatchInput("b", "")], None))


@pytest.mark.parametrize(("jobs", "inputs", "asked"), [(256, 2, 2), (2, 5, 2), (3, 3, 3)])
def test_there_are_never_more_processes_than_inputs(jobs, inputs, asked):
    texts = [BatchInput(str(number), "", text="fine") for number in range(inputs)]
    lines = pool.Pool(jobs).run(texts, Maker)
    assert next(lines).data == b'{"id": "0"}\n'
    assert len(multiprocessing.active_children()) == asked
    lines.close()
    assert multiprocessing.active_children() == []

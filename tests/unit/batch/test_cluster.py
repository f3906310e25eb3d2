"""A cluster with real processes on loopback: nothing lost, nothing doubled, lines in order."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.launch import load_cluster
from reader.launch import run_command_line as main

ROOT = Path(__file__).parents[3]
SCRIPT = Path(__file__).parent / "odd_cluster.py"


def run(*words):
    """Run the script in a process of its own, and return what it told."""
    pytest.importorskip("distributed", reason="dask.distributed is not installed")
    done = subprocess.run(
        [sys.executable, str(SCRIPT), *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        timeout=280,
    )
    return done.stdout.splitlines()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="only Unix can kill so")
def test_what_ends_in_the_middle_loses_nothing_and_is_told():
    """One cluster for three ends, since each start of one takes seconds."""
    texts = ["fine"] * 70
    texts[37] = "deadly"
    *told, first, last = run(*texts)
    lines = [json.loads(line) for line in told]
    assert [line["id"] for line in lines] == [str(number) for number in range(70)]
    assert [line["id"] for line in lines if "error" in line] == ["37"]
    assert re.fullmatch(r"37 could not be analysed: the process .*\.", lines[37]["error"])
    assert len({line.get("process") for line in lines} - {None}) > 2
    assert json.loads(first)["id"] == "0"
    assert re.fullmatch(
        r"The cluster at ADDRESS (went away|has no worker any more)\. Start it again and type the "
        r"same command; it goes on where it stopped\.",
        last,
    )


def test_the_bytes_are_those_of_one_process(tmp_path):
    pytest.importorskip("distributed", reason="dask.distributed is not installed")
    given = tmp_path / "given.jsonl"
    texts = ["A horrific storm\n\nThe mayor said it may rain.", "", "“It is shut,” said Ada Roe."]
    lines = [json.dumps({"id": f"é{n}", "text": text}) for n, text in enumerate(texts * 7)]
    given.write_text("\n".join([*lines, "no json"]), encoding="utf-8")
    one, other = tmp_path / "one.jsonl", tmp_path / "other.jsonl"
    assert main(["batch", str(given), "--output", str(one)]) == 0
    assert main(["batch", str(given), "--output", str(other), "--cluster", "local:2"]) == 0
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("address", ["local:", "local:0", "local:many", "local:5000"])
def test_what_is_no_number_of_processes_is_told(address):
    pytest.importorskip("distributed", reason="dask.distributed is not installed")
    with pytest.raises(ReaderError, match=r"is no number of processes\. Name for example local:4"):
        load_cluster(address)


@pytest.mark.parametrize("address", ["x", "tcp://", "tcp://[", "ftp://192.0.2.7:8786", "tcp://h"])
def test_what_is_no_address_of_a_scheduler_is_told_at_once(address):
    pytest.importorskip("distributed", reason="dask.distributed is not installed")
    with pytest.raises(ReaderError, match="is no address of a scheduler"):
        load_cluster(address)


def test_where_nobody_answers_it_is_told(monkeypatch):
    cluster = pytest.importorskip("reader.batch.cluster", reason="dask is not installed")
    monkeypatch.setattr(cluster, "_CONNECTING", "1s")
    with pytest.raises(ReaderError, match=r"No cluster with a worker answered at tcp://127\.0"):
        list(cluster.Cluster("tcp://127.0.0.1:9").run([], None))


def test_without_dask_it_is_told_what_to_type(tmp_path, monkeypatch, capsys):
    monkeypatch.delitem(sys.modules, "reader.batch.cluster", raising=False)
    monkeypatch.setitem(sys.modules, "distributed", None)
    (tmp_path / "a.txt").write_text("The mayor said it may rain.")
    call = [
        "batch",
        str(tmp_path / "a.txt"),
        "--output",
        str(tmp_path / "o"),
        "--cluster",
        "local:2",
    ]
    assert main(call) == 1
    told = capsys.readouterr().err
    assert "pip install 'close-reader[cluster]'" in told
    assert not (tmp_path / "o").exists()

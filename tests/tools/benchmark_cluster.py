"""What a cluster of dask costs: the same articles in one process and on workers, in CPU seconds.

`benchmark_cluster.py [ARTICLES] [WORKERS] [KILLED]`: articles are the beginnings of the marked
articles, workers are processes here, and so many of them are killed on the way. Start-up is left
out: everything is loaded before the clock runs. `benchmark_cluster.py overhead` takes makers that
do no work, so that only sending and ordering is left.
"""

import json
import os
import signal
import sys
import time
from functools import partial
from pathlib import Path

from distributed import Client, LocalCluster

from reader.batch.cluster import Cluster, local_workers, quiet
from reader.batch.documents import AnalysisSettings, DocumentMaker
from reader.batch.in_process import InThisProcess
from reader.batch.inputs import BatchInput
from reader.launch import load_readability

ROOT = Path(__file__).parents[2]
_LENGTH = 1_600  # characters: a short report


def articles(count: int) -> list[BatchInput]:
    """Return so many inputs with text, a different first line each."""
    folder = ROOT / "tests" / "quality" / "gold_marked"
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    return [
        BatchInput(f"{n}", f"{n}", text=f"Report number {n}\n\n{texts[n % len(texts)][:_LENGTH]}")
        for n in range(count)
    ]


def cpu_of(pid: int) -> float:
    """Return the CPU seconds of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def warm(load_maker: partial[DocumentMaker]) -> None:
    """Do nothing but load what the work needs."""
    list(InThisProcess().run(articles(4), load_maker))


def kill_one(cluster: LocalCluster) -> bool:
    """Kill the first worker that lives; tell whether there was one."""
    pid = next((nanny.pid for nanny in cluster.workers.values() if nanny.pid), None)
    if pid is None:
        return False
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:  # it has just been killed, and its nanny does not know
        return False
    return True


class IdleMaker:
    """Makes documents of a usual size without any work: what is left is sending and writing."""

    settings = AnalysisSettings()

    def document(self, _article: object, document_id: str) -> dict[str, object]:
        return {"id": document_id, "words": "x" * 10_000}


def overhead(count: int) -> None:
    """Print what sending, ordering and writing costs the process that runs the batch."""
    with quiet(), local_workers(2) as cluster:
        run = Cluster(cluster.scheduler_address)
        list(run.run(articles(64), IdleMaker))
        mine = time.process_time()
        made = sum(len(line.data) for line in run.run(articles(count), IdleMaker))
        taken = time.process_time() - mine
        print(f"{count} lines of {made // count} bytes: {1000 * taken / count:.2f} ms CPU a line")


def main(count: int, workers: int, killed: int) -> None:
    load_maker = partial(DocumentMaker, AnalysisSettings(), load_readability)
    inputs = articles(count)
    words = sum(len(item.text.split()) for item in inputs)
    warm(load_maker)
    loaded = load_maker()
    began, wall = time.process_time(), time.perf_counter()
    alone = [line.data for line in InThisProcess().run(inputs, lambda: loaded)]
    one, one_wall = time.process_time() - began, time.perf_counter() - wall
    print(f"{count} articles, {words} words: one process {one:.1f} s CPU, {one_wall:.1f} s wall")
    with (
        quiet(),
        local_workers(workers) as cluster,
        Client(cluster, set_as_default=False) as client,
    ):
        run = Cluster(cluster.scheduler_address)
        warmed = list(run.run(articles(64 * workers), load_maker))
        assert len(warmed) == 64 * workers
        pids = list(client.run(os.getpid).values())
        before, mine = sum(map(cpu_of, pids)), time.process_time()
        wall, made, dead = time.perf_counter(), [], 0
        for line in run.run(inputs, load_maker):
            made.append(line.data)
            if dead < killed and len(made) >= (dead + 1) * (count // (killed + 1)):
                dead += kill_one(cluster)
        taken = time.perf_counter() - wall
        here = time.process_time() - mine
        print(f"on {workers} workers: {taken:.1f} s wall, client and scheduler {here:.1f} s CPU")
        if not dead:
            there = sum(map(cpu_of, pids)) - before
            gain = workers * one / (there + here)
            print(f"the workers {there:.1f} s CPU: {gain:.2f} times one process, on free cores")
    same = made == alone
    print(
        f"{dead} workers killed; {'the same bytes in the same order' if same else 'OTHER BYTES'}"
    )
    print(f"an article is {len(alone[0])} bytes, {len(json.loads(alone[0])['findings'])} findings")


if __name__ == "__main__":
    if sys.argv[1:2] == ["overhead"]:
        overhead(4_000)
    else:
        given = [int(word) for word in sys.argv[1:]]
        main(*given, *(5_000, 2, 0)[len(given) :])

"""A batch on a cluster in which workers, or the scheduler, end; run by test_cluster."""

import json
import os
import sys

import dask
from distributed import LocalCluster

from reader.batch.cluster import Cluster
from reader.batch.documents import AnalysisSettings
from reader.batch.inputs import BatchInput
from reader.errors import ReaderError


class TellingMaker:
    """Makes documents that tell which process made them; one text ends it."""

    settings = AnalysisSettings()

    def document(self, article, document_id):
        if "deadly" in article.text:
            os._exit(9)
        return {"id": document_id, "process": os.getpid()}


def inputs_of(texts):
    return [BatchInput(str(number), "", text=text) for number, text in enumerate(texts)]


def tell(line):
    sys.stdout.write(line)
    sys.stdout.flush()


def kill(address, texts):
    """Run on the workers there, the first of which is killed when it has made a line."""
    for number, line in enumerate(Cluster(address).run(inputs_of(texts), TellingMaker)):
        tell(line.data.decode())
        if number == 0:
            os.kill(json.loads(line.data)["process"], 9)


def vanish(there, texts):
    """Run on a scheduler that goes away after the first line."""
    lines = Cluster(there.scheduler_address).run(inputs_of(texts), TellingMaker)
    tell(next(lines).data.decode())
    there.close()
    try:
        for _ in lines:
            pass
    except ReaderError as error:
        tell(f"{str(error).replace(there.scheduler_address, 'ADDRESS')}\n")


def main(texts):
    with (
        dask.config.set(
            distributed__scheduler__allowed_failures=0,
            distributed__comm__timeouts__connect="120s",
            distributed__deploy__lost_worker_timeout="300s",
        ),
        LocalCluster(
            n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0",
            silence_logs=50,
        ) as there,
    ):  # fmt: skip
        kill(there.scheduler_address, texts)
        there.wait_for_workers(2, timeout=240)
        vanish(there, ["fine"] * 200)


if __name__ == "__main__":
    main(sys.argv[1:])

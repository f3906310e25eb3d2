"""A batch on a cluster of dask: workers here, or at an address, with lines in the inputs' order.

Only `batch --cluster` loads this module, for dask takes seconds to load.
"""

import logging
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, suppress
from itertools import islice
from typing import Any

import dask
from distributed import Client, LocalCluster
from distributed.client import FutureCancelledError
from distributed.comm.addressing import get_address_host_port
from distributed.scheduler import KilledWorker

from reader import __version__
from reader.batch.documents import DocumentMaker
from reader.batch.inputs import BatchInput
from reader.batch.runner import Line, Lines, LoadMaker, failed_line, line_of
from reader.errors import ReaderError

LOCAL = "local:"
_CHUNK = 16  # articles a task: fewer cost more sending than work
_AHEAD = 3  # tasks each worker may have waiting: enough to keep it busy, little memory
_TRIES = 3  # of one article alone, for its worker may have been killed by somebody else
_CONNECTING = "15s"
_STARTING_S = 60  # until a first worker is there
_PATIENCE_S = 120.0  # without any worker: on a busy machine one starts slowly
_STEP_S = 2.0  # between two looks whether anybody still works, or who came and went
_LOOPBACK = "127.0.0.1"
_OWN_PLACES = ("ucx", "inproc")  # ways of dask that name places otherwise
_WORKER_DIED = "the process that worked on it ended each time, perhaps for want of memory"


class Cluster:
    """The runner for a cluster."""

    def __init__(self, address: str) -> None:
        """Take `local:N` for N processes here, or the address of a scheduler.

        Raises:
            ReaderError: It is no such address.
        """
        self._address = address
        self._jobs = _jobs_of(address) if address.startswith(LOCAL) else 0
        if not self._jobs:
            _check(address)

    def run(self, inputs: Sequence[BatchInput], load_maker: LoadMaker) -> Lines:
        """Yield a line for each input, in order.

        A worker that is killed costs nothing but time. An article that ends every worker gets a
        line that says so, and costs nobody else's.

        Raises:
            ReaderError: There is no cluster or no worker, or it went away in the middle.
        """
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # we tell it ourselves
        with quiet(), ExitStack() as closing:
            client = self._connect(closing)
            yield from _Run(client, self._address, load_maker).lines(inputs)

    def _connect(self, closing: ExitStack) -> Client:
        """Return a connection to the cluster, with a worker there at least.

        Raises:
            ReaderError: There is none, or its workers have another version of the program.
        """
        where = self._address
        if self._jobs:
            where = closing.enter_context(local_workers(self._jobs)).scheduler_address
        try:
            made = Client(  # type: ignore[no-untyped-call]  # dask has no types
                where,
                set_as_default=False,
                timeout=_CONNECTING,
                direct_to_workers=_LOOPBACK in where,  # else all lines go through the scheduler
            )
            client: Client = closing.enter_context(made)
            client.wait_for_workers(1, timeout=_STARTING_S)
            told = client.run(_version_here)
        except (OSError, ValueError) as error:  # a time-out is an OSError
            raise ReaderError(
                f"No cluster with a worker answered at {self._address}.",
                hint="Start a scheduler and workers there, or name local:N for N processes here.",
            ) from error
        for worker, version in told.items():
            if version != __version__:
                raise ReaderError(
                    f"The worker {worker} has Close Reader {version}, and this is {__version__}.",
                    hint="Install the same version on all machines.",
                )
        return client


def local_workers(jobs: int) -> LocalCluster:
    """Return a cluster of processes here, which nobody else can reach; made under `quiet`."""
    return LocalCluster(  # type: ignore[no-untyped-call]  # dask has no types
        n_workers=jobs,
        threads_per_worker=1,
        processes=True,
        host=_LOOPBACK,
        dashboard_address=f"{_LOOPBACK}:0",
        scheduler_kwargs={"dashboard": False},
        silence_logs=logging.CRITICAL,
    )


def quiet() -> AbstractContextManager[object]:
    """Return what dask is told while a batch runs.

    Each death of a worker is ours to answer; and on a busy machine a new worker may take a minute
    until it answers, which is no reason to give it up. What only looks after a dashboard looks
    seldom: fifty times a second in each process it takes a twentieth of the work.
    """
    return dask.config.set(
        distributed__scheduler__allowed_failures=0,
        distributed__scheduler__active_memory_manager__start=False,
        distributed__comm__timeouts__connect="120s",
        distributed__deploy__lost_worker_timeout="300s",
        distributed__worker__profile__enabled=False,
        distributed__worker__memory__monitor_interval="1s",
        distributed__admin__tick__interval="2s",
        distributed__admin__tick__limit="30s",
        distributed__admin__tick__cycle="60s",
        distributed__admin__system_monitor__interval="10s",
        distributed__admin__system_monitor__disk=False,
        distributed__admin__system_monitor__gil__enabled=False,
    )


def _jobs_of(address: str) -> int:
    number = address.removeprefix(LOCAL)
    if not number.isdecimal() or not 1 <= int(number) <= 1_000:
        raise ReaderError(
            f"“{address}” is no number of processes.", hint="Name for example local:4."
        )
    return int(number)


def _check(address: str) -> None:
    """Refuse what no scheduler can be asked by, for which dask waits half a minute.

    Raises:
        ReaderError: It has no port, or is no address.
    """
    if address.startswith(_OWN_PLACES):
        return
    try:
        get_address_host_port(address)
    except ValueError as error:
        raise ReaderError(
            f"“{address}” is no address of a scheduler.",
            hint="Name for example tcp://192.0.2.7:8786, or local:4 for processes here.",
        ) from error


class _Run:
    """One run: sends chunks, takes their lines in order, and tries again what was lost."""

    def __init__(self, client: Client, address: str, load_maker: LoadMaker) -> None:
        self._client, self._address, self._load_maker = client, address, load_maker
        self._key = repr(getattr(load_maker, "args", load_maker))
        self._count, self._counted_at = 1, -_STEP_S  # the workers, and when they were counted

    def lines(self, inputs: Sequence[BatchInput]) -> Lines:
        waiting: deque[tuple[Sequence[BatchInput], Any]] = deque()
        for chunk in _chunks(inputs):
            waiting.append((chunk, self._submit(chunk)))
            if len(waiting) >= _AHEAD * self._workers():
                yield from self._taken(*waiting.popleft())
        while waiting:
            yield from self._taken(*waiting.popleft())

    def _workers(self) -> int:
        """Return how many workers there are, one at least: the others may be starting.

        The scheduler is asked now and then: each answer is as long as the lines of an article.
        """
        if time.monotonic() - self._counted_at >= _STEP_S:
            self._count = max(1, self._working())
            self._counted_at = time.monotonic()
        return self._count

    def _working(self) -> int:
        """Return how many workers the scheduler knows; none where it no longer answers."""
        return len(self._client.scheduler_info(n_workers=-1).get("workers", ()))

    def _submit(self, chunk: Sequence[BatchInput]) -> Any:  # noqa: ANN401 -- dask has no types
        """Send a task, and return its future.

        Raises:
            ReaderError: The cluster went away.
        """
        try:
            # Not pure: the same words twice are two articles, and each has its line.
            return self._client.submit(lines_of, chunk, self._key, self._load_maker, pure=False)
        except Exception as error:  # dask has named it differently in its versions
            if self._client.status == "running":
                raise
            raise self._gone("went away") from error

    def _taken(
        self,
        chunk: Sequence[BatchInput],
        future: Any,  # noqa: ANN401 -- dask has no types
    ) -> Iterator[Line]:
        """Yield the lines of a chunk; where its worker died, each article is tried alone."""
        try:
            yield from self._result(future)
        except KilledWorker:
            for item in chunk:
                yield self._line_alone(item)

    def _line_alone(self, item: BatchInput) -> Line:
        for _ in range(_TRIES):
            with suppress(KilledWorker):
                return self._result(self._submit([item]))[0]
        return failed_line(item, f"{item.id} could not be analysed: {_WORKER_DIED}.")

    def _result(self, future: Any) -> list[Line]:  # noqa: ANN401 -- dask has no types
        """Wait for a task as long as somebody works on it.

        Raises:
            ReaderError: The cluster went away, or has no worker any more.
            KilledWorker: The worker of the task was killed.
        """
        alone_since: float | None = None
        while True:
            try:
                made: bytes = future.result(timeout=_STEP_S)
            except TimeoutError:
                alone_since = self._look_round(alone_since)
                continue
            except (FutureCancelledError, OSError) as error:
                raise self._gone("went away") from error
            future.release()
            return _unpacked(made)

    def _look_round(self, alone_since: float | None) -> float | None:
        """Return since when there is no worker, None where there is one.

        Raises:
            ReaderError: There has been none for too long, or no scheduler.
        """
        if self._client.status == "closed":
            raise self._gone("went away")
        if self._working():
            return None
        since = alone_since if alone_since is not None else time.monotonic()
        if time.monotonic() - since > _PATIENCE_S:
            raise self._gone("has no worker any more")
        return since

    def _gone(self, what: str) -> ReaderError:
        return ReaderError(
            f"The cluster at {self._address} {what}.",
            hint="Start it again and type the same command; it goes on where it stopped.",
        )


def _chunks(inputs: Sequence[BatchInput]) -> Iterator[Sequence[BatchInput]]:
    rest = iter(inputs)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk


# -- on a worker ---------------------------------------------------------------------------------

_FAILED, _MADE = b"f-"
_makers: dict[str, DocumentMaker] = {}  # what one process has loaded, by what it was loaded for


def lines_of(chunk: Sequence[BatchInput], key: str, load_maker: LoadMaker) -> bytes:
    """Return the lines of some inputs in one piece; the tools are loaded once for each worker.

    Bytes travel as they are, where objects would be packed and unpacked by every process on the
    way. The first line tells of each other one whether it failed.

    Args:
        chunk: The inputs.
        key: Tells one way of analysing from another.
        load_maker: Loads what makes the documents.
    """
    if key not in _makers:
        _makers.clear()
        _makers[key] = load_maker()
    made = [line_of(item, _makers[key]) for item in chunk]
    failed = bytes(_FAILED if line.is_failed else _MADE for line in made)
    return b"".join((failed, b"\n", *(line.data for line in made)))


def _unpacked(packed: bytes) -> list[Line]:
    failed, _, rest = bytes(packed).partition(b"\n")
    data = rest.split(b"\n")[:-1]  # every line ends with one
    return [
        Line(line + b"\n", is_failed=told == _FAILED)
        for line, told in zip(data, failed, strict=True)
    ]


def _version_here() -> str:
    return __version__

"""A batch in several processes. They end when the one that started them does, however it ends."""

import sys
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, suppress

from reader.batch.documents import DocumentMaker
from reader.batch.inputs import BatchInput
from reader.batch.runner import Line, Lines, LoadMaker, failed_line, line_of
from reader.batch.worker_process import end_processes, serve_parent
from reader.errors import ReaderError, reason_of

MOST_JOBS = 61 if sys.platform == "win32" else 256  # Windows waits for no more at once
_AHEAD = 8  # articles each worker may have waiting: enough to keep it busy, little memory
_MOST_TRIES = 3  # of an article whose process ends; somebody else may have ended it
_WORKER_DIED = "the process that worked on it ended, perhaps for want of memory"


class Pool:
    """The runner for several processes: at most MOST_JOBS, and never more than inputs."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs

    def run(self, inputs: Sequence[BatchInput], load_maker: LoadMaker) -> Lines:
        """Yield a line for each input, in order.

        When a process dies, the first input without a line is tried twice more alone, so that
        one that ends every process gets a line that says so, and the rest goes on.
        """
        done = 0
        while done < len(inputs):
            try:
                with closing(_lines(inputs[done:], load_maker, self._jobs)) as lines:
                    for line in lines:
                        done += 1
                        yield line
            except BrokenProcessPool:
                yield _line_alone(inputs[done], load_maker)
                done += 1


def _lines(inputs: Sequence[BatchInput], load_maker: LoadMaker, jobs: int) -> Lines:
    jobs = min(jobs, len(inputs))
    pool = ProcessPoolExecutor(jobs, initializer=_start_worker, initargs=(load_maker,))
    waiting: deque[Future[Line]] = deque()
    try:
        for item in inputs:
            waiting.append(_submitted(pool, item))
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        if waiting:  # nobody wants the rest any more
            end_processes()
        pool.shutdown(wait=True, cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, item: BatchInput) -> "Future[Line]":
    """Give an input to a process, which is started if need be.

    Raises:
        ReaderError: The machine starts no more processes.
    """
    try:
        return pool.submit(_line, item)
    except (BlockingIOError, RuntimeError) as error:
        if isinstance(error, BrokenProcessPool):
            raise
        reason = f"No more processes can be started here: {reason_of(error)}."
        raise ReaderError(
            reason, hint="Ask for fewer with --jobs, or end other programs."
        ) from error


def _line_alone(item: BatchInput, load_maker: LoadMaker) -> Line:
    for _ in range(_MOST_TRIES - 1):
        with suppress(BrokenProcessPool):
            return next(_lines([item], load_maker, 1))
    return failed_line(item, f"{item.id} could not be analysed: {_WORKER_DIED}.")


_maker: list[DocumentMaker] = []  # one a process; a list, so that no name is rebound


def _start_worker(load_maker: LoadMaker) -> None:
    serve_parent()
    _maker[:] = [load_maker()]


def _line(item: BatchInput) -> Line:
    return line_of(item, _maker[0])

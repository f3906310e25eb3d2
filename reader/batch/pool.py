"""A batch in several processes. They end when the one that started them does, however it ends."""

import multiprocessing
import sys
from collections.abc import Sequence
from contextlib import closing, suppress
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

from reader.batch.documents import DocumentMaker
from reader.batch.inputs import BatchInput
from reader.batch.runner import Line, Lines, LoadMaker, failed_line, line_of
from reader.batch.worker_process import end_processes, serve_parent
from reader.errors import ReaderError, reason_of
from reader.intake.interruptions import not_interrupted

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    # An article goes there; a line comes back, and None once as soon as there is a maker.
    Ours = Connection[BatchInput | None, Line | None]
    Theirs = Connection[Line | None, BatchInput | None]

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
            except _ProcessEndedError:
                yield _line_alone(inputs[done], load_maker)
                done += 1


class _ProcessEndedError(Exception):
    """A process ended unasked."""


def _lines(inputs: Sequence[BatchInput], load_maker: LoadMaker, jobs: int) -> Lines:
    """Yield a line for each input, in order.

    No thread and no lock is shared with the processes, each has a pipe of its own: whenever this
    is stopped, and wherever one of them ends, nobody waits for somebody who is gone.

    Raises:
        _ProcessEndedError: A process ended.
        ReaderError: The machine starts no more processes.
    """
    try:
        crew = _Crew(inputs, load_maker, min(jobs, len(inputs)))
        for place in range(len(inputs)):
            crew.serve(place, is_patient=False)
            while place not in crew.lines:
                crew.serve(place, is_patient=True)
            yield crew.lines.pop(place)
        crew.leave()
    except BaseException:  # nobody wants the rest any more
        end_processes()
        raise


class _Crew:
    """Processes, and what each has in hand.

    Attributes:
        lines: What is done, by its place among the inputs.
    """

    def __init__(self, inputs: Sequence[BatchInput], load_maker: LoadMaker, jobs: int) -> None:
        self.lines: dict[int, Line] = {}
        self._inputs = inputs
        self._given = 0
        self._ahead = jobs * _AHEAD
        self._idle: list[Ours] = []
        self._busy: dict[Ours, int | None] = {}  # None: it loads what makes documents
        for _ in range(jobs):
            self._busy[_started(load_maker)] = None

    def serve(self, place: int, *, is_patient: bool) -> None:
        """Take what is done, and give out what comes next, a little ahead of a place."""
        try:
            ready = wait(list(self._busy), None if is_patient else 0)
            for pipe in [one for one in self._busy if one in ready]:
                answer = pipe.recv()
                number = self._busy.pop(pipe)
                self._idle.append(pipe)
                if number is not None and answer is not None:
                    self.lines[number] = answer
            end = min(len(self._inputs), place + self._ahead)
            while self._idle and self._given < end:
                pipe = self._idle.pop()
                self._busy[pipe] = self._given
                pipe.send(self._inputs[self._given])
                self._given += 1
        except (EOFError, OSError) as error:
            raise _ProcessEndedError from error

    def leave(self) -> None:
        """Let all processes go, now that all is done, and wait until they are gone."""
        for pipe in (*self._idle, *self._busy):
            with suppress(OSError):
                pipe.send(None)
        for process in multiprocessing.active_children():
            process.join()


def _started(load_maker: LoadMaker) -> "Ours":
    """Start a process, and return our end of its pipe.

    Raises:
        ReaderError: The machine starts no more processes.
    """
    try:
        ours, theirs = multiprocessing.Pipe()
        with not_interrupted():
            multiprocessing.Process(target=_work, args=(load_maker, theirs)).start()
        theirs.close()
    except OSError as error:
        reason = f"No more processes can be started here: {reason_of(error)}."
        raise ReaderError(
            reason, hint="Ask for fewer with --jobs, or end other programs."
        ) from error
    return ours


def _line_alone(item: BatchInput, load_maker: LoadMaker) -> Line:
    for _ in range(_MOST_TRIES - 1):
        with suppress(_ProcessEndedError):
            return next(_lines([item], load_maker, 1))
    return failed_line(item, f"{item.id} could not be analysed: {_WORKER_DIED}.")


def _work(load_maker: LoadMaker, pipe: "Theirs") -> None:
    """Make a line of each input that comes: the work of a process."""
    serve_parent()
    maker: DocumentMaker = load_maker()
    pipe.send(None)
    with suppress(EOFError, OSError):  # the one who asks is gone
        while (item := pipe.recv()) is not None:
            pipe.send(line_of(item, maker))

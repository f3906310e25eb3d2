"""Slow work away from the window: the latest job of each purpose, or every job in its turn."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from reader.errors import lack_of_memory


class CancelledError(Exception):
    """The job was asked to stop."""


class _Signals(QObject):
    """What a running job tells the window's thread."""

    done = Signal(int, object)
    failed = Signal(int, object)
    progressed = Signal(int, str)


class _Job(QRunnable):
    """Runs a function once, on a worker thread."""

    def __init__(self, number: int, work: Callable[[Callable[[str], None]], Any]) -> None:
        super().__init__()
        self.signals = _Signals()
        self.is_cancelled = False
        self._number = number
        self._work = work

    def run(self) -> None:
        """Do the work and say how it went."""
        try:
            result = self._work(self._tell)
        except CancelledError:
            return
        except MemoryError:
            self.signals.failed.emit(self._number, lack_of_memory())
            return
        except Exception as error:  # noqa: BLE001 -- the one broad except: a worker must report
            self.signals.failed.emit(self._number, error)
            return
        if not self.is_cancelled:
            self.signals.done.emit(self._number, result)

    def _tell(self, step: str) -> None:
        if self.is_cancelled:
            raise CancelledError
        self.signals.progressed.emit(self._number, step)


class Jobs(QObject):
    """Runs one job at a time; a new one makes the one before it stale.

    Signals:
        finished(object): The result of the latest job.
        failed(Exception): What went wrong in the latest job.
        progressed(str): The step that the latest job begins.
    """

    finished = Signal(object)
    failed = Signal(object)
    progressed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._number = 0
        self._job: _Job | None = None

    @property
    def is_busy(self) -> bool:
        """Tell whether a job is running whose result is wanted."""
        return self._job is not None

    def start(self, work: Callable[[Callable[[str], None]], Any]) -> None:
        """Run `work(tell)` on a worker; calling `tell(step)` there reports and may end it."""
        self.cancel()
        self._number += 1
        job = _Job(self._number, work)
        job.signals.done.connect(self._done)
        job.signals.failed.connect(self._failed)
        job.signals.progressed.connect(self._progressed)
        self._job = job
        self._pool.start(job)

    def cancel(self) -> None:
        """Make the running job stale; it ends at its next step."""
        if self._job is not None:
            self._job.is_cancelled = True
            self._job = None

    def wait(self, limit_ms: int = 5000) -> None:
        """Wait for the worker to end, as the window does when it closes."""
        self._pool.waitForDone(limit_ms)

    @Slot(int, object)
    def _done(self, number: int, result: object) -> None:
        if number == self._number and self._job is not None:
            self._job = None
            self.finished.emit(result)

    @Slot(int, object)
    def _failed(self, number: int, error: object) -> None:
        if number == self._number and self._job is not None:
            self._job = None
            self.failed.emit(error)

    @Slot(int, str)
    def _progressed(self, number: int, step: str) -> None:
        if number == self._number and self._job is not None:
            self.progressed.emit(step)


class JobLine(QObject):
    """Runs every job, one after another; none is dropped.

    Signals:
        failed(Exception): What went wrong in a job; those behind it run all the same.
        emptied(): All that was asked is done.
    """

    failed = Signal(object)
    emptied = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)  # what a thread has opened stays its own
        self._number = 0
        self._waiting: dict[int, tuple[_Job, Callable[[Any], object] | None]] = {}

    @property
    def is_busy(self) -> bool:
        """Tell whether a job is running or waiting."""
        return bool(self._waiting)

    def start(
        self,
        work: Callable[[Callable[[str], None]], Any],
        done: Callable[[Any], object] | None = None,
    ) -> None:
        """Run `work(tell)` after all jobs before; `done` gets the result on this thread."""
        self._number += 1
        job = _Job(self._number, work)
        job.signals.done.connect(self._done)
        job.signals.failed.connect(self._failed)
        self._waiting[self._number] = job, done
        self._pool.start(job)

    def wait(self, limit_ms: int = 20_000) -> None:
        """Wait until all is done, as the window does when it closes."""
        self._pool.waitForDone(limit_ms)

    @Slot(int, object)
    def _done(self, number: int, result: object) -> None:
        _, done = self._waiting.pop(number, (None, None))
        if done is not None:
            done(result)
        if not self._waiting:
            self.emptied.emit()

    @Slot(int, object)
    def _failed(self, number: int, error: object) -> None:
        self._waiting.pop(number, None)
        self.failed.emit(error)
        if not self._waiting:
            self.emptied.emit()

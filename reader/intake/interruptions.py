"""Ctrl+C, held back while a process is started that works for this one."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker
from multiprocessing.process import BaseProcess


@contextmanager
def not_interrupted() -> Iterator[None]:
    """Let a Ctrl+C wait, here and in a process that is started meanwhile, which leaves it to us.

    One that comes while Python starts a process leaves it behind, known to nobody.
    """
    if sys.platform == "win32":  # holds none back
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def start_spawned(process: BaseProcess) -> None:
    """Start a process that begins anew, to which no Ctrl+C gets and which none leaves behind.

    Raises:
        OSError: The machine starts no more.
    """
    if sys.platform != "win32":
        resource_tracker.ensure_running()  # started later, it would let Ctrl+C through again
    with not_interrupted():
        process.start()

"""What every process that works for another one does first."""

import multiprocessing
import os
import signal
import threading


def serve_parent() -> None:
    """Leave Ctrl+C to the process that started this one, and end when that one does, however."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        threading.Thread(target=_end_with_parent, daemon=True).start()
    except RuntimeError:  # the machine starts no more; one that would outlive its parent is worse
        os._exit(1)


def end_processes() -> None:
    """End all processes that work for this one at once, those too that somebody has stopped.

    What they had in hand is lost, and nothing else: only this process writes.
    """
    processes = multiprocessing.active_children()
    for process in processes:
        process.kill()
    for process in processes:
        process.join()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

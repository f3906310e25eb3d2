"""How long a thread waits for another program: the window's own hardly, others as it takes."""

import threading
from pathlib import Path

USUAL_S = 20.0  # another program holds a lock for some milliseconds
_IN_VAIN = 0.05  # of the usual time, once another program did not let go


class _Patience(threading.local):
    """What one thread waits."""

    def __init__(self) -> None:
        self.usual_s = USUAL_S
        self.held: set[Path] = set()  # for which it waited in vain


_PATIENCE = _Patience()


def wait_at_most(seconds: float) -> None:
    """Let this thread wait so long for another program, and less where it did not let go."""
    _PATIENCE.usual_s = seconds


def patience_s(path: Path) -> float:
    """Return how long this thread waits for a file or folder, in seconds.

    Who waited in vain, as for a program that was stopped, has told so and tries again: that is
    not to stand each time.
    """
    return _PATIENCE.usual_s * (_IN_VAIN if path in _PATIENCE.held else 1)


def note_waited(path: Path, *, in_vain: bool) -> None:
    """Note whether this thread got what it waited for; only one in a hurry bears it in mind."""
    if in_vain and _PATIENCE.usual_s < USUAL_S:
        _PATIENCE.held.add(path)
    else:
        _PATIENCE.held.discard(path)

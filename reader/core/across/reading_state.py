"""When an article counts as read."""

from typing import Literal

State = Literal["new", "half-read", "read"]
_READ = 0.98  # of the text has been in view: the last line may be a standing note


def state_at(before: State, share: float) -> State:
    """Return the state of an article that is left, by how much of it has been in view.

    What was opened for a glance stays new until its reading has begun; what was read once stays
    read. Only the reader makes it new again.

    Args:
        before: Its state until now.
        share: How much of the text lay before the end of the view, from 0 to 1.
    """
    if before == "new":
        return "new"
    return "read" if before == "read" or share >= _READ else "half-read"

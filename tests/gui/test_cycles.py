"""What was closed is cleared away on the window's thread, for Qt ends the program otherwise."""

import threading
import weakref
from functools import partial

from reader.ui.jobs import Jobs

MADE = 200_000  # lists, after which Python would look for unused cycles a hundred times


class Closed:
    """Stands for a window that was closed, and that something in it still points to."""

    def __init__(self, cleared):
        self.itself = self
        weakref.finalize(self, lambda: cleared.append(threading.current_thread()))


def work(cleared, _tell):
    Closed(cleared)
    return [[] for _ in range(MADE)]


def test_what_is_left_by_a_worker_is_cleared_away_on_the_thread_of_the_window(
    quick_program, qtbot
):
    cleared = []
    jobs = Jobs(quick_program)
    with qtbot.waitSignal(jobs.finished) as made:
        jobs.start(partial(work, cleared))
    assert len(made.args[0]) == MADE
    qtbot.waitUntil(lambda: bool(cleared))
    assert cleared == [threading.main_thread()]

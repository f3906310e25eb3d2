"""An orderly end when the system asks for one (SIGTERM), or somebody types Ctrl+C."""

import contextlib
import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class OrderlyEnd(QObject):
    """Ends the program as closing its window does.

    Qt runs no Python while it waits, so a signal is written to a socket that Qt listens to.
    Before the window is there, a signal ends the program as an error would, through every
    `finally`.
    """

    def __init__(self) -> None:
        super().__init__()
        self._close: Callable[[], object] | None = None
        self._waker, self._sleeper = socket.socketpair()
        for end in (self._waker, self._sleeper):
            end.settimeout(0)
        signal.set_wakeup_fd(self._waker.fileno(), warn_on_full_buffer=False)
        for number in _SIGNALS:
            signal.signal(number, self._end)
        self._notifier = QSocketNotifier(self._sleeper.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)

    def call_from_now(self, close: Callable[[], object]) -> None:
        """Name what closes the program, now that its window is there."""
        self._close = close

    def _end(self, number: int, _frame: FrameType | None) -> None:
        if self._close is None:
            raise SystemExit(128 + number)
        self._close()

    def _wake(self) -> None:
        """Let Python run, so that it calls what waits for the signal."""
        with contextlib.suppress(BlockingIOError):
            self._sleeper.recv(64)

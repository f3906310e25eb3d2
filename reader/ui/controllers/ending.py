"""An orderly end when the system asks for one (SIGTERM), a terminal goes, or Ctrl+C is typed."""

import contextlib
import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

if sys.platform == "win32":
    import socket  # takes as long to load as two dialogs, and elsewhere a pipe does the same

_SIGNALS = (signal.SIGTERM, signal.SIGINT)
_OF_TERMINALS = () if sys.platform == "win32" else (signal.SIGHUP,)  # the terminal is closed


class OrderlyEnd(QObject):
    """Ends the program as closing its window does.

    Qt runs no Python while it waits, so a signal is written to a pipe that Qt listens to.
    Before the window is there, a signal ends the program as an error would, through every
    `finally`. Where that error is lost on its way, as Qt and Python lose some, the program ends
    as soon as its window is there.
    """

    def __init__(self) -> None:
        super().__init__()
        self._close: Callable[[], object] | None = None
        self._is_asked = False
        self._read: Callable[[int], bytes]
        waker, sleeper = self._make_pipe()
        signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
        for number in _SIGNALS:
            signal.signal(number, self._end)
        for number in _OF_TERMINALS:
            if signal.getsignal(number) != signal.SIG_IGN:  # as `nohup` has it, to outlive them
                signal.signal(number, self._end)
        self._notifier = QSocketNotifier(sleeper, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)

    def _make_pipe(self) -> tuple[int, int]:
        """Return the numbers of both ends of a pipe, that to write to first; neither waits."""
        if sys.platform == "win32":  # Qt listens to sockets alone there
            self._waker, self._sleeper = socket.socketpair()
            for end in (self._waker, self._sleeper):
                end.settimeout(0)
            self._read = self._sleeper.recv
            return self._waker.fileno(), self._sleeper.fileno()
        sleeper, waker = os.pipe()
        for end in (sleeper, waker):
            os.set_blocking(end, False)
        self._read = partial(os.read, sleeper)
        return waker, sleeper

    def call_from_now(self, close: Callable[[], object]) -> None:
        """Name what closes the program, now that its window is there."""
        self._close = close
        if self._is_asked:  # while it began, and it began all the same
            QTimer.singleShot(0, close)

    def _end(self, number: int, _frame: FrameType | None) -> None:
        if self._close is None:
            self._is_asked = True
            raise SystemExit(128 + number)
        self._close()

    def _wake(self) -> None:
        """Let Python run, so that it calls what waits for the signal."""
        with contextlib.suppress(BlockingIOError):
            self._read(64)

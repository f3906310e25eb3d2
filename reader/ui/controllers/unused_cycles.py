"""Unused cycles of objects, cleared away on the window's thread alone."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_LOOKS_PER_SECOND = 10


class UnusedCycles(QObject):
    """Looks for unused cycles as often as Python would, where widgets may be deleted.

    Python itself looks on whichever thread makes objects, most often that of an analysis. The
    widgets and timers of a window that was closed would then be deleted there, and Qt ends the
    program for it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_off = not gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(1000 // _LOOKS_PER_SECOND)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Look from now on; what a start made, which looked for nothing, stays."""
        if self._was_off:
            gc.freeze()
        self._timer.start()

    @Slot()
    def _look(self) -> None:
        """Clear away the oldest generation that has grown enough, and those after it."""
        grown = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, most) in enumerate(grown) if count > most]
        if due:
            gc.collect(due[-1])

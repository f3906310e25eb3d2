"""A dialog that stays while something is done that must not be cut short."""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QProgressBar, QWidget

from reader.errors import ReaderError
from reader.ui.jobs import Jobs
from reader.ui.messages.plain_dialog import PlainDialog


class WaitingDialog(PlainDialog):
    """Shows that work goes on; it cannot be closed before the end."""

    def __init__(self, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(title, words, "", parent)
        self.main.hide()
        bar = QProgressBar(self)
        bar.setObjectName("waiting_bar")
        bar.setAccessibleName(title)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        self.body.addWidget(bar)
        self._problem: Exception | None = None
        self._loop = QEventLoop(self)
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._finish)
        self._jobs.failed.connect(self._fail)

    def run(self, work: Callable[[Callable[[str], None]], object]) -> ReaderError | None:
        """Do the work on a worker and wait for it; return what went wrong, or None.

        Raises:
            Exception: What the work raised, where that is no ReaderError.
        """
        self.open()
        self._jobs.start(work)
        self._loop.exec()
        self.hide()
        self.deleteLater()
        if self._problem is not None and not isinstance(self._problem, ReaderError):
            raise self._problem
        return self._problem

    def reject(self) -> None:
        """Stay, as half of the work is of no use."""

    def _finish(self) -> None:
        self._loop.quit()

    def _fail(self, error: Exception) -> None:
        self._problem = error
        self._loop.quit()

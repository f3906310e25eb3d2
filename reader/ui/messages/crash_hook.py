"""When the program itself goes wrong: a report that can be copied, and the window stays."""

import logging
import sys
import traceback
from types import TracebackType

from reader.errors import ReaderError, lack_of_memory
from reader.ui.messages.messages import Messages


class CrashHook:
    """Takes the mistakes of the program that nobody else takes."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages

    def install(self) -> None:
        """Take every such mistake from now on."""
        sys.excepthook = self.report

    def report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log and show a mistake in the program itself."""
        report = "".join(traceback.format_exception(kind, error, trace))
        logging.getLogger("reader").error(report)
        if isinstance(error, MemoryError):  # no mistake of the program
            error = lack_of_memory()
        if isinstance(error, ReaderError):  # it tells itself
            self._messages.tell("Close Reader", str(error))
        elif not issubclass(kind, KeyboardInterrupt):
            self._messages.report_crash(report)

"""When the program itself goes wrong: a report that can be copied, and the window stays."""

import logging
import sys
import traceback
from types import TracebackType

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
        if not issubclass(kind, KeyboardInterrupt):
            self._messages.report_crash(report)

"""Files that are opened together: which of them could not be read, and why."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from reader.errors import ReaderError

_MOST_NAMED = 5


class ReadTogether:
    """What became of files that were opened at once, the first of them on the page.

    Attributes:
        is_first_settled: The first was shown or refused.
    """

    def __init__(self, origins: Sequence[str]) -> None:
        self.is_first_settled = False
        self._origins = tuple(origins)
        self._failures: dict[int, ReaderError] = {}

    def fail(self, number: int, error: ReaderError) -> None:
        """Note that a file could not be read."""
        self._failures[number] = error

    def problem(self) -> ReaderError | None:
        """Return what to tell of those that could not be read, or None."""
        if not self._failures:
            return None
        numbers, count = sorted(self._failures), len(self._origins)
        others = _tr("What could be read is open in tabs.") if len(numbers) < count else ""
        first = self._failures[numbers[0]]
        if len(numbers) == 1:
            return ReaderError(first.message, hint=f"{first.hint} {others}".strip())
        told = [self._told(number) for number in numbers[:_MOST_NAMED]]
        if len(numbers) > _MOST_NAMED:
            told.append(_tr("And {n} more.").format(n=len(numbers) - _MOST_NAMED))
        words = _tr("{n} of {all} files could not be read.").format(n=len(numbers), all=count)
        return ReaderError(words, hint="\n".join([*told, *([others] if others else [])]))

    def _told(self, number: int) -> str:
        """Return why a file could not be read, with its name."""
        name, reason = Path(self._origins[number]).name, self._failures[number].message
        return reason if name in reason else f"{name}: {reason}"


def _tr(words: str) -> str:
    return QCoreApplication.translate("ReadTogether", words)

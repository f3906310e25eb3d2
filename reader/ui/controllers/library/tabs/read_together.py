"""Files that are opened together: which of them could not be read, in one sentence."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from reader.errors import ReaderError

_MOST_NAMED = 12


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
        numbers = sorted(self._failures)
        first = self._failures[numbers[0]]
        if len(numbers) == 1:
            return first
        names = [Path(self._origins[number]).name for number in numbers[:_MOST_NAMED]]
        more = "…" if len(numbers) > _MOST_NAMED else ""
        words = _tr("{n} of {all} files could not be read: {names}.").format(
            n=len(numbers), all=len(self._origins), names=", ".join(names) + more
        )
        return ReaderError(words, hint=f"{first.message} {first.hint}".strip())


def _tr(words: str) -> str:
    return QCoreApplication.translate("ReadTogether", words)

"""The bytes of a file or of standard input, up to a limit."""

import errno
import sys
from pathlib import Path

from reader.errors import ImportFailedError, reason_of
from reader.intake.text.decode import HINT

LARGEST = 50_000_000  # bytes


def read_file(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        ImportFailedError: It is missing, a folder, too large, or may not be read.
    """
    name = path.name or str(path)
    try:
        if path.is_dir():
            hint = "Open one file of it; close-reader batch reads them all."
            raise ImportFailedError(f"“{name}” is a folder, not an article.", hint=hint)
        if path.exists() and not path.is_file():  # it could be waited for without end
            hint = "Give its text on standard input: close-reader analyze -"
            raise ImportFailedError(f"“{name}” is no file with text in it.", hint=hint)
        with path.open("rb") as file:
            return _within_limit(file.read(LARGEST + 1), f"“{name}”")
    except FileNotFoundError as error:
        hint = "Check the name, or choose the file again."
        raise ImportFailedError(f"“{path}” is not there.", hint=hint) from error
    except (OSError, ValueError) as error:
        reason = reason_of(error)
        is_loop = getattr(error, "errno", None) == errno.ELOOP
        hint = "It leads back to itself. Name the file it should lead to." if is_loop else HINT
        raise ImportFailedError(f"“{name}” cannot be read: {reason}.", hint=hint) from error


def read_standard_input() -> bytes:
    """Return what standard input holds.

    Raises:
        ImportFailedError: It is closed, cannot be read, or is too large.
    """
    if sys.stdin is None:
        raise ImportFailedError("There is no standard input.", hint="Name a file instead of “-”.")
    try:
        return _within_limit(sys.stdin.buffer.read(LARGEST + 1), "Standard input")
    except OSError as error:  # as where the terminal has gone, or it can only be written to
        told = f"Standard input cannot be read: {reason_of(error)}."
        raise ImportFailedError(told, hint="Name a file instead of “-”.") from error


def _within_limit(data: bytes, name: str) -> bytes:
    if len(data) > LARGEST:
        raise ImportFailedError(f"{name} is larger than 50 MB.", hint=HINT)
    return data

"""Files from elsewhere: read up to a limit, and refused in words."""

import stat
from pathlib import Path

from reader.errors import ReaderError, reason_of


def read_limited(path: Path, largest: int, hint: str = "") -> bytes:
    """Return what a file holds; of a larger one hardly more than the limit is read.

    Args:
        path: The file.
        largest: How many bytes it may have.
        hint: What to do with one that is larger.

    Raises:
        ReaderError: It cannot be read, is larger, or is a pipe or a device, which may never end.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise ReaderError(f"“{path.name}” is no file, and was not read.")
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except (OSError, ValueError) as error:
        reason = reason_of(error)
        raise ReaderError(f"“{path.name}” cannot be read: {reason}.") from error
    if len(data) > largest:
        size = f"{largest // 1_000_000} MB" if largest >= 1_000_000 else f"{largest // 1_000} kB"
        raise ReaderError(f"“{path.name}” is larger than {size}, and was not read.", hint)
    return data

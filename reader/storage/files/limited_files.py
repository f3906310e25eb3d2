"""Files from elsewhere: read up to a limit, and refused in words."""

import errno
import stat
from pathlib import Path

from reader.errors import ReaderError, reason_of


def data_of(path: Path, largest: int) -> bytes:
    """Return what a file holds; of a larger one hardly more than the limit is read.

    Args:
        path: The file.
        largest: How many bytes it may have.

    Raises:
        OSError: It cannot be read, is larger, or is a folder, a pipe or a device, which may never
            end. `reason_of` gives the end of a sentence about it.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise OSError(errno.EISDIR, "it is a folder")
        if not stat.S_ISREG(mode):
            raise OSError(errno.EINVAL, "it is no file")
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except ValueError as error:  # a name that no system takes
        raise OSError(errno.EINVAL, str(error)) from error
    if len(data) > largest:
        size = f"{largest // 1_000_000} MB" if largest >= 1_000_000 else f"{largest // 1_000} kB"
        raise OSError(errno.EFBIG, f"it is larger than {size}")
    return data


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
        return data_of(path, largest)
    except OSError as error:
        advice = hint if error.errno == errno.EFBIG else ""
        message = f"“{path.name}” cannot be read: {reason_of(error)}."
        raise ReaderError(message, hint=advice) from error

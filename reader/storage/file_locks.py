"""One program at a time: a lock that goes when its holder ends, however it ends."""

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from reader.errors import LibraryError, reason_of
from reader.storage.atomic_files import make_folder

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_NAME = ".lock"
_LONGEST_S = 20.0  # another program holds it for some milliseconds
_PAUSE_S = 0.001
_HELD = {errno.EAGAIN, errno.EACCES, errno.EDEADLK, errno.EWOULDBLOCK}


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep all other programs from changing the files of a folder meanwhile.

    Raises:
        ReaderError: The folder cannot be written, or another program does not let go of it.
    """
    make_folder(folder, is_private=True)
    try:
        handle = os.open(folder / _NAME, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        reason = reason_of(error)
        message = f"{folder} could not be written: {reason}."
        raise LibraryError(message, hint="Choose another folder, or free it.") from error
    try:
        _wait_for(handle, folder)
        yield
    finally:
        os.close(handle)  # which gives the lock back


def _wait_for(handle: int, folder: Path) -> None:
    latest = time.monotonic() + _LONGEST_S
    while not _is_taken(handle):
        if time.monotonic() > latest:
            raise LibraryError(
                f"Another program is writing in {folder} and does not end.",
                hint="Close other windows of Close Reader, and try again.",
            )
        time.sleep(_PAUSE_S)


def _is_taken(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _HELD  # a disk without locks is used without
    return True

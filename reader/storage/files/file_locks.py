"""One program at a time: a lock that goes when its holder ends, however it ends."""

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from reader.errors import LibraryError, ReaderError, reason_of
from reader.storage.files.atomic_files import make_folder
from reader.storage.files.patience import USUAL_S, note_waited
from reader.storage.files.patience import patience_s as usual_patience_s

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_NAME = ".lock"
_PAUSE_S = 0.001
_HELD = {errno.EAGAIN, errno.EACCES, errno.EDEADLK, errno.EWOULDBLOCK}


@contextlib.contextmanager
def locked(folder: Path, patience_s: float | None = None) -> Iterator[None]:
    """Keep all other programs from changing the files of a folder meanwhile.

    Args:
        folder: The folder.
        patience_s: How long to wait for another program, in seconds; None for the usual time.

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
        if patience_s is None:
            _wait_as_usual(handle, folder)
        else:
            _wait_for(handle, folder, patience_s)
        yield
    finally:
        os.close(handle)  # which gives the lock back


@contextlib.contextmanager
def locked_where_possible(folder: Path, patience_s: float | None = None) -> Iterator[None]:
    """Keep other programs from writing meanwhile; in a folder that nobody can write do without.

    Args:
        folder: The folder.
        patience_s: How long to wait for another program, in seconds; None for the usual time.
    """
    with contextlib.ExitStack() as stack:
        if folder.is_dir():
            with contextlib.suppress(ReaderError):
                stack.enter_context(locked(folder, patience_s))
        yield


@contextlib.contextmanager
def held_alone(path: Path, patience_s: float = 2.0) -> Iterator[bool]:
    """Hold a file that stands for a long piece of work, and yield whether it could be had.

    The file is made, and removed in the end; one that a killed program left is free. It holds
    nothing, ever: one that holds something is somebody else's, and stays.

    Args:
        path: The file.
        patience_s: How long to wait, in seconds: the processes of a killed program end a moment
            after it.

    Raises:
        OSError: It cannot be made.
        LibraryError: What lies there is none of ours.
    """
    handle = _held(path, time.monotonic() + patience_s)
    try:
        yield handle is not None
    finally:
        if handle is not None:
            if sys.platform == "win32":  # which removes no open file
                os.close(handle)
            with contextlib.suppress(OSError):
                path.unlink()
            if sys.platform != "win32":
                os.close(handle)


@contextlib.contextmanager
def writing_alone(target: Path) -> Iterator[None]:
    """Keep other programs from writing one large file or folder meanwhile; they take turns.

    Raises:
        LibraryError: Another program writes it, and does not end.
        OSError: Its folder cannot be written.
    """
    with held_alone(target.with_name(f".{target.name}.lock"), USUAL_S) as is_ours:
        if not is_ours:
            hint = "Wait until it is written, and try again."
            raise LibraryError(f"Another program is writing {target}.", hint=hint)
        yield


def is_alone(handle: int) -> bool:
    """Take an open file for oneself until it is closed; tell whether that could be had.

    On Windows, where nobody else could then read its first byte, it is always had.
    """
    return sys.platform == "win32" or _is_taken(handle)


def is_surely_alone(handle: int) -> bool:
    """Take an open file for oneself until it is closed; False where that cannot be known.

    So on disks without locks, and on Windows, where a lock keeps others from reading the file.
    """
    if sys.platform == "win32":
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _held(path: Path, latest: float) -> int | None:
    """Return the open file that is ours alone, or None when another's after a time."""
    while True:
        _refuse_other(path)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        is_taken = _is_taken(handle)
        if is_taken and _is_still_at(path, handle):
            return handle
        os.close(handle)  # another's, or its holder removed it between the two
        if not is_taken:
            if time.monotonic() >= latest:
                return None
            time.sleep(_PAUSE_S)


def _refuse_other(path: Path) -> None:
    """Refuse what lies in the place of an empty file of ours and is none."""
    with contextlib.suppress(FileNotFoundError):
        found = path.lstat()
        if found.st_size or not stat.S_ISREG(found.st_mode):
            raise LibraryError(
                f"{path} is there already, and is no file of this program.",
                hint="Move it away, or choose another name for what is to be written.",
            )


def _is_still_at(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _wait_for(handle: int, folder: Path, patience_s: float) -> None:
    latest = time.monotonic() + patience_s
    while not _is_taken(handle):
        if time.monotonic() > latest:
            raise LibraryError(
                f"Another program is writing in {folder} and does not end.",
                hint="Close other windows of Close Reader, and try again.",
            )
        time.sleep(_PAUSE_S)


def _wait_as_usual(handle: int, folder: Path) -> None:
    try:
        _wait_for(handle, folder, usual_patience_s(folder))
    except LibraryError:
        note_waited(folder, in_vain=True)
        raise
    note_waited(folder, in_vain=False)


def _is_taken(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _HELD  # a disk without locks is used without
    return True

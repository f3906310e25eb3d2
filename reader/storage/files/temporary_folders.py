"""Folders for a while, in the system's place for such; those of killed programs are cleared."""

import contextlib
import os
import shutil
import tempfile
import time
import weakref
from collections.abc import Iterator
from pathlib import Path

from reader.storage.files.file_locks import is_surely_alone

_BEGIN = "close-reader-"
_HELD = ".held"  # the file that a living program has locked
_STILL_BEGUN_S = 60  # a younger one may not be locked yet


class TemporaryFolder:
    """A folder that goes when it is closed, is not needed any more, or the program ends.

    What a program that was killed left goes when the next one is made.

    Attributes:
        path: The folder, which nobody else may look into.
    """

    def __init__(self) -> None:
        """Make it.

        Raises:
            OSError: It cannot be made.
        """
        _clear_dead()
        self.path = Path(tempfile.mkdtemp(prefix=_BEGIN))
        self.close = weakref.finalize(self, _remove, self.path, _locked(self.path / _HELD))


@contextlib.contextmanager
def temporary_folder() -> Iterator[Path]:
    """Yield a folder that is there meanwhile.

    Raises:
        OSError: It cannot be made.
    """
    folder = TemporaryFolder()
    try:
        yield folder.path
    finally:
        folder.close()


def _locked(held: Path) -> int:
    """Return the open file that tells others of us; without locks there is none to be found."""
    handle = os.open(held, os.O_RDWR | os.O_CREAT, 0o600)
    if not is_surely_alone(handle):
        with contextlib.suppress(OSError):
            held.unlink()
    return handle


def _remove(folder: Path, handle: int) -> None:
    with contextlib.suppress(OSError):
        os.close(handle)  # first, for Windows removes no open file
    shutil.rmtree(folder, ignore_errors=True)


def _clear_dead() -> None:
    """Remove the folders of programs that were killed."""
    latest = time.time() - _STILL_BEGUN_S
    with contextlib.suppress(OSError), os.scandir(tempfile.gettempdir()) as found:
        for one in found:
            if one.name.startswith(_BEGIN) and one.is_dir(follow_symlinks=False):
                with contextlib.suppress(OSError):
                    _remove_if_dead(Path(one.path), latest)


def _remove_if_dead(folder: Path, latest: float) -> None:
    held = folder / _HELD
    if held.lstat().st_mtime > latest:
        return
    handle = os.open(held, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    if is_surely_alone(handle):
        _remove(folder, handle)
    else:
        os.close(handle)

"""Writing a file so that it is there whole or not at all."""

import contextlib
import errno
import os
import re
import stat
import time
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import BinaryIO

from reader.errors import ReaderError, reason_of
from reader.storage.files.lasting_folders import refuse_gone

STANDARD = Path("-")  # what a call names standard input or output by
_PART = ".part"
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_OWN = re.compile(rf"[a-z0-9_]{{8}}\{_PART}")  # what stands behind the file's name
# Without `_PART`: of earlier versions of the program. Letters and figures are mixed in these; a
# day ("20251126") or a word ("original") at the end of a name is somebody else's.
_MIXED = r"(?=[a-z0-9_]*[a-z_])(?=[a-z_]*[0-9])[a-z0-9_]{8}"
_LEFTOVER = re.compile(
    r"\.[^/]+\.[a-z0-9_]{8}\.part"
    r"|\.[^/]+\.(?:json|csv|toml|bin|old[-\d]*|lexicon|txt|md|gz|answer|crlesson|list)\." + _MIXED
)
_STILL_WRITTEN_S = 600  # what another program may be writing just now is younger
_READER_WITHIN_S = 30.0
_LOOK_AGAIN_S = 0.05  # whether somebody reads a pipe


def write_atomically(path: Path, data: bytes, *, is_private: bool = False) -> None:
    """Write `data` to `path`: afterwards the file holds all of it, or what it held before.

    A link stays a link: the file it points to is written. A device or a pipe is written to as it
    is, for another file in its place would take it from everybody. Where a private file should be,
    it is refused: it may be waited for without end.

    Args:
        path: The file.
        data: What it is to hold.
        is_private: Nobody but its owner may read the file, nor look into a folder made for it.

    Raises:
        ReaderError: The file or its folder cannot be written.
    """
    if is_special(path) and not is_private:  # not what it leads to: `/dev/stdout` has no path
        try:
            with opened_special(path) as file:
                file.write(data)
        except OSError as error:
            raise _unwritable(path, error) from error
        return
    write_together({path: data}, is_private=is_private)


def write_together(files: Mapping[Path, bytes], *, is_private: bool = False) -> None:
    """Write several files: afterwards all hold the new data, or all what they held before.

    Everything is on the disk before the first file is replaced. Should a replacement fail, those
    that were made are taken back.

    Args:
        files: What each file is to hold.
        is_private: As for `write_atomically`.

    Raises:
        ReaderError: A file or its folder cannot be written.
    """
    waiting: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            target = Path(os.path.realpath(path))
            waiting[target] = _written_beside(target, data, is_private=is_private)
        _replace_all(waiting)
    finally:
        for name in waiting.values():
            with contextlib.suppress(OSError):
                name.unlink()


@contextlib.contextmanager
def replaced_when_whole(path: Path) -> Iterator[Path]:
    """Yield a place beside `path` to write a large file to, which then takes the place of `path`.

    Where the writing fails, `path` holds what it held before, and nothing is left beside it.

    Raises:
        ReaderError: The file or its folder cannot be written.
    """
    target = Path(os.path.realpath(path))
    name = _written_beside(target, b"")
    try:
        yield name
        with name.open("rb") as file:
            os.fsync(file.fileno())
        name.replace(target)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            name.unlink()


def is_special(path: Path) -> bool:
    """Tell whether there is something at a path that is neither a file nor a folder."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def opened_special(path: Path, read_within_s: float = _READER_WITHIN_S) -> BinaryIO:
    """Open a device or a pipe to write to it; of a pipe, as soon as somebody reads it.

    Args:
        path: The device or pipe.
        read_within_s: How long a pipe may wait for somebody who reads it.

    Raises:
        OSError: It cannot be opened, or nobody began to read the pipe for a while.
    """
    until = time.monotonic() + read_within_s
    while True:
        try:
            handle = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
        except OSError as error:
            if error.errno != errno.ENXIO or not path.is_fifo():
                raise
            if time.monotonic() >= until:
                raise OSError(errno.ENXIO, "nobody reads that pipe") from error
            time.sleep(_LOOK_AGAIN_S)
        else:
            if hasattr(os, "O_NONBLOCK"):
                os.set_blocking(handle, True)
            return os.fdopen(handle, "wb")


def free_name_beside(path: Path, *, keeps_ending: bool = False) -> Path:
    """Return the first of `NAME.old`, `NAME.old1`, … beside a file that stands for nothing yet.

    Args:
        path: The file.
        keeps_ending: For what is opened by its ending, `NAME.old.toml`.
    """
    stem, ending = (path.stem, path.suffix) if keeps_ending else (path.name, "")
    names = (path.with_name(f"{stem}.old{number or ''}{ending}") for number in count())
    return next(name for name in names if not os.path.lexists(name))


def make_folder(folder: Path, *, is_private: bool = False) -> None:
    """Make a folder and those above it, where they are missing.

    Raises:
        ReaderError: It cannot be made, or was there before and has gone.
    """
    try:
        _make_folder(folder, 0o700 if is_private else 0o777)
    except OSError as error:
        raise _unwritable(folder, error) from error


def _make_folder(folder: Path, mode: int) -> None:
    refuse_gone(folder)
    if not folder.is_dir():
        _make_folder(folder.parent, mode)
        folder.mkdir(mode=mode, exist_ok=True)


def make_private(folder: Path) -> None:
    """Let nobody but its owner look into a folder, if there is one and that can be had."""
    with contextlib.suppress(OSError):
        if folder.is_dir() and folder.stat().st_mode & 0o077:
            folder.chmod(0o700)


def tighten(folder: Path, names: Iterable[str]) -> None:
    """Let nobody but its owner read a folder and some things in it, where others could.

    A folder that all may write in, as that for temporary files, stays as it is, and so does the
    owner's home; of other people's files only the named ones are looked at.

    Args:
        folder: The folder.
        names: The files and folders in it that are ours; in the folders everything is.
    """
    with contextlib.suppress(OSError):
        state = folder.stat().st_mode
        if os.name == "nt" or not state & 0o077:
            return
        for name in names:
            _tighten_all(folder / name)
        if not state & stat.S_ISVTX and folder != Path.home():
            folder.chmod(0o700)


def _tighten_all(path: Path) -> None:
    for one in (path, *path.rglob("*")):
        with contextlib.suppress(OSError):
            if not one.is_symlink() and one.stat().st_mode & 0o077:
                one.chmod(0o700 if one.is_dir() else 0o600)


def clear_leftovers(folder: Path) -> None:
    """Delete the temporary files that a killed program left in a folder.

    Call it only while no other program can be writing there.
    """
    with contextlib.suppress(OSError):
        for path in list(folder.iterdir()):
            if _LEFTOVER.fullmatch(path.name):
                with contextlib.suppress(OSError):
                    path.unlink()


def _clear_beside(path: Path) -> None:
    """Delete what programs that were killed meant to put in the place of a file."""
    begin, oldest = f".{path.name}.", time.time() - _STILL_WRITTEN_S
    with contextlib.suppress(OSError), os.scandir(path.parent) as names:
        for one in names:
            if one.name.startswith(begin) and _OWN.fullmatch(one.name, len(begin)):
                with contextlib.suppress(OSError):
                    if one.stat(follow_symlinks=False).st_mtime < oldest:
                        Path(one).unlink()


def _written_beside(path: Path, data: bytes, *, is_private: bool = False) -> Path:
    if is_special(path):
        hint = "Name a file to write."
        raise ReaderError(f"“{path}” is a device or a pipe, and no file.", hint=hint)
    if path.is_dir():
        raise ReaderError(
            f"{path} could not be written: it is a folder.", hint="Name a file in it."
        )
    try:
        _make_folder(path.parent, 0o700 if is_private else 0o777)
        _clear_beside(path)
        is_new = not path.exists()
        handle, name = _new_file_beside(path, 0o666 if is_new and not is_private else 0o600)
    except OSError as error:
        raise _unwritable(path, error) from error
    is_whole = False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not (is_private or is_new):  # which have their rights already
            with contextlib.suppress(FileNotFoundError):  # it has gone meanwhile
                name.chmod(path.stat().st_mode)
        is_whole = True
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:  # an interruption leaves nothing behind either
        if not is_whole:
            with contextlib.suppress(OSError):
                name.unlink()
    return name


def _new_file_beside(path: Path, mode: int) -> tuple[int, Path]:
    """Make a file of a name that nobody has; the system takes what it does not give from its mode.

    To ask what that is (`umask`) would change it for the other threads meanwhile.
    """
    while True:
        name = path.with_name(f".{path.name}.{os.urandom(4).hex()}{_PART}")
        with contextlib.suppress(FileExistsError):
            return os.open(name, _NEW, mode), name


def _replace_all(waiting: Mapping[Path, Path]) -> None:
    before: dict[Path, bytes | None] = {}
    for path, name in waiting.items():
        try:
            if len(waiting) > 1:
                before[path] = path.read_bytes() if path.exists() else None
            name.replace(path)
        except OSError as error:
            before.pop(path, None)
            _take_back(before)
            raise _unwritable(path, error) from error


def _take_back(before: Mapping[Path, bytes | None]) -> None:
    for path, data in before.items():
        with contextlib.suppress(OSError, ReaderError):
            if data is None:
                path.unlink()
            else:
                _written_beside(path, data).replace(path)


def _unwritable(path: Path, error: OSError) -> ReaderError:
    if error.errno == errno.EISDIR:
        return ReaderError(
            f"{path} could not be written: it is a folder.", hint="Name a file in it."
        )
    reason = reason_of(error)
    is_full = error.errno in {errno.ENOSPC, errno.EFBIG}
    what = "make room on the disk" if is_full else "free the file"
    return ReaderError(
        f"{path} could not be written: {reason}.", hint=f"Choose another folder, or {what}."
    )

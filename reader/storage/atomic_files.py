"""Writing a file so that it is there whole or not at all."""

import contextlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from reader.errors import ReaderError


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` to `path`: afterwards the file holds all of it, or what it held before.

    A link stays a link: the file it points to is written.

    Raises:
        ReaderError: The file or its folder cannot be written.
    """
    write_together({path: data})


def write_together(files: Mapping[Path, bytes]) -> None:
    """Write several files: afterwards all hold the new data, or all what they held before.

    Everything is on the disk before the first file is replaced. Should a replacement fail, those
    that were made are taken back.

    Raises:
        ReaderError: A file or its folder cannot be written.
    """
    waiting: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            target = Path(os.path.realpath(path))
            waiting[target] = _written_beside(target, data)
        _replace_all(waiting)
    finally:
        for name in waiting.values():
            with contextlib.suppress(OSError):
                name.unlink()


def _written_beside(path: Path, data: bytes) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise _unwritable(path, error) from error
    is_whole = False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        mode = path.stat().st_mode if path.exists() else 0o666 & ~_umask()
        Path(name).chmod(mode)
        is_whole = True
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:  # an interruption leaves nothing behind either
        if not is_whole:
            with contextlib.suppress(OSError):
                Path(name).unlink()
    return Path(name)


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


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unwritable(path: Path, error: OSError) -> ReaderError:
    reason = (error.strerror or str(error)).lower()
    return ReaderError(
        f"{path} could not be written: {reason}.", hint="Choose another folder, or free the file."
    )

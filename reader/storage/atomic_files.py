"""Writing a file so that it is there whole or not at all."""

import contextlib
import os
import tempfile
from pathlib import Path

from reader.errors import ReaderError


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` to `path`: afterwards the file holds all of it, or what it held before.

    A link stays a link: the file it points to is written.

    Raises:
        ReaderError: The file or its folder cannot be written.
    """
    try:
        target = Path(os.path.realpath(path))
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        mode = target.stat().st_mode if target.exists() else 0o666 & ~_umask()
        Path(name).chmod(mode)
        Path(name).replace(target)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:  # gone already when all went well; left behind even by an interruption otherwise
        with contextlib.suppress(OSError):
            Path(name).unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unwritable(path: Path, error: OSError) -> ReaderError:
    reason = (error.strerror or str(error)).lower()
    return ReaderError(
        f"{path} could not be written: {reason}.", hint="Choose another folder, or free the file."
    )

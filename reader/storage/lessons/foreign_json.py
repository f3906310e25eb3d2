"""JSON from elsewhere: read up to a limit, and refused in words."""

import json
import math
import stat
from pathlib import Path

from reader.errors import ReaderError


class NotPlainError(ValueError):
    """Bytes are no plain JSON. The words are the end of a sentence."""


def read_limited(path: Path, largest: int) -> bytes:
    """Return what a file holds; of a larger one hardly more than the limit is read.

    Raises:
        ReaderError: It cannot be read, is larger, or is a pipe or a device, which may never end.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise ReaderError(f"“{path.name}” is no file, and was not read.")
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise ReaderError(f"“{path.name}” cannot be read: {reason}.") from error
    if len(data) > largest:
        size = f"{largest // 1_000_000} MB" if largest >= 1_000_000 else f"{largest // 1_000} kB"
        raise ReaderError(f"“{path.name}” is larger than {size}, and was not read.")
    return data


def plain_json(data: bytes) -> object:
    """Return what JSON bytes hold: no endless nesting, no numbers beyond all bounds.

    Raises:
        NotPlainError: They hold none.
    """
    try:
        return json.loads(data.decode("utf-8-sig"), parse_constant=_refuse, parse_float=_finite)
    except json.JSONDecodeError as error:
        raise NotPlainError(f"line {error.lineno} is no JSON") from error
    except UnicodeDecodeError as error:
        raise NotPlainError("it is no text in UTF-8") from error
    except RecursionError as error:
        raise NotPlainError("its brackets have no end") from error
    except ValueError as error:
        raise NotPlainError("a number in it is too large") from error


def _refuse(_name: str) -> float:
    raise ValueError


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise ValueError
    return value

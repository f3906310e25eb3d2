"""JSON files of the reader's: read with care, written privately, set aside when damaged."""

import contextlib
import json
import math
from pathlib import Path

from reader.core.text.byte_order import SIGN, marked_encoding
from reader.errors import LibraryError, ReaderError, reason_of
from reader.storage.files.atomic_files import free_name_beside, write_atomically

_LARGEST = 50_000_000  # bytes


class DamagedError(ValueError):
    """A file does not hold what it should. The words are the end of a sentence."""


class NewerError(DamagedError):
    """A later version of the program wrote the file, which is good for that version."""


def read_json(path: Path) -> object:
    """Return what a JSON file holds.

    Raises:
        FileNotFoundError: There is no such file.
        DamagedError: It cannot be read, or holds no plain JSON.
    """
    try:
        if path.exists() and not path.is_file():
            raise DamagedError("it is no file")
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise DamagedError(reason_of(error)) from error
    if len(data) > _LARGEST:
        raise DamagedError(f"it is larger than {_LARGEST // 1_000_000} MB")
    return parsed_json(data)


def parsed_json(data: bytes) -> object:
    """Return what JSON bytes hold: no endless nesting, no numbers beyond all bounds.

    An editor may have put a byte order mark before them, or kept them in UTF-16.

    Raises:
        DamagedError: They hold no plain JSON.
    """
    try:
        text = data.decode(marked_encoding(data) or "utf-8").lstrip(SIGN)
        return json.loads(text, parse_constant=_refuse, parse_float=_finite)
    except json.JSONDecodeError as error:
        raise DamagedError(f"line {error.lineno} is no JSON") from error
    except UnicodeDecodeError as error:
        raise DamagedError("it is no text in UTF-8") from error
    except RecursionError as error:
        raise DamagedError("it is nested too deeply") from error
    except DamagedError:
        raise
    except ValueError as error:
        raise DamagedError("a number in it is too large") from error


def _refuse(name: str) -> float:
    raise DamagedError(f"it holds {name}, which is no number of JSON")


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise ValueError
    return value


def write_json(path: Path, plain: object) -> None:
    """Write plain data for its owner only. Half a surrogate pair is written as an escape.

    Raises:
        ReaderError: The file cannot be written.
    """
    text = json.dumps(plain, ensure_ascii=False, indent=1) + "\n"
    write_atomically(path, text.encode("utf-8", "backslashreplace"), is_private=True)


def set_aside(path: Path) -> str:
    """Give a file another name, one that is free, and return it.

    Raises:
        ReaderError: The folder cannot be written.
    """
    free = free_name_beside(path)
    try:
        path.rename(free)
        with contextlib.suppress(OSError):
            if free.is_file():
                free.chmod(0o600)
    except OSError as error:
        message = f"{path.name} could not be set aside: {reason_of(error)}."
        raise LibraryError(message, hint="Move it away, and try again.") from error
    return free.name


def set_aside_with_words(path: Path, reason: Exception, what: str) -> ReaderError:
    """Set a damaged file aside, and return what to tell about it.

    Args:
        path: The file.
        reason: What is wrong with it.
        what: What it should hold, as the beginning of a sentence: "Your settings".
    """
    message = f"{what} in {path.name} could not be read: {reason}."
    try:
        hint = f"The file is kept as {set_aside(path)}, and the program begins a new one."
    except ReaderError:
        hint = "Move the file away, so that a new one can be written."
    problem = LibraryError(message, hint=hint)
    problem.__cause__ = reason
    return problem

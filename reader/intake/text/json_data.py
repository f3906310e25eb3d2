"""JSON from foreign files, read within limits of memory and depth."""

import json

from reader.errors import ImportFailedError
from reader.intake.text.decode import decode

LARGEST = 40_000_000  # bytes; with the next limit it takes at most 0.9 GB of memory
_MOST_BRACKETS = 3_000_000


def read_json(data: bytes, name: str) -> object:
    """Return what a file in JSON holds; one of JSON Lines is a list of its lines.

    Raises:
        ImportFailedError: It is too large, or no JSON.
    """
    if len(data) > LARGEST or data.count(b"[") + data.count(b"{") > _MOST_BRACKETS:
        raise ImportFailedError(
            f"“{name}” holds more data than can be read at once.",
            hint="Export it in several files, if the program can.",
        )
    text = decode(data, name)
    try:
        return json.loads(text, strict=False)
    except RecursionError as error:
        raise _broken(name, "it is nested too deeply") from error
    except ValueError as error:
        try:
            lines = [json.loads(line, strict=False) for line in text.split("\n") if line.strip()]
        except (ValueError, RecursionError):
            raise _broken(name, f"line {getattr(error, 'lineno', 1)} is no JSON") from error
        return lines


def _broken(name: str, reason: str) -> ImportFailedError:
    return ImportFailedError(
        f"“{name}” is damaged and cannot be read: {reason}.",
        hint="Export or save it again.",
    )

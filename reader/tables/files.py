"""Tables of words on the disk: the reader's own copy where it is in order, else ours."""

import contextlib
import errno
import stat
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache, wraps
from pathlib import Path
from typing import Any, TypeVar

from reader.paths import Paths, default_paths
from reader.tables.toml import parsed_toml

Problems = Callable[[Mapping[str, Any]], Sequence[str]]
LARGEST = 1_000_000  # characters
_MOST_LINES, _LONGEST_LINE = 2_000, 60
_Read = TypeVar("_Read")
_FORGETTING: list[Callable[[], None]] = []  # one for each function that is `read_once`


def read_once(read: Callable[[], _Read]) -> Callable[[], _Read]:
    """Have a function that reads a table run once, and again after `forget_tables`."""
    cached = cache(read)
    _FORGETTING.append(cached.cache_clear)
    return cached


def kept_for_lines(answer: Callable[[str], _Read]) -> Callable[[str], _Read]:
    """Have a function keep what it says of the last short lines, until `forget_tables`.

    It must look at nothing but the line and the tables. A page may hold the same line 300,000
    times.
    """
    kept = lru_cache(maxsize=_MOST_LINES)(answer)
    _FORGETTING.append(kept.cache_clear)

    @wraps(answer)
    def asked(line: str) -> _Read:
        return kept(line) if len(line) <= _LONGEST_LINE else answer(line)

    return asked


def forget_tables() -> None:
    """Read the tables again when they are next asked for."""
    for forget in _FORGETTING:
        forget()


def parsed_table(text: str) -> Mapping[str, Any]:
    """Return what a table says.

    Raises:
        ValueError: It is too long, or not written as TOML asks.
    """
    if len(text) > LARGEST:
        raise ValueError(f"more than {LARGEST:,} characters")
    return parsed_toml(text)


def table_text(path: Path) -> str:
    """Return the text of a reader's own copy of a table, or hardly more than is allowed of it.

    Raises:
        OSError: It cannot be read, or is no file: a pipe would be waited for.
        ValueError: It is no text in UTF-8.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "it is no file")
    with path.open(encoding="utf-8-sig") as file:
        return file.read(LARGEST + 1)


def laid_over(shipped: Mapping[str, Any], own: Path, problems: Problems) -> Mapping[str, Any]:
    """Return a shipped table with the reader's own copy laid over it, where that is in order.

    What the own copy lacks is as it is shipped; one that is missing, too long or has mistakes is
    passed over, and `lexicon check` tells of it.

    Args:
        shipped: What the shipped table says.
        own: Where the reader's own copy lies, if there is one.
        problems: Returns what is wrong with what a table says.
    """
    with contextlib.suppress(OSError, ValueError):
        table = {**shipped, **parsed_table(table_text(own))}
        if not problems(table):
            return table
    return shipped


def read_table(name: str, problems: Problems, paths: Paths | None = None) -> Mapping[str, Any]:
    """Return a table by its name, with the reader's own copy laid over it.

    Args:
        name: Of its file, without the ending.
        problems: Returns what is wrong with what it says.
        paths: Where the files lie; the usual folders when it is None.
    """
    paths = paths or default_paths()
    shipped = parsed_table(paths.shipped_table(name).read_text(encoding="utf-8"))
    return laid_over(shipped, paths.own_table(name), problems)

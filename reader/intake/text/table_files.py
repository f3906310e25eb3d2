"""Tables of words that reading goes by: the reader's own copy where it is in order, else ours."""

import contextlib
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reader.paths import Paths, default_paths

Problems = Callable[[Mapping[str, Any]], Sequence[str]]
LARGEST = 1_000_000  # characters


def parsed_table(text: str) -> Mapping[str, Any]:
    """Return what a table says.

    Raises:
        ValueError: It is too long, or not written as TOML asks.
    """
    if len(text) > LARGEST:
        raise ValueError(f"more than {LARGEST:,} characters")
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("brackets lie too deep") from error


def read_table(name: str, problems: Problems, paths: Paths | None = None) -> Mapping[str, Any]:
    """Return a table by its name; an own copy with mistakes is passed over.

    What an own copy of an earlier version lacks is as it is shipped.

    Args:
        name: Of its file, without the ending.
        problems: Returns what is wrong with what it says.
        paths: Where the files lie; the usual folders when it is None.
    """
    paths = paths or default_paths()
    shipped = parsed_table(paths.shipped_table(name).read_text(encoding="utf-8"))
    own = paths.own_table(name)
    if own.is_file():
        with contextlib.suppress(OSError, ValueError):  # `lexicon check` tells of it
            table = {**shipped, **parsed_table(own.read_text(encoding="utf-8"))}
            if not problems(table):
                return table
    return shipped


def text_problems(table: Mapping[str, Any], *names: str) -> list[str]:
    """Return a sentence for each of some keys that is no text of words."""
    return [
        f"“{name}” must be words with spaces between them."
        for name in names
        if not isinstance(table.get(name), str) or not table[name].split()
    ]


def list_problems(table: Mapping[str, Any], *names: str) -> list[str]:
    """Return a sentence for each of some keys that is no list of texts."""
    return [
        f"“{name}” must be a list of texts in quotation marks."
        for name in names
        if not is_list_of_texts(table.get(name))
    ]


def pattern_problems(name: str, pattern: str) -> list[str]:
    """Return a sentence where a text is no regular expression."""
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        return [f"The pattern of “{name}” is no regular expression: {error}."]
    return []


def key_problems(table: Mapping[str, Any], known: Sequence[str]) -> list[str]:
    """Return a sentence for each key that means nothing."""
    return [f"“{name[:40]}” means nothing here." for name in sorted(table.keys() - set(known))]


def is_list_of_texts(plain: object) -> bool:
    """Tell whether something is a list of one or more texts, none of them empty."""
    return (
        isinstance(plain, list)
        and bool(plain)
        and all(isinstance(one, str) and one for one in plain)
    )

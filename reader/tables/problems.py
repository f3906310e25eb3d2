"""What can be wrong with a table of words, as finished sentences."""

import re
from collections.abc import Mapping, Sequence
from typing import Any


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

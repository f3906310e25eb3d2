"""Words of a call that are no readable text, such as bytes that are not UTF-8."""

import argparse
import os
from collections.abc import Iterator

_NEVER_PATHS = frozenset({"collection", "id", "ids", "query", "tag", "title", "words"})


def unreadable_words(call: argparse.Namespace) -> Iterator[str]:
    """Yield the words of a call that are no readable text, as they were given.

    Paths may hold any bytes, and so may a word that names a file which is there.
    """
    for name, value in vars(call).items():
        for word in value if isinstance(value, list | tuple) else [value]:
            if isinstance(word, str) and not _is_readable(word) and not _is_path(name, word):
                yield word


def _is_path(name: str, word: str) -> bool:
    """Tell whether a word of the call, given under a name, leads to something that is there."""
    return name not in _NEVER_PATHS and os.path.lexists(word)


def _is_readable(word: str) -> bool:
    try:
        word.encode()
    except UnicodeEncodeError:
        return False
    return True

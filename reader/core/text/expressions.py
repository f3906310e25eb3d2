"""Words of a text as a table has them, and regular expressions made from those of a table."""

import re
from collections.abc import Iterable

APOSTROPHES = frozenset("'’")


def any_of(words: Iterable[str]) -> str:
    """Return an expression for any of some words, the longest first.

    Where there are no words nothing fits it. Put it into a group: `(?:…)`.
    """
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or "(?!)"


def plain_apostrophes(words: str) -> str:
    """Return words with the plain sign for each apostrophe, as tables are written."""
    return words.replace("’", "'")


def either_apostrophe(pattern: str) -> str:
    """Return an expression that also fits where the other sign for an apostrophe is written."""
    return pattern.replace("'", "['’]")

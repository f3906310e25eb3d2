"""Regular expressions made from the words of a table."""

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Return an expression for any of some words, the longest first.

    Where there are no words nothing fits it. Put it into a group: `(?:…)`.
    """
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or "(?!)"

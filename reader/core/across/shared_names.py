"""Names and figures that texts share: a first sign that they tell of one event."""

import re
from collections.abc import Sequence

# A capital inside a sentence, so that no first word of one is taken for a name.
_NAME = re.compile(r"(?<=[\w,;’)] )[A-Z][\w’'-]{2,}")
_FIGURE = re.compile(r"\b\d[\d,.]*\d\b")
_SHORT_ENDING = re.compile(r"['’]\w$")  # an owner's, or that of a shortened verb
# How many of them two texts on one event share, at least, and which part of the shorter one's.
_ENOUGH, _SHARE = 8, 0.4


def names_and_figures(text: str) -> frozenset[str]:
    """Return the words with a capital inside a sentence, and the numbers of two digits or more."""
    names = frozenset(_SHORT_ENDING.sub("", found[0]) for found in _NAME.finditer(text))
    return names | frozenset(found[0] for found in _FIGURE.finditer(text))


def shared_with_others(texts: Sequence[frozenset[str]]) -> tuple[int, ...]:
    """Return for each text but the first how much it shares with those before it, together."""
    return tuple(
        len(texts[place] & frozenset().union(*texts[:place])) for place in range(1, len(texts))
    )


def may_be_one_event(first: frozenset[str], second: frozenset[str]) -> bool:
    """Tell whether two texts share so many names and figures that they may tell of one event.

    Two long articles of one country share a dozen, whatever they tell of; so it must be a good
    part of those of the text that has fewer.
    """
    shared = len(first & second)
    return shared >= _ENOUGH and shared >= _SHARE * min(len(first), len(second))

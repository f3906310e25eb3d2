"""What two windows, or two programs, made of the same corrections."""

from collections import Counter

from reader.core.corrections.layer import Correction
from reader.core.corrections.mutes import is_mute

Corrections = tuple[Correction, ...]


def merged(before: Corrections, mine: Corrections, theirs: Corrections) -> Corrections:
    """Return their corrections with what changed from `before` to `mine`.

    Args:
        before: What both began with.
        mine: What was made of it here.
        theirs: What was made of it elsewhere.
    """
    if theirs == before:
        return mine
    gone, new = Counter(before) - Counter(mine), Counter(mine) - Counter(before)
    kept: list[Correction] = []
    for correction in reversed(theirs):
        if gone[correction]:
            gone[correction] -= 1
        else:
            kept.insert(0, correction)
    added: list[Correction] = []
    for correction in reversed(mine):
        if new[correction]:
            new[correction] -= 1
            if not (is_mute(correction) and correction in kept):
                added.insert(0, correction)
    return (*kept, *added)

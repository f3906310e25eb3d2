"""How close a pupil's marks are to the reference, in words, and where it is worth to look."""

from collections.abc import Sequence
from typing import Literal

from reader.core.lessons.placing import PlacedAnswer, PlacedMark
from reader.core.lessons.scores.matching import Figures

Closeness = Literal["close", "partly", "different"]
_CLOSE, _PARTLY = 2 / 3, 1 / 3  # of F1 by overlap; where experts meet each other on wording
_MOST = 3


def closeness(figures: Figures) -> Closeness | None:
    """Return how close marks are to the reference, None where nothing can be compared."""
    value = figures.f1
    if value is None:
        return None
    if value >= _CLOSE:
        return "close"
    return "partly" if value >= _PARTLY else "different"


def worth_a_look(
    answer: PlacedAnswer, reference: PlacedAnswer, most: int = _MOST
) -> Sequence[PlacedMark]:
    """Return the first reference marks that no mark of the answer touches, in reading order."""
    read = [one for one in reference.marks if answer.has_read(one.article)]
    missed = [
        one
        for one in read
        if not one.mark.is_optional
        and not any(mark.article == one.article and mark.span.overlaps(one.span)
                    for mark in answer.marks)
    ]  # fmt: skip
    return missed[:most]

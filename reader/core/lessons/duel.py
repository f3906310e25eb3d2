"""Two lists on one text: the words of one, the words of the other, and the words of both."""

from collections.abc import Iterable

from reader.core.lexicon.findings import Finding
from reader.values import frozen


@frozen
class Duel:
    """What two lists mark in a text, in reading order.

    Attributes:
        first: Marks of the first list where the other marks nothing.
        second: Marks of the second list where the first marks nothing.
        both: Marks of the first list that share a character with one of the second.
        both_second: The marks of the second list there.
    """

    first: tuple[Finding, ...]
    second: tuple[Finding, ...]
    both: tuple[Finding, ...]
    both_second: tuple[Finding, ...]


def duel_of(first: Iterable[Finding], second: Iterable[Finding]) -> Duel:
    """Return what only one of two lists marks, and what both do."""
    one, other = tuple(first), tuple(second)
    return Duel(
        tuple(item for item in one if not _meets(item, other)),
        tuple(item for item in other if not _meets(item, one)),
        tuple(item for item in one if _meets(item, other)),
        tuple(item for item in other if _meets(item, one)),
    )


def _meets(item: Finding, others: Iterable[Finding]) -> bool:
    return any(item.span.overlaps(other.span) for other in others)

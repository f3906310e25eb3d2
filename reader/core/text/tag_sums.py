"""Sums of weights: what all features of a place speak for, tag by tag.

Each tag has a column in one long whole number, and what a feature speaks for stands side by side
in these columns. So one addition adds the weights of all tags at once.
"""

from collections.abc import Iterable, Sequence

_COLUMN_BITS = 21  # room for the weights of 31 features, each of 16 bits
_USUAL = 2  # tags of a word that may have several
_COLUMN = (1 << _COLUMN_BITS) - 1


class TagColumns:
    """Gives each tag its column.

    Attributes:
        level: Add it once to a sum before its columns are compared; below nothing they would
            borrow from one another.
    """

    def __init__(self, tags: Iterable[str]) -> None:
        """Give the tags their columns in the order in which weights name them by number."""
        names = dict.fromkeys(tags)
        self._shifts = {tag: number * _COLUMN_BITS for number, tag in enumerate(names)}
        self.level = sum(1 << shift + _COLUMN_BITS - 1 for shift in self._shifts.values())

    def of(self, tags: Iterable[str]) -> tuple[int, ...]:
        """Return the columns of tags."""
        return tuple([self._shifts[tag] for tag in tags])


def side_by_side(weights: Iterable[tuple[int, int]]) -> int:
    """Return weights in the columns of their tags: the number of each tag, and its weight."""
    return sum([weight << number * _COLUMN_BITS for number, weight in weights])


def heaviest(total: int, columns: Sequence[int]) -> int:
    """Return which of the columns holds most, by its number in the order given; the first wins."""
    if len(columns) == _USUAL:
        first, second = columns
        return (total >> second & _COLUMN) > (total >> first & _COLUMN)
    weights = [total >> shift & _COLUMN for shift in columns]
    return weights.index(max(weights))

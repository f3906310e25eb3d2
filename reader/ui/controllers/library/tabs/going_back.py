"""Back and forward: through articles, searches and places of the library."""

from typing import Literal

from reader.values import frozen

_MOST = 100

Kind = Literal["article", "search", "place", "corpus"]


@frozen
class Stop:
    """Where a reader has been.

    Attributes:
        kind: An article, a search, a place of the library, or the page of counts.
        name: What the menu says.
        key: The id of an article, what was looked for, or the key of a place.
        detail: A quiet word beside the name.
    """

    kind: Kind
    name: str
    key: object
    detail: str = ""


class Trail:
    """Where the reader has been, in order, and where of it she is now."""

    def __init__(self) -> None:
        self._stops: list[Stop] = []
        self._here = -1

    def go_to(self, stop: Stop) -> None:
        """Be somewhere new; what lay ahead is forgotten. The same place twice is one stop."""
        if 0 <= self._here < len(self._stops) and _is_same(self._stops[self._here], stop):
            self._stops[self._here] = stop
            return
        del self._stops[self._here + 1 :]
        self._stops.append(stop)
        del self._stops[: max(0, len(self._stops) - _MOST)]
        self._here = len(self._stops) - 1

    def step(self, steps: int) -> Stop | None:
        """Go some stops on or back, and return the one that is reached; None past the ends."""
        target = self._here + steps
        if not steps or not 0 <= target < len(self._stops):
            return None
        self._here = target
        return self._stops[target]

    def behind(self) -> tuple[Stop, ...]:
        """Return the stops one can go back to, the nearest first."""
        return tuple(reversed(self._stops[: max(0, self._here)]))

    def ahead(self) -> tuple[Stop, ...]:
        """Return the stops one can go forward to, the nearest first."""
        return tuple(self._stops[self._here + 1 :])


def _is_same(one: Stop, other: Stop) -> bool:
    return (one.kind, one.key) == (other.kind, other.key)

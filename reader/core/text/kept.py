"""What is made from a key once and kept."""

from collections.abc import Callable
from typing import TypeVar

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Kept(dict[_Key, _Value]):
    """Keeps what is made from a key. Ask with square brackets: it is made the first time.

    When there is very much of it, all is made anew, so that memory stays within bounds.
    """

    def __init__(self, make: Callable[[_Key], _Value], most: int = 40_000) -> None:
        """Begin with nothing.

        Args:
            make: Makes the value of a key.
            most: How many are kept.
        """
        super().__init__()
        self._make, self._most = make, most

    def __missing__(self, key: _Key) -> _Value:
        """Return what has not been asked for before."""
        if len(self) >= self._most:
            self.clear()
        made = self[key] = self._make(key)
        return made

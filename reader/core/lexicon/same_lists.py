"""Lexicons as a key: what is made of the same ones need not be made again."""

from collections.abc import Iterable

from reader.core.lexicon.lexicon import Lexicon


class SameLists:
    """Some lexicons, alike only where they are the very same ones in the same order.

    To compare what thousands of entries say would take longer than to make things of them anew.

    Attributes:
        lexicons: The lexicons, held so that their identity stays theirs.
    """

    __slots__ = ("lexicons",)

    def __init__(self, lexicons: Iterable[Lexicon]) -> None:
        self.lexicons = tuple(lexicons)

    def __eq__(self, other: object) -> bool:
        """Tell whether another key holds the very same lexicons."""
        if not isinstance(other, SameLists) or len(other.lexicons) != len(self.lexicons):
            return False
        return all(one is its for one, its in zip(self.lexicons, other.lexicons, strict=True))

    def __hash__(self) -> int:
        """Return a number that the very same lexicons have too."""
        return hash(tuple(map(id, self.lexicons)))

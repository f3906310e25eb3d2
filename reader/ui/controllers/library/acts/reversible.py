"""Changes of the library that know, once they are made, how they are taken back.

What others changed meanwhile stays: only what the change itself did is undone.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from reader.ui.controllers.library.acts.library_changes import Change, renamed

if TYPE_CHECKING:
    from reader.storage.library.articles.feeds import LeftFeed
    from reader.storage.library.library import Library
    from reader.storage.library.rows import KeptSearch
    from reader.storage.library.sorting.shelves import Shelf


class Reversible(Protocol):
    """A change that knows its way back once it is made."""

    def __call__(self, library: "Library") -> None:
        """Make the change."""

    def back(self, library: "Library") -> None:
        """Take it back."""


_Members = dict[str, "frozenset[str] | None"]


class OnShelves:
    """A change of what is in some collections, or has some tags."""

    def __init__(self, shelf: "Shelf", names: Iterable[str], change: Change) -> None:
        self._shelf, self._names, self._change = shelf, tuple(dict.fromkeys(names)), change
        self._before: _Members = {}
        self._after: _Members = {}

    def __call__(self, library: "Library") -> None:
        """Make the change."""
        with library.change():
            self._before = self._members(library)
            self._change(library)
            self._after = self._members(library)

    def _members(self, library: "Library") -> _Members:
        return {name: library.shelves.members(self._shelf, name) for name in self._names}

    def back(self, library: "Library") -> None:
        """Put back what was taken out, and take out what was put in."""
        shelves = library.shelves
        with library.change():
            for name, before in self._before.items():
                was, now = before or frozenset(), self._after.get(name) or frozenset()
                if before is not None and (was - now or self._shelf == "collection"):
                    shelves.put_again(self._shelf, name, was - now)
                shelves.take_again(self._shelf, name, now - was, was_there=before is not None)


class Renamed:
    """A collection or tag with another name; with one that is in use, the two become one."""

    def __init__(self, shelf: "Shelf", name: str, new: str) -> None:
        self._shelf, self._name, self._new = shelf, name, new
        self._joined = OnShelves(shelf, (name, new), self._rename)
        self._is_joined = False

    def _rename(self, library: "Library") -> None:
        renamed(self._shelf, self._name, self._new, library)

    def __call__(self, library: "Library") -> None:
        """Rename it."""
        is_other = self._name.casefold() != self._new.casefold()
        known = library.shelves.members(self._shelf, self._new)
        self._is_joined = is_other and known is not None
        self._joined(library)

    def back(self, library: "Library") -> None:
        """Give it its old name, and part the two that became one."""
        if self._is_joined:
            self._joined.back(library)
        else:
            renamed(self._shelf, self._new, self._name, library)


class OnSearches:
    """A change of the kept searches: one is kept from now on, called otherwise, or forgotten."""

    def __init__(self, change: Change) -> None:
        self._change = change
        self._lost: frozenset[KeptSearch] = frozenset()
        self._made: frozenset[KeptSearch] = frozenset()

    def __call__(self, library: "Library") -> None:
        """Make the change."""
        with library.change():
            before = frozenset(library.shelves.searches())
            self._change(library)
            after = frozenset(library.shelves.searches())
            self._lost, self._made = before - after, after - before

    def back(self, library: "Library") -> None:
        """Keep the earlier searches, in whichever letters they were, and not those that came."""
        with library.change():
            for one in self._made:
                library.shelves.forget_search(one.name)
            for one in self._lost:
                library.shelves.keep_search(one.name, one.query)


class RenamedFeed:
    """A feed under a name of the reader's."""

    def __init__(self, number: int, new: str) -> None:
        self._number, self._new = number, new
        self._before = ""

    def __call__(self, library: "Library") -> None:
        """Rename it."""
        self._before = library.feeds.rename(self._number, self._new)

    def back(self, library: "Library") -> None:
        """Give it the name that it had."""
        library.feeds.rename(self._number, self._before)


class LeftBehind:
    """A feed that is followed no more."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._left: LeftFeed | None = None

    def __call__(self, library: "Library") -> None:
        """Follow it no more."""
        with library.change():
            self._left = library.feeds.as_followed(self._number)
            for one in library.feeds.all():
                if one.number == self._number:
                    library.feeds.unfollow(one.address)

    def back(self, library: "Library") -> None:
        """Follow it again, with all that was known of it."""
        if self._left is not None:
            library.feeds.follow_again(self._left)


class NotWatched:
    """A folder that is looked into no more."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._looked: str | None = None

    def __call__(self, library: "Library") -> None:
        """Look into it no more."""
        with library.change():
            known = {one.path: one.looked for one in library.watched.all()}
            self._looked = known.get(self._path)
            library.watched.forget(self._path)

    def back(self, library: "Library") -> None:
        """Look into it again; what was in it then is no news."""
        library.watched.watch(self._path, self._looked)

"""The places of the tree, as data: what each is called, how much is in it, what it lists."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from reader.storage.library.rows import Counts, Group, KeptSearch, Wanted
from reader.values import frozen

Kind = Literal[
    "all", "half-read", "lately", "noted", "feed", "collection", "tag", "search", "folder", "trash"
]
Section = Literal["library", "feeds", "collections", "tags", "searches", "folders", "foot"]
ICONS: dict[Kind, str] = {
    "all": "library-big",
    "half-read": "book-open",
    "lately": "history",
    "noted": "notebook-pen",
    "feed": "rss",
    "collection": "folder",
    "tag": "tag",
    "search": "search",
    "folder": "folder-sync",
    "trash": "trash-2",
}


@frozen
class TreePlace:
    """One row of the tree.

    Attributes:
        kind: What it is.
        name: The name of a collection, tag, feed, search or folder; "" for the fixed places.
        count: How many articles it has; None where nobody counted.
        new: How many of them are new.
        query: What a kept search looks for.
        feed: The number of a feed.
        problem: What went wrong with a feed the last time, or "".
    """

    kind: Kind
    name: str = ""
    count: int | None = None
    new: int = 0
    query: str = ""
    feed: int | None = None
    problem: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What the place is known by when its numbers change."""
        name = self.name.casefold() if self.feed is None else str(self.feed)
        return self.kind, name


ALL = TreePlace("all")
SectionRows = tuple[Section, tuple[TreePlace, ...]]


def section_rows(
    counts: Counts,
    collections: Sequence[Group],
    tags: Sequence[Group],
    searches: Sequence[KeptSearch],
    feeds: Sequence[TreePlace] = (),
    folders: Sequence[TreePlace] = (),
) -> tuple[SectionRows, ...]:
    """Return the sections of the tree with their rows, in their order; empty ones too."""
    library = (
        TreePlace("all", count=counts.articles, new=counts.by_state.get("new", 0)),
        TreePlace("half-read", count=counts.by_state.get("half-read", 0)),
        TreePlace("lately"),
        TreePlace("noted", count=counts.noted),
    )
    return (
        ("library", library),
        ("feeds", tuple(feeds)),
        (
            "collections",
            tuple(TreePlace("collection", g.name, g.count, g.new) for g in collections),
        ),
        ("tags", tuple(TreePlace("tag", g.name, g.count, g.new) for g in tags)),
        ("searches", tuple(TreePlace("search", s.name, query=s.query) for s in searches)),
        ("folders", tuple(folders)),
        ("foot", (TreePlace("trash", count=counts.trashed),)),
    )


def now_called(
    place: TreePlace, before: Sequence[SectionRows], after: Sequence[SectionRows]
) -> TreePlace:
    """Return a place under the name that it has now, where it alone got another one.

    Args:
        place: The place, as it was called.
        before: The rows of the tree then.
        after: The rows of the tree now.
    """

    def alike(rows: Sequence[SectionRows]) -> dict[tuple[str, str], TreePlace]:
        return {one.key: one for _, ones in rows for one in ones if one.kind == place.kind}

    old, new = alike(before), alike(after)
    gone, come = old.keys() - new.keys(), new.keys() - old.keys()
    if gone == {place.key} and len(come) == 1:
        return new[come.pop()]
    return place


def wanted_in(place: TreePlace, order: Wanted) -> Wanted:
    """Return which articles a place lists.

    Args:
        place: The place.
        order: In which order, folded or not, only new ones or all.
    """
    if place.kind == "trash":
        return Wanted(is_trash=True, sort=order.sort, is_descending=order.is_descending)
    narrowed: dict[Kind, Wanted] = {
        "half-read": replace(order, state="half-read", is_folded=False),
        "lately": replace(order, is_opened=True, is_folded=False),
        "noted": replace(order, is_noted=True, is_folded=False),
        "feed": replace(order, feed=place.feed),
        "collection": replace(order, collection=place.name),
        "tag": replace(order, tag=place.name),
        "folder": replace(order, folder=place.name),
    }
    return narrowed.get(place.kind, order)

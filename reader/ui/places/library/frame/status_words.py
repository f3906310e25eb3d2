"""What the status bar says of a place of the library."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from reader.ui.places.library.shelf_tree.tree_places import TreePlace


def _tr(words: str) -> str:
    return QCoreApplication.translate("LibraryPlace", words)


def place_status(name: str, place: TreePlace, rows: int, copies: int) -> tuple[str, str]:
    """Return how many articles a place holds, and how many of them are new, or "".

    Args:
        name: What the tree calls the place.
        place: The place.
        rows: How many rows are listed.
        copies: How many articles are folded under others.
    """
    told = _tr("{place}: {n} articles") if rows != 1 else _tr("{place}: 1 article")
    if copies > 0:
        told = _tr("{place}: {count} articles, {copies} of them copies of others")
        if copies == 1:
            told = _tr("{place}: {count} articles, one of them a copy of another")
    told = told.format(
        place=name, n=f"{rows:,}", count=f"{place.count or 0:,}", copies=f"{copies:,}"
    )
    return told, _tr("{n} new").format(n=f"{place.new:,}") if place.new else ""


def silent_feeds(names: Sequence[str]) -> str:
    """Return which feeds did not answer, "" where all did."""
    if not names:
        return ""
    told = _tr("{feed} did not answer") if len(names) == 1 else _tr("{n} feeds did not answer")
    return told.format(feed=names[0], n=len(names))

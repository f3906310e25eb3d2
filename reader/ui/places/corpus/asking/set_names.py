"""The sets that can be chosen, and what they are called."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.ui.places.corpus.asking.questions import ALL_ARTICLES, SetChoice

if TYPE_CHECKING:
    from reader.storage.library.library import Library


def choices_of(library: "Library | None") -> Iterator[SetChoice]:
    """Yield the sets that a library offers: all articles, collections, tags, kept searches.

    Raises:
        LibraryError: The library cannot be read.
    """
    if library is None:
        return
    yield ALL_ARTICLES
    shelves = library.shelves
    yield from (SetChoice("collection", one.name) for one in shelves.collections() if one.count)
    yield from (SetChoice("tag", one.name) for one in shelves.tags() if one.count)
    yield from (SetChoice("search", one.name, one.query) for one in shelves.searches())


def name_of(choice: SetChoice) -> str:
    """Return what a set is called in a list of sets."""
    told = {
        "all": _tr("All articles"),
        "collection": _tr("Collection: {name}"),
        "tag": _tr("Tag: {name}"),
        "search": _tr("Search: {name}"),
        "feed": _tr("Feed: {name}"),
        "chosen": _tr("{n} chosen articles"),
        "folder": _tr("Folder: {name}"),
    }[choice.kind]
    return told.format(name=choice.name, n=f"{len(choice.ids):,}")


def _tr(words: str) -> str:
    return QCoreApplication.translate("CorpusSets", words)

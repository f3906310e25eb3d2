"""Articles of the library, chosen or of a collection, made ready for export on a worker."""

import contextlib
from collections.abc import Callable

from reader.core.corrections import EVERYWHERE, Scope, apply, in_force
from reader.paths import Paths
from reader.storage.analysis_tools import analyse, load_analysis_tools
from reader.storage.library.library import Library
from reader.storage.library.rows import FILE, Wanted, local_day
from reader.storage.library.store import LibraryStore
from reader.storage.reports.report_format import Report
from reader.values import frozen


@frozen
class FromLibrary:
    """Which articles of the library are exported.

    Attributes:
        collection: All of this collection; "" for those that are chosen.
        ids: The chosen ones.
    """

    collection: str = ""
    ids: tuple[str, ...] = ()


def collection_names(paths: Paths) -> tuple[str, ...]:
    """Return the names of the collections; nothing is made where there is no library.

    Raises:
        LibraryError: The library cannot be read.
    """
    if not (paths.data / FILE).exists():
        return ()
    library = Library.open(paths.data)
    try:
        return tuple(group.name for group in library.shelves.collections())
    finally:
        library.close()


def kept_reports(paths: Paths, wanted: FromLibrary, tell: Callable[[str], None]) -> list[Report]:
    """Return what is to be written of kept articles, with what the reader corrected in each.

    Args:
        paths: Where the library and the lists lie.
        wanted: Which articles.
        tell: Is told how many articles are done; it may end the work.

    Raises:
        ReaderError: The library or the lists cannot be read.
    """
    tools, _ = load_analysis_tools(paths)
    reports: list[Report] = []
    with (
        contextlib.closing(LibraryStore(paths.data)) as store,
        contextlib.closing(Library.open(paths.data)) as library,
    ):
        everywhere = store.load_corrections(EVERYWHERE).value
        ids = wanted.ids
        if wanted.collection:
            ids = library.ids(Wanted(collection=wanted.collection))
        for one in ids:
            tell(f"{len(reports)}")
            article = library.articles.article(one)
            corrections = in_force(everywhere, store.load_corrections(Scope.of(article)).value)
            analysis = apply(analyse(article, tools), corrections)
            notes = store.load_notes(Scope.of(article)).value
            row = library.row(one)
            accessed = local_day(row.added) if row is not None else ""
            reports.append(Report(analysis, one, corrections, notes, accessed))
    return reports

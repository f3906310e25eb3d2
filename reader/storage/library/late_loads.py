"""The late loads of the library: the first painted text must not wait for a database."""

from pathlib import Path
from typing import TYPE_CHECKING

from reader.storage.library.rows import FILE

if TYPE_CHECKING:
    from reader.storage.library.library import Library
    from reader.storage.library.work.opening import OpenWork


def open_library(folder: Path) -> "Library":
    """Open the library of a data folder, and make it where there is none.

    Raises:
        LibraryError: It cannot be opened, or a later version of the program made it.
    """
    from reader.storage.library import library

    return library.Library.open(folder)


def open_work(folder: Path) -> "OpenWork | None":
    """Open only what the reader made of articles: all that the first text asks for.

    It takes a third of the time. None where there is no library, or where something must be done
    before it can be used: then `open_library` does that, or tells what is wrong.
    """
    if not (folder / FILE).exists():
        return None
    from reader.storage.library.work import opening

    return opening.open_work(folder / FILE)

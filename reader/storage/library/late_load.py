"""The late load of the library: the first painted text must not wait for a database."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.storage.library.library import Library


def open_library(folder: Path) -> "Library":
    """Open the library of a data folder, and make it where there is none.

    Raises:
        LibraryError: It cannot be opened, or a later version of the program made it.
    """
    from reader.storage.library import library  # noqa: PLC0415 -- a late load, see above

    return library.Library.open(folder)

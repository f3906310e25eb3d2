"""The exports of other programs that can be read, in one tuple.

`library add` and the window ask here. To add one, write a module with its ExportFormat and add it
to EXPORT_FORMATS; a test asks for a sample file of its name.
"""

from reader.intake.collections.bookmarks import BOOKMARKS
from reader.intake.collections.export_format import ExportFormat
from reader.intake.collections.instapaper import INSTAPAPER
from reader.intake.collections.kept_item import KeptItem
from reader.intake.collections.omnivore import OMNIVORE
from reader.intake.collections.pocket import POCKET_PAGE, POCKET_TABLE
from reader.intake.collections.wallabag import WALLABAG
from reader.values import frozen

EXPORT_FORMATS = (OMNIVORE, WALLABAG, POCKET_TABLE, POCKET_PAGE, INSTAPAPER, BOOKMARKS)


@frozen
class Collection:
    """What another program's export holds.

    Attributes:
        program: The name of the program.
        items: What was kept in it, in the order of the file.
    """

    program: str
    items: tuple[KeptItem, ...]


def export_format_of(data: bytes) -> ExportFormat | None:
    """Return the form of an export by its content, or None where it is none that is known."""
    return next((one for one in EXPORT_FORMATS if one.sniff(data)), None)


def read_collection(data: bytes, name: str) -> Collection | None:
    """Return what an export holds, or None where the bytes are no export.

    Args:
        data: The bytes of a file.
        name: The name of the file, for what is wrong with it.

    Raises:
        ImportFailedError: It is damaged, or larger than can be read.
    """
    found = export_format_of(data)
    return None if found is None else Collection(found.title, found.read(data, name))


def export_endings() -> frozenset[str]:
    """Return the endings of files that may be exports of other programs."""
    return frozenset(ending for one in EXPORT_FORMATS for ending in one.endings)

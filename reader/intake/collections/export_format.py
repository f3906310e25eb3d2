"""What the program must know of the exports of another program."""

from collections.abc import Callable

from reader.intake.collections.kept_item import KeptItem
from reader.values import frozen


@frozen
class ExportFormat:
    """A form in which another program hands out what people kept in it.

    Attributes:
        name: Its fixed short name; the sample file of its tests is called so.
        title: The name of the program, as people know it.
        endings: How the names of its files end, in lower case, with the dot.
        sniff: Tells from the bytes of a file whether it is in this form.
        read: Returns the items in the bytes of a file; it is given the file's name too. Raises an
            ImportFailedError where the file is damaged or too large.
    """

    name: str
    title: str
    endings: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    read: Callable[[bytes, str], tuple[KeptItem, ...]]

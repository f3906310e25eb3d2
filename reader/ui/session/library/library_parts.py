"""What is needed of the library's storage, for those who load it late."""

from types import ModuleType

from reader.core.analysis.known_lexicons import KnownLexicons
from reader.storage.library.library import Library
from reader.storage.library.rows import Original, ReadingPlace
from reader.storage.library.upkeep import moving
from reader.values import frozen


@frozen
class LibraryParts:
    """What session and controllers need, once something is to be kept.

    Attributes:
        library: The library itself; `open` opens the one of a data folder.
        original: The file an article was read from.
        reading_place: How far an article was read.
        known_lexicons: The lexicons with their versions, as kept analyses name them.
        moving: Copies the data folder to another place.
    """

    library: type[Library] = Library
    original: type[Original] = Original
    reading_place: type[ReadingPlace] = ReadingPlace
    known_lexicons: type[KnownLexicons] = KnownLexicons
    moving: ModuleType = moving

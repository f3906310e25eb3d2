"""The parts of the library's page in one place, for those who load them late."""

from dataclasses import dataclass

from reader.ui.places.library.library_place import LibraryPlace


@dataclass(frozen=True, slots=True)
class LibraryPlaceParts:
    """What the controllers need, once somebody goes to the library.

    Attributes:
        place: The page of the window.
    """

    place: type[LibraryPlace] = LibraryPlace

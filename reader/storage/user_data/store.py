"""The one port to what the reader makes.

The library keeps it, in one database; files keep the settings, and kept everything before there
was a library; tests keep it in memory.
"""

from collections.abc import Iterator
from typing import Generic, Protocol, TypeVar

from reader.core.corrections import Correction, Corrections, Scope
from reader.core.notes import Note
from reader.errors import ReaderError
from reader.settings import Settings
from reader.values import frozen

T = TypeVar("T")
Notes = tuple[Note, ...]


@frozen
class Loaded(Generic[T]):
    """What was found, and what is wrong with the rest of it, or None."""

    value: T
    problem: ReaderError | None = None


@frozen
class Kept:
    """One correction that is kept, and what it belongs to."""

    scope: Scope
    correction: Correction


class Store(Protocol):
    """Keeps settings, corrections (mutes among them) and notes.

    Each `save` is told what the caller began with and what was made of it. Only the difference
    is written: what another window or program kept meanwhile stays, and is returned too.
    """

    def prepare(self) -> ReaderError | None:
        """Put in order what an earlier run or version left; return what the reader should know."""

    def load_settings(self) -> Loaded[Settings]:
        """Return the settings."""

    def save_settings(self, before: Settings, after: Settings) -> Settings:
        """Keep what changed between two settings; return the settings that count now.

        Raises:
            ReaderError: They cannot be written.
        """

    def load_corrections(self, scope: Scope) -> Loaded[Corrections]:
        """Return the corrections of an article, or those that count everywhere."""

    def save_corrections(
        self, scope: Scope, before: Corrections, after: Corrections
    ) -> Corrections:
        """Keep what changed between two states; return the corrections that count now.

        Raises:
            ReaderError: They cannot be written.
        """

    def all_corrections(self) -> Iterator[Kept]:
        """Yield every correction of every article, and those that count everywhere."""

    def load_notes(self, scope: Scope) -> Loaded[Notes]:
        """Return the highlights and notes of an article.

        They are found by its text, else by its origin: what has moved in an edited text is found
        there by its words.
        """

    def save_notes(self, scope: Scope, before: Notes, after: Notes) -> Notes:
        """Keep what changed between two states; return the notes that count now.

        Raises:
            ReaderError: They cannot be written.
        """

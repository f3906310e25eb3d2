"""The lexicons in use: which state they are in, and their entries by what is kept of them."""

import zlib
from functools import cached_property

from reader.core.lexicon.filed.known_entries import KnownEntries, known
from reader.core.lexicon.filed.late_entries import Key
from reader.core.lexicon.lexicon import Entry, Lexicon
from reader.values import frozen


@frozen
class LexiconVersion:
    """Which state of a lexicon an analysis was made with.

    Attributes:
        id: The lexicon.
        version: As its authors count it.
        digest: Another one after every change of what the lexicon finds.
    """

    id: str
    version: str
    digest: str


class KnownLexicons:
    """Lexicons with their entries at hand; made once, used for many analyses.

    Attributes:
        lexicons: The lexicons, in layers from below to above.
    """

    def __init__(self, lexicons: tuple[Lexicon, ...]) -> None:
        self.lexicons = lexicons
        self._known: dict[str, tuple[KnownEntries, ...]] = {}

    def find(self, lexicon: str, key: Key) -> Entry | None:
        """Return the entry of a lexicon, or None where it has no such entry (any more)."""
        if lexicon not in self._known:
            own = (item for item in reversed(self.lexicons) if item.id == lexicon)
            self._known[lexicon] = tuple(known(item.entries) for item in own)
        found = (entries.get(key) for entries in self._known[lexicon])
        return next(filter(None, found), None)

    @cached_property
    def versions(self) -> tuple[LexiconVersion, ...]:
        """The state of each lexicon: an analysis made with the same ones is not stale."""
        return tuple(LexiconVersion(one.id, one.version, _digest(one)) for one in self.lexicons)


def _digest(lexicon: Lexicon) -> str:
    """Return a short name for all that bears on what a lexicon finds."""
    parts = (*lexicon.muted, *map(str, lexicon.categories), lexicon.use, lexicon.panel)
    rest = ("\0" if lexicon.entries else "") + "\0".join(parts)
    state = zlib.crc32(rest.encode("utf-8", "surrogatepass"), known(lexicon.entries).state())
    return f"{state:08x}"

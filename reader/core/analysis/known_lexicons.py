"""The lexicons in use: which state they are in, and their entries by what is kept of them."""

import zlib
from functools import cached_property

from reader.core.lexicon.lexicon import Entry, Lexicon
from reader.values import frozen

Key = tuple[str, str, str | None, str, int]


def key_of(entry: Entry) -> Key:
    """Return what tells an entry from all others of its lexicon."""
    return entry.phrase, entry.match, entry.part, entry.category, entry.line


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
        self._known: dict[str, dict[Key, Entry]] = {}

    def find(self, lexicon: str, key: Key) -> Entry | None:
        """Return the entry of a lexicon, or None where it has no such entry (any more)."""
        if lexicon not in self._known:
            own = (item for item in self.lexicons if item.id == lexicon)
            self._known[lexicon] = {key_of(one): one for item in own for one in item.entries}
        return self._known[lexicon].get(key)

    @cached_property
    def versions(self) -> tuple[LexiconVersion, ...]:
        """The state of each lexicon: an analysis made with the same ones is not stale."""
        return tuple(LexiconVersion(one.id, one.version, _digest(one)) for one in self.lexicons)


def _digest(lexicon: Lexicon) -> str:
    """Return a short name for all that bears on what a lexicon finds."""
    parts = [
        f"{key_of(one)}{one.confidence}{one.guards or ''}{one.counterpart}"
        for one in lexicon.entries
    ]
    parts += [*lexicon.muted, *map(str, lexicon.categories), lexicon.use, lexicon.panel]
    return f"{zlib.crc32(chr(0).join(parts).encode('utf-8', 'surrogatepass')):08x}"

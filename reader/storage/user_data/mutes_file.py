"""What the reader does not want to be marked: places of an article, and entries everywhere.

The words of a muted place are stored with it, so that a place is never taken for another.
"""

import hashlib
import json
from dataclasses import dataclass, field, replace
from pathlib import Path

from reader.core.lexicon.findings import Finding
from reader.core.text.spans import Span
from reader.errors import ReaderError
from reader.storage.atomic_files import write_atomically

Place = tuple[int, int, str]  # start, end, the words there


@dataclass(frozen=True, slots=True)
class Mutes:
    """All mutes of a reader.

    Attributes:
        places: Muted places by the digest of the article's text.
        entries: Muted entries as (lexicon id, phrase).
    """

    places: dict[str, frozenset[Place]] = field(default_factory=dict)
    entries: frozenset[tuple[str, str]] = frozenset()

    def with_place(self, text: str, span: Span, *, is_muted: bool) -> "Mutes":
        """Return the mutes with one place of an article added or taken out."""
        key = text_digest(text)
        place = (span.start, span.end, span.of(text))
        here = self.places.get(key, frozenset())
        here = here | {place} if is_muted else here - {place}
        return replace(self, places={**self.places, key: here})

    def with_entry(self, finding: Finding, *, is_muted: bool) -> "Mutes":
        """Return the mutes with the entry of a finding added or taken out."""
        entry = (finding.lexicon, finding.entry.phrase)
        entries = self.entries | {entry} if is_muted else self.entries - {entry}
        return replace(self, entries=entries)

    def spans(self, text: str) -> frozenset[Span]:
        """Return the muted places of an article whose words are still the same."""
        return frozenset(
            Span(start, end)
            for start, end, words in self.places.get(text_digest(text), ())
            if text[start:end] == words
        )


def text_digest(text: str) -> str:
    """Return a short name for a text that no other text has."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def load_mutes(path: Path) -> tuple[Mutes, ReaderError | None]:
    """Return the mutes, and what is wrong with the file."""
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
        places = {
            str(key): frozenset((int(a), int(b), str(words)) for a, b, words in listed)
            for key, listed in plain["places"].items()
        }
        entries = frozenset((str(a), str(b)) for a, b in plain["entries"])
    except FileNotFoundError:
        return Mutes(), None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Mutes(), ReaderError(
            f"Your mutes in {path.name} could not be read, so everything is marked.",
            hint=f"The file is kept as {path.name}.old when something is muted next.",
        )
    return Mutes(places, entries), None


def save_mutes(path: Path, mutes: Mutes, *, keep_old: bool = False) -> None:
    """Write the mutes; with `keep_old`, a file that could not be read is set aside first.

    Raises:
        ReaderError: The folder cannot be written.
    """
    if keep_old and path.exists():
        write_atomically(path.with_name(path.name + ".old"), path.read_bytes())
    plain = {
        "places": {key: sorted(listed) for key, listed in mutes.places.items() if listed},
        "entries": sorted(mutes.entries),
    }
    write_atomically(path, (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode())

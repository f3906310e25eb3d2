"""Tables of entries as they were last read, so that an unchanged one is not read again.

One file a list, kept among the reader's own files; it may be deleted at any time. It is taken only
where the list's own files and its own content are, byte for byte, what they were.
"""

import contextlib
import hashlib
import json
from dataclasses import fields
from itertools import starmap
from operator import attrgetter
from pathlib import Path
from typing import Any

from reader import __version__
from reader.core.lexicon.lexicon import Entry, Guard
from reader.errors import LexiconError, ReaderError
from reader.storage.atomic_files import write_atomically
from reader.values import frozen

_NAMES = tuple(one.name for one in fields(Entry))
# Tables read in another way raise the number; a changed field of an entry changes its name here.
_FORM = " ".join(("3", __version__, *_NAMES, *(one.name for one in fields(Guard))))
_fields = attrgetter(*_NAMES)
_SHARED = ("match", "part", "category", "confidence", "source")  # few values in many entries
_FEWEST = 300  # entries; less is quicker read than looked up


def source_key(*sources: str) -> bytes:
    """Return a short name for what a list was read from."""
    return _digest(_FORM.encode(), *map(str.encode, sources))


@frozen
class ReadTable:
    """What was read of a table: its entries, and what is wrong with others."""

    entries: tuple[Entry, ...]
    problems: tuple[LexiconError, ...]


def kept_table(place: Path, key: bytes) -> ReadTable | None:
    """Return what was kept at `place` for these sources, None where nothing is."""
    with contextlib.suppress(OSError):
        head, _, content = place.read_bytes().partition(b"\n")
        if head == key + _digest(content):
            columns, problems = json.loads(content)
            return ReadTable(_entries(columns), tuple(starmap(LexiconError, problems)))
    return None


def keep_table(place: Path, key: bytes, table: ReadTable) -> None:
    """Keep a table at `place`, unless it is short. One that takes no file costs only time."""
    if len(table.entries) < _FEWEST:
        return
    named = dict(zip(_NAMES, zip(*map(_fields, table.entries), strict=True), strict=True))
    named["guards"] = tuple(map(_plain_guards, named["guards"]))
    columns = list(named.values())
    problems = [(problem.message, problem.hint) for problem in table.problems]
    plain = json.dumps((columns, problems), ensure_ascii=False, separators=(",", ":"))
    content = plain.encode(errors="surrogatepass")
    with contextlib.suppress(ReaderError):
        write_atomically(place, key + _digest(content) + b"\n" + content, is_private=True)


def _entries(columns: list[list[Any]]) -> tuple[Entry, ...]:
    named = dict(zip(_NAMES, columns, strict=True)) if columns else {}
    seen: dict[str | None, str | None] = {}
    for name in _SHARED:  # else each entry has a text of its own: 4 MB for all shipped lists
        named[name] = list(map(seen.setdefault, named[name], named[name]))
    named["alternatives"] = list(map(tuple, named["alternatives"]))
    named["guards"] = [
        tuple(Guard(kind, tuple(words), only) for kind, words, only in guards) if guards else ()
        for guards in named["guards"]
    ]
    return tuple(map(Entry, *named.values()))


def _plain_guards(guards: tuple[Guard, ...]) -> list[tuple[object, ...]]:
    return [(guard.kind, guard.words, guard.only) for guard in guards]


def _digest(*parts: bytes) -> bytes:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(b"%d " % len(part) + part)
    return digest.hexdigest().encode()

"""Lists of others put among the reader's own; a newer one never costs a row of the reader's."""

import contextlib
import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Literal

from reader.core.languages.language import Languages
from reader.core.lexicon.layering.layer_merging import Notice
from reader.core.lexicon.layering.layers import own_id
from reader.core.lexicon.layering.pack_merging import merge_pack
from reader.core.lexicon.lexicon import Lexicon
from reader.errors import LexiconError, ReaderError
from reader.storage.files.atomic_files import clear_leftovers
from reader.storage.files.file_locks import locked
from reader.storage.lexicons.files import load_lexicon
from reader.storage.lexicons.folder_files import (
    AS_INSTALLED,
    FILES,
    PAPERS,
    finish_replacing,
    replace_files,
)
from reader.storage.lexicons.heads import HEAD, lexicon_toml
from reader.storage.lexicons.strange_parts import has_strange_parts, keep_aside
from reader.storage.lexicons.tables import entry_table
from reader.values import frozen

_ENTRIES = "entries.csv"
_NUMBER = re.compile(r"[0-9]{1,9}")

# What a list is beside the one of its name that is installed; "changed": of the same version.
Age = Literal["newer", "same", "changed", "older"]


@frozen
class Installed:
    """What came of installing a list.

    Attributes:
        place: Its folder.
        lexicon: What lies there now.
        notices: Where the reader's rows and newer ones of the authors did not agree.
    """

    place: Path
    lexicon: Lexicon
    notices: tuple[Notice, ...] = ()


def with_free_id(lexicon: Lexicon, shipped: Collection[str]) -> Lexicon:
    """Return a list that takes neither the name of a shipped one nor that of its layer."""
    if lexicon.id in shipped or lexicon.id in map(own_id, shipped):
        return replace(lexicon, id=f"{lexicon.id}-imported")
    return lexicon


def install_lexicon(
    lexicon: Lexicon, into: Path, papers: Mapping[str, str] | None = None
) -> Installed:
    """Write a list into the folder of the reader's lists, where none of its name is.

    Raises:
        LexiconError: There is one of that id already.
        ReaderError: It cannot be written.
    """
    with locked(into):
        finished = finish_replacing(into)
        place = into / lexicon.id
        if place in finished and _holds(place, _texts(lexicon)):  # a killed import of the same
            return Installed(place, lexicon)
        clear_leftovers(place)
        if place.exists() and not _is_free(place):
            raise LexiconError(
                f"There is a lexicon “{lexicon.id}” already.",
                hint="Rename the file or folder that you import, or remove the other one first.",
            )
        return _written(place, lexicon, None, papers or {})


def _is_free(place: Path) -> bool:
    """Tell whether a folder holds no list, but perhaps versions of one whose import was undone."""
    return place.is_dir() and not any((place / name).exists() for name in FILES)


def list_as_sent(name: str, into: Path, languages: Languages) -> Lexicon | None:
    """Return the installed list of a name, as its authors sent it where that is kept.

    None where no such list is in use, or not all of it: how it was sent may still lie there.
    """
    place = into / name
    there = load_lexicon(place, languages) if (place / HEAD).is_file() else None
    if there is None or there.lexicon is None or there.problems:
        return None
    is_kept = (place / AS_INSTALLED).is_dir()
    sent = load_lexicon(place / AS_INSTALLED, languages).lexicon if is_kept else None
    return replace(sent or there.lexicon, id=name)


def age_beside(lexicon: Lexicon, known: Lexicon) -> Age:
    """Return what a list is beside the one of its name that is installed, as that was sent."""
    new, old = _numbers(lexicon.version), _numbers(known.version)
    if new != old:
        return "older" if new < old else "newer"
    return "same" if _texts(lexicon) == _texts(known) else "changed"


def _numbers(version: str) -> tuple[int, ...]:
    """Return the numbers of a version, without zeros at its end, to compare them."""
    numbers = list(map(int, _NUMBER.findall(version)))
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def install_pack(
    lexicon: Lexicon, into: Path, languages: Languages, papers: Mapping[str, str] | None = None
) -> Installed:
    """Install a pack; one of its name that is there already is carried over to it.

    How the authors sent it is kept beside it, so that the next one can be told from what the
    reader changed, added and deleted.

    Raises:
        LexiconError: What is there already is not in order, so that nothing of it would be safe.
        ReaderError: It cannot be written.
    """
    with locked(into):
        finish_replacing(into)
        place = into / lexicon.id
        mine = _there(place, languages)
        if mine is None:
            return _written(place, lexicon, lexicon, papers or {})
        if has_strange_parts(place):
            keep_aside(place)
        before = load_lexicon(place / AS_INSTALLED, languages).lexicon
        merged, notices = merge_pack(mine, before, lexicon)
        return replace(_written(place, merged, lexicon, papers or {}), notices=notices)


def _there(place: Path, languages: Languages) -> Lexicon | None:
    if not (place / HEAD).is_file():
        return None
    loaded = load_lexicon(place, languages)
    if loaded.problems:
        raise LexiconError(
            f"“{place.name}” is there already and not in order: {loaded.problems[0].message}",
            hint="Mend that, so that nothing of yours is lost, and install the pack again.",
        )
    return loaded.lexicon


def _written(
    place: Path, lexicon: Lexicon, sent: Lexicon | None, papers: Mapping[str, str]
) -> Installed:
    texts = _texts(lexicon) | {name: text for name, text in papers.items() if name in PAPERS}
    if sent is not None:
        texts |= {f"{AS_INSTALLED}/{name}": text for name, text in _texts(sent).items()}
    try:
        replace_files(place, texts)
    except ReaderError:
        for folder in (place / AS_INSTALLED, place):
            with contextlib.suppress(OSError):
                folder.rmdir()  # it is empty, unless there was one before
        raise
    return Installed(place, lexicon)


def _holds(place: Path, texts: Mapping[str, str]) -> bool:
    return all((place / name).read_bytes() == text.encode() for name, text in texts.items())


def _texts(lexicon: Lexicon) -> dict[str, str]:
    return {HEAD: lexicon_toml(lexicon), _ENTRIES: entry_table(lexicon.entries)}

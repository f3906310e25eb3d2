"""Earlier versions of the reader's lists, and lists that were deleted; both as folders.

In the folder of a list, `versions/NAME` holds it as it was; `.deleted/NAME` beside the lists holds
those that were deleted in the last 30 days, as they lay there.
"""

import contextlib
import os
import shutil
import time
from pathlib import Path

from reader.core.languages.language import Languages
from reader.core.lexicon.lexicon import Lexicon
from reader.errors import LexiconError, reason_of
from reader.storage.files.atomic_files import clear_leftovers, make_folder, write_together
from reader.storage.files.file_locks import locked
from reader.storage.lexicons.files import lexicon_folders, load_lexicon
from reader.storage.lexicons.folder_files import AS_INSTALLED
from reader.storage.lexicons.heads import HEAD, lexicon_toml
from reader.storage.lexicons.tables import entry_table
from reader.values import frozen

DELETED = ".deleted"
_VERSIONS = "versions"
_DAYS = 30
_DAY_S = 86_400
_LONGEST = 40  # characters of a version's name on the disk


@frozen
class KeptList:
    """A list as it was at some time.

    Attributes:
        folder: Where it lies.
        lexicon: The list.
        time: When it was kept or deleted, in seconds since 1970.
    """

    folder: Path
    lexicon: Lexicon
    time: float


def keep_version(place: Path, lexicon: Lexicon) -> Path:
    """Keep a list as it is under the name of its version; return the folder.

    A version of that name that is the same is kept once; another one gets a number.

    Raises:
        ReaderError: The folder cannot be written.
    """
    plain = "".join(c if c.isalnum() or c in "._" else "-" for c in lexicon.version)
    name = plain.strip(".-")[:_LONGEST] or "1"
    texts = {HEAD: lexicon_toml(lexicon), "entries.csv": entry_table(lexicon.entries)}
    number, folder = 1, place / _VERSIONS / name
    with locked(folder.parent):  # another window may keep one of that name at the same time
        while folder.is_dir() and not _holds(folder, texts):
            number += 1
            folder = place / _VERSIONS / f"{name}-{number}"
        clear_leftovers(folder)
        files = {folder / file: text.encode() for file, text in texts.items()}
        write_together(files, is_private=True)
    return folder


def _holds(folder: Path, texts: dict[str, str]) -> bool:
    return all(
        (folder / name).is_file() and (folder / name).read_bytes() == text.encode()
        for name, text in texts.items()
    )


def versions(place: Path, languages: Languages) -> tuple[KeptList, ...]:
    """Return the versions that were kept of a list, the latest first, then as it was installed."""
    kept = sorted(_lists(place / _VERSIONS, languages), key=lambda one: -one.time)
    installed = place / AS_INSTALLED
    return (*kept, *(_lists(installed, languages) if (installed / HEAD).is_file() else ()))


def deleted_lists(folder: Path, languages: Languages) -> tuple[KeptList, ...]:
    """Return the lists that were deleted from a folder of lists, the latest first."""
    return tuple(sorted(_lists(folder / DELETED, languages), key=lambda one: -one.time))


def _lists(folder: Path, languages: Languages) -> list[KeptList]:
    found = ((place, load_lexicon(place, languages).lexicon) for place in lexicon_folders(folder))
    return [
        KeptList(place, lexicon, place.stat().st_mtime)
        for place, lexicon in found
        if lexicon is not None
    ]


def throw_away(place: Path) -> Path:
    """Put the folder of a list among the deleted ones; return where it lies now.

    Raises:
        LexiconError: It cannot be moved.
    """
    into = place.parent / DELETED
    make_folder(into, is_private=True)
    number, target = 1, into / place.name
    while target.exists():
        number += 1
        target = into / f"{place.name}-{number}"
    try:
        place.rename(target)
        os.utime(target)
    except OSError as error:
        reason = reason_of(error)
        message = f"The list {place.name} could not be deleted: {reason}."
        raise LexiconError(message, hint="Close the program that has it open.") from error
    return target


def put_back(deleted: Path, place: Path) -> None:
    """Put a deleted list back where it lay.

    Raises:
        LexiconError: It cannot be moved.
    """
    try:
        deleted.rename(place)
    except OSError as error:
        reason = reason_of(error)
        message = f"The list {place.name} could not be put back: {reason}."
        raise LexiconError(message, hint="Look whether it is still among the deleted.") from error


def empty_old(folder: Path) -> None:
    """Delete for good what was deleted more than 30 days ago."""
    oldest = time.time() - _DAYS * _DAY_S
    with contextlib.suppress(OSError):
        for place in (folder / DELETED).iterdir():
            if place.stat().st_mtime < oldest:
                shutil.rmtree(place, ignore_errors=True)

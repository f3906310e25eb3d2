"""The files of one lexicon folder, replaced together even where the program is killed meanwhile.

The new texts first stand together in one file; then each file is replaced; then that one goes.
Whoever finds it finishes the work. Hold the lock of the folder above for all of it.
"""

import contextlib
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from reader.errors import ReaderError
from reader.storage.files.atomic_files import (
    clear_leftovers,
    make_private,
    write_atomically,
    write_together,
)
from reader.storage.files.file_locks import locked
from reader.storage.files.limited_files import data_of
from reader.storage.files.text_files import LARGEST_FILE

FILES = ("lexicon.toml", "entries.csv", "base.csv")
AS_INSTALLED = "as-installed"  # a folder in that of a list: how its authors sent it
_INSTALLED = (f"{AS_INSTALLED}/lexicon.toml", f"{AS_INSTALLED}/entries.csv")
PAPERS = ("LICENCE.txt", "CHANGELOG.md", "README.md")  # handed on as they are
_REPLACED = frozenset((*FILES, *_INSTALLED, *PAPERS))
_WAITING = ".replacing.json"
_LARGEST_WAITING = 4 * LARGEST_FILE  # bytes; all files of a list, with escapes


def replace_files(place: Path, texts: Mapping[str, str]) -> str:
    """Write the files of a lexicon; return the digest of what they hold now.

    Raises:
        ReaderError: The folder cannot be written; the files are as they were.
    """
    waiting = place / _WAITING
    texts = {name: _whole(text) for name, text in texts.items()}
    write_atomically(waiting, json.dumps(texts).encode(), is_private=True)
    try:
        _write(place, texts)
    except ReaderError:  # all files are as they were
        waiting.unlink(missing_ok=True)
        raise
    waiting.unlink(missing_ok=True)
    return _digest({name: text.encode() for name, text in texts.items()})


def _whole(text: str) -> str:
    """Return a text that a file can hold: of half a sign that was pasted � is kept."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _write(place: Path, texts: Mapping[str, str]) -> None:
    write_together({place / name: text.encode() for name, text in texts.items()}, is_private=True)


def finish_replacing(folder: Path) -> frozenset[Path]:
    """Finish what a killed program began in a folder of lexicons; return the folders of these.

    Raises:
        ReaderError: The folder cannot be written.
    """
    finished = []
    for waiting in folder.glob(f"*/{_WAITING}"):
        texts = _waiting_texts(waiting)
        if texts:
            _write(waiting.parent, texts)
            finished.append(waiting.parent)
        with contextlib.suppress(OSError):  # nobody's folder of that name is cleared away
            waiting.unlink(missing_ok=True)
    return frozenset(finished)


def _waiting_texts(waiting: Path) -> dict[str, str]:
    """Return the texts that wait; none of any file that is no part of a lexicon."""
    try:
        plain = json.loads(data_of(waiting, _LARGEST_WAITING))
    except (OSError, ValueError, RecursionError):
        return {}
    texts = plain if isinstance(plain, dict) else {}
    known = _REPLACED.intersection(texts)
    return {name: _whole(texts[name]) for name in known if isinstance(texts[name], str)}


def put_in_order(folder: Path) -> None:
    """Finish and clear what killed programs left in the reader's folder of lexicons.

    Raises:
        ReaderError: The folder cannot be written.
    """
    if not folder.is_dir():
        return
    with locked(folder):
        finish_replacing(folder)
        make_private(folder)
        for place in folder.iterdir():
            if place.is_dir():
                clear_leftovers(place)
                clear_leftovers(place / AS_INSTALLED)


def finish_if_needed(folder: Path) -> None:
    """Finish what a killed program began, where there is anything; for those who only read."""
    if next(folder.glob(f"*/{_WAITING}"), None) is not None:
        with contextlib.suppress(ReaderError), locked(folder):
            finish_replacing(folder)


def delete_files(place: Path) -> None:
    """Delete the files of a lexicon, and its folder where nothing else lies in it."""
    for name in FILES:  # without the first it is no lexicon any more
        with contextlib.suppress(OSError):
            (place / name).unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        place.rmdir()


def folder_digest(place: Path) -> str:
    """Return a short name for what the files of a lexicon hold."""
    held: dict[str, bytes] = {}
    for name in FILES:
        with contextlib.suppress(OSError):
            held[name] = data_of(place / name, LARGEST_FILE)
    return _digest(held)


def _digest(held: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in FILES:
        digest.update(held.get(name, b"-"))
        digest.update(b"\x00")
    return digest.hexdigest()[:32]

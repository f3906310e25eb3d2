"""A reader's corrections, one file for each article.

A file is named after its text and its origin, so that the same text from elsewhere finds its
corrections, and an edited text from the same origin too.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from reader.core.analysis.analysis import Analysis
from reader.core.corrections import (
    Correction,
    corrections_from_plain,
    evaluation_line,
    plain_corrections,
)
from reader.core.text.article import Article
from reader.errors import LibraryError
from reader.storage.atomic_files import write_atomically

_FORM = "close-reader/corrections/1"
_UNREADABLE = (OSError, ValueError, RecursionError)  # the last for brackets without an end


@dataclass(frozen=True, slots=True)
class LoadedCorrections:
    """What was found for an article.

    Attributes:
        corrections: In the order they were made.
        problem: What is wrong with a file that should hold some, or None.
    """

    corrections: tuple[Correction, ...] = ()
    problem: LibraryError | None = None


def load_corrections(folder: Path, article: Article) -> LoadedCorrections:
    """Return the corrections of this text, else of an earlier text of the same origin."""
    problem: LibraryError | None = None
    for path in _candidates(folder, article):
        try:
            return LoadedCorrections(_read(path), problem)
        except _UNREADABLE as error:
            problem = LibraryError(
                f"Your corrections in {path.name} could not be read: {_reason(error)}.",
                hint="The file stays where it is until you correct something, and is then kept "
                f"as {path.name}.old.",
            )
            problem.__cause__ = error
    return LoadedCorrections((), problem)


def save_corrections(folder: Path, article: Article, corrections: Sequence[Correction]) -> Path:
    """Write the corrections of an article and return the file.

    A file there that cannot be read is set aside first, under a name of its own.

    Raises:
        ReaderError: The folder cannot be written.
    """
    path = folder / f"{_digest(article.text)}-{_digest(article.origin)}.json"
    _set_aside(path)
    plain = {
        "form": _FORM,
        "title": article.title,
        "origin": article.origin,
        "corrections": plain_corrections(corrections),
    }
    write_atomically(path, (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode())
    return path


def write_evaluation(path: Path, analysis: Analysis, document_id: str) -> None:
    """Write a corrected analysis as one line of evaluation data.

    Raises:
        ReaderError: The file cannot be written.
    """
    line = json.dumps(evaluation_line(analysis, document_id), ensure_ascii=False)
    write_atomically(path, f"{line}\n".encode())


def _candidates(folder: Path, article: Article) -> Iterator[Path]:
    """Yield the files that may hold the corrections, the best first."""
    text = _digest(article.text)
    own = folder / f"{text}-{_digest(article.origin)}.json"
    if own.exists():
        yield own
    yield from (path for path in _newest_first(folder, f"{text}-*.json") if path != own)
    if article.origin:
        found = _newest_first(folder, f"*-{_digest(article.origin)}.json")
        yield from (path for path in found if path != own)


def _newest_first(folder: Path, pattern: str) -> list[Path]:
    return sorted(folder.glob(pattern), key=lambda path: -path.stat().st_mtime_ns)


def _read(path: Path) -> tuple[Correction, ...]:
    plain = json.loads(path.read_text(encoding="utf-8"))
    whole = plain if isinstance(plain, dict) else {}
    held = whole.get("corrections")
    if whole.get("form", _FORM) != _FORM:
        raise ValueError("another version of the program wrote it")
    if isinstance(held, list):
        return corrections_from_plain(held)
    raise ValueError("it holds no list of corrections")


def _set_aside(path: Path) -> None:
    """Keep a file that cannot be read under another name."""
    if not path.exists():
        return
    try:
        _read(path)
    except _UNREADABLE:
        names = (path.with_name(f"{path.name}.old{number or ''}") for number in count())
        _copy(path, next(name for name in names if not name.exists()))


def _copy(path: Path, other: Path) -> None:
    try:
        data = path.read_bytes()
    except OSError as error:
        told = f"{path.name} could not be read, so it could not be set aside: {_reason(error)}."
        hint = "Move it away, and correct again."
        raise LibraryError(told, hint=hint) from error
    write_atomically(other, data)


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"line {error.lineno} is no JSON"
    if isinstance(error, OSError):
        return (error.strerror or str(error)).lower()
    if isinstance(error, UnicodeDecodeError):
        return "it is no text in UTF-8"
    known = str(error)
    return (
        known if known.startswith(("it holds", "another version")) else "a correction is cut off"
    )


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:24]

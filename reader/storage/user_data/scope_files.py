"""What the reader made of an article as files: one for each article, and one for all articles.

A file is named after its text and its origin, so that the same text from elsewhere finds what
belongs to it, and an edited text from the same origin too.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Generic, TypeVar

from reader.core.corrections import (
    EVERYWHERE,
    Correction,
    Scope,
    corrections_from_plain,
    merged,
    plain_corrections,
)
from reader.core.notes import Note, merged_notes, notes_from_plain, plain_notes
from reader.storage.user_data.json_files import DamagedError, NewerError, read_json, write_json
from reader.values import frozen

T = TypeVar("T")
_TAKEN_OVER = "taken_over"  # from an earlier version, which did not know the origin
_NAME = re.compile(r"([0-9a-f]{24})-([0-9a-f]{24})\.json")


@frozen
class Kind(Generic[T]):
    """Something that the reader makes of articles, and how it becomes plain data.

    Attributes:
        name: The key of a file that holds a list of it; its folder is called so too.
        form: What the files of this form say of themselves.
        plain: Makes plain data of several.
        made: Makes them of plain data, or raises a ValueError.
        merged: Returns theirs with what changed between two states of mine.
    """

    name: str
    form: str
    plain: Callable[[tuple[T, ...]], list[dict[str, object]]]
    made: Callable[[list[Any]], tuple[T, ...]]
    merged: Callable[[tuple[T, ...], tuple[T, ...], tuple[T, ...]], tuple[T, ...]]


CORRECTIONS: Kind[Correction] = Kind(
    "corrections",
    "close-reader/corrections/1",
    plain_corrections,
    corrections_from_plain,
    merged,
)
NOTES: Kind[Note] = Kind(
    "notes", "close-reader/notes/1", plain_notes, notes_from_plain, merged_notes
)


def own_file(folder: Path, scope: Scope) -> Path:
    """Return the file that a scope is written to."""
    if scope == EVERYWHERE:
        return folder / "everywhere.json"
    return folder / f"{scope.text}-{scope.place}.json"


def files_for(folder: Path, scope: Scope) -> Iterator[Path]:
    """Yield the files that may hold what belongs to a scope, the best first."""
    own = own_file(folder, scope)
    if own.exists():
        yield own
    if scope == EVERYWHERE:
        return
    yield from (path for path in _newest_first(folder, f"{scope.text}-*.json") if path != own)
    if scope.origin:
        found = _newest_first(folder, f"*-{scope.place}.json")
        yield from (path for path in found if path != own)


def _newest_first(folder: Path, pattern: str) -> list[Path]:
    return sorted(folder.glob(pattern), key=_age)


def _age(path: Path) -> int:
    try:
        return -path.stat().st_mtime_ns
    except OSError:  # it has just gone
        return 0


def read_file(kind: Kind[T], path: Path) -> tuple[tuple[T, ...], bool]:
    """Return what a file holds, and whether it stands for an earlier version's mutes only.

    Raises:
        FileNotFoundError: There is no such file.
        DamagedError: It holds nothing of the kind.
    """
    plain = read_json(path)
    whole = plain if isinstance(plain, dict) else {}
    held = whole.get(kind.name)
    if whole.get("form", kind.form) != kind.form:
        raise NewerError("another version of the program wrote it")
    if not isinstance(held, list):
        raise DamagedError(f"it holds no list of {kind.name}")
    try:
        return kind.made(held), bool(whole.get(_TAKEN_OVER))
    except ValueError as error:
        raise DamagedError("a part of it is cut off") from error


def write_file(
    kind: Kind[T], folder: Path, scope: Scope, items: tuple[T, ...], *, is_taken_over: bool = False
) -> None:
    """Write what belongs to a scope to its file.

    Raises:
        ReaderError: The folder cannot be written.
    """
    plain: dict[str, object] = {
        "form": kind.form,
        "title": scope.title,
        "origin": scope.origin,
        kind.name: kind.plain(items),
    }
    if is_taken_over:
        plain[_TAKEN_OVER] = True
    write_json(own_file(folder, scope), plain)


def all_scopes(folder: Path) -> Iterator[Scope]:
    """Yield what there are files for: all articles first, then each article."""
    yield EVERYWHERE
    for path in sorted(folder.glob("*-*.json")):
        name = _NAME.fullmatch(path.name)
        if name is not None:
            try:
                plain = read_json(path)
            except (FileNotFoundError, DamagedError):
                continue
            facts = plain if isinstance(plain, dict) else {}
            title, origin = str(facts.get("title", "")), str(facts.get("origin", ""))
            yield Scope(name[1], name[2], title, origin)

"""A reader's corrections as files: one for each article, and one for all articles.

A file is named after its text and its origin, so that the same text from elsewhere finds its
corrections, and an edited text from the same origin too.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from reader.core.corrections import (
    EVERYWHERE,
    Corrections,
    Scope,
    corrections_from_plain,
    plain_corrections,
)
from reader.storage.user_data.json_files import DamagedError, NewerError, read_json, write_json

_FORM = "close-reader/corrections/1"
_TAKEN_OVER = "taken_over"  # from an earlier version, which did not know the origin
_NAME = re.compile(r"([0-9a-f]{24})-([0-9a-f]{24})\.json")


def own_file(folder: Path, scope: Scope) -> Path:
    """Return the file that a scope is written to."""
    if scope == EVERYWHERE:
        return folder / "everywhere.json"
    return folder / f"{scope.text}-{scope.place}.json"


def files_for(folder: Path, scope: Scope) -> Iterator[Path]:
    """Yield the files that may hold the corrections of a scope, the best first."""
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


def read_file(path: Path) -> tuple[Corrections, bool]:
    """Return what a file holds, and whether it stands for an earlier version's mutes only.

    Raises:
        FileNotFoundError: There is no such file.
        DamagedError: It holds no corrections.
    """
    plain = read_json(path)
    whole = plain if isinstance(plain, dict) else {}
    held = whole.get("corrections")
    if whole.get("form", _FORM) != _FORM:
        raise NewerError("another version of the program wrote it")
    if not isinstance(held, list):
        raise DamagedError("it holds no list of corrections")
    try:
        return corrections_from_plain(held), bool(whole.get(_TAKEN_OVER))
    except ValueError as error:
        raise DamagedError("a correction is cut off") from error


def write_file(
    folder: Path, scope: Scope, corrections: Corrections, *, is_taken_over: bool = False
) -> None:
    """Write the corrections of a scope to its file.

    Raises:
        ReaderError: The folder cannot be written.
    """
    plain: dict[str, object] = {
        "form": _FORM,
        "title": scope.title,
        "origin": scope.origin,
        "corrections": plain_corrections(corrections),
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

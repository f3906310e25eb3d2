"""A daily copy of what the reader made, kept for a week: plain JSON, apart from the database.

That of the day is made anew when it is older than a quarter of an hour and something has changed.

It holds corrections, notes, searches, and of each article its edits, collections, tags, state and
place, under the digest of its text, so that it fits a library that was made anew.
"""

import contextlib
import gzip
import json
import os
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reader.errors import LibraryError, ReaderError
from reader.schemas import is_later
from reader.storage.files.atomic_files import clear_leftovers, write_atomically
from reader.storage.files.file_locks import locked
from reader.storage.library.database.connections import Database
from reader.storage.user_data.json_files import parsed_json

FOLDER = "backups"
_FORM = "close-reader/work/1"
_DAYS = 7  # whose backups are kept
_NAME = "work-{day}.json.gz"
_FRESH_S = 900  # a backup that is younger is not made anew
_LARGEST = 500_000_000  # bytes, unpacked
_WORK = "kind, text, place, title, origin, number, taken_over, data, changed"
_EACH = """SELECT a.text_digest, a.origin, a.state, a.opened,
 (SELECT json_group_object(name, value) FROM edit e WHERE e.article = a.id),
 (SELECT json_group_array(g.name) FROM in_collection l JOIN collection g ON g.id = l.collection
  WHERE l.article = a.id),
 (SELECT json_group_array(g.name) FROM has_tag l JOIN tag g ON g.id = l.tag
  WHERE l.article = a.id),
 (SELECT json_array(start, quote, share, changed) FROM place p WHERE p.article = a.id)
 FROM article a WHERE a.state <> 'new' OR a.opened IS NOT NULL
 OR a.id IN (SELECT article FROM edit) OR a.id IN (SELECT article FROM in_collection)
 OR a.id IN (SELECT article FROM has_tag) OR a.id IN (SELECT article FROM place)"""


def back_up_work(database: Database, time: str) -> Path | None:
    """Write the backup of a day, where there is none yet or it is out of date; return it, or None.

    Backups of days before the last seven are deleted.

    Args:
        database: The database.
        time: The time, as the library keeps times.

    Raises:
        ReaderError: It cannot be written.
    """
    folder = database.path.parent / FOLDER
    path = folder / _NAME.format(day=time[:10])
    if _is_current(path, database.path, datetime.fromisoformat(time)):
        return None
    packed = _packed_work(database)
    with locked(folder):
        clear_leftovers(folder)
        if _holds(path, packed):
            os.utime(path)  # as of now, the work is this
            return None
        write_atomically(path, packed, is_private=True)
    _keep_last_days(database.path.parent)
    return path


def _is_current(path: Path, database: Path, now: datetime) -> bool:
    """Tell whether a backup is young, or nothing was written in the database after it."""
    try:
        made = path.stat().st_mtime
    except OSError:
        return False
    changed = [
        one.stat().st_mtime
        for one in (database, database.with_name(f"{database.name}-wal"))
        if one.exists()
    ]
    return abs(now.timestamp() - made) < _FRESH_S or max(changed, default=0) < made


def _holds(path: Path, packed: bytes) -> bool:
    try:
        return path.read_bytes() == packed
    except OSError:
        return False


def _keep_last_days(data: Path) -> None:
    kept = work_backups(data)
    days = sorted({_day_of(path) for path in kept}, reverse=True)[:_DAYS]
    for path in kept:
        if _day_of(path) not in days:
            path.unlink(missing_ok=True)


def _day_of(path: Path) -> str:
    return path.name.removeprefix("work-")[: len("2026-11-26")]


def _packed_work(database: Database) -> bytes:
    plain = {
        "form": _FORM,
        "work": database.all(f"SELECT {_WORK} FROM work"),
        "set_aside": database.all("SELECT kind, data, time FROM set_aside"),
        "searches": database.all("SELECT name, query FROM kept_search"),
        "collections": [name for (name,) in database.all("SELECT name FROM collection")],
        "articles": database.all(_EACH),
    }
    text = json.dumps(plain, ensure_ascii=True, separators=(",", ":"))
    return gzip.compress(text.encode(), 6, mtime=0)


def work_backups(data: Path) -> list[Path]:
    """Return the daily backups in a data folder, the latest first."""
    return sorted((data / FOLDER).glob(_NAME.format(day="*")), reverse=True)


def restore_work(database: Database, path: Path) -> None:
    """Take a backup of the reader's work into a library; what is there already stays.

    Raises:
        ReaderError: The backup cannot be read, or the library not be written.
    """
    plain = _read(path)
    try:
        with database.writing() as connection:
            run = connection.executemany
            signs = ", ".join("?" * len(_WORK.split(",")))
            run(f"INSERT OR IGNORE INTO work ({_WORK}) VALUES ({signs})", plain["work"])
            run("INSERT INTO set_aside (kind, data, time) VALUES (?, ?, ?)", plain["set_aside"])
            run("INSERT OR IGNORE INTO kept_search (name, query) VALUES (?, ?)", plain["searches"])
            names = [[name] for name in plain["collections"]]
            run("INSERT OR IGNORE INTO collection (name) VALUES (?)", names)
            for order, values in _orders(plain["articles"]):
                connection.execute(order, values)
    except (KeyError, TypeError, ValueError) as error:
        raise _damaged(path) from error


def _orders(articles: list[Any]) -> Iterator[tuple[str, list[object]]]:
    """Yield what brings the reader's work on each article back, where the article is kept."""
    which = "SELECT id FROM article WHERE text_digest = ? AND origin = ?"
    for digest, origin, state, opened, edits, collections, tags, place in articles:
        key = [digest, origin]
        yield (
            "UPDATE article SET state = ?, opened = coalesce(opened, ?)"
            f" WHERE state = 'new' AND id IN ({which})",
            [state, opened, *key],
        )
        for name, value in json.loads(edits).items():
            order = f"INSERT OR IGNORE INTO edit SELECT id, ?, ? FROM ({which})"
            yield order, [name, value, *key]
        for group, link, names in (
            ("collection", "in_collection", collections),
            ("tag", "has_tag", tags),
        ):
            for name in json.loads(names):
                yield f"INSERT OR IGNORE INTO {group} (name) VALUES (?)", [name]
                yield (
                    f"INSERT OR IGNORE INTO {link} ({group}, article)"
                    f" SELECT g.id, a.id FROM {group} g, ({which}) a WHERE g.name = ?",
                    [*key, name],
                )
        if place:
            order = f"INSERT OR IGNORE INTO place SELECT id, ?, ?, ?, ? FROM ({which})"
            yield order, [*json.loads(place), *key]


def _read(path: Path) -> dict[str, Any]:
    try:
        with gzip.open(path) as file:
            data = file.read(_LARGEST + 1)
        plain = parsed_json(data) if len(data) <= _LARGEST else None
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise _damaged(path) from error
    if isinstance(plain, dict) and is_later(plain.get("form"), _FORM):
        told = f"A later version of Close Reader made the backup {path.name}."
        raise LibraryError(told, hint="Open it with that version, or take an earlier one.")
    if not isinstance(plain, dict) or plain.get("form") != _FORM:
        raise _damaged(path)
    return plain


def _damaged(path: Path) -> ReaderError:
    return LibraryError(
        f"The backup {path.name} could not be read.", hint="An earlier one may be whole."
    )


def restore_latest(database: Database) -> datetime | None:
    """Take the latest backup that is whole into a new library; return its time, or None.

    It gets a name of its own, as it may hold more than the next of the same day.
    """
    for path in work_backups(database.path.parent):
        try:
            restore_work(database, path)
            made = datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone()
        except (ReaderError, OSError):
            continue
        with contextlib.suppress(OSError):
            path.rename(path.with_name(_NAME.format(day=f"{_day_of(path)}-{made:%H%M%S}")))
        return made
    return None

"""What can still be read of a damaged library, taken over into a new one."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.storage.library.articles.articles import columns_of
from reader.storage.library.articles.stored import article_from
from reader.storage.library.database.connections import Database
from reader.storage.library.database.packing import unpack_text
from reader.storage.library.database.times import utc_now
from reader.storage.library.folding.folding import Folding
from reader.storage.library.upkeep.loose_pages import loose_rows

# In this order, as each belongs to those before; what is read from articles is made anew.
_LISTS = ("collection", "tag", "kept_search", "watched_folder", "set_aside", "fact", "work")
_OF_ARTICLES = ("edit", "in_collection", "has_tag", "place", "not_a_copy", "feed_entry")
_MOST = 10_000_000  # a number of an article beyond it is damage


def salvage(database: Database, aside: Path) -> int:
    """Take over what can be read of a library that was set aside; return how many articles.

    Args:
        database: The new library, with all its tables.
        aside: The damaged file.

    Raises:
        LibraryError: The new library cannot be written.
    """
    old = sqlite3.connect(f"{aside.absolute().as_uri()}?mode=ro", uri=True)
    old.text_factory = lambda words: words.decode(errors="replace")
    try:
        with database.writing() as new:
            for table in ("feed", *_LISTS):
                _copy(old, new, table)
            count = sum(_take_article(database, old, new, one) for one in _numbers(old))
            count += _take_loose(database, new, aside)
            for table in _OF_ARTICLES:
                _copy(old, new, table)
    finally:
        old.close()
    return count


def _numbers(old: sqlite3.Connection) -> range:
    """Return the numbers that articles may have, seen from both ends."""
    asked = (
        f"SELECT {which}(id) FROM {table}"
        for table in ("article", "packed_body")
        for which in ("min", "max")
    )
    found = [row[0] for question in asked for row in _rows(old, question)]
    numbers = [one for one in found if isinstance(one, int) and 0 < one < _MOST]
    return range(min(numbers), max(numbers) + 1) if numbers else range(0)


def _take_article(
    database: Database, old: sqlite3.Connection, new: sqlite3.Connection, number: int
) -> bool:
    """Take over one article with its text, where both can be read."""
    asked = "SELECT text, rest FROM packed_body WHERE id = ?"
    for packed, rest in _rows(old, asked, number):
        try:
            text = unpack_text(packed)
            article_from((text, rest))
        except (ValueError, TypeError, sqlite3.Error):
            return False
        _copy(old, new, "article", number)
        _copy(old, new, "packed_body", number)
        _copy(old, new, "original", number)
        if not new.execute("SELECT 1 FROM packed_body WHERE id = ?", [number]).fetchone():
            new.execute("DELETE FROM article WHERE id = ?", [number])
            return False
        Folding(database).take_in(number, text)
        return True
    return False


def _take_loose(database: Database, new: sqlite3.Connection, aside: Path) -> int:
    """Take over the articles whose rows lie on whole pages that nothing leads to any more.

    Those without a row of their own have what their text says of them. What was deleted has no
    place on its page, so that it does not come back.
    """
    known = {row[0] for row in new.execute("SELECT id FROM packed_body")}
    before = len(known)
    columns = [str(row[1]) for row in new.execute("PRAGMA table_info(article)")]
    with contextlib.suppress(OSError, ValueError):  # the file is empty, or went meanwhile
        rows = {
            number: dict(zip(columns, cells, strict=True))
            for number, cells in loose_rows(aside, known)
            if len(cells) == len(columns) and cells[0] is None and isinstance(cells[1], str)
        }
        for number, cells in loose_rows(aside, known):
            match cells:
                case (None, str() as title, bytes() as text, bytes() as rest):
                    body = title, text, rest
                    if 0 < number < _MOST and _take_body(
                        database, new, number, body, rows.get(number)
                    ):
                        known.add(number)
    return len(known) - before


def _take_body(
    database: Database,
    new: sqlite3.Connection,
    number: int,
    body: tuple[str, bytes, bytes],
    row: dict[str, object] | None,
) -> bool:
    """Take over an article with its text; return whether both could be."""
    title, packed, rest = body
    try:
        text = unpack_text(packed)
        article = article_from((text, rest))
    except (ValueError, TypeError, sqlite3.Error):
        return False
    if not text:
        return False
    row = row or {**columns_of(article), "added": utc_now()}
    kept = {name: row[name] for name in row if name not in {"id", "feed"} and name[:5] != "copy_"}
    names, signs = ", ".join(kept), ", ".join("?" * len(kept))
    try:
        new.execute("DELETE FROM article WHERE id = ?", [number])
        order = f"INSERT INTO article (id, {names}) VALUES (?, {signs})"
        new.execute(order, [number, *kept.values()])
        order = "INSERT INTO packed_body (id, title, text, rest) VALUES (?, ?, ?, ?)"
        new.execute(order, [number, title, packed, rest])
    except sqlite3.IntegrityError:
        return False
    Folding(database).take_in(number, text)
    return True


def _copy(
    old: sqlite3.Connection, new: sqlite3.Connection, table: str, number: int | None = None
) -> None:
    """Copy the rows of a table, or those of one article, as far as they can be read."""
    names = [str(row[1]) for row in new.execute(f"PRAGMA table_info({table})")]
    held = {str(row[1]) for row in _rows(old, f"PRAGMA table_info({table})")}
    names = [name for name in names if name in held and not name.startswith("copy_")]
    if not names:
        return
    columns, signs = ", ".join(names), ", ".join("?" * len(names))
    order = f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({signs})"
    asked = f"SELECT {columns} FROM {table}"
    if number is not None:
        key = "article" if table == "original" else "id"
        rows = _rows(old, f"{asked} WHERE {key} = ?", number)
    else:
        rows = _rows(old, asked)
    for row in rows:
        with contextlib.suppress(sqlite3.IntegrityError):
            new.execute(order, row)


def _rows(old: sqlite3.Connection, asked: str, *values: object) -> Iterator[tuple[Any, ...]]:
    """Yield rows until one cannot be read."""
    with contextlib.suppress(sqlite3.Error, UnicodeDecodeError):
        yield from old.execute(asked, values)

"""Looking the library over: is the file whole, does the index fit, is anything left over."""

import sqlite3

from reader.storage.library.analyses.voice_index import put_lacking_voices
from reader.storage.library.articles.stored import article_from
from reader.storage.library.database.connections import Database
from reader.storage.library.database.failures import told
from reader.storage.library.database.full_text import has_index
from reader.storage.library.database.parts import odd_tables
from reader.storage.library.upkeep.opening import mended

# What belongs to an article that is not there any more, and how it is named.
_ORPHANS = (
    ("term_in", "article", "places of terms"),
    ("sketch_value", "article", "values of sketches"),
)
_AT_ONCE = 500
_TEST = "INSERT INTO word_index(word_index, rank) VALUES ('integrity-check', 1)"


def check(database: Database) -> tuple[bool, tuple[str, ...]]:
    """Look the library over and mend what can be mended.

    Returns:
        Whether all is well now, and what was found and done, in finished sentences.

    Raises:
        LibraryError: It cannot be read or written.
    """
    said = []
    with told(database.path):
        faults = _faults(database.connection)
    if faults:
        problem = mended(database)
        if problem is not None:
            return True, (problem.message, problem.hint)
        said += [f"The file is damaged: {fault}." for fault in faults[:5]]
        said.append(
            "Restore a backup, or move the file away: a new library is then begun, and articles "
            "can be added again."
        )
        return False, tuple(said)
    said.append("The file is whole.")
    said.append(_mend_index(database))
    said += _fill_voices(database)
    said += _clear_orphans(database)
    damaged = _damaged_articles(database)
    said += [f"The article {one} is damaged; add it again." for one in damaged]
    return not damaged, tuple(said)


def _faults(connection: sqlite3.Connection) -> list[str]:
    try:
        found = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
    except sqlite3.DatabaseError as error:
        return [str(error)]
    odd = [f"the table “{name}” lacks what it should have" for name in odd_tables(connection)]
    return odd if found == ["ok"] else [str(fault).strip().rstrip(".") for fault in found]


def _mend_index(database: Database) -> str:
    with database.writing() as connection:
        if not has_index(connection):
            return (
                "This machine’s SQLite has no index of words; the texts themselves are searched."
            )
        try:
            connection.execute(_TEST)
        except sqlite3.DatabaseError:
            connection.execute("INSERT INTO word_index(word_index) VALUES ('rebuild')")
            return "The index of words did not fit the texts and was made anew."
    return "The index of words fits the texts."


def _fill_voices(database: Database) -> list[str]:
    """Note who says which words where an earlier version kept analyses without that."""
    filled = 0
    while True:
        with database.writing() as connection:
            count = put_lacking_voices(connection, _AT_ONCE)
        if not count:
            break
        filled += count
    return [f"{filled} articles were added to the index of voices."] if filled else []


def _clear_orphans(database: Database) -> list[str]:
    said = []
    for table, column, name in _ORPHANS:
        count = database.run(f"DELETE FROM {table} WHERE {column} NOT IN (SELECT id FROM article)")
        if count:
            said.append(f"{count} {name} of deleted articles were cleared away.")
    broken = database.all("PRAGMA foreign_key_check")
    for table, row, *_ in broken:
        database.run(f"DELETE FROM {table} WHERE rowid = ?", [row])
    if broken:
        said.append(f"{len(broken)} rows that belonged to nothing were cleared away.")
    bare = database.run("DELETE FROM article WHERE id NOT IN (SELECT id FROM body)")
    if bare:
        said.append(f"{bare} rows without a text were cleared away.")
    return said


def _damaged_articles(database: Database) -> list[str]:
    damaged, last = [], 0
    while rows := database.all(
        "SELECT id, text, rest FROM body WHERE id > ? ORDER BY id LIMIT ?", [last, _AT_ONCE]
    ):
        for number, text, rest in rows:
            try:
                article_from((text, rest))
            except (ValueError, TypeError):
                damaged.append(f"kept-{number}")
        last = rows[-1][0]
    return damaged

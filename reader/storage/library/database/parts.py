"""What a library must be made of: which tables, views and indexes are missing, or not as made."""

import re
import sqlite3
from collections.abc import Iterator

from reader.storage.library.database.migrations import NEWEST, STEPS, take_step

# Without them there are no articles: a library that lacks one is damaged, and not mended.
ESSENTIAL = frozenset({"article", "packed_body"})
_MAKES = re.compile(r"\s*CREATE (?:TABLE|VIEW|INDEX) (\w+)")
_CHANGES = re.compile(r"\s*ALTER TABLE (\w+)")


def lacking(connection: sqlite3.Connection, number: int = NEWEST) -> tuple[str, ...]:
    """Return the names of the parts that a library should have after its steps and has not.

    Args:
        connection: A connection to it.
        number: How many steps it has taken.
    """
    held = {str(name) for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    made = (_MAKES.match(statement) for statement in _statements(number))
    return tuple(found[1] for found in made if found is not None and found[1] not in held)


def make_lacking(connection: sqlite3.Connection, number: int = NEWEST) -> tuple[str, ...]:
    """Make the parts anew that are missing, tables empty; return their names.

    Args:
        connection: A connection to the library; the caller makes it one change.
        number: How many steps it has taken.
    """
    gone = lacking(connection, number)
    for statement in _statements(number):
        found = _MAKES.match(statement) or _CHANGES.match(statement)
        if found is not None and found[1] in gone:
            connection.execute(statement)
    return gone


def odd_tables(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the names of the tables that lack something that the steps give them."""
    pattern = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for step in range(NEWEST):
            take_step(pattern, step)
        wanted = _columns(pattern)
    finally:
        pattern.close()
    held = _columns(connection)
    return tuple(name for name, parts in wanted.items() if not parts <= held.get(name, set()))


def _columns(connection: sqlite3.Connection) -> dict[str, set[str]]:
    asked = (
        "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c"
        " WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%'"
    )
    found: dict[str, set[str]] = {}
    for table, column in connection.execute(asked):
        found.setdefault(str(table), set()).add(str(column))
    return found


def _statements(number: int) -> Iterator[str]:
    return (statement for step in STEPS[:number] for statement in step.split("\n\n"))

"""A SQLite database of many articles, a table for each kind of rows, with an index on the id."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from reader.storage.exports.rows.row_file import (
    COLUMNS,
    ID,
    NUMBERS,
    RowFormat,
    Rows,
    nothing_needed,
    values_of,
)


class _DatabaseSink:
    """Writes each table; names of tables and columns are our own, values are bound."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        for name, columns in COLUMNS.items():
            told = ", ".join(
                f'"{one}" {"INTEGER" if one in NUMBERS else "TEXT"}' for one in columns
            )
            database.execute(f'CREATE TABLE "{name}" ({told})')

    def add(self, rows: Rows) -> None:
        for name, table in rows.items():
            columns = COLUMNS[name]
            signs = ", ".join("?" * len(columns))
            values = (values_of(columns, row) for row in table)
            self._database.executemany(f'INSERT INTO "{name}" VALUES ({signs})', values)

    def finish(self) -> None:
        """Make the indexes, now that all rows are there."""
        for name in COLUMNS:
            self._database.execute(f'CREATE INDEX "{name}_{ID}" ON "{name}" ("{ID}")')
        self._database.commit()


@contextmanager
def _opened(path: Path) -> Iterator[_DatabaseSink]:
    path.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(path)) as database:
            database.execute("PRAGMA journal_mode = OFF")  # the file is thrown away if this fails
            database.execute("PRAGMA synchronous = OFF")
            sink = _DatabaseSink(database)
            yield sink
            sink.finish()
    except sqlite3.Error as error:
        raise OSError(5, str(error)) from error


def _is_ours(path: Path) -> bool:
    """Tell whether a database has our tables with our columns, and no other table."""
    try:
        with closing(
            sqlite3.connect(f"{path.resolve().as_uri()}?immutable=1", uri=True)
        ) as database:
            held = database.execute("SELECT name FROM sqlite_master WHERE type <> 'index'")
            names = {name for (name,) in held.fetchall()}
            asked = "SELECT name FROM pragma_table_info(?) ORDER BY cid"
            return names == set(COLUMNS) and all(
                tuple(one for (one,) in database.execute(asked, (name,))) == columns
                for name, columns in COLUMNS.items()
            )
    except sqlite3.Error:
        return False


SQLITE_ROWS = RowFormat(
    "sqlite", "SQLite database", nothing_needed, _opened, has_errors=True, is_ours=_is_ours
)

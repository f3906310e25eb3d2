"""The index of words. Where this machine's SQLite has none, the texts themselves are searched."""

import sqlite3

_TABLE = """
CREATE VIRTUAL TABLE word_index USING fts5(
  title, text, content='body', content_rowid='id', tokenize="unicode61 remove_diacritics 2")
"""
# With the content outside (packed, see `packing`), the index must be told the old words to forget
# them.
_TRIGGERS = (
    """CREATE TRIGGER words_in AFTER INSERT ON packed_body BEGIN
  INSERT INTO word_index(rowid, title, text) VALUES (new.id, new.title, unpack_text(new.text));
END""",
    """CREATE TRIGGER words_out AFTER DELETE ON packed_body BEGIN
  INSERT INTO word_index(word_index, rowid, title, text)
  VALUES ('delete', old.id, old.title, unpack_text(old.text));
END""",
    """CREATE TRIGGER words_anew AFTER UPDATE OF title, text ON packed_body BEGIN
  INSERT INTO word_index(word_index, rowid, title, text)
  VALUES ('delete', old.id, old.title, unpack_text(old.text));
  INSERT INTO word_index(rowid, title, text) VALUES (new.id, new.title, unpack_text(new.text));
END""",
)
_NAMES = ("words_in", "words_out", "words_anew")


def has_index(connection: sqlite3.Connection) -> bool:
    """Tell whether there is an index that is kept up with the texts."""
    return _count(connection, "type = 'trigger' AND name = 'words_in'") > 0


def lacks_index(connection: sqlite3.Connection) -> bool:
    """Tell whether `prepare_index` has something to do."""
    return _is_known(connection) != has_index(connection)


def _is_known(connection: sqlite3.Connection) -> bool:
    asked = "SELECT count(*) FROM pragma_module_list WHERE name = 'fts5'"
    return int(connection.execute(asked).fetchone()[0]) > 0


def prepare_index(connection: sqlite3.Connection) -> None:
    """Make the index, or leave it off where this machine's SQLite knows none.

    A library that comes from such a machine gets its index when it is opened on another one.
    """
    if _is_known(connection):
        if not _count(connection, "name = 'word_index'"):
            connection.execute(_TABLE)
        for trigger in _TRIGGERS:
            connection.execute(trigger)
        connection.execute("INSERT INTO word_index(word_index) VALUES ('rebuild')")
    else:
        for name in _NAMES:
            connection.execute(f"DROP TRIGGER {name}")


def _count(connection: sqlite3.Connection, condition: str) -> int:
    found = connection.execute(f"SELECT count(*) FROM sqlite_master WHERE {condition}")
    return int(found.fetchone()[0])

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
# Whose words stand where: filled by `analyses.voice_index`.
SPOKEN, UNNARRATED = "spoken_index", "unnarrated_index"
_VOICES = tuple(
    f"CREATE VIRTUAL TABLE {name} USING fts5(words, content='', detail=none, columnsize=0,"
    " tokenize='ascii')"
    for name in (SPOKEN, UNNARRATED)
)
_INDEXES = ("word_index", SPOKEN, UNNARRATED)
_MERGED_FROM = 2  # parts of one size become one from so many on; usually four
_NAMES = ("words_in", "words_out", "words_anew")
_HELD = {  # what the index lies in
    "word_index": ("config", "data", "docsize", "idx"),
    **dict.fromkeys((SPOKEN, UNNARRATED), ("config", "data", "idx")),
}


def has_index(connection: sqlite3.Connection) -> bool:
    """Tell whether there is an index that is kept up with the texts."""
    return _count(connection, "type = 'trigger' AND name = 'words_in'") > 0


def lacks_index(connection: sqlite3.Connection) -> bool:
    """Tell whether `prepare_index` has something to do."""
    is_ready = _is_there(connection) and _merges_early(connection)
    return _is_known(connection) != is_ready


def is_broken(connection: sqlite3.Connection) -> bool:
    """Tell whether some of what an index lies in is missing, so that it cannot even be dropped."""
    names = _names_like(connection, "type = 'table'")
    return any(
        name in names and not names.issuperset(f"{name}_{part}" for part in parts)
        for name, parts in _HELD.items()
    )


def _is_there(connection: sqlite3.Connection) -> bool:
    names = _names_like(connection, "type IN ('table', 'trigger')")
    return names.issuperset({*_INDEXES, *_NAMES})


def _names_like(connection: sqlite3.Connection, condition: str) -> set[str]:
    found = connection.execute(f"SELECT name FROM sqlite_master WHERE {condition}")
    return {str(name) for (name,) in found}


def _is_known(connection: sqlite3.Connection) -> bool:
    asked = "SELECT count(*) FROM pragma_module_list WHERE name = 'fts5'"
    return int(connection.execute(asked).fetchone()[0]) > 0


def prepare_index(connection: sqlite3.Connection) -> None:
    """Make the index, or leave it off where this machine's SQLite knows none.

    A library that comes from such a machine gets its index when it is opened on another one.
    """
    if not _is_known(connection):
        for name in _NAMES:
            connection.execute(f"DROP TRIGGER IF EXISTS {name}")
        return
    if not _is_there(connection):
        _make(connection)
    for name in _INDEXES:  # fewer parts, in which fewer words stand twice: 3 % of the texts
        order = f"INSERT INTO {name} ({name}, rank) VALUES ('automerge', ?)"
        connection.execute(order, [_MERGED_FROM])


def _make(connection: sqlite3.Connection) -> None:
    """Make what is missing of the index, and let all of it fit the texts again."""
    held = _names_like(connection, "type = 'table'")
    for name, table in zip(_INDEXES, (_TABLE, *_VOICES), strict=True):
        if name not in held:
            connection.execute(table)
    for name, trigger in zip(_NAMES, _TRIGGERS, strict=True):
        connection.execute(f"DROP TRIGGER IF EXISTS {name}")
        connection.execute(trigger)
    connection.execute("INSERT INTO word_index(word_index) VALUES ('rebuild')")
    empty_voices(connection)  # nobody may have kept them up


def empty_voices(connection: sqlite3.Connection) -> None:
    """Empty the indexes of voices, to be filled again."""
    for name in (SPOKEN, UNNARRATED):
        connection.execute(f"INSERT INTO {name} ({name}) VALUES ('delete-all')")
    connection.execute("UPDATE analysis SET is_spoken = 0 WHERE is_spoken")


def _merges_early(connection: sqlite3.Connection) -> bool:
    asked = "SELECT count(*) FROM word_index_config WHERE k = 'automerge' AND v = ?"
    return int(connection.execute(asked, [_MERGED_FROM]).fetchone()[0]) > 0


def _count(connection: sqlite3.Connection, condition: str) -> int:
    found = connection.execute(f"SELECT count(*) FROM sqlite_master WHERE {condition}")
    return int(found.fetchone()[0])

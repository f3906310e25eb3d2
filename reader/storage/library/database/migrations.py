"""The tables, as numbered steps. A step that was once released is never changed; add the next."""

import sqlite3
from pathlib import Path

from reader.errors import LibraryError

# Each step is one or more statements, parted by an empty line. Dates are "yyyy-mm-ddThh:mm:ssZ",
# times in UTC, so that they sort as they stand; places in a text are code points.
_FIRST = """
CREATE TABLE feed (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  address TEXT NOT NULL UNIQUE, title TEXT NOT NULL DEFAULT '', site TEXT NOT NULL DEFAULT '',
  folder TEXT NOT NULL DEFAULT '', schedule TEXT NOT NULL DEFAULT '',
  wants_page INTEGER NOT NULL DEFAULT 0,
  etag TEXT NOT NULL DEFAULT '', modified TEXT NOT NULL DEFAULT '',
  asked TEXT, answered TEXT, problem TEXT NOT NULL DEFAULT '')

CREATE TABLE article (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL, outlet TEXT, byline TEXT, published TEXT, language TEXT, kind TEXT,
  origin TEXT NOT NULL, address TEXT, text_digest TEXT NOT NULL, words INTEGER NOT NULL,
  size INTEGER NOT NULL,
  added TEXT NOT NULL, feed INTEGER REFERENCES feed(id) ON DELETE SET NULL,
  state TEXT NOT NULL DEFAULT 'new', opened TEXT,
  copy_of INTEGER REFERENCES article(id) ON DELETE SET NULL, copy_kind TEXT,
  narrator INTEGER, direct INTEGER, indirect INTEGER, trashed TEXT)

CREATE INDEX article_text ON article(text_digest)

CREATE INDEX article_address ON article(address) WHERE address IS NOT NULL

CREATE INDEX article_date ON article(COALESCE(published, added), copy_of) WHERE trashed IS NULL

CREATE INDEX article_copies ON article(copy_of) WHERE copy_of IS NOT NULL

CREATE INDEX article_trash ON article(trashed) WHERE trashed IS NOT NULL

CREATE INDEX article_feed ON article(feed) WHERE feed IS NOT NULL

CREATE TABLE feed_entry (
  feed INTEGER NOT NULL REFERENCES feed(id) ON DELETE CASCADE, guid TEXT NOT NULL,
  article INTEGER REFERENCES article(id) ON DELETE SET NULL, seen TEXT NOT NULL,
  PRIMARY KEY (feed, guid)) WITHOUT ROWID

CREATE TABLE packed_body (
  id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
  title TEXT NOT NULL, text BLOB NOT NULL, rest BLOB NOT NULL)

CREATE VIEW body AS SELECT id, title, unpack_text(text) AS text, rest FROM packed_body

CREATE TABLE original (
  article INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
  name TEXT NOT NULL, size INTEGER NOT NULL, data BLOB NOT NULL)

CREATE TABLE edit (
  article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (article, name)) WITHOUT ROWID

CREATE TABLE lexicon_set (id INTEGER PRIMARY KEY, stamp TEXT NOT NULL UNIQUE)

CREATE TABLE analysis (
  article INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
  lexicons INTEGER NOT NULL REFERENCES lexicon_set(id),
  terms BLOB NOT NULL, data BLOB NOT NULL, corrected BLOB)

CREATE TABLE term (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (kind, value))

CREATE TABLE term_in (
  term INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (term, article)) WITHOUT ROWID

CREATE TABLE collection (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE COLLATE NOCASE)

CREATE TABLE in_collection (
  collection INTEGER NOT NULL REFERENCES collection(id) ON DELETE CASCADE,
  article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  PRIMARY KEY (collection, article)) WITHOUT ROWID

CREATE INDEX collections_of ON in_collection(article)

CREATE TABLE tag (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE COLLATE NOCASE)

CREATE TABLE has_tag (
  tag INTEGER NOT NULL REFERENCES tag(id) ON DELETE CASCADE,
  article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  PRIMARY KEY (tag, article)) WITHOUT ROWID

CREATE INDEX tags_of ON has_tag(article)

CREATE TABLE kept_search (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  query TEXT NOT NULL)

CREATE TABLE watched_folder (path TEXT PRIMARY KEY, looked TEXT) WITHOUT ROWID

CREATE TABLE place (
  article INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
  start INTEGER NOT NULL, quote TEXT NOT NULL, share REAL NOT NULL, changed TEXT NOT NULL)

CREATE TABLE sketch_value (
  value INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (value, article)) WITHOUT ROWID

CREATE TABLE not_a_copy (
  one INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  other INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  PRIMARY KEY (one, other)) WITHOUT ROWID

CREATE TABLE work (
  kind TEXT NOT NULL, text TEXT NOT NULL, place TEXT NOT NULL, title TEXT NOT NULL,
  origin TEXT NOT NULL, number INTEGER NOT NULL, taken_over INTEGER NOT NULL, data TEXT NOT NULL,
  changed INTEGER NOT NULL, PRIMARY KEY (kind, text, place)) WITHOUT ROWID

CREATE INDEX work_place ON work(kind, place)

CREATE INDEX work_changed ON work(changed)

CREATE TABLE set_aside (kind TEXT NOT NULL, data TEXT NOT NULL, time TEXT NOT NULL)

CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID
"""

# Who says which words has an index of its own (made with the index of words), and the values of
# sketches are smaller.
_VOICES = """
ALTER TABLE analysis ADD COLUMN is_spoken INTEGER NOT NULL DEFAULT 0

CREATE INDEX analysis_unspoken ON analysis(article) WHERE is_spoken = 0

UPDATE OR REPLACE sketch_value SET value = value & 8388607 WHERE value > 8388607
"""

STEPS = (_FIRST, _VOICES)
_LASTING = frozenset({"article", "packed_body", "work", "fact"})  # tables that every step leaves
NEWEST = len(STEPS)


def number_of(connection: sqlite3.Connection) -> int:
    """Return how many steps a database has taken; less than none is none."""
    return max(0, int(connection.execute("PRAGMA user_version").fetchone()[0]))


def refuse_newer(path: Path, number: int) -> None:
    """Refuse a database that has taken more steps than are known here.

    Raises:
        LibraryError: A later version of the program made it.
    """
    if number > NEWEST:
        raise LibraryError(
            f"The library {path} was made by a later version of Close Reader.",
            hint="Nothing in it was changed. Open it with that version, or install it here.",
        )


def refuse_foreign(path: Path, connection: sqlite3.Connection, number: int) -> None:
    """Refuse a database that holds tables, none of which a step from here has made.

    Args:
        path: The file.
        connection: A connection to it.
        number: How many steps it says have been taken; other programs count in the same place.

    Raises:
        LibraryError: Another program made it.
    """
    held = {str(name) for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if held and (number == 0 or held.isdisjoint(_LASTING)):
        raise LibraryError(
            f"The library {path} holds the tables of another program.",
            hint="Nothing in it was changed. Move it away, and a new library is begun.",
        )


def take_step(connection: sqlite3.Connection, number: int, steps: tuple[str, ...] = STEPS) -> None:
    """Take one step, from `number` to the next; the caller makes it one change."""
    for statement in steps[number].split("\n\n"):
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {number + 1}")

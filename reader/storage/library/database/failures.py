"""What to say when the database fails: where, why, and what to do next."""

import contextlib
import logging
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from reader.errors import LibraryError

# What SQLite says, and what a person is told: the reason and the advice.
_REASONS = (
    ("locked", "another program is writing in it", "Wait a moment, and try again."),
    ("full", "the disk is full", "Make room on the disk, and try again."),
    ("readonly", "it may not be written", "Check who may write in its folder."),
    (
        "unable to open",
        "it cannot be opened",
        "Check that its folder is there and may be written.",
    ),
    ("disk i/o", "the disk does not answer as it should", "Check the disk, and try again."),
    (
        "foreign key",
        "what this belongs to is no longer in it",
        "Look at the list again: another window may have thrown it away for good.",
    ),
    *(
        (part, "something that it is made of is missing", "Type: close-reader library check")
        for part in ("no such table", "no such column", "has no column")
    ),
    ("vtable constructor", "it is damaged", "Type: close-reader library check"),
    ("malformed", "it is damaged", "Type: close-reader library check"),
    ("not a database", "it is damaged", "Type: close-reader library check"),
)


class DamagedDatabaseError(LibraryError):
    """The file is no database, or not a whole one."""


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into one finished sentence.

    Raises:
        LibraryError: Something in it failed.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise sentence(path, error) from error
    except UnicodeDecodeError as error:  # what SQLite says of a file names what stands in it
        raise sentence(path, sqlite3.DatabaseError("malformed")) from error


def sentence(path: Path, error: sqlite3.Error) -> LibraryError:
    """Return what to tell a person about an error of the database.

    The database's own words go to the log of `--debug`.
    """
    said = str(error).lower() or type(error).__name__
    for part, reason, hint in _REASONS:
        if part in said:
            is_damage = reason == "it is damaged"
            kind = DamagedDatabaseError if is_damage else LibraryError
            return kind(f"The library {path} could not be used: {reason}.", hint=hint)
    logging.getLogger("reader").debug("%s: %s: %s", path, type(error).__name__, error)
    message = f"The library {path} could not be used: its database failed."
    return LibraryError(message, hint="Try again; close-reader library check looks it over.")

"""Kept analyses that are another now by what the reader said elsewhere: muted, unmuted, corrected.

They are noted as an index notes what stands in them, so that no analysis has to be looked into:
which entries it shows, which the reader does not want to be marked, and that it is to be made
anew. Keeping an analysis, and deleting one, forgets all of it.
"""

import sqlite3
from collections.abc import Iterable

from reader.core.across.query import fold
from reader.core.corrections import Corrections, muted_entries
from reader.storage.library.database.packing import whole

_TO_RECOUNT = ("to recount", "")  # the term that all of them have
TO_RECOUNT = (
    "SELECT article FROM term_in WHERE term = (SELECT id FROM term WHERE kind = 'to recount')"
)
_Entries = frozenset[tuple[str, str]]  # each as lexicon and phrase


def note_other_mutes(
    connection: sqlite3.Connection, before: Corrections, after: Corrections
) -> None:
    """Note which articles show an entry that was just muted, or lack one that is to be marked."""
    earlier, now = muted_entries(before), muted_entries(after)
    _note_with(connection, "entry", now - earlier)
    _note_with(connection, "muted", earlier - now)


def _note_with(connection: sqlite3.Connection, kind: str, entries: _Entries) -> None:
    for phrase in sorted({fold(whole(phrase)) for _, phrase in entries}):
        _note(
            connection,
            "SELECT i.article FROM term t JOIN term_in i ON i.term = t.id"
            " WHERE t.kind = ? AND t.value = ?",
            (kind, phrase),
        )


def note_other_corrections(connection: sqlite3.Connection, text: str) -> None:
    """Note the articles with a text, by its digest, of which the reader says something else."""
    _note(connection, "SELECT id FROM article WHERE text_digest = ?", (text,))


def note_to_recount(connection: sqlite3.Connection, number: int) -> None:
    """Note that an article is to be counted anew."""
    _note(connection, "SELECT ?", (number,))


def _note(connection: sqlite3.Connection, articles: str, values: Iterable[object]) -> None:
    connection.execute("INSERT OR IGNORE INTO term (kind, value) VALUES (?, ?)", _TO_RECOUNT)
    connection.execute(
        "INSERT OR IGNORE INTO term_in (term, article)"
        " SELECT (SELECT id FROM term WHERE kind = ? AND value = ?), article"
        f" FROM (SELECT NULL AS article WHERE 0 UNION ALL {articles})",
        (*_TO_RECOUNT, *values),
    )


def forget_to_recount(connection: sqlite3.Connection, number: int) -> None:
    """Note that an article is counted as it is to be."""
    connection.execute(
        "DELETE FROM term_in WHERE article = ?"
        " AND term = (SELECT id FROM term WHERE kind = ? AND value = ?)",
        (number, *_TO_RECOUNT),
    )

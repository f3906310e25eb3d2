"""Which entries, categories and sources stand in which articles: an index of kept analyses."""

import sqlite3
from collections.abc import Iterator

from reader.core.across.query import fold
from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import speaking_sources
from reader.storage.library.analyses.recounting import forget_to_recount
from reader.storage.library.analyses.voice_index import forget_voices
from reader.storage.library.database.packing import pack_rising, unpack_rising, whole

_AT_ONCE = 100  # terms in one question
Term = tuple[str, str]  # its kind ("entry", "category", "source", "muted"), its folded name


def terms_of(analysis: Analysis) -> tuple[Term, ...]:
    """Return what an article can be found by, besides its words."""
    return tuple(sorted(set(_terms(analysis))))


def _terms(analysis: Analysis) -> Iterator[Term]:
    for finding in analysis.findings:
        yield "entry", fold(whole(finding.entry.phrase))
        yield "category", fold(finding.category)
    for source in speaking_sources(analysis):
        if source.name:
            yield "source", fold(whole(source.name))


def muted_terms(analysis: Analysis, shown: Analysis) -> tuple[Term, ...]:
    """Return the entries of an analysis that its reader does not want to be marked."""
    left = {(item.lexicon, item.entry.phrase) for item in shown.findings}
    found = {(item.lexicon, item.entry.phrase) for item in analysis.findings}
    return tuple(sorted({("muted", fold(whole(phrase))) for _, phrase in found - left}))


def put_terms(connection: sqlite3.Connection, number: int, terms: tuple[Term, ...]) -> bytes:
    """Note the terms of an article; return their numbers, by which they are forgotten again."""
    connection.executemany("INSERT OR IGNORE INTO term (kind, value) VALUES (?, ?)", terms)
    numbers: list[int] = []
    for first in range(0, len(terms), _AT_ONCE):
        some = terms[first : first + _AT_ONCE]
        asked = ", ".join(["(?, ?)"] * len(some))
        found = connection.execute(
            f"SELECT id FROM term WHERE (kind, value) IN (VALUES {asked})",
            [part for term in some for part in term],
        )
        numbers += [term for (term,) in found]
    connection.executemany(
        "INSERT OR IGNORE INTO term_in (term, article) VALUES (?, ?)",
        [(term, number) for term in numbers],
    )
    return pack_rising(sorted(numbers))


def forget_analysis(connection: sqlite3.Connection, number: int) -> None:
    """Delete the kept analysis of an article whose text is still there, and what finds it."""
    forget_to_recount(connection, number)
    found = connection.execute("SELECT terms FROM analysis WHERE article = ?", [number]).fetchone()
    if found is not None:
        forget_voices(connection, number)
        connection.executemany(
            "DELETE FROM term_in WHERE term = ? AND article = ?",
            [(term, number) for term in unpack_rising(found[0])],
        )
        connection.execute("DELETE FROM analysis WHERE article = ?", [number])

"""Who says which words: an index by which searches in a voice or a mouth pass over what has none.

`spoken_index` holds, for each article and speaker, the words in that mouth: a letter for the
voice before each ("dmarket" quoted, "imarket" reported), what lexicons found there by its number
("d§12"), and the speaker's own name ("§7"). `unnarrated_index` holds, for each article, what
stands in it but never in the narrator's words ("xmarket"). Neither keeps its texts; to be
forgotten, they are made again from the text and its analysis.
"""

import sqlite3
from bisect import bisect_right
from collections.abc import Iterable
from typing import Any

from reader.core.across.query import WORD, fold
from reader.core.analysis.keeping import FORM, found_in, voices_in
from reader.core.sources.voice import Spoken
from reader.storage.library.database.full_text import (
    SPOKEN,
    UNNARRATED,
    empty_voices,
    has_index,
)
from reader.storage.library.database.packing import unpack_analysis, whole

SHIFT = 4  # bits of a row's number that tell the speakers of one article apart
_NOBODY = (1 << SHIFT) - 1  # words of no named speaker
_UNREADABLE = 2  # of `is_spoken`: its analysis counts as none, until it is made anew
_AT_ONCE = 100  # terms in one question
_Term = tuple[str, str]
_Words = dict[int, set[str]]


def put_voices(connection: sqlite3.Connection, number: int, text: str, plain: list[Any]) -> None:
    """Note who says which words of an article whose analysis was just kept."""
    if not has_index(connection):
        return
    for table, row, words in _rows(connection, number, text, plain):
        connection.execute(f"INSERT INTO {table} (rowid, words) VALUES (?, ?)", [row, words])
    connection.execute("UPDATE analysis SET is_spoken = 1 WHERE article = ?", [number])


def forget_voices(connection: sqlite3.Connection, number: int) -> None:
    """Forget who says which words of an article whose text and analysis are still there."""
    found = connection.execute(
        "SELECT b.text, coalesce(n.corrected, n.data) FROM analysis n JOIN body b"
        " ON b.id = n.article WHERE n.article = ? AND n.is_spoken = 1",
        [number],
    ).fetchone()
    if found is None or not has_index(connection):
        return
    plain = _plain(found[1])
    if plain is None:
        empty_voices(connection)
        return
    for table, row, words in _rows(connection, number, found[0], plain):
        order = f"INSERT INTO {table} ({table}, rowid, words) VALUES ('delete', ?, ?)"
        connection.execute(order, [row, words])


def put_lacking_voices(connection: sqlite3.Connection, most: int) -> int:
    """Note the voices of some articles that lack them, as an earlier version left them.

    Return how many articles were looked at; 0 when none is left.
    """
    if not has_index(connection):
        return 0
    found = connection.execute(
        "SELECT n.article, b.text, coalesce(n.corrected, n.data) FROM analysis n JOIN body b"
        " ON b.id = n.article WHERE n.is_spoken = 0 ORDER BY n.article DESC LIMIT ?",
        [most],
    ).fetchall()
    for number, text, data in found:
        plain = _plain(data)
        if plain is None:
            order = f"UPDATE analysis SET is_spoken = {_UNREADABLE} WHERE article = ?"
            connection.execute(order, [number])
        else:
            put_voices(connection, number, text, plain)
    return len(found)


def lacks_voices(connection: sqlite3.Connection) -> bool:
    """Tell whether any kept analysis is not in the index yet."""
    asked = "SELECT 1 FROM analysis WHERE is_spoken = 0 LIMIT 1"
    return connection.execute(asked).fetchone() is not None


def _plain(data: bytes) -> list[Any] | None:
    try:
        plain = list(unpack_analysis(data))
    except ValueError:
        return None
    return plain if plain and plain[0] == FORM else None


def _rows(
    connection: sqlite3.Connection, number: int, text: str, plain: list[Any]
) -> list[tuple[str, int, str]]:
    """Return what both indexes hold of an article: the index, the row, its words."""
    stretches = _Stretches(voices_in(plain, text))
    spoken: _Words = {}
    narrated, others = set(), set()
    for found in WORD.finditer(fold(text)):
        row, letter = stretches.at(found.start())
        if row is None:
            narrated.add(found.group())
        else:
            others.add(found.group())
            spoken.setdefault(row, set()).add(letter + found.group())
    terms = [
        (stretches.at(start), term)
        for start, _, phrase, category in found_in(plain, text)
        for term in (("entry", fold(whole(phrase))), ("category", fold(category)))
    ]
    speakers = [(row, ("source", fold(whole(name)))) for name, row in stretches.rows.items()]
    numbers = _numbers(connection, [*(term for _, term in terms), *(one for _, one in speakers)])
    for (row, letter), term in terms:
        sign = f"§{numbers[term]}"
        if row is None:
            narrated.add(sign)
        else:
            others.add(sign)
            spoken.setdefault(row, set()).add(letter + sign)
    for row, term in speakers:
        spoken.setdefault(row, set()).add(f"§{numbers[term]}")
    rows = [
        (SPOKEN, number << SHIFT | row, " ".join(sorted(words)))
        for row, words in sorted(spoken.items())
    ]
    unnarrated = " ".join(f"x{word}" for word in sorted(others - narrated))
    return [*rows, (UNNARRATED, number, unnarrated)] if unnarrated else rows


class _Stretches:
    """Whose words stand at a place, and the row of each speaker.

    Attributes:
        rows: The row of each speaker by name; the last row before nobody's holds all the rest.
    """

    def __init__(self, stretches: tuple[Spoken, ...]) -> None:
        self._stretches = stretches
        self._starts = [start for start, *_ in stretches]
        self.rows: dict[str, int] = {}
        for _, _, _, speaker, _ in stretches:
            if speaker is not None and speaker not in self.rows:
                self.rows[speaker] = min(len(self.rows), _NOBODY - 1)

    def at(self, place: int) -> tuple[int | None, str]:
        """Return row and letter of a place; None and "" in the narrator's words."""
        index = bisect_right(self._starts, place) - 1
        if index < 0 or place >= self._stretches[index][1]:
            return None, ""
        _, _, voice, speaker, _ = self._stretches[index]
        return (_NOBODY if speaker is None else self.rows[speaker]), voice[0]


def _numbers(connection: sqlite3.Connection, terms: Iterable[_Term]) -> dict[_Term, int]:
    """Return the numbers of terms, which are made where there are none."""
    wanted = sorted(set(terms))
    connection.executemany("INSERT OR IGNORE INTO term (kind, value) VALUES (?, ?)", wanted)
    numbers: dict[_Term, int] = {}
    for first in range(0, len(wanted), _AT_ONCE):
        some = wanted[first : first + _AT_ONCE]
        asked = ", ".join(["(?, ?)"] * len(some))
        rows = connection.execute(
            f"SELECT kind, value, id FROM term WHERE (kind, value) IN (VALUES {asked})",
            [part for term in some for part in term],
        )
        numbers |= {(kind, value): number for kind, value, number in rows}
    return numbers

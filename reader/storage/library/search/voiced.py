"""A query in a voice or in somebody's mouth as questions to the index of voices.

As with all conditions, the answer may hold a few articles too many, never one too few: of a phrase
each word must stand in the mouth.
"""

import sqlite3
from collections.abc import Iterable, Sequence

from reader.core.across.query import Query, Term, holds
from reader.storage.library.analyses.voice_index import SHIFT, lacks_voices
from reader.storage.library.search.conditions import Condition, either

_FOUND_IN_TEXT = {"words", "title", "entry", "category"}
_MOST_NAMES = 500  # in one question; a query that names more is answered without the index
_NOBODY: Condition = ("0", [])


def voice_conditions(query: Query, connection: sqlite3.Connection) -> tuple[Condition, ...]:
    """Return what an article must meet for its words to stand in the voice or mouth asked for.

    There are none where no voice is asked for, or where the index does not hold all articles yet.
    """
    groups = [group for group in query.groups if all(map(_is_found_in_text, group))]
    speakers = [term for term in query.terms if term.field == "source"]
    if not groups or not (query.voice or speakers) or lacks_voices(connection):
        return ()
    if query.voice == "narrator":
        if speakers:
            return (_NOBODY,)
        found = [_narrated(group, connection) for group in groups]
    else:
        letters = query.voice[0] if query.voice else "di"
        names = [_numbers(term, connection) for term in speakers]
        if [] in names:
            return (_NOBODY,)
        found = [_spoken(group, letters, names, connection) for group in groups]
    return tuple(one for one in found if one is not None)


def _is_found_in_text(term: Term) -> bool:
    return term.field in _FOUND_IN_TEXT and not term.is_excluded


def _spoken(
    group: Sequence[Term],
    letters: str,
    names: Sequence[list[int]],
    connection: sqlite3.Connection,
) -> Condition | None:
    """Return the condition that one of some terms is said in these voices by all these names."""
    choices = [signs for term in group for signs in _choices(term, connection)]
    if not choices:
        return _NOBODY
    if len(choices) > _MOST_NAMES or any(len(one) > _MOST_NAMES for one in names):
        return None
    said = [_all(letter + sign for sign in signs) for signs in choices for letter in letters]
    asked = [either(said), *(either(f'"§{number}"' for number in one) for one in names)]
    question = f"SELECT rowid >> {SHIFT} FROM spoken_index WHERE spoken_index MATCH ?"
    return f"a.id IN ({question})", [" AND ".join(asked)]


def _narrated(group: Sequence[Term], connection: sqlite3.Connection) -> Condition | None:
    """Return the condition that no part of a term stands in others' words alone."""
    choices = _choices(group[0], connection) if len(group) == 1 else []
    signs = choices[0] if len(choices) == 1 else ()
    whole = [f'"x{sign}"' for sign in signs if not sign.endswith("*")]
    if not whole:
        return None  # another word that is meant may be the narrator's
    question = "SELECT rowid FROM unnarrated_index WHERE unnarrated_index MATCH ?"
    return f"a.narrator IS NOT NULL AND a.id NOT IN ({question})", [either(whole)]


def _choices(term: Term, connection: sqlite3.Connection) -> list[tuple[str, ...]]:
    """Return how a term may stand in the index, after the letter of its voice."""
    if term.field in {"entry", "category"}:
        return [(f"§{number}",) for number in _numbers(term, connection)]
    *words, last = term.words
    return [(*words, f"{last}*" if term.is_prefix else last)]


def _numbers(term: Term, connection: sqlite3.Connection) -> list[int]:
    """Return the numbers of the entries, categories or sources that a term may name."""
    like = "%" + "%".join(term.words) + "%"
    rows = connection.execute(
        "SELECT id, value FROM term WHERE kind = ? AND value LIKE ?", [term.field, like]
    )
    return [number for number, value in rows if holds(value, term)]


def _all(words: Iterable[str]) -> str:
    """Return a question for all of some words; one with a star at its end may end in any way."""
    quoted = [f'"{word.rstrip("*")}"{"*" if word.endswith("*") else ""}' for word in words]
    return quoted[0] if len(quoted) == 1 else f"({' AND '.join(quoted)})"

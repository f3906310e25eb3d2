"""The search: asks the database, reads the texts it names, and gives what was really found."""

import json
from collections.abc import Iterator
from itertools import islice

from reader.core.across.query import Query, Term, fold, holds, read_query
from reader.core.analysis.keeping import FORM
from reader.core.lexicon.findings import Voice
from reader.core.notes import notes_from_plain
from reader.core.text.article import OPENING
from reader.errors import LibraryError
from reader.storage.library.database.connections import Database, Row
from reader.storage.library.database.failures import told
from reader.storage.library.database.full_text import has_index
from reader.storage.library.database.packing import unpack_analysis
from reader.storage.library.rows import FoundArticle, id_of, number_of
from reader.storage.library.search.conditions import (
    Question,
    has_vague,
    question_of,
    without_vague,
)
from reader.storage.library.search.places import PlaceFinder
from reader.storage.library.search.voiced import voice_conditions

_COLUMNS = "a.id, a.title, a.outlet, a.published, b.text, n.data, n.corrected"
_FEW = 1_000  # articles that are looked into one by one
_LOOKED_INTO = 80  # articles, for a word of which a letter is given, before the index is asked
_AT_ONCE = 40  # texts that are read together


class Search:
    """Searches the library; use it as `library.search`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(
        self, typed: str, voice: Voice | None = None, *, limit: int = 20, before: str | None = None
    ) -> tuple[FoundArticle, ...]:
        """Return the newest articles in which something was found, with all places in each.

        Args:
            typed: What the reader typed; `reader.core.across.query` tells the language.
            voice: Only words in this voice count, unless another one was typed.
            limit: How many articles at most.
            before: Go on after this one, the last of an earlier page.

        Raises:
            LibraryError: Nothing was typed, or the library cannot be read.
        """
        found: list[FoundArticle] = []
        for article in self.each(typed, voice, before=before):
            if len(found) == limit:
                break
            found.append(article)
        return tuple(found)

    def each(
        self, typed: str, voice: Voice | None = None, *, before: str | None = None
    ) -> Iterator[FoundArticle]:
        """Yield all articles in which something is found, newest first, as they are found.

        Use it on a worker, to count the places of a whole library.

        Raises:
            LibraryError: Nothing was typed, or the library cannot be read.
        """
        if not typed.strip():
            raise LibraryError("There is nothing to search for.", hint="Type a word or a name.")
        query = read_query(typed, voice)
        if query:
            yield from self._found(query, number_of(before) if before else 1 << 62)

    def _found(self, query: Query, before: int) -> Iterator[FoundArticle]:
        with told(self._database.path):
            connection = self._database.connection
            connection.create_function("fold", 1, fold, deterministic=True)
            connection.create_function("holds", 3, _holds, deterministic=True)
            connection.create_function("fold_notes", 1, _folded_notes, deterministic=True)
            is_indexed = has_index(connection)
            spoken = voice_conditions(query, connection) if is_indexed else ()
        finder = PlaceFinder(query)
        if is_indexed and has_vague(query):
            question = question_of(without_vague(query), has_index=True)
            looked = self._looked_into(question, finder, before, is_sure=False)
            for number, found in islice(looked, _LOOKED_INTO):
                before = number
                if found is not None:
                    yield found
        question = self._narrowed(question_of(query, spoken, has_index=is_indexed), before)
        for _, found in self._looked_into(question, finder, before, is_sure=is_indexed):
            if found is not None:
                yield found

    def _looked_into(
        self, question: Question, finder: PlaceFinder, before: int, *, is_sure: bool
    ) -> Iterator[tuple[int, FoundArticle | None]]:
        """Yield the number of each article that a question names, with what is found in it."""
        while rows := self._rows(question, before):
            for number, title, outlet, published, text, data, corrected in rows:
                plain = _plain(corrected or data)
                places = finder.places(title, text, plain, is_sure=is_sure)
                before = number
                if places is None:
                    yield number, None
                else:
                    facts = (id_of(number), title or None, outlet, published)
                    yield number, FoundArticle(*facts, places, "" if title else text[:OPENING])

    def _narrowed(self, question: Question, before: int) -> Question:
        """Name the articles, where facts leave few of them for the words to be looked for in."""
        if not (question.match and question.parts):
            return question
        conditions = " AND ".join(question.parts)
        found = self._database.all(
            f"SELECT a.id FROM article a WHERE a.id < ? AND {conditions} LIMIT ?",
            [before, *question.values, _FEW + 1],
        )
        if len(found) > _FEW:
            return question
        numbers = ", ".join(str(number) for (number,) in found)
        return Question(question.match, (f"a.id IN ({numbers})",), (), is_narrow=True)

    def _rows(self, question: Question, before: int) -> list[Row]:
        """Return the next texts, newest first; the transaction ends before they are looked at."""
        parts, values = [*question.parts], [*question.values]
        if question.is_narrow:  # each of a few articles is asked for by its number
            tables = "article a CROSS JOIN word_index w ON w.rowid = a.id"
            parts, order = ["word_index MATCH ?", "a.id < ?", *parts], "a.id"
            values = [question.match, before, *values]
        elif question.match:
            tables = "word_index w JOIN article a ON a.id = w.rowid"
            parts, order = ["word_index MATCH ?", "w.rowid < ?", *parts], "w.rowid"
            values = [question.match, before, *values]
        else:
            tables, parts, order = "article a", ["a.id < ?", *parts], "a.id"
            values = [before, *values]
        return self._database.all(
            f"SELECT {_COLUMNS} FROM {tables} JOIN body b ON b.id = a.id"
            " LEFT JOIN analysis n ON n.article = a.id"
            f" WHERE {' AND '.join(parts)} AND +a.trashed IS NULL ORDER BY {order} DESC LIMIT ?",
            [*values, _AT_ONCE],
        )


def _plain(data: bytes | None) -> list[object] | None:
    try:
        plain = list(unpack_analysis(data)) if data is not None else None
    except ValueError:
        return None  # damaged: as if it had not been analysed
    return plain if plain and plain[0] == FORM else None  # another version's is made anew some day


def _folded_notes(data: str) -> str:
    """Return all words of notes that are kept as plain data: highlighted, written, tags."""
    try:
        notes = notes_from_plain(json.loads(data))
    except (ValueError, TypeError):
        return ""
    words = ([note.anchor.quote if note.anchor else "", note.text, *note.tags] for note in notes)
    return fold("\n".join(part for parts in words for part in parts))


def _holds(name: str, words: str, is_prefix: int) -> bool:
    return holds(name, Term("source", words, tuple(words.split()), bool(is_prefix)))

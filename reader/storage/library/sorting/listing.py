"""Lists of kept articles: which, in what order, and their rows."""

import json
import os
from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from reader.core.across.reading_state import State
from reader.core.text.article import OPENING, SHOWN
from reader.storage.library.database.connections import Database, Row, in_words
from reader.storage.library.rows import (
    ArticleRow,
    Counts,
    Group,
    Marks,
    Sort,
    Wanted,
    id_of,
    number_of,
)

_STATES = frozenset(get_args(State))
_NAMES = """(SELECT json_group_array(name) FROM (SELECT g.name FROM {link} l
 JOIN {group} g ON g.id = l.{group} WHERE l.article = a.id ORDER BY g.name))"""
# The notes that count for an article are those that the page shows: see `Work.load`. What is said
# of columns besides their values has them looked up in an index: each row walked over all notes.
_ITS_NOTES = "SELECT number FROM work WHERE kind = 'notes' AND"
_NOTES = f"""coalesce(
  ({_ITS_NOTES} text = {{table}}.text_digest AND place = digest_of({{table}}.origin)),
  ({_ITS_NOTES} text = {{table}}.text_digest ORDER BY +changed DESC LIMIT 1),
  ({_ITS_NOTES} {{table}}.origin <> '' AND unlikely(place = digest_of({{table}}.origin))
    AND +text <> '' ORDER BY +changed DESC LIMIT 1), 0)"""
_SOME_NOTED = "FROM work WHERE kind = 'notes' AND number > 0"
_NOTED = f"""({{table}}.text_digest IN (SELECT text {_SOME_NOTED})
   OR {{table}}.origin IN (SELECT origin {_SOME_NOTED} AND origin <> ''))
   AND {_NOTES} > 0"""
_COLUMNS = f"""SELECT a.id, a.title, a.outlet, a.byline, a.published, a.language, a.kind, a.origin,
 a.words, a.narrator, a.direct, a.indirect, a.added, a.opened, a.trashed, a.feed, a.state,
 a.copy_of, a.copy_kind,
 (SELECT count(*) FROM article c WHERE c.copy_of = a.id AND c.trashed IS NULL),
 iif(a.address IS NULL, 1, (SELECT max(1, count(*)) FROM article v
   WHERE v.address = a.address AND v.trashed IS NULL)),
 {_NOTES.format(table="a")},
 {_NAMES.format(group="collection", link="in_collection")},
 {_NAMES.format(group="tag", link="has_tag")},
 iif(a.title = '', (SELECT substr(b.text, 1, {OPENING}) FROM body b WHERE b.id = a.id), '')
FROM article a"""
_ORDERS: dict[Sort, str] = {
    "date": "COALESCE(a.published, a.added)",
    "title": "a.title COLLATE NOCASE",
    "outlet": "a.outlet COLLATE NOCASE",
    "words": "a.words",
    "added": "a.id",
}
_AT_ONCE = 500  # ids in one question


class Listing:
    """What `library.ids`, `library.rows` and `library.counts` ask."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def ids(self, wanted: Wanted) -> tuple[str, ...]:
        """Return the ids of a list, in its order."""
        condition, values = _condition(wanted)
        question = f"SELECT a.id FROM article a WHERE {condition} ORDER BY {_order(wanted)}"
        with self._database.reading() as connection:  # as they come: there may be 50,000
            return tuple(id_of(number) for (number,) in connection.execute(question, values))

    def rows(self, wanted: Wanted, first: int, most: int) -> tuple[ArticleRow, ...]:
        """Return rows of a list, in its order."""
        condition, values = _condition(wanted)
        question = f"{_COLUMNS} WHERE {condition} ORDER BY {_order(wanted)} LIMIT ? OFFSET ?"
        return tuple(map(_row, self._database.all(question, [*values, most, first])))

    def rows_of(self, article_ids: Sequence[str]) -> tuple[ArticleRow, ...]:
        """Return the rows of some articles, in the order of their ids; missing ones left out."""
        found: dict[str, ArticleRow] = {}
        for first in range(0, len(article_ids), _AT_ONCE):
            numbers = [number_of(one) for one in article_ids[first : first + _AT_ONCE]]
            signs = ", ".join("?" * len(numbers))
            rows = self._database.all(f"{_COLUMNS} WHERE a.id IN ({signs})", numbers)
            found |= {row.id: row for row in map(_row, rows)}
        return tuple(found[one] for one in article_ids if one in found)

    def counts(self) -> Counts:
        """Return how many articles there are, of each sort that the tree shows."""
        states: dict[str, int] = dict(
            self._database.all(
                "SELECT state, count(*) FROM article WHERE +trashed IS NULL GROUP BY state"
            )
        )
        noted, trashed, folded = self._database.all(
            "SELECT count(*) FROM article a WHERE +a.trashed IS NULL"
            f" AND {_NOTED.format(table='a')}"
            " UNION ALL SELECT count(*) FROM article WHERE trashed IS NOT NULL"
            " UNION ALL SELECT count(*) FROM article WHERE copy_of IS NOT NULL"
            " AND +trashed IS NULL"
        )
        return Counts(sum(states.values()), states, noted[0], trashed[0], folded[0])

    def outlets(self) -> tuple[Group, ...]:
        """Return the outlets of the articles outside the trash, the most frequent first."""
        found = self._database.all(
            "SELECT outlet, count(*), total(state = 'new') FROM article"
            " WHERE +trashed IS NULL AND outlet IS NOT NULL GROUP BY outlet"
            " ORDER BY count(*) DESC, outlet"
        )
        return tuple(Group(name, count, int(new)) for name, count, new in found)


def _condition(wanted: Wanted, table: str = "a") -> tuple[str, list[object]]:
    """Return which rows of the table of articles are wanted, and the values of the question."""
    is_in = "{table}.id IN (SELECT l.article FROM {link} l JOIN {group} g ON g.id = l.{group}"
    is_in += " WHERE g.name = ?)"
    asked: list[tuple[str, object]] = [
        (is_in.format(table=table, link="in_collection", group="collection"), wanted.collection),
        (is_in.format(table=table, link="has_tag", group="tag"), wanted.tag),
        (f"{table}.feed = ?", wanted.feed),
        (f"{table}.outlet = ?", wanted.outlet),
        (f"instr({table}.origin, ?) = 1", wanted.folder and f"{wanted.folder}{os.sep}"),
        (f"{table}.state = ?", wanted.state),
    ]
    begins = f"(SELECT substr(b.text, 1, {SHOWN}) FROM body b WHERE b.id = {table}.id)"
    called = f"iif(ifnull({table}.title, '') = '', {begins}, {table}.title)"
    named = f"({called} || ' ' || ifnull({table}.outlet, '')) LIKE ? ESCAPE '!'"
    asked += [(named, f"%{_plain(word)}%") for word in wanted.named.split()]
    chosen = [(part, value) for part, value in asked if value not in {"", None}]
    parts, values = [part for part, _ in chosen], [value for _, value in chosen]
    # The index by date leaves the trash out; the "+" keeps other orders from using it.
    is_walked = wanted.sort == "date" and not wanted.is_opened and not wanted.named.split()
    plus = "" if is_walked else "+"
    parts.append(f"{plus}{table}.trashed IS {'NOT ' if wanted.is_trash else ''}NULL")
    if wanted.is_noted:
        parts.append(_NOTED.format(table=table))
    if wanted.is_opened:
        parts.append(f"{table}.opened IS NOT NULL")
    if wanted.is_folded:
        inner, more = _condition(replace(wanted, is_folded=False), "f")
        leader = f"SELECT 1 FROM article f WHERE f.id = {table}.copy_of AND {inner}"
        parts.append(f"({table}.copy_of IS NULL OR NOT EXISTS ({leader}))")
        values += more
    return " AND ".join(parts), values


def _plain(word: str) -> str:
    """Return a word with the signs that a pattern gives a meaning made plain."""
    return "".join(f"!{sign}" if sign in "!%_" else sign for sign in word)


def _order(wanted: Wanted) -> str:
    if wanted.is_opened:
        return "a.opened DESC, a.id DESC"
    way = "DESC" if wanted.is_descending else "ASC"
    return f"{_ORDERS[wanted.sort]} {way}, a.id {way}"


def _row(row: Row) -> ArticleRow:
    number, title, outlet, byline, published, language, kind, origin, words, *rest = in_words(row)
    narrator, direct, indirect, added, opened, trashed, feed, state, *more = rest
    copy_of, copy_kind, copies, versions, notes, collections, tags, opening = more
    return ArticleRow(
        id=id_of(number),
        title=title or None,
        outlet=outlet,
        byline=byline,
        published=published,
        language=language,
        kind=kind,
        origin=origin or "",
        words=words or 0,
        marks=None if narrator is None else Marks(narrator, direct or 0, indirect or 0),
        added=added or "",
        opened=opened,
        trashed=trashed,
        feed=feed,
        state=state if state in _STATES else "new",
        copy_of=None if copy_of is None else id_of(copy_of),
        copy_kind=copy_kind,
        copies=copies,
        versions=versions,
        notes=int(notes),
        collections=tuple(json.loads(collections)),
        tags=tuple(json.loads(tags)),
        opening=opening or "",
    )

"""A query as a question to the database: which articles may hold what is looked for.

The answer may hold a few articles too many, never one too few: what is said in which voice, or
by whom, is seen in the texts themselves.
"""

from collections.abc import Callable, Iterable

from reader.core.across.query import Query, Term, date_bounds
from reader.core.text.article import SHOWN
from reader.values import frozen

_INDEXED = "a.id IN (SELECT rowid FROM word_index WHERE word_index MATCH ?)"
_VAGUE = 2  # letters of a word that is to end in any way
Condition = tuple[str, list[object]]  # SQL about a row of `article a`, and the values in it


@frozen
class Question:
    """Which articles a query asks for.

    Attributes:
        match: What the index of words is asked; "" where it is asked nothing.
        parts: SQL conditions, all of which must hold.
        values: The values of the conditions, in order.
        is_narrow: The conditions name a few articles, in which the words are then looked for.
    """

    match: str
    parts: tuple[str, ...]
    values: tuple[object, ...]
    is_narrow: bool = False


def has_vague(query: Query) -> bool:
    """Tell whether a query asks for words of which only a letter or two are given.

    The index takes long for those, and most texts have some.
    """
    return any(map(_is_vague, query.terms))


def without_vague(query: Query) -> Query:
    """Return a query without what `has_vague` sees; more articles answer it."""
    groups = (group for group in query.groups if not any(map(_is_vague, group)))
    return Query(tuple(groups), query.voice)


def _is_vague(term: Term) -> bool:
    is_word = term.field == "words" and len(term.words) == 1 and not term.is_excluded
    return is_word and term.is_prefix and len(term.words[0]) <= _VAGUE


def question_of(query: Query, more: Iterable[Condition] = (), *, has_index: bool) -> Question:
    """Return the question of a query.

    Args:
        query: What is looked for.
        more: Further conditions.
        has_index: There is an index of words; without one the texts themselves are searched.
    """
    indexed = [group for group in query.groups if has_index and _is_indexed(group)]
    others = [group for group in query.groups if group not in indexed]
    asked = [either(_match(term) for term in group) for group in indexed]
    conditions = [*(_group(group, has_index=has_index) for group in others), *more]
    return Question(
        " AND ".join(asked),
        tuple(part for part, _ in conditions),
        tuple(value for _, values in conditions for value in values),
    )


def _is_indexed(group: Iterable[Term]) -> bool:
    return all(term.field == "words" and not term.is_excluded for term in group)


def either(parts: Iterable[str]) -> str:
    """Return a question that is met where one of its parts is."""
    found = list(parts)
    return found[0] if len(found) == 1 else f"({' OR '.join(found)})"


def _match(term: Term) -> str:
    """Return a term as the index of words is asked; the reader's words are always quoted."""
    words = " ".join(term.words)
    return f'"{words}"{"*" if term.is_prefix else ""}'


def _group(group: Iterable[Term], *, has_index: bool) -> Condition:
    conditions = [_condition(term, has_index=has_index) for term in group]
    sql = either(part for part, _ in conditions)
    return sql, [value for _, values in conditions for value in values]


def _condition(term: Term, *, has_index: bool) -> Condition:
    is_word = term.field in {"words", "title"}
    sql, values = _by_words(term, has_index=has_index) if is_word else _FACTS[term.field](term)
    return (f"NOT ({sql})" if term.is_excluded else sql), values


def _by_words(term: Term, *, has_index: bool) -> Condition:
    if term.field == "title":
        return _by_title(term, has_index=has_index)
    if has_index:
        return _INDEXED, [_match(term)]
    like = "%" + "%".join(term.words) + "%"
    asked = "a.id IN (SELECT id FROM body WHERE fold(title || char(10) || text) LIKE ?)"
    return asked, [like]


def _by_title(term: Term, *, has_index: bool) -> Condition:
    """Return the condition for what an article is called: its headline, or its first words."""
    begins = f"(SELECT holds(substr(b.text, 1, {SHOWN}), ?, ?) FROM body b WHERE b.id = a.id)"
    begins_so, said = f"coalesce(a.title, '') = '' AND {begins}", [" ".join(term.words)]
    if not has_index:
        like = "%" + "%".join(term.words) + "%"
        return f"(fold(a.title) LIKE ? OR ({begins_so}))", [like, *said, term.is_prefix]
    asked = _match(term)  # the index first, for it need not unpack the texts
    sql = f"({_INDEXED} OR ({_INDEXED} AND {begins_so}))"
    return sql, [f"title : {asked}", f"text : {asked}", *said, term.is_prefix]


def _by_fact(column: str) -> Callable[[Term], Condition]:
    def condition(term: Term) -> Condition:
        like = "%" + "%".join(term.words) + "%"
        return f"fold(coalesce({column}, '')) LIKE ?", [like]

    return condition


def _by_group(link: str, group: str) -> Callable[[Term], Condition]:
    def condition(term: Term) -> Condition:
        like = "%".join(term.words) + ("%" if term.is_prefix else "")
        asked = (
            f"a.id IN (SELECT l.article FROM {link} l JOIN {group} g ON g.id = l.{group}"
            " WHERE trim(replace(replace(fold(g.name), '-', ' '), '_', ' ')) LIKE ?)"
        )
        return asked, [like]

    return condition


def _by_date(term: Term) -> Condition:
    bounds = date_bounds(term.value)
    if bounds is None:
        return "0", []
    return "ifnull(a.published, '') BETWEEN ? AND ?", list(bounds)


def _by_adding(term: Term) -> Condition:
    """Return the condition for the day, where the reader is, on which an article was kept."""
    bounds = date_bounds(term.value)
    if bounds is None:
        return "0", []
    return "ifnull(date(a.added, 'localtime'), '') BETWEEN ? AND ?", list(bounds)


def _by_term(kind: str) -> Callable[[Term], Condition]:
    def condition(term: Term) -> Condition:
        like = "%" + "%".join(term.words) + "%"
        asked = (
            "a.id IN (SELECT i.article FROM term t CROSS JOIN term_in i ON i.term = t.id"
            " WHERE t.kind = ? AND t.value LIKE ? AND holds(t.value, ?, ?))"
        )
        return asked, [kind, like, " ".join(term.words), term.is_prefix]

    return condition


def _by_notes(term: Term) -> Condition:
    like = "%" + "%".join(term.words) + "%"
    asked = "SELECT text FROM work WHERE kind = 'notes' AND number > 0 AND fold_notes(data) LIKE ?"
    return f"a.text_digest IN ({asked})", [like]


_FACTS: dict[str, Callable[[Term], Condition]] = {
    "outlet": _by_fact("a.outlet"),
    "kind": _by_fact("a.kind"),
    "tag": _by_group("has_tag", "tag"),
    "collection": _by_group("in_collection", "collection"),
    "date": _by_date,
    "added": _by_adding,
    "entry": _by_term("entry"),
    "category": _by_term("category"),
    "source": _by_term("source"),
    "notes": _by_notes,
}

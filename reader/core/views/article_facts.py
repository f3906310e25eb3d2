"""What is known of an article, where it stands in what was read, and what says otherwise."""

from collections.abc import Iterable, Mapping
from typing import Literal

from reader.core.text.article import YOUR_EDIT, Article, Fact, fact_of
from reader.values import frozen

DetailName = Literal[
    "title",
    "author",
    "outlet",
    "date",
    "changed",
    "place",
    "agency",
    "language",
    "address",
    "collections",
    "tags",
    "kept",
]
_AMONG_FACTS: tuple[DetailName, ...] = ("changed", "place", "agency")  # an article has no field
_MOST_OTHERS = 3
SHELVES = frozenset[DetailName]({"collections", "tags"})  # where the library keeps an article
OF_THE_LIBRARY = SHELVES | {"kept"}


@frozen
class Detail:
    """One fact about an article.

    Attributes:
        name: Which one; the last three are the library's, of an article that it keeps.
        value: What it is; "" where nothing says it.
        places: Where the input says so: "JSON-LD author", "meta og:title".
        others: What the input says elsewhere, where it differs.
        before: What the program had, where the reader has said it better; else None.
    """

    name: DetailName
    value: str
    places: tuple[str, ...] = ()
    others: tuple[Fact, ...] = ()
    before: str | None = None


def article_details(
    article: Article, edited: Iterable[tuple[str, str]] = ()
) -> tuple[Detail, ...]:
    """Return all that is known of an article, each with where it stands.

    Args:
        article: The article, with what its reader said of it.
        edited: What the program had for each fact that the reader said, by its name.
    """
    before = dict(edited)
    told: tuple[tuple[DetailName, str | None], ...] = (
        ("title", article.title),
        ("author", article.byline),
        ("outlet", article.outlet),
        ("date", article.published),
    )
    told = (*told, *((name, fact_of(article, name)) for name in _AMONG_FACTS))
    rows = [_detail(name, value or "", article.facts, before) for name, value in told]
    rows.append(Detail("language", article.language or "", before=before.get("language")))
    address = next((fact for fact in article.facts if fact.name == "address"), None)
    places = (address.place,) if address is not None else ()
    rows.append(Detail("address", address.value if address else article.origin, places))
    return tuple(rows)


def _detail(
    name: DetailName, value: str, facts: Iterable[Fact], before: Mapping[str, str]
) -> Detail:
    own = [fact for fact in facts if fact.name == name and fact.place != YOUR_EDIT]
    if name in before:  # what was read is told beside what the reader says
        return Detail(name, value, before=before[name])
    same = tuple(dict.fromkeys(fact.place for fact in own if _agree(fact.value, value)))
    others = {_plain(fact.value): fact for fact in reversed(own) if not _agree(fact.value, value)}
    return Detail(name, value, same, tuple(reversed(others.values()))[:_MOST_OTHERS])


def _agree(one: str, other: str) -> bool:
    """Tell whether two values say the same, one perhaps with more around it."""
    first, second = _plain(one), _plain(other)
    return bool(first and second) and (first in second or second in first)


def _plain(value: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in value).split()).casefold()

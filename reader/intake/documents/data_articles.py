"""Articles in JSON: an analysis of ours, what reading programs export, items of a feed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, cast, get_args

from reader.core.document import SCHEMA
from reader.core.text.article import Article, Fact, Removed, Zone, ZoneKind
from reader.core.text.spans import Span
from reader.errors import ImportFailedError
from reader.intake.documents.assembling import document_facts
from reader.intake.pages.html_pages import read_fragment
from reader.intake.text.date_lines import date_in
from reader.intake.text.decode import plain_characters
from reader.intake.text.json_data import read_json
from reader.intake.text.plain_text import read_plain_text
from reader.intake.text.zones import under_title
from reader.schemas import is_later

_MOST_FACTS = 200
_MOST = 20_000  # articles in one file
_PLACE = "data of the file"
# The names that programs give to the parts of an article, best first.
_WORDS = ("content_html", "content", "articleBody", "text", "body", "html", "content_text")
_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "author": ("author", "byline", "published_by", "authors"),
    "date": (
        "date_published", "datePublished", "published_at", "publishedAt", "published", "date",
    ),
    "outlet": ("outlet", "domain_name", "siteName", "publisher"),
    "address": ("url", "originalUrl", "link"),
}  # fmt: skip
_LISTS = ("items", "articles", "entries", "data")
_TAG = re.compile(
    r"(?i)<(?:p|div|br|h[1-6]|article|section|span|a|ul|li|blockquote)\b[^<>]{0,500}>"
)
_ZONES = frozenset(get_args(ZoneKind))


def read_data_article(data: bytes, origin: str, name: str) -> Article:
    """Return the first article in a file of JSON, and say how many more there are.

    Raises:
        ImportFailedError: It is no JSON, or holds no article.
    """
    value = read_json(data, name)
    first = next(_articles(value, origin), None)
    if first is None:
        raise _nothing(name)
    more = len(_items(value)) - 1
    if more < 1:
        return first
    told = (
        f"The file holds {more + 1} articles; this is the first. "
        "Adding it to the library adds all of them."
    )
    return replace(first, caveats=(*first.caveats, told))


def read_data_articles(data: bytes, origin: str, name: str) -> tuple[Article, ...]:
    """Return every article in a file of JSON that holds words.

    Raises:
        ImportFailedError: It is no JSON, or holds no article.
    """
    articles = tuple(_articles(read_json(data, name), origin))
    if not articles:
        raise _nothing(name)
    return articles


def _articles(value: object, origin: str) -> Iterator[Article]:
    for item in _items(value):
        article = _article(item, origin)
        if article is not None:
            yield article


def _items(value: object) -> list[Mapping[str, object]]:
    """Return the objects of a file that may be articles."""
    if isinstance(value, dict):
        if any(isinstance(value.get(key), str) for key in _WORDS) or "schema" in value:
            return [value]
        lists: Iterator[object] = (
            one for key in _LISTS if isinstance(one := value.get(key), list)
        )
        return _items(next(lists, []))
    if isinstance(value, list):
        return [item for item in value[:_MOST] if isinstance(item, dict)]
    return []


def _article(item: Mapping[str, object], origin: str) -> Article | None:
    if is_later(item.get("schema"), SCHEMA):
        raise ImportFailedError(
            "A later version of Close Reader made this analysis document.",
            hint="Open it with that version, or install it here.",
        )
    if item.get("schema") == SCHEMA:
        return _analysed(item.get("article"), origin)
    words = next((value for key in _WORDS if (value := _text(item.get(key)))), "")
    if not words:
        return None
    try:
        article = read_fragment(words) if _TAG.search(words) else read_plain_text(words, origin)
    except ImportFailedError:
        return None
    return _with_facts(article, item, origin)


def _with_facts(article: Article, item: Mapping[str, object], origin: str) -> Article:
    told = {name: _first(item, keys) for name, keys in _NAMES.items()}
    told["date"] = date_in(told["date"]) or ""
    article = under_title(article, told["title"]) if told["title"] else article
    facts = document_facts(told, _PLACE)
    return replace(
        article,
        byline=told["author"] or article.byline,
        published=told["date"] or article.published,
        outlet=told["outlet"] or article.outlet,
        origin=told["address"] or origin,
        facts=(*facts, *article.facts),
    )


def _first(item: Mapping[str, object], keys: Sequence[str]) -> str:
    for key in keys:
        value = item.get(key)
        values = value if isinstance(value, list) else [value]
        names = [one.get("name") if isinstance(one, dict) else one for one in values]
        words = ", ".join(" ".join(one.split()) for one in names[:20] if isinstance(one, str))
        if words:
            return plain_characters(words)[:500]
    return ""


def _text(value: object) -> str:
    return plain_characters(value) if isinstance(value, str) and value.strip() else ""


def _analysed(article: object, origin: str) -> Article | None:
    """Return the article of an analysis document as it was, place by place."""
    if not isinstance(article, dict) or not _text(article.get("text")):
        return None
    text = str(article["text"])
    zones: list[Zone] = []
    for zone in _dicts(article.get("zones")):
        start, end, kind = zone.get("start"), zone.get("end"), zone.get("kind")
        if isinstance(start, int) and isinstance(end, int) and kind in _ZONES:
            is_next = (zones[-1].span.end if zones else 0) <= start < end <= len(text)
            if is_next:
                zones.append(Zone(cast("ZoneKind", kind), Span(start, end)))
    removed = (
        Removed(piece["text"], str(piece.get("reason", "")), len(text))
        for piece in _dicts(article.get("removed"))
        if isinstance(piece.get("text"), str)
    )
    return Article(
        text,
        tuple(zones) or (Zone("paragraph", Span(0, len(text))),),
        tuple(removed),
        title=_text(article.get("title")) or None,
        byline=_text(article.get("byline")) or None,
        published=date_in(_text(article.get("published"))),
        outlet=_text(article.get("outlet")) or None,
        origin=_text(article.get("origin")) or origin,
        facts=tuple(islice(_facts(article), _MOST_FACTS)),
    )


def _facts(article: Mapping[str, object]) -> Iterator[Fact]:
    """Yield what an analysis document says that the input said of its article."""
    for fact in _dicts(article.get("facts")):
        name, value, place = (_text(fact.get(key))[:500] for key in ("name", "value", "place"))
        if name and place:
            yield Fact(name, value, place)


def _dicts(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _nothing(name: str) -> ImportFailedError:
    return ImportFailedError(
        f"“{name}” holds data and no article.",
        hint="It reads articles from JSON that has their text under “text” or “content”.",
    )

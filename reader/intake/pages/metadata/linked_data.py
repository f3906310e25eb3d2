"""What a page's JSON-LD says of its article: facts, its text, and whether it is free to read."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from types import MappingProxyType

from lxml.html import HtmlElement

Item = dict[str, object]
_LONGEST = 4_000_000  # characters of one script
_MOST_ITEMS = 2_000
_WRAPPING = re.compile(r"\A\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*\Z")
_BELOW = ("@graph", "mainEntity", "mainEntityOfPage", "liveBlogUpdate", "itemListElement", "item")
_TEXTS = (
    ("title", "headline"),
    ("title", "name"),
    ("date", "datePublished"),
    ("changed", "dateModified"),
    ("place", "dateline"),
)  # keys of an item, each with the fact that it tells
_NAMES = (
    ("author", "author"),
    ("author", "creator"),
    ("outlet", "publisher"),
    ("place", "locationCreated"),
    ("place", "contentLocation"),
    ("agency", "sourceOrganization"),
)
_ARTICLES = ("Article", "BlogPosting", "Posting", "Report", "Review", "Recipe", "Interview")
_TAG = re.compile(r"<[^<>]{1,500}>")
_PARAGRAPH_END = re.compile(r"(?i)</p>|<br\s*/?>|\n")
_LAST_COMMA = re.compile(r",(\s{0,99}[}\]])")
_NOT_FREE = frozenset({"false", "False", "no", False})


@dataclass(slots=True)
class LinkedData:
    """What the scripts of a page say.

    Attributes:
        facts: Each as its name, its value and the key that it stands under, best first.
        bodies: The texts of its articles.
        is_free: Whether it is free to read; None where nothing is said.
        has_locked_part: Whether parts of it are not, wherever these stand.
    """

    facts: list[tuple[str, str, str]] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    is_free: bool | None = None
    has_locked_part: bool = False


def linked_data(tree: HtmlElement) -> LinkedData:
    """Return what the JSON-LD of a page says of its article.

    A page may tell of its neighbours too: what has a headline of this page comes first.
    """
    items = [
        item
        for script in tree.iter("script")
        if (script.get("type") or "").strip().lower() == "application/ld+json"
        for item in _items(script.text or "")
    ]
    called = {str(item["@id"]): item for item in items if item.get("@id") and item.get("name")}
    titles = [one.xpath("string()") for one in tree.iter("title", "h1")]
    shown = " ".join(" ".join(map(str, titles)).split()).lower()
    told = LinkedData()
    for item in sorted(items, key=lambda item: not _is_shown(item, shown)):
        _take(item, called, told)
    return told


def _is_shown(item: Item, shown: str) -> bool:
    """Tell whether the headline of an item is that of the page."""
    headline = item.get("headline")
    words = " ".join(unescape(headline).split()).lower() if isinstance(headline, str) else ""
    return bool(words) and words in shown


def paragraphs_of(body: str) -> list[str]:
    """Return the paragraphs of a text that stands in script data."""
    lines = _PARAGRAPH_END.split(unescape(body))
    words = (" ".join(_TAG.sub(" ", line).split()) for line in lines)
    return [line for line in words if line]


def _items(text: str) -> Iterator[Item]:
    if len(text) > _LONGEST:
        return
    queue = _read(_WRAPPING.sub("", text))
    for _ in range(_MOST_ITEMS):
        if not queue:
            return
        item = queue.pop(0)
        if isinstance(item, list):
            queue[:0] = item[:_MOST_ITEMS]
        elif isinstance(item, dict):
            yield item
            queue.extend(item[key] for key in _BELOW if isinstance(item.get(key), (dict, list)))


def _read(text: str) -> list[object]:
    """Return what a script holds, in a list; a comma after the last item is let pass."""
    for is_mended in (False, True):
        try:
            return [json.loads(_LAST_COMMA.sub(r"\1", text) if is_mended else text, strict=False)]
        except (ValueError, RecursionError):
            continue
    return []


def _take(item: Item, called: Mapping[str, Item], told: LinkedData) -> None:
    """Take what an item says; `called` are those that others may name by their id."""
    kinds = str(item.get("@type", ""))
    if not any(kind in kinds for kind in _ARTICLES):
        if "WebPage" in kinds and str(item.get("isAccessibleForFree")) in _NOT_FREE:
            told.is_free = False
        if kinds in {"WebSite", "Organization", "NewsMediaOrganization"}:
            told.facts.extend(("site", name, "name") for name in _names(item))
        return
    free = item.get("isAccessibleForFree")
    if free is not None and told.is_free is None:
        told.is_free = str(free) not in _NOT_FREE and free is not False
    told.has_locked_part |= _has_locked_part(item)
    for name, key in _TEXTS:
        value = item.get(key)
        if isinstance(value, str):
            told.facts.append((name, value, key))
    for name, key in _NAMES:
        words = ", ".join(dict.fromkeys(_names(item.get(key), called)))
        if words:
            told.facts.append((name, words, key))
    body = item.get("articleBody")
    if isinstance(body, str) and body.strip():
        told.bodies.append(body)


def _has_locked_part(item: Item) -> bool:
    """Tell whether an item has parts that are for subscribers only."""
    parts = item.get("hasPart")
    found = parts if isinstance(parts, list) else [parts]
    told = (one.get("isAccessibleForFree") for one in found if isinstance(one, dict))
    return any(free is not None and str(free) in _NOT_FREE for free in told)


def _names(value: object, called: Mapping[str, Item] = MappingProxyType({})) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = item
        if isinstance(item, dict):
            name = item.get("name") or called.get(str(item.get("@id")), {}).get("name")
        for one in name if isinstance(name, list) else [name]:
            if isinstance(one, str) and one.strip() and not one.startswith("http"):
                yield one.strip()

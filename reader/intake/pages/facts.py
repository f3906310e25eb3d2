"""What a page says of itself: title, author, date and outlet, from JSON-LD and meta tags."""

import json
from collections.abc import Iterator, Mapping
from html import unescape

from lxml.html import HtmlElement

_LONGEST = 500  # characters of a fact; more is no title and no name
_META: Mapping[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title"),
    "author": ("author", "article:author", "byl", "dc.creator", "parsely-author"),
    "date": ("article:published_time", "date", "pubdate", "dc.date", "parsely-pub-date"),
    "outlet": ("og:site_name", "application-name"),
}


def page_facts(tree: HtmlElement) -> dict[str, str]:
    """Return title, author, date and outlet, as far as the page tells them."""
    facts: dict[str, str] = {}
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            for item in _linked_data(script.text or ""):
                _take_linked(item, facts)
    _take_meta(tree, facts)
    _take_heading(tree, facts)
    return facts


def _keep(facts: dict[str, str], name: str, value: str) -> None:
    words = " ".join(unescape(value[: 4 * _LONGEST]).split())
    if words and len(words) <= _LONGEST and not words.startswith(("http://", "https://")):
        facts.setdefault(name, words)


def _take_meta(tree: HtmlElement, facts: dict[str, str]) -> None:
    told: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for key in (meta.get("property"), meta.get("name")):
            if key and meta.get("content"):
                told.setdefault(key.lower(), meta.get("content"))
    for name, keys in _META.items():
        for key in keys:
            _keep(facts, name, told.get(key, ""))


def _take_heading(tree: HtmlElement, facts: dict[str, str]) -> None:
    """Prefer the heading on the page to the title in its data, when both are alike."""
    headings = [" ".join(heading.text_content().split()) for heading in tree.iter("h1")]
    headings = [heading for heading in headings if 0 < len(heading) <= _LONGEST]
    title = facts.get("title")
    near = [heading for heading in headings if title is None or _are_alike(heading, title)]
    if near and title not in headings:
        facts["title"] = near[0]
    if "title" not in facts:
        element = next(tree.iter("title"), None)
        _keep(facts, "title", element.text or "" if element is not None else "")


def _are_alike(one: str, other: str) -> bool:
    ours, theirs = set(one.lower().split()), set(other.lower().split())
    return len(ours & theirs) >= 0.5 * min(len(ours), len(theirs))


def _linked_data(text: str) -> Iterator[dict[str, object]]:
    try:
        queue = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    while queue:
        item = queue.pop()
        if isinstance(item, list):
            queue.extend(item)
        elif isinstance(item, dict):
            yield item
            queue.append(item.get("@graph"))


def _take_linked(item: dict[str, object], facts: dict[str, str]) -> None:
    kinds = str(item.get("@type", ""))
    if "Article" not in kinds and "BlogPosting" not in kinds:
        return
    for name, key in (("title", "headline"), ("date", "datePublished")):
        value = item.get(key)
        if isinstance(value, str):
            _keep(facts, name, value)
    for name, key in (("author", "author"), ("outlet", "publisher")):
        _keep(facts, name, ", ".join(_names(item.get(key))))


def _names(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        if isinstance(name, str) and name.strip() and not name.startswith("http"):
            yield name.strip()

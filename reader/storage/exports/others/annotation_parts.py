"""The parts of Web Annotations as many programs write them: holders, bodies, selectors."""

import html
import re
from collections.abc import Iterator, Mapping
from itertools import chain

from reader.storage.exports.others.web_annotation import OWN

Item = Mapping[str, object]

# What holds the annotations: in the model, in JSON-LD, and in what Hypothesis exports.
_HOLDERS = ("items", "first", "@graph", "rows", "annotations")
_MOST_PAGES = 1_000  # of a collection, one inside the other
_ENDS_LINE = re.compile(r"</(?:p|div|li|h\d|blockquote)>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def annotations_in(plain: object) -> Iterator[Item]:
    """Yield the annotations of a page, of the pages of a collection, of a list, or one.

    One with several targets is an annotation of each of them.
    """
    for _ in range(_MOST_PAGES):
        if isinstance(plain, list):
            yield from chain.from_iterable(_each_target(one) for one in plain if _is_item(one))
            return
        if not isinstance(plain, dict):
            return
        held = next((plain[key] for key in _HOLDERS if key in plain), None)
        if not isinstance(held, list | dict):
            yield from _each_target(plain)
            return
        if isinstance(held, list):
            yield from annotations_in(held)
            held = plain.get("next")  # a page of a collection may hold the next one
        plain = held


def elsewhere_of(plain: object) -> str:
    """Return the address where the annotations of a collection begin that holds none, or ""."""
    first = plain.get("first") if isinstance(plain, dict) else None
    return first if isinstance(first, str) else ""


def _is_item(one: object) -> bool:
    return isinstance(one, dict)


def _each_target(item: Item) -> Iterator[Item]:
    targets = many(item.get("target"))
    placed = [one for one in targets if isinstance(one, dict) and "selector" in one]
    if len(placed) > 1:
        yield from ({**item, "target": one} for one in placed)
    elif "target" in item:
        yield item


def own_facts(item: Item) -> Mapping[str, object]:
    """Return what our own program told of an annotation; nothing for one of others."""
    held = item.get(OWN)
    return held if isinstance(held, dict) else {}


def words_in(value: object) -> str:
    """Return a value that is words, "" for any other."""
    return value if isinstance(value, str) else ""


def many(value: object) -> list[object]:
    """Return one or several values as a list, none as an empty one."""
    return value if isinstance(value, list) else [] if value is None else [value]


def type_of(part: Mapping[str, object]) -> str:
    """Return the type of a part, without the prefix that JSON-LD may put before it."""
    named = many(part.get("type", part.get("@type")))
    return re.split("[:#/]", words_in(named[0] if named else None))[-1]


def source_of_item(item: Item) -> str:
    """Return the address that an annotation is about, without the place in it."""
    for target in many(item.get("target")):
        named = target.get("source") if isinstance(target, dict) else target
        address = named.get("id") if isinstance(named, dict) else named
        if isinstance(address, str):
            return address.partition("#")[0]
    return ""


def selectors_of(item: Item) -> Iterator[Mapping[str, object]]:
    """Yield the selectors of an annotation, each before the narrower one in it."""
    targets = (target for target in many(item.get("target")) if isinstance(target, dict))
    for selector in chain.from_iterable(many(target.get("selector")) for target in targets):
        if isinstance(selector, dict):
            yield selector
            if isinstance(selector.get("refinedBy"), dict):
                yield selector["refinedBy"]


def bodies_of(item: Item) -> list[tuple[str, str]]:
    """Return purpose and words of each body."""
    found = []
    found += [("tagging", tag) for tag in many(item.get("tags")) if isinstance(tag, str) and tag]
    for body in chain(many(item.get("body")), many(item.get("bodyValue")), [item.get("text")]):
        if isinstance(body, str) and body:
            found.append(("commenting", body))
        elif isinstance(body, dict):
            held = body["source"] if isinstance(body.get("source"), dict) else body
            if isinstance(held.get("value"), str):
                purpose = words_in(body.get("purpose")) or words_in(held.get("purpose"))
                found.append((purpose, _plain_words(held)))
    return found


def _plain_words(body: Mapping[str, object]) -> str:
    """Return the words of a body without the signs of HTML, where it is said to have some."""
    words = words_in(body.get("value"))
    if body.get("format") != "text/html":
        return words
    lines = _TAG.sub("", _ENDS_LINE.sub("\n", words))
    return html.unescape(lines).strip()

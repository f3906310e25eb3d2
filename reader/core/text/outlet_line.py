"""Takes the line that names the outlet out of an article, so that it can be hidden."""

import re
from dataclasses import replace

from reader.core.text.article import Article, Zone
from reader.core.text.spans import Span

_BETWEEN = "\n\n"
_FIRST = 4  # blocks among which such a line may stand
_PARTS = re.compile(r"[,|·–—/]")
_BEFORE_DATE = re.compile(r"[^\d]+")
_SMALL = 3  # letters of a word that needs no capital in a name: "The Trumpet of the North"
_SHORTEST = 2  # words of a name that is surely no place


def without_outlet_line(article: Article) -> Article:
    """Return an article without the line that names its outlet beside the date, if it has one.

    "The Lowmere Herald, 3 March 2025" goes, and is kept as outlet and date; "KYIV, 3 March 2025"
    names a place and stays.
    """
    for number, zone in enumerate(article.zones[:_FIRST]):
        if zone.kind == "dateline":
            name = name_beside_date(zone.span.of(article.text))
            if name:
                is_sure = len(name.split()) >= _SHORTEST
                outlet = article.outlet or (name if is_sure else None)
                return replace(_without(article, number), outlet=outlet)
    return article


def name_beside_date(line: str) -> str:
    """Return the name in a line beside a date, "" where there is none, or a place in capitals."""
    parts = [part.strip() for part in _PARTS.split(line)]
    plain = [part for part in parts if not any(map(str.isdigit, part))]
    first = _BEFORE_DATE.match(line)
    for part in plain or ([first[0].strip()] if first else []):
        words = part.split()
        is_name = all(word[:1].isupper() or len(word) <= _SMALL for word in words)
        if words and is_name and any(map(str.islower, part)) and not part.endswith(":"):
            return part
    return ""


def _without(article: Article, number: int) -> Article:
    """Return an article without one of its zones; those after it move."""
    parts: list[str] = []
    zones: list[Zone] = []
    at = 0
    for place, zone in enumerate(article.zones):
        if place != number:
            words = zone.span.of(article.text)
            zones.append(replace(zone, span=Span(at, at + len(words))))
            parts.append(words)
            at += len(words) + len(_BETWEEN)
    return replace(article, text=_BETWEEN.join(parts), zones=tuple(zones))

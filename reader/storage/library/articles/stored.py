"""An article as the columns of the database, and back exactly."""

from collections.abc import Iterator, Sequence
from typing import Any

from reader.core.text.article import Article, Fact, Removed, Zone, ZoneKind
from reader.core.text.spans import Span
from reader.storage.library.database.connections import Row
from reader.storage.library.database.packing import packed, unpacked

# The letter of each kind of zone is its place in this list, which is only ever made longer.
_KINDS: tuple[ZoneKind, ...] = (
    "headline",
    "kicker",
    "standfirst",
    "dateline",
    "paragraph",
    "subheading",
    "caption",
    "list-item",
    "standing-note",
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_USUAL_GAP = 2  # an empty line between two zones


def _packed_zones(zones: Sequence[Zone]) -> list[object]:
    """Return zones as a letter each and a row of numbers, of which zlib makes few bytes.

    A small letter has one number, the zone's length; a capital has two, the gap before it first.
    """
    letters, numbers, before = [], [], -_USUAL_GAP
    for zone in zones:
        letter, gap = _LETTERS[_KINDS.index(zone.kind)], zone.span.start - before
        if gap != _USUAL_GAP:
            letter = letter.upper()
            numbers.append(gap)
        letters.append(letter)
        numbers.append(zone.span.end - zone.span.start)
        before = zone.span.end
    return ["".join(letters), numbers] if letters else []


def _zones(plain: Sequence[Any]) -> Iterator[Zone]:
    """Yield the zones that were packed, those of an earlier version too."""
    if not plain or not isinstance(plain[0], str):
        yield from (Zone(kind, Span(start, end)) for kind, start, end in plain)
        return
    numbers, end = iter(plain[1]), -_USUAL_GAP
    for letter in plain[0]:
        start = end + (next(numbers, 0) if letter.isupper() else _USUAL_GAP)
        end = start + next(numbers, 0)
        yield Zone(_KINDS[_LETTERS.index(letter.lower())], Span(start, end))


def rest_of(article: Article) -> bytes:
    """Return all of an article but its text, packed."""
    return packed(
        [
            article.title,
            article.byline,
            article.published,
            article.outlet,
            article.origin,
            article.language,
            _packed_zones(article.zones),
            [[piece.text, piece.reason, piece.position] for piece in article.removed],
            list(article.caveats),
            [[fact.name, fact.value, fact.place] for fact in article.facts],
        ]
    )


def article_from(row: Row) -> Article:
    """Return the article in a row of text and packed rest.

    Raises:
        ValueError: The text or the rest is damaged.
    """
    text, rest = row
    title, byline, published, outlet, origin, language, *lists = unpacked(rest)
    packed_zones, removed, caveats, facts = lists
    zones = tuple(_zones(packed_zones))
    if any(zone.span.end > len(text) for zone in zones):
        raise ValueError("its text cannot be unpacked")
    return Article(
        text=text,
        zones=zones,
        removed=tuple(Removed(*piece) for piece in removed),
        title=title,
        byline=byline,
        published=published,
        outlet=outlet,
        origin=origin,
        language=language,
        caveats=tuple(caveats),
        facts=tuple(Fact(*fact) for fact in facts),
    )

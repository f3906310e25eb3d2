"""A source as data: who is said to have said something, how well that is told, of what kind."""

from collections.abc import Iterable
from typing import Literal

from reader.core.text.spans import Span
from reader.values import frozen

Identification = Literal["named-with-role", "named", "described", "group", "unnamed"]
SourceKind = Literal[
    "official",
    "military",
    "party",
    "expert",
    "business",
    "civil-society",
    "citizen",
    "armed-group",
    "media",
    "document",
    "unclear",
]


def first_clear(kinds: Iterable[SourceKind]) -> SourceKind:
    """Return the first kind that is clear; those behind it are not asked for."""
    return next((kind for kind in kinds if kind != "unclear"), "unclear")


@frozen
class Source:
    """Who is said to have said it: all mentions that belong together.

    Attributes:
        id: `s1`, `s2` ... in order of the first mention.
        name: The fullest name or description in the text, or None when unnamed.
        role: What the text says the source is ("a spokesman for the militias"), or None.
        identification: How well the text tells who it is.
        kind: What kind of source it is; `unclear` where the text does not say.
        mentions: Where it is mentioned as a source; no two overlap.
        attributions: The ids of its attributions, refusals included.
        words: How many words of the article are attributed to it.
        anonymity_reason: The words that say why no name is given, or None.
        is_resolved: False for a pronoun that could not be linked safely.
    """

    id: str
    name: str | None
    role: str | None
    identification: Identification
    kind: SourceKind
    mentions: tuple[Span, ...]
    attributions: tuple[int, ...]
    words: int
    anonymity_reason: str | None = None
    is_resolved: bool = True


def by_attribution(sources: Iterable[Source]) -> dict[int, Source]:
    """Return the source of every attribution, by the attribution's id."""
    return {number: source for source in sources for number in source.attributions}

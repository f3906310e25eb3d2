"""What kind of source a description tells of.

Of a description the head says most ("a police union leader" speaks for a union), then what it is
the head of ("a spokesman for the army"). Words such as *president* or *director* are found in
every kind of body: they count only where the body itself has no word in the lists.
"""

import re
from collections.abc import Iterator, Mapping

from reader.core.sources.words import SourceKind, SourceWords

_PART = re.compile(r"\b(?:of|for|at|in|from|with|to|on|by|near|inside|behind|against)\b")
_RELATIVE = re.compile(r"\b(?:who|whose|whom|which|that)\b")
_POST = re.compile(  # what somebody does, in a clause: "who chairs the union"
    r"\b(?:chairs?|leads?|heads?|runs?|owns?|works? (?:for|at|in|as)|represents?|teach(?:es)?"
    r"|manages?|commands?|founded|edits?|is|was) ((?:[\w’'-]+ ?){1,6})"
)
_SEAT = re.compile(r"\([DRI]-[A-Z][\w.]+\)")  # "(D-Calif.)": a seat in Congress
_WORD = re.compile(r"[\w&-]+\.?")


def kind_of(words: str, lists: SourceWords) -> SourceKind:
    """Return the kind of source that a description tells of, or `unclear`.

    Args:
        words: The description: name, role and what else is told.
        lists: The words for roles and bodies.
    """
    if _SEAT.search(words):
        return "official"
    described, _, clause = _cut_at_clause(words.lower().replace("’s", "").replace("'s", ""))
    post = _POST.search(clause)
    return (
        _kind_among(described, lists.kinds)
        or _kind_among(described, lists.weak_kinds)
        or _kind_among(post[1] if post else "", lists.kinds)
        or "unclear"
    )


def _cut_at_clause(words: str) -> tuple[str, str, str]:
    """Return a description, the word that opens its relative clause, and the clause."""
    found = _RELATIVE.search(words)
    if found is None:
        return words, "", ""
    return words[: found.start()], found.group(), words[found.end() :]


def _kind_among(words: str, kinds: Mapping[str, SourceKind]) -> SourceKind | None:
    for word in _weighty_first(words):
        kind = kinds.get(word) or kinds.get(word.rstrip("."))
        if kind is not None:
            return kind
    return None


def _weighty_first(words: str) -> Iterator[str]:
    """Yield the words of a description: each phrase from its head, at the end, backwards."""
    for phrase in re.split(r"[,;()]", words):
        for part in _PART.split(phrase):
            yield from reversed(_WORD.findall(part))

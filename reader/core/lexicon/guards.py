"""Guards as people write them in a lexicon, and whether they hold at a place."""

import difflib
from collections.abc import Sequence, Set
from functools import lru_cache

from reader.core.lexicon.lexicon import Guard, GuardKind

_KINDS: dict[str, GuardKind] = {
    "before": "before",
    "after": "after",
    "name": "name",
    "phrase": "phrase",
}


def parse_guards(text: str) -> tuple[tuple[Guard, ...], tuple[str, ...]]:
    """Return the guards of an `unless` cell, and what is wrong with the others.

    A problem is a finished sentence; the guard it speaks of is left out.
    """
    guards: list[Guard] = []
    problems: list[str] = []
    for piece in filter(None, (part.strip() for part in text.split(";"))):
        name, _, words = piece.partition(":")
        name = name.strip().lower()
        only = name.startswith("only-")
        kind = _KINDS.get(name.removeprefix("only-"))
        listed = tuple(
            word.strip().lower().replace("’", "'") for word in words.split("|") if word.strip()
        )
        if kind is None:
            problems.append(_unknown(name, words))
        elif kind != "name" and not listed:
            problems.append(f"the guard “{piece}” names no word.")
        else:
            guards.append(Guard(kind, listed, only))
    return tuple(guards), tuple(problems)


def format_guards(guards: Sequence[Guard]) -> str:
    """Return the `unless` cell that `parse_guards` reads back."""
    return "; ".join(
        ("only-" if guard.only else "")
        + guard.kind
        + (":" + "|".join(guard.words) if guard.words else "")
        for guard in guards
    )


def _unknown(name: str, words: str) -> str:
    names = [*_KINDS, *(f"only-{kind}" for kind in _KINDS)]
    near = difflib.get_close_matches(name, names, n=1)
    advice = f" Did you mean “{near[0]}:{words}”?" if near else ""
    return f"“{name}” is not a guard; it is one of before, after, name, phrase.{advice}"


def stands_before(
    lowers: Sequence[str], first: int, words: tuple[str, ...], numbers: Set[str]
) -> bool:
    """Tell whether one of `words` (phrases allowed) stands right before token `first`."""
    plain, others = _sorted_words(words)
    if first and lowers[first - 1] in plain:
        return True
    for parts in others:
        begin = first - len(parts)
        if begin >= 0 and _agree(lowers, begin, parts, numbers):
            return True
    return False


def stands_after(
    lowers: Sequence[str], past_last: int, words: tuple[str, ...], numbers: Set[str]
) -> bool:
    """Tell whether one of `words` (phrases allowed) stands right after the match."""
    plain, others = _sorted_words(words)
    if past_last < len(lowers) and lowers[past_last] in plain:
        return True
    return any(_agree(lowers, past_last, parts, numbers) for parts in others)


def lies_inside(
    lowers: Sequence[str],
    first: int,
    past_last: int,
    words: tuple[str, ...],
    numbers: Set[str],
) -> bool:
    """Tell whether the match is part of one of the phrases in `words`."""
    plain, others = _sorted_words(words)
    if past_last - first == 1 and lowers[first] in plain:
        return True
    for parts in others:
        for begin in range(max(0, past_last - len(parts)), first + 1):
            if begin + len(parts) >= past_last and _agree(lowers, begin, parts, numbers):
                return True
    return False


@lru_cache(maxsize=20_000)
def _sorted_words(words: tuple[str, ...]) -> tuple[frozenset[str], tuple[tuple[str, ...], ...]]:
    """Return single plain words apart from phrases, numbers and beginnings."""
    cut = [tuple(phrase.split()) for phrase in words]
    plain = frozenset(c[0] for c in cut if len(c) == 1 and c[0] != "#" and c[0][-1] != "*")
    return plain, tuple(c for c in cut if len(c) != 1 or c[0] not in plain)


def _agree(lowers: Sequence[str], begin: int, parts: Sequence[str], numbers: Set[str]) -> bool:
    if begin + len(parts) > len(lowers):
        return False
    return all(_same(lowers[begin + offset], part, numbers) for offset, part in enumerate(parts))


def _same(lower: str, part: str, numbers: Set[str]) -> bool:
    if part == "#":
        return lower[:1].isdigit() or lower in numbers
    if part.endswith("*"):
        return lower.startswith(part[:-1])
    return lower == part

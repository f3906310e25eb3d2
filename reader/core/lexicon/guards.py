"""Guards as people write them in a lexicon, and whether they hold at a place."""

import difflib
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache

from reader.core.lexicon.lexicon import Guard, GuardKind
from reader.core.text.expressions import plain_apostrophes
from reader.values import frozen

_Parts = tuple[str, ...]
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
        plain = plain_apostrophes(words.lower())
        listed = tuple(filter(None, map(str.strip, plain.split("|"))))
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
    if not first:
        return False
    wanted, before = _wanted(words), lowers[first - 1]
    for parts in (*wanted.by_last.get(before, ()), *wanted.open):
        begin = first - len(parts)
        if begin >= 0 and _agree(lowers, begin, parts, numbers):
            return True
    return before in wanted.plain


def stands_after(
    lowers: Sequence[str], past_last: int, words: tuple[str, ...], numbers: Set[str]
) -> bool:
    """Tell whether one of `words` (phrases allowed) stands right after the match."""
    if past_last >= len(lowers):
        return False
    wanted, after = _wanted(words), lowers[past_last]
    if after in wanted.plain:
        return True
    phrases = (*wanted.by_first.get(after, ()), *wanted.open)
    return any(_agree(lowers, past_last, parts, numbers) for parts in phrases)


def lies_inside(
    lowers: Sequence[str],
    first: int,
    past_last: int,
    words: tuple[str, ...],
    numbers: Set[str],
) -> bool:
    """Tell whether the match is part of one of the phrases in `words`."""
    wanted = _wanted(words)
    if past_last - first == 1 and lowers[first] in wanted.plain:
        return True
    for parts in wanted.phrases:
        for begin in range(max(0, past_last - len(parts)), first + 1):
            if begin + len(parts) >= past_last and _agree(lowers, begin, parts, numbers):
                return True
    return False


@frozen
class _Wanted:
    """The words of a guard, sorted.

    Attributes:
        plain: Single plain words.
        phrases: All others: phrases, numbers and beginnings.
        by_first: Those of them of plain words alone, by their first word.
        by_last: The same by their last word.
        open: The rest of them.
    """

    plain: frozenset[str]
    phrases: tuple[_Parts, ...]
    by_first: Mapping[str, Sequence[_Parts]]
    by_last: Mapping[str, Sequence[_Parts]]
    open: tuple[_Parts, ...]


@lru_cache(maxsize=20_000)
def _wanted(words: tuple[str, ...]) -> _Wanted:
    """Return the words of a guard sorted."""
    cut = [tuple(phrase.split()) for phrase in words]
    plain = frozenset(c[0] for c in cut if len(c) == 1 and _is_plain(c[0]))
    phrases = tuple(c for c in cut if len(c) != 1 or c[0] not in plain)
    by_first: dict[str, list[_Parts]] = {}
    by_last: dict[str, list[_Parts]] = {}
    for parts in phrases:
        if all(map(_is_plain, parts)):
            by_first.setdefault(parts[0], []).append(parts)
            by_last.setdefault(parts[-1], []).append(parts)
    is_open = (c for c in phrases if not all(map(_is_plain, c)))
    return _Wanted(plain, phrases, by_first, by_last, tuple(is_open))


def _is_plain(part: str) -> bool:
    """Tell whether a part of a guard stands for itself alone."""
    return part != "#" and part[-1] != "*"


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

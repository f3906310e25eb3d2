r"""What must stand in a text for a regular expression to find anything: a look before a search.

A pattern that begins with `\b(?:told|tells)` is tried at every letter of a text. Whether "told "
or "tells " stands anywhere in it is known a hundred times as soon, and mostly neither does. What
this module cannot read in a pattern may stand in every text.
"""

import re
from functools import lru_cache

from reader.values import frozen

Parts = frozenset[str]  # texts one of which is needed
Needs = tuple[tuple[Parts, ...], ...]  # ways to be found, and all that each of them needs

_MOST = 48  # texts that a group may be, and ways to be found
_MOST_IN_ROW = 8  # texts that groups in a row may be; more are looked for group by group
_TOO_MANY = 300  # texts and ways; to look for so many takes as long as a search
_FEWEST = 2  # letters; what is shorter stands in every text
_LONG = 8  # letters; what is longer is hardly rarer
_UNLIKE = ("İ", "ı")  # letters that a search takes for an "i", and folding does not
_CLASSES = frozenset("wdsnWDS")
_EDGES = frozenset("bBAZ")
_REPEATS = frozenset("*+?{")
_LOOKS = frozenset({"=", "!", "<=", "<!"})
_GROUP = re.compile(r"\((?:\?(?P<kind>:|i:|=|!|<=|<!))?")
_TIMES = re.compile(r"\{(?P<least>\d+)(?:,\d*)?\}|[*+?]")
_SET = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_ALWAYS: Needs = ((),)


class _UnreadableError(Exception):
    """A pattern holds something of which this module knows nothing."""


@frozen
class _Found:
    """What a stretch of a pattern may find.

    Attributes:
        whole: Each text that it may be, or None where they cannot be counted up.
        needs: What must stand there for it, besides.
    """

    whole: Parts | None
    needs: Needs = _ALWAYS


_NOTHING = _Found(frozenset({""}))
_ANYTHING = _Found(None)


@lru_cache(maxsize=64)
def needs_of(patterns: tuple[str, ...]) -> Needs:
    """Return what must stand in a folded text for any of some patterns to find anything."""
    try:
        ways = tuple(way for one in patterns for way in _all_needs(_Reader(one).all()))
    except (_UnreadableError, RecursionError):
        return _ALWAYS
    return ways if len(ways) <= _TOO_MANY else _ALWAYS


class Folded:
    """A text without capitals, which tells what patterns cannot find in it."""

    def __init__(self, text: str) -> None:
        """Fold a text."""
        self._text = text.casefold()
        self._is_open = any(map(text.__contains__, _UNLIKE))
        self._known: dict[Parts, bool] = {}

    def may_hold(self, patterns: tuple[str, ...]) -> bool:
        """Tell whether any of some patterns may find something; False is sure."""
        return self._is_open or any(all(map(self._holds, way)) for way in needs_of(patterns))

    def _holds(self, parts: Parts) -> bool:
        known = self._known.get(parts)
        if known is None:
            known = self._known[parts] = any(map(self._text.__contains__, parts))
        return known


class _Reader:
    """Reads the source of a pattern from left to right."""

    def __init__(self, pattern: str) -> None:
        self._pattern, self._at = pattern, 0

    def all(self) -> _Found:
        """Return what the whole pattern may find."""
        found = self._ways()
        if self._at < len(self._pattern):
            raise _UnreadableError
        return found

    def _ways(self) -> _Found:
        """Return what stands up to the end of a group, with "|" between its parts."""
        found = [self._row()]
        while self._takes("|"):
            found.append(self._row())
        wholes = [each.whole for each in found if each.whole is not None]
        if len(wholes) == len(found):
            whole = frozenset[str]().union(*wholes)
            if len(whole) <= _MOST:
                return _Found(whole)
        return _Found(None, tuple(way for each in found for way in _all_needs(each)))

    def _row(self) -> _Found:
        """Return what stands up to the next "|" or the end of a group."""
        run, needs, is_whole = frozenset({""}), _ALWAYS, True
        while self._at < len(self._pattern) and self._pattern[self._at] not in "|)":
            found = self._repeated(self._piece())
            if found.whole is not None and len(run) * len(found.whole) <= _MOST_IN_ROW:
                run = frozenset([one + other for one in run for other in found.whole])
                continue
            needs = _with(_with(needs, _needs_of_texts(run)), found.needs)
            run, is_whole = found.whole or frozenset({""}), False
        return _Found(run) if is_whole else _Found(None, _with(needs, _needs_of_texts(run)))

    def _piece(self) -> _Found:
        sign = self._pattern[self._at]
        if sign == "(":
            return self._group()
        if sign == "[":
            return self._set()
        self._at += 1
        if sign == "\\":
            return self._escaped()
        if sign in _REPEATS:
            raise _UnreadableError
        if sign in "^$":
            return _NOTHING
        return _ANYTHING if sign == "." else _Found(frozenset({sign.casefold()}))

    def _escaped(self) -> _Found:
        sign = self._pattern[self._at : self._at + 1]
        self._at += 1
        if sign in _EDGES:
            return _NOTHING
        if sign in _CLASSES:
            return _ANYTHING
        if not sign or sign.isalnum():
            raise _UnreadableError
        return _Found(frozenset({sign}))

    def _set(self) -> _Found:
        """Return the letters of "[Ss]"; any other set may be anything."""
        found = _SET.match(self._pattern, self._at)
        if found is None:
            raise _UnreadableError
        self._at = found.end()
        letters = found.group()[1:-1]
        return _Found(frozenset(map(str.casefold, letters))) if letters.isalpha() else _ANYTHING

    def _group(self) -> _Found:
        opening = _GROUP.match(self._pattern, self._at)
        if opening is None or self._pattern[opening.end() : opening.end() + 1] == "?":
            raise _UnreadableError
        self._at = opening.end()
        found = self._ways()
        if not self._takes(")"):
            raise _UnreadableError
        return _NOTHING if opening["kind"] in _LOOKS else found

    def _repeated(self, found: _Found) -> _Found:
        """Return what a piece finds as often as the sign behind it says."""
        times = _TIMES.match(self._pattern, self._at)
        if times is None:
            if self._pattern[self._at : self._at + 1] == "{":
                raise _UnreadableError
            return found
        self._at = times.end()
        if self._takes("+"):
            raise _UnreadableError
        self._takes("?")
        if times.group() == "?" and found.whole is not None:
            return _Found(found.whole | {""})
        if times.group() in "*?" or times["least"] == "0":
            return _ANYTHING
        return _Found(None, _all_needs(found))

    def _takes(self, sign: str) -> bool:
        """Tell whether a sign comes next, and go past it."""
        is_next = self._pattern[self._at : self._at + 1] == sign
        self._at += is_next
        return is_next


def _all_needs(found: _Found) -> Needs:
    """Return what a stretch needs, its own text included."""
    return found.needs if found.whole is None else _needs_of_texts(found.whole)


def _needs_of_texts(texts: Parts) -> Needs:
    """Return the one need of a stretch that is one of some texts; longer ones hold shorter."""
    if len(texts) > _TOO_MANY:
        return _ALWAYS
    parts = frozenset(
        one for one in texts if not any(other in one for other in texts if other != one)
    )
    return ((parts,),) if _rarity(parts) >= _FEWEST else _ALWAYS


def _with(needs: Needs, others: Needs) -> Needs:
    """Return what two stretches in a row need: of each way through the one, each of the other."""
    if others == _ALWAYS:
        return needs
    if len(needs) * len(others) > _MOST:
        others = _as_one(others)
    ways = (frozenset((*one, *other)) for one in needs for other in others)
    return tuple(tuple(sorted(way, key=_effort)) for way in ways)


def _as_one(needs: Needs) -> Needs:
    """Return less than is needed: of each way only the rarest, all in one."""
    rarest = [max(way, key=_rarity, default=frozenset[str]()) for way in needs]
    return _needs_of_texts(frozenset().union(*rarest)) if all(rarest) else _ALWAYS


def _effort(parts: Parts) -> float:
    """Return how soon texts are looked for: first those that cost little and are mostly absent."""
    return len(parts) / _rarity(parts) ** 2


def _rarity(parts: Parts) -> int:
    """Return how rare texts are: the fewest letters in one of them."""
    return min((min(_LONG, sum(map(str.isalpha, one))) for one in parts), default=0)

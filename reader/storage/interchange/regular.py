"""Plain alternatives of a simple regular expression, and an entry as one.

Rules for Vale are regular expressions. Those that only list spellings are written out here
without ever being run; a stranger's expression could take for ever.
"""

import re
from collections.abc import Iterator

from reader.core.languages.language import Language
from reader.core.lexicon.lexicon import Entry
from reader.core.lexicon.phrases import read_phrase

_MOST = 60  # spellings of one expression
_DEEPEST = 4  # brackets in brackets
_LONGEST = 400
_GAP = r"(?:\S+ ){0,3}"
_TOKEN = re.compile(
    r"(?P<gap>\(\?:\\S\+ \)\{0,3\})|(?P<ending>(?:\\w|\[a-z\]|\[a-zA-Z\]|\\S)[*+])"
    r"|(?P<space>(?:\\s| )[+*]?)|(?P<edge>\\b|\^|\$)|\\(?P<escaped>[-.'’/&*+])"
    r"|(?P<open>\((?:\?:)?)|(?P<close>\))|(?P<bar>\|)|\[(?P<choice>\w{1,8})\]"
    r"|(?P<plain>[\w'’&/…–-])",
)


class _Unreadable(Exception):  # noqa: N818 -- never leaves this module
    """The expression is more than a list of spellings."""


def expanded(expression: str) -> tuple[str, ...] | None:
    """Return the spellings that an expression lists, None where it does more than that."""
    text = expression.strip().removeprefix("(?i)")
    if len(text) > _LONGEST:
        return None
    try:
        tokens = list(_tokens(text))
        found, place = _alternatives(tokens, 0, 0)
    except _Unreadable:
        return None
    if place < len(tokens):
        return None
    return tuple(dict.fromkeys(" ".join(spelling.split()) for spelling in found))


def _tokens(text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield kind, sign, and whether a question mark makes it optional."""
    place = 0
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found is None or found.lastgroup is None:
            raise _Unreadable
        place = found.end()
        is_optional = text[place : place + 1] == "?"
        place += is_optional
        yield found.lastgroup, found[found.lastgroup], is_optional


_Tokens = list[tuple[str, str, bool]]


def _alternatives(tokens: _Tokens, place: int, depth: int) -> tuple[list[str], int]:
    if depth > _DEEPEST:
        raise _Unreadable
    done: list[str] = []
    now = [""]
    while place < len(tokens) and tokens[place][0] != "close":
        kind, sign, is_optional = tokens[place]
        place += 1
        if kind == "bar":
            done, now = done + now, [""]
            continue
        if kind == "open":
            options, place = _alternatives(tokens, place, depth + 1)
            if place >= len(tokens):
                raise _Unreadable
            is_optional = tokens[place][2]
            place += 1
        else:
            options = _options(kind, sign)
        if is_optional:
            options = ["", *options]
        if len(now) * len(options) + len(done) > _MOST:
            raise _Unreadable
        now = [before + option for before in now for option in options]
    return done + now, place


def _options(kind: str, sign: str) -> list[str]:
    if kind == "choice":
        return list(sign)
    signs = {"gap": "… ", "ending": "*", "space": " ", "edge": ""}
    return [signs.get(kind, sign)]


def as_expression(entry: Entry, language: Language) -> str:
    """Return an expression that finds what the entry finds, guards and tags apart."""
    phrase = read_phrase(entry.phrase, entry.match, entry.part, language)
    words = entry.phrase.split()
    if len(words) != len(phrase.steps):
        return _escaped(entry.phrase)
    pieces = []
    for step, word in zip(phrase.steps, words, strict=True):
        if step.is_slot:
            pieces.append(rf"{_escaped(step.prefix)}\w[\w-]*{_escaped(step.suffix)} ")
        elif step.is_gap:
            pieces.append(_GAP)
        elif step.prefix:
            pieces.append(_escaped(word[:-1]) + r"\w* ")
        elif len(step.forms) > 1:
            pieces.append(f"(?:{'|'.join(map(_escaped, sorted(step.forms)))}) ")
        else:
            pieces.append(_escaped(word) + " ")
    return "".join(pieces).rstrip()


def _escaped(word: str) -> str:
    return re.sub(r"([.*+?()\[\]{}|\\^$/])", r"\\\1", word)

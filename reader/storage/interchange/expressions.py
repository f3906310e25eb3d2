"""Plain spellings of a simple regular expression, with the neighbours that it asks for.

Rules for Vale are regular expressions. Those that only list spellings are written out here
without ever being run; a stranger's expression could take for ever. What an expression asks of the
words and signs around becomes a guard of the entry.
"""

import re
from collections.abc import Iterator

from reader.core.lexicon.lexicon import Guard, GuardKind
from reader.values import frozen

_MOST = 200  # spellings of one expression
_DEEPEST = 4  # brackets in brackets
_LONGEST = 400
_GAP = "… "
_FIGURE = "#"  # as guards write a number
_SIGNS = ',:!()[]"“”—–-/.'
_MORE = "is more than a list of spellings."
_SHAPE = "describes how words look, and a list names them."
_TOKEN = re.compile(
    r"(?P<gap>\(\?:\\S\+ \)\{0,3\}|\.(?:[+*]|\{\d+,\d+\}))"
    r"|(?P<ending>(?:\\w|\[a-z\]|\[a-zA-Z\]|\\S)[*+])"
    r"|(?P<figure>(?:\\d|\[0-9\])(?:[+*]|\{\d+(?:,\d*)?\})?)"
    r"|(?P<space>(?:\\?\\s| )[+*]?)"
    r"|(?P<edge>\\b|\^|\$)"
    r"|\\(?P<escaped>[-.'’/&*+,;:!?()\"%$#])"
    r"|(?P<open>\((?:\?i?:|(?!\?)))|(?P<close>\))|(?P<bar>\|)"
    r"|\[(?P<choice>(?:\\[\w.-]|[^\]\\^]){1,12})\](?P<often>[*+])?"
    r"|(?P<plain>[\w'’&/…–—,;:!\"“”-])",
)
_AHEAD = re.compile(r"\(\?(?P<kind>[=!])(?P<inside>(?:\\.|\[[^\]]*\]|[^()\\\[])*)\)$")
_BEHIND = re.compile(r"^\(\?<(?P<kind>[=!])(?P<inside>(?:\\.|\[[^\]]*\]|[^()\\\[])*)\)")
_IS_SHAPE = re.compile(r"\\w|\[\^|[a-zA-Z0-9]-[a-zA-Z0-9]\]")
_CLASS = re.compile(r"\[((?:\\.|[^\]\\])*)\]")


class UnreadableError(Exception):
    """The expression is more than a list of spellings; the message says what it is."""


@frozen
class Spelling:
    """One spelling that an expression lists.

    Attributes:
        text: The words.
        guards: What must stand before or after them, or must not.
    """

    text: str
    guards: tuple[Guard, ...] = ()


@frozen
class Expression:
    """What could be read of an expression.

    Attributes:
        spellings: The spellings that it lists.
        left_out: Why a list cannot hold others of them, as the end of a sentence; "" for none.
    """

    spellings: tuple[Spelling, ...]
    left_out: str = ""


def spelt_out(expression: str) -> Expression:
    """Return the spellings that an expression lists.

    Raises:
        UnreadableError: It does more than that.
    """
    text = expression.strip().removeprefix("(?i)")
    if len(text) > _LONGEST:
        raise UnreadableError("is too long for a list of spellings.")
    text, around = _without_looks(text)
    tokens = list(_tokens(text))
    found, place = _alternatives(tokens, 0, 0)
    if place < len(tokens):
        raise UnreadableError(_MORE)
    spellings, left_out = [], ""
    for plain in dict.fromkeys(" ".join(spelling.split()) for spelling in found):
        try:
            one = _trimmed(plain)
        except UnreadableError as error:
            left_out = str(error)
        else:
            spellings.append(Spelling(one.text, (*one.guards, *around)))
    if not spellings:
        raise UnreadableError(left_out)
    return Expression(tuple(spellings), left_out)


def listed(expression: str) -> tuple[str, ...]:
    """Return the words that an expression lists and no more, in lower case.

    Raises:
        UnreadableError: It does more than that, or asks for certain neighbours.
    """
    read = spelt_out(expression)
    if read.left_out or any(one.guards for one in read.spellings):
        raise UnreadableError(_MORE)
    return tuple(dict.fromkeys(one.text.lower() for one in read.spellings))


def _without_looks(text: str) -> tuple[str, tuple[Guard, ...]]:
    """Return an expression without the looks at its two ends, and what they ask for."""
    guards = []
    behind, ahead = _BEHIND.search(text), _AHEAD.search(text)
    if behind is not None:
        text = text[behind.end() :]
        guards.append(_look("before", behind))
    if ahead is not None and ahead.start() >= (0 if behind is None else behind.start()):
        text = text[: len(text) - len(ahead[0])]
        guards.append(_look("after", ahead))
    return text, tuple(guard for guard in guards if guard is not None)


def _look(kind: GuardKind, found: re.Match[str]) -> Guard | None:
    """Return the guard that a look at one end stands for, None where any neighbour will do."""
    only, inside = found["kind"] == "=", found["inside"]
    listed_signs = _CLASS.fullmatch(inside)
    if listed_signs is not None:
        signs = listed_signs[1].replace("\\s", " ").replace("\\", "")
    else:
        signs = inside.replace("\\s", " ").replace("\\b", " ").removeprefix("\\")
    if " " in signs and not signs.strip(f" ;{_SIGNS}"):
        if only:
            return None  # where words are cut, a blank or a sign stands anyhow
        raise UnreadableError("asks for what follows without a blank.")
    if signs and not signs.strip(_SIGNS):
        return Guard(kind, tuple(dict.fromkeys(signs)), only)
    if listed_signs is not None:
        raise UnreadableError(_SHAPE)
    return Guard(kind, tuple(word for word in listed(inside) if word), only)


def _tokens(text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield kind, sign, and whether a question mark makes it optional."""
    place = 0
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found is None or found.lastgroup is None:
            raise UnreadableError(_SHAPE if _IS_SHAPE.search(text) else _MORE)
        place = found.end()
        is_optional = text[place : place + 1] == "?"
        place += is_optional
        if found["choice"] is not None:
            yield "choice", found["choice"], is_optional or found["often"] == "*"
            _refuse_repeated(found)
            continue
        yield found.lastgroup, found[found.lastgroup], is_optional or _may_be_missing(found)


def _may_be_missing(found: re.Match[str]) -> bool:
    return found["space"] is not None and found["space"].endswith("*")


def _refuse_repeated(found: re.Match[str]) -> None:
    """Take a repeated choice for one only where it is of blanks and hyphens."""
    if found["often"] and found["choice"].replace("\\s", "").strip(" -"):
        raise UnreadableError(_SHAPE)


_Tokens = list[tuple[str, str, bool]]


def _alternatives(tokens: _Tokens, place: int, depth: int) -> tuple[list[str], int]:
    if depth > _DEEPEST:
        raise UnreadableError("has too many brackets in brackets.")
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
                raise UnreadableError("has a bracket that is not closed.")
            is_optional = tokens[place][2]
            place += 1
        else:
            options = _options(kind, sign)
        if is_optional:
            options = ["", *options]
        if len(now) * len(options) + len(done) > _MOST:
            raise UnreadableError(f"stands for more than {_MOST} spellings.")
        now = [before + option for before in now for option in options]
    return done + now, place


def _options(kind: str, sign: str) -> list[str]:
    if kind == "choice":
        return _choices(sign)
    signs = {"gap": _GAP, "ending": "*", "space": " ", "edge": "", "figure": _FIGURE}
    return [signs.get(kind, sign)]


def _choices(sign: str) -> list[str]:
    """Return the signs between square brackets; a range of them says how words look."""
    plain = sign.replace("\\s", " ")
    if re.search(r"\w-\w|\\[a-z]", plain):
        raise UnreadableError(_SHAPE)
    return list(plain.replace("\\", ""))


def _trimmed(spelling: str) -> Spelling:
    """Return a spelling that begins and ends with a word; signs and figures become guards."""
    words = spelling.split()
    guards = []
    while words and _is_neighbour(words[0]):
        guards.append(Guard("before", (words.pop(0),), only=True))
    while words and _is_neighbour(words[-1]):
        guards.append(Guard("after", (words.pop(),), only=True))
    if words and words[-1][-1] in ",:;!" and any(map(str.isalnum, words[-1])):
        guards.append(Guard("after", (words[-1][-1],), only=True))
        words[-1] = words[-1][:-1]
    if not any(char.isalnum() for word in words for char in word):
        what = "numbers" if _FIGURE in spelling else "signs"
        raise UnreadableError(f"looks for {what}, and a list holds words.")
    _refuse_what_no_list_holds(words, guards)
    return Spelling(" ".join(words), tuple(guards))


def _refuse_what_no_list_holds(words: list[str], guards: list[Guard]) -> None:
    if len(guards) > len({guard.kind for guard in guards}):
        raise UnreadableError("asks for more than one sign beside the words.")
    if any(_FIGURE in word for word in words):
        raise UnreadableError("looks for words with numbers in them, which a list cannot.")
    if any(";" in word for guard in guards for word in guard.words):
        raise UnreadableError("asks for a semicolon, which no condition can name.")
    if any("*" in word[:-1] or ("…" in word and word != "…") for word in words):
        raise UnreadableError(_SHAPE)


def _is_neighbour(word: str) -> bool:
    return word == _FIGURE or (word != "…" and not any(map(str.isalnum, word)) and "*" not in word)

"""What the words that mention a source say: a name, a role, and how much of it is told."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.core.sources.kinds import BODIES, TITLES, Identification
from reader.core.text.tokens import TokenTable

HONORIFICS = frozenset(
    "mr mrs ms miss mx dr prof sir dame lady lord mr. mrs. ms. dr. prof.".split()
)
_EMPTY_ROLES = frozenset("mr mrs ms miss mx sir dame lady lord mr. mrs. ms. the a an aged".split())
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_ENDS_HEAD = frozenset(
    {"IN", "TO", "WDT", "WP", "WP$", "WRB", "VBG", "VBN", ",", ":", "(", "-LRB-"}
)
_ENDING_WORDS = frozenset(", ( ; : – —".split())
_LONGEST_NAME = 4  # words
_NOBODY = frozenset("source insider somebody someone person sources".split())
_CROWD = frozenset(
    "critics observers experts some others many people insiders opponents supporters analysts "
    "witnesses those few most both several".split()
)
_COMMON_STARTS = frozenset("police authorities government prosecutors".split())
_PEOPLES = ("ans", "ese", "ocrats", "tories", "liberals", "greens", "conservatives", "islanders")
_OPENS_CLAUSE = frozenset({"who", "whose"})
_AGAIN = ("and ", "& ")
_APPOSITION = re.compile(
    r"\b([A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30}){1,3}), (?:(?:aged )?\d+, )?"
    r"((?:an?|the)\b[^,.;:()\n“”\"]{3,80})(?=[,.;])"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a source, read.

    Attributes:
        name: The name; the whole description where there is none.
        role: What else is said of who it is, or None.
        is_person: The name is one that persons have.
        grade: How well it tells who speaks, taken by itself.
    """

    name: str
    role: str | None
    is_person: bool
    grade: Identification


def read_mention(tokens: TokenTable, tags: Sequence[str], places: range) -> Mention:
    """Return what a mention says of its source."""
    head = _head(tokens, tags, places)
    run = _name_at_end(tokens, tags, head) or _name_beside(tokens, tags, places, head)
    if run is None or _is_people(tokens, tags, run[-1]) or _is_body(tokens, run, head):
        return _unnamed(tokens, places, _grade(tokens, tags, places, head))
    before = _text(tokens, range(places.start, run.start)).strip(" ,")
    after = _text(tokens, range(run.stop, places.stop)).strip(" ,")
    if after.startswith(_AGAIN):
        return _unnamed(tokens, places, "named")
    role = _role(before, after)
    grade: Identification = "named-with-role" if role else "named"
    return Mention(_text(tokens, run), role, is_person=True, grade=grade)


def _unnamed(tokens: TokenTable, places: range, grade: Identification) -> Mention:
    """Return a mention whose description stands for a name; a clause in it tells more."""
    whos = (place for place in places[1:] if tokens.lowers[place] in _OPENS_CLAUSE)
    clause = next(whos, places.stop)
    name = _text(tokens, range(places.start, clause)).rstrip(" ,")
    told = _text(tokens, range(clause, places.stop)) or None
    return Mention(name, told, is_person=False, grade=grade)


def _text(tokens: TokenTable, places: range) -> str:
    if not places:
        return ""
    return " ".join(tokens.text[tokens.starts[places[0]] : tokens.ends[places[-1]]].split())


def _head(tokens: TokenTable, tags: Sequence[str], places: range) -> range:
    """Return the mention up to the first comma, preposition or clause."""
    for place in places[1:]:
        is_name = tokens.words[place][0].isupper() and tags[place] in {"VBN", "VBG"}
        if not is_name and (tags[place] in _ENDS_HEAD or tokens.words[place] in _ENDING_WORDS):
            return range(places.start, place)
    return places


def _name_at_end(tokens: TokenTable, tags: Sequence[str], head: range) -> range | None:
    """Return the run of names that ends a head, without the titles before it."""
    start = head.stop
    while start > head.start and tags[start - 1] in _NAME_TAGS:
        start -= 1
    return _without_titles(tokens, range(start, head.stop))


def _without_titles(tokens: TokenTable, run: range) -> range | None:
    """Return what is left of a run after the last title in it, or None when nothing is."""
    start = run.start
    if not any(tokens.lowers[place] in BODIES for place in run[-1:]):
        for place in run:
            if tokens.lowers[place] in TITLES | HONORIFICS:
                start = place + 1
    return range(start, run.stop) if start < run.stop else None


def _name_beside(
    tokens: TokenTable, tags: Sequence[str], places: range, head: range
) -> range | None:
    """Return the name that stands after the role: "the mayor, Marta Lind"."""
    start = head.stop + 1
    if start >= places.stop or tokens.words[head.stop] != ",":
        return None
    end = start
    while end < places.stop and tags[end] in _NAME_TAGS:
        end += 1
    run = _without_titles(tokens, range(start, end))
    is_whole = end == places.stop or tokens.words[end] in _ENDING_WORDS
    return run if run and is_whole and len(run) >= 2 else None


def _is_body(tokens: TokenTable, run: range, head: range) -> bool:
    """Tell whether a run of names is that of an organisation."""
    if len(run) > _LONGEST_NAME or any(tokens.lowers[place] in BODIES for place in run):
        return True
    before = tokens.lowers[head.start : run.start]
    return tuple(before) == ("the",)


def _is_people(tokens: TokenTable, tags: Sequence[str], place: int) -> bool:
    """Tell whether a name is that of many: "Wary Republicans"."""
    return tags[place] == "NNPS" and tokens.lowers[place].endswith(_PEOPLES)


def _role(before: str, after: str) -> str | None:
    parts = [part for part in (before, after) if _says_something(part)]
    return ", ".join(parts) or None


def _says_something(part: str) -> bool:
    words = [word.strip(",()") for word in part.lower().split()]
    return any(word and word[0].isalpha() and word not in _EMPTY_ROLES for word in words)


def _grade(tokens: TokenTable, tags: Sequence[str], places: range, head: range) -> Identification:
    """Return how much a mention without a person's name tells."""
    last = head[-1] if head else places[-1]
    lower = tokens.lowers[last]
    is_common = lower in TITLES or (len(places) == 1 and lower in _COMMON_STARTS)
    if tags[last] in _NAME_TAGS and not (is_common or _is_people(tokens, tags, last)):
        return "named"
    words = {tokens.lowers[place] for place in head}
    if lower in _NOBODY and len(places) <= 2 and lower != "sources":
        return "unnamed"
    is_many = tags[last] in {"NNS", "NNPS"} or lower in _CROWD or bool(words & {"some", "many"})
    return "group" if is_many else "described"


def told_roles(text: str) -> Mapping[str, str]:
    """Return the roles that a text gives to full names in apposition, by lower-case name."""
    roles: dict[str, str] = {}
    for found in _APPOSITION.finditer(text):
        roles.setdefault(found[1].lower(), found[2])
    return roles

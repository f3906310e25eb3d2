"""Other forms of a source's name, as the text itself gives them: full names, abbreviations."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.core.sources.words import SourceWords
from reader.core.text.tokens import TokenTable

_NAME_TAGS = frozenset({"NNP", "NNPS"})
_LONGEST_NAME = 3  # words
_SMALL = frozenset("of for the and on in to &".split())
_PART = r"(?:[A-Z][\w’'&-]{0,60}|of|for|the|and|on|in|to|&)"
_ABBREVIATED = re.compile(
    rf"(?<!\w)({_PART}(?: {_PART}){{1,9}}) \((?:the )?([A-Z][A-Z&]{{1,7}})\)"
)


@dataclass(frozen=True, slots=True)
class FullName:
    """A full name in the text, and the title before it where there is one."""

    name: str
    title: str


def full_names(
    tokens: TokenTable, tags: Sequence[str], words: SourceWords
) -> Mapping[str, FullName]:
    """Return the full name for each lower-case surname that only one full name in the text has.

    Names of bodies and places with such a word are none.
    """
    found: dict[str, dict[str, FullName]] = {}
    for first, end in _name_runs(tokens, tags):
        titled = [i for i in range(first, end) if tokens.lowers[i] in words.before_names]
        start = titled[-1] + 1 if titled else first
        lowers = tokens.lowers[start:end]
        if not 2 <= end - start <= _LONGEST_NAME or words.bodies.intersection(lowers):
            continue
        before = first - (first > 0 and tokens.lowers[first - 1] in words.titles)
        if not before or tokens.lowers[before - 1] != "the":
            title = " ".join(tokens.words[before:start])
            name = FullName(" ".join(tokens.words[start:end]), title)
            names = found.setdefault(lowers[-1], {})
            names[name.name] = names.get(name.name) or name
    return {last: next(iter(names.values())) for last, names in found.items() if len(names) == 1}


def _name_runs(tokens: TokenTable, tags: Sequence[str]) -> Iterator[tuple[int, int]]:
    place = 0
    while place < len(tokens):
        end = place
        while end < len(tokens) and tags[end] in _NAME_TAGS and tokens.words[end][0].isupper():
            end += 1
        if end > place:
            yield place, end
        place = max(end, place + 1)


def abbreviations(text: str) -> Mapping[str, str]:
    """Return what each abbreviation in brackets stands for, all in lower case."""
    return {
        short.lower(): name
        for words, short in _ABBREVIATED.findall(text)
        if (name := _spelled_out(words.split(), short))
    }


def _spelled_out(words: Sequence[str], short: str) -> str:
    """Return the last of `words` whose capitals spell `short`, or ""."""
    wanted = short.replace("&", "").lower()
    for first in range(len(words) - 1, -1, -1):
        if words[first] in _SMALL:
            continue
        initials = "".join(word[0] for word in words[first:] if word not in _SMALL).lower()
        with_small = "".join(word[0] for word in words[first:]).lower()
        if wanted in {initials, with_small}:
            return " ".join(words[first:]).lower()
    return ""

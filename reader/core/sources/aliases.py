"""Other forms of a source's name, as the text itself gives them: full names, abbreviations."""

import re
from collections.abc import Mapping, Sequence

_NAME_TAGS = frozenset({"NNP", "NNPS"})
_LONGEST_NAME = 3  # words
_SMALL = frozenset("of for the and on in to &".split())
_MOST_WORDS = 10  # before an abbreviation
_LONGEST_WORD = 61  # letters
_PART = rf"(?:[A-Z][\w’'&-]{{0,{_LONGEST_WORD - 1}}}|of|for|the|and|on|in|to|&)"
_IN_BRACKETS = re.compile(r" \((?:the )?([A-Z][A-Z&]{1,7})\)")
_NAME_BEFORE = re.compile(rf"(?<!\w){_PART}(?: {_PART}){{1,{_MOST_WORDS - 1}}}\Z")


def abbreviations(text: str) -> Mapping[str, str]:
    """Return what each abbreviation in brackets stands for, all in lower case."""
    found: dict[str, str] = {}
    for bracket in _IN_BRACKETS.finditer(text):
        end = bracket.start()
        earliest = max(0, end - _MOST_WORDS * (_LONGEST_WORD + 1))
        earliest = max(earliest, text.rfind(")", earliest, end) + 1)  # no name goes over one
        words = _NAME_BEFORE.search(text, earliest, end)
        name = _spelled_out(words.group().split(), bracket[1]) if words else ""
        if name:
            found[bracket[1].lower()] = name
    return found


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

"""Other forms of a source's name, as the text itself gives them: full names, abbreviations."""

import re
from collections.abc import Mapping, Sequence

_NAME_TAGS = frozenset({"NNP", "NNPS"})
_LONGEST_NAME = 3  # words
_SMALL = frozenset("of for the and on in to &".split())
_PART = r"(?:[A-Z][\w’'&-]{0,60}|of|for|the|and|on|in|to|&)"
_ABBREVIATED = re.compile(
    rf"(?<!\w)({_PART}(?: {_PART}){{1,9}}) \((?:the )?([A-Z][A-Z&]{{1,7}})\)"
)


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

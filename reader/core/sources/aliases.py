"""Other forms of a source's name, as the text itself gives them: full names, abbreviations."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from reader.core.sources.words.reference_words import ReferenceWords
from reader.core.text.expressions import any_of

_MOST_WORDS = 10  # before an abbreviation
_LONGEST_WORD = 61  # letters


def abbreviations(text: str, grammar: ReferenceWords) -> Mapping[str, str]:
    """Return what each abbreviation in brackets stands for, all in lower case.

    Args:
        text: The whole article.
        grammar: The articles of its language, and the small words inside names.
    """
    found: dict[str, str] = {}
    small = grammar.unabbreviated
    in_brackets, name_before = _patterns(grammar.name_openers, small)
    for bracket in in_brackets.finditer(text):
        end = bracket.start()
        earliest = max(0, end - _MOST_WORDS * (_LONGEST_WORD + 1))
        earliest = max(earliest, text.rfind(")", earliest, end) + 1)  # no name goes over one
        words = name_before.search(text, earliest, end)
        name = _spelled_out(words.group().split(), bracket[1], small) if words else ""
        if name:
            found[bracket[1].lower()] = name
    return found


@lru_cache(maxsize=4)
def _patterns(
    openers: frozenset[str], small: frozenset[str]
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds an abbreviation in brackets, and the words before it."""
    part = rf"(?:[A-Z][\w’'&-]{{0,{_LONGEST_WORD - 1}}}|{any_of(small)})"
    return (
        re.compile(rf" \((?:(?:{any_of(openers)}) )?([A-Z][A-Z&]{{1,7}})\)"),
        re.compile(rf"(?<!\w){part}(?: {part}){{1,{_MOST_WORDS - 1}}}\Z"),
    )


def _spelled_out(words: Sequence[str], short: str, small: frozenset[str]) -> str:
    """Return the last of `words` whose capitals spell `short`, or ""."""
    wanted = short.replace("&", "").lower()
    for first in range(len(words) - 1, -1, -1):
        if words[first] in small:
            continue
        initials = "".join(word[0] for word in words[first:] if word not in small).lower()
        with_small = "".join(word[0] for word in words[first:]).lower()
        if wanted in {initials, with_small}:
            return " ".join(words[first:]).lower()
    return ""

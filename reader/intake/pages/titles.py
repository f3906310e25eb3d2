"""Which heading of a page is its title, and the title without names of sections and outlet."""

import re
from collections.abc import Sequence

from reader.intake.pages.blocks import Block
from reader.intake.pages.regions import is_heading, is_linked

_BETWEEN = re.compile(r"\s+[|·•»›~]\s*|\s*[|»›~]\s+|\s+[-–—]{1,2}\s+|\s*::\s*")
_BARS = re.compile(r"\s+[|»›]\s+|\s*::\s*")
_NO_LETTERS = re.compile(r"[\W_]+")
_FEWEST_WORDS = 3  # of a part that is the title
_LONGEST_SMALL_WORD = 3  # letters of "in" or "the", which two lines share by chance
_SHORTEST = 10  # letters that a heading and a title share, where one holds the other


def title_block(blocks: Sequence[Block], title: str) -> int:
    """Return the number of the heading that is the title of the page, or -1."""
    wanted, words = _key(title), set(title.casefold().split())
    best, place = 0.0, -1
    first: list[int] = []
    for number, block in enumerate(blocks):
        if not is_heading(block):
            continue
        score = _likeness(block.words, wanted, words)
        if block.tag == "h1" and not is_linked(block):
            first.append(number)
        if score and block.tag == "h1":
            score += 0.5
        if score > best + 0.01:
            best, place = score, number
    if place >= 0:
        return place
    if len(first) == 1 and not _is_of_a_box(blocks[first[0]].words, words):
        return first[0]
    return -1


def _is_of_a_box(heading: str, words: set[str]) -> bool:
    """Tell whether a heading such as "Log In" stands over a box beside the story.

    It is short and has no longer word of the title that the page gives itself in several words.
    """
    own = heading.casefold().split()
    is_told = len(words) >= _FEWEST_WORDS
    shared = (word for word in words.intersection(own) if len(word) > _LONGEST_SMALL_WORD)
    return is_told and len(own) < _FEWEST_WORDS and not any(shared)


def plain_title(title: str, outlet: str | None, headings: Sequence[str]) -> str:
    """Return a title without the names of outlet and section around it.

    "Local News | Plant workers vote | The Post" becomes "Plant workers vote".
    """
    parts = [part.strip() for part in _BETWEEN.split(title) if part.strip()]
    if len(parts) < 2 and ": " not in title:
        return title
    known = {_key(heading) for heading in headings}
    parts += title.split(": ", 1)
    for part in (title, *sorted(parts, key=len, reverse=True)):
        if _key(part) in known:
            return part
    for part in parts:
        if outlet and _key(part) == _key(outlet) and _key(part) != _key(title):
            start = title.rfind(part)
            rest = title[:start] if start > 0 else title[len(part) :]
            title = rest.strip(" \t|·•»›~-–—:") or title
    pieces = [part.strip() for part in _BARS.split(title) if part.strip()]
    longest = max(pieces, key=len, default=title)
    return longest if len(longest.split()) >= _FEWEST_WORDS else title


def same_words(one: str, other: str) -> bool:
    """Tell whether two lines have the same letters, whatever stands between them."""
    if len(one) > 2 * len(other) + 20:
        return False
    return _key(one) == _key(other)


def _key(text: str) -> str:
    return _NO_LETTERS.sub("", text.casefold())


def _likeness(heading: str, wanted: str, words: set[str]) -> float:
    found = _key(heading)
    if not found or not wanted:
        return 0.0
    if found == wanted:
        return 3.0
    short, long = sorted((found, wanted), key=len)
    if short in long and len(short) >= _SHORTEST:
        return 0.5 + 2 * len(short) / len(long)
    shared = set(heading.casefold().split()) & words
    share = len(shared) / max(1, len(words), len(set(heading.split())))
    return 1 + share if share >= 0.5 else 0.0

"""Where a word without end may be broken: Qt takes the square of its length to set it in lines."""

import re
import unicodedata
from collections.abc import Iterator

BREAK = "\u200b"  # has no width; stands in the document only, never in the text of an article
_LONGEST = 200  # characters of what may stay in one piece; addresses of pages are mostly shorter
_PIECE = 100
_LONG = re.compile(rf"\S{{{_LONGEST + 1},}}")
_JOINERS = frozenset("\u200d\ufe0e\ufe0f")


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text between which it is to be broken; mostly one, the whole."""
    start = 0
    if max(map(len, text.split()), default=0) > _LONGEST:
        for word in _LONG.finditer(text):
            place = word.start() + _PIECE
            while (cut := _cut(text, place, word.end())) < word.end():
                yield start, cut
                start, place = cut, cut + _PIECE
    yield start, len(text)


def _cut(text: str, place: int, end: int) -> int:
    """Return the first place from `place` on that parts no character from what belongs to it."""
    while place < end and _belongs_to_one_before(text, place):
        place += 1
    return place


def _belongs_to_one_before(text: str, place: int) -> bool:
    char = text[place]
    is_mark = unicodedata.category(char)[0] == "M" or "\U0001f3fb" <= char <= "\U0001f3ff"
    return is_mark or char in _JOINERS or text[place - 1] in _JOINERS

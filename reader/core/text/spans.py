"""Half-open stretches of an article's text."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import total_ordering

from reader.values import frozen


@total_ordering
@frozen
class Span:
    """The characters `[start, end)` of a text, counted in Unicode code points."""

    start: int
    end: int

    def __lt__(self, other: "Span") -> bool:
        """Tell whether this one begins before another, or there and ends before it."""
        return (self.start, self.end) < (other.start, other.end)

    def __len__(self) -> int:
        """Return the number of characters."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the stretch of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


def edges(span: Span) -> tuple[int, int]:
    """Return where a span begins and ends: a key to sort many by, for to compare them is slow."""
    return span.start, span.end


def apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in reading order, none over another: the longest of those that overlap."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda one: (-len(one), one)):
        place = bisect_left(kept, span)
        if not any(span.overlaps(other) for other in kept[max(0, place - 1) : place + 1]):
            kept.insert(place, span)
    return tuple(kept)


def whole_words(text: str, span: Span) -> Span | None:
    """Return a selection with the words that it cuts taken whole, and no space at its ends."""
    start, end = span.start, span.end
    while start < end and not _is_word(text, start):
        start += 1
    while end > start and not _is_word(text, end - 1):
        end -= 1
    if start >= end:
        return None
    while start and _is_word(text, start - 1):
        start -= 1
    while end < len(text) and _is_word(text, end):
        end += 1
    return Span(start, end)


def _is_word(text: str, place: int) -> bool:
    """Tell whether a sign belongs to a word: a letter, a digit, or a sign between two of them."""
    if text[place].isalnum():
        return True
    is_joint = text[place] in "'’-‐‑"
    return is_joint and text[place - 1 : place].isalnum() and text[place + 1 : place + 2].isalnum()

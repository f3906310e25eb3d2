"""A stretch of text kept as a quotation, so that it is found again when the text has changed.

The quote and its context are what the Web Annotation model calls a text quote selector.
"""

import re
from functools import lru_cache
from heapq import nsmallest
from itertools import takewhile

from reader.core.text.spans import Span
from reader.values import frozen

_CONTEXT = 32  # characters kept on either side
_ENOUGH = 20  # characters of context that tell one "may" from another
_BOTH = 8  # characters of context on either side of a short word
_MUCH = 20  # characters on one side, for words that stand nowhere else
_MOST = 500  # places whose context is compared; a comma has more
_LONG = 24  # characters; a quote as long as this tells itself
_MARKS = str.maketrans("“”„«»‘’‚–—‑", '"' * 5 + "'" * 3 + "-" * 3)  # one sign for each
_EDGE = 16  # characters that tell where a changed quote begins or ends


@frozen
class Anchor:
    """Words, what stood around them, and where.

    Attributes:
        quote: The words.
        prefix: Up to 32 characters before them.
        suffix: Up to 32 characters after them.
        start: Where they stood.
    """

    quote: str
    prefix: str
    suffix: str
    start: int

    @classmethod
    def at(cls, text: str, span: Span) -> "Anchor":
        """Return the anchor of a span, space at its ends left out."""
        words = span.of(text)
        start = span.start + len(words) - len(words.lstrip())
        quote = words.strip()
        end = start + len(quote)
        return cls(
            quote, text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT], start
        )

    def find(self, text: str) -> Span | None:
        """Return where the words stand in `text`, or None when that is not safe to tell."""
        if not self.quote:
            return None
        here = Span(self.start, self.start + len(self.quote))
        if here.of(text) == self.quote and self._agreement(text, here) >= self._whole():
            return here
        return self._with_plain_marks().elsewhere(_with_plain_marks(text))

    def elsewhere(self, text: str) -> Span | None:
        """Return where the words stand now that they have moved, or None."""
        places = self._candidates(text)
        found = max(places, key=lambda item: self._rank(text, item), default=None)
        if found is not None and self._is_safe(text, found, is_only=len(places) == 1):
            return found
        return self._changed(text)

    def _with_plain_marks(self) -> "Anchor":
        """Return the anchor with straight quotation marks, as an edit may have made them."""
        quote, prefix, suffix = (
            part.translate(_MARKS) for part in (self.quote, self.prefix, self.suffix)
        )
        return Anchor(quote, prefix, suffix, self.start)

    def _candidates(self, text: str) -> list[Span]:
        """Return the nearest places with the same words, whatever the space between them."""
        same_words = re.finditer(r"\s+".join(map(re.escape, self.quote.split())), text)
        spans = (Span(*found.span()) for found in same_words)
        alone = (span for span in spans if self._stands_alone(text, span))
        return nsmallest(_MOST, alone, key=lambda span: abs(span.start - self.start))

    def _stands_alone(self, text: str, span: Span) -> bool:
        """Tell that the words are not a piece of a longer word."""
        before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
        is_cut = before.isalnum() and self.quote[0].isalnum() and not self.prefix[-1:].isalnum()
        is_cut_after = after.isalnum() and self.quote[-1].isalnum()
        return not is_cut and not (is_cut_after and not self.suffix[:1].isalnum())

    def _rank(self, text: str, span: Span) -> tuple[int, int]:
        return self._agreement(text, span), -abs(span.start - self.start)

    def _is_safe(self, text: str, span: Span, *, is_only: bool) -> bool:
        """Tell whether the context vouches for a place.

        Short words need some of it on both sides, or much of it on one where they stand
        nowhere else; long ones tell themselves.
        """
        if len(self.quote) >= _LONG or self._is_at_an_end(text, span):
            return True
        left, right = self._sides(text, span)
        if left + right < min(_ENOUGH, self._whole()):
            return False
        least = min(left - min(_BOTH, len(self.prefix)), right - min(_BOTH, len(self.suffix)))
        return least >= 0 or (is_only and max(left, right) >= _MUCH)

    def _is_at_an_end(self, text: str, span: Span) -> bool:
        """Tell that the same few characters part the words from the edge of the text."""
        before, after = text[: span.start], text[span.end :]
        is_first = len(self.prefix) < _CONTEXT and before == self.prefix
        return is_first or (len(self.suffix) < _CONTEXT and after == self.suffix)

    def _whole(self) -> int:
        return len(_plain(self.prefix)) + len(_plain(self.suffix))

    def _agreement(self, text: str, span: Span) -> int:
        return sum(self._sides(text, span))

    def _sides(self, text: str, span: Span) -> tuple[int, int]:
        """Return how many characters of context are the same before and after a place."""
        room = 2 * _CONTEXT
        before = _plain(text[max(0, span.start - room) : span.start])
        after = _plain(text[span.end : span.end + room])
        left = _same(before[::-1], _plain(self.prefix)[::-1])
        return left, _same(after, _plain(self.suffix))

    def _changed(self, text: str) -> Span | None:
        """Return a long quote some words of which were changed, found by its edges."""
        if len(self.quote) < _LONG:
            return None
        begins = [
            *_places(text, self.quote[:_EDGE], self.start, at_end=False),
            *_places(text, self.prefix[-_EDGE:], self.start, at_end=True),
        ]
        for begin in begins:
            past = self.start + len(self.quote)
            for end in (
                *_places(text, self.quote[-_EDGE:], past, at_end=True),
                *_places(text, self.suffix[:_EDGE], past, at_end=False),
            ):
                is_fit = begin < end <= begin + 2 * len(self.quote)
                if is_fit and _is_alike(text[begin:end], self.quote):
                    return Span(begin, end)
        return None


@lru_cache(maxsize=2)
def _with_plain_marks(text: str) -> str:
    """Return an article with straight quotation marks; the same for every anchor sought in it."""
    return text.translate(_MARKS)


def _plain(words: str) -> str:
    """Return words with one blank for any space between them, none at the edge of a text."""
    return re.sub(r"\s+", " ", words)


def _same(one: str, other: str) -> int:
    """Return with how many characters both begin alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _places(text: str, words: str, near: int, *, at_end: bool) -> list[int]:
    """Return the place of `words` that is next to `near`: where it begins, or where it ends."""
    if len(words.strip()) < _EDGE // 2:
        return []
    starts = (text.rfind(words, 0, near + len(words)), text.find(words, near))
    found = [start for start in starts if start >= 0]
    if not found:
        return []
    start = min(found, key=lambda place: abs(place - near))
    return [start + len(words) if at_end else start]


def _is_alike(one: str, other: str) -> bool:
    """Tell whether at least half of the words are the same."""
    first, second = set(one.lower().split()), set(other.lower().split())
    return 2 * len(first & second) >= max(len(first), len(second))

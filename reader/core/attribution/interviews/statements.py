"""Statements printed in full: a speech, a post of many parts, a life "as told to" somebody.

The headline or the paragraph before it says so, and most of what follows is in the first person.
All of it is then the words of the one person who is named there.
"""

from collections.abc import Sequence

from reader.core.attribution.drafts import Draft
from reader.core.attribution.grammar.tagged_words import TokenRange
from reader.core.attribution.interviews.fixed_phrases import FixedPhrases
from reader.core.attribution.interviews.interviewees import Interviewees
from reader.core.attribution.text_view import TextView
from reader.core.attribution.words import InterviewWords

_HEAD = 4  # paragraphs that may announce a statement
_TAIL = 2  # paragraphs that may say to whom it was told
_NEAR = 4  # tokens from "here is" to what is announced
_SHORTEST = 5  # tokens of a paragraph that announces
_OWN = 0.5  # share of paragraphs in the first person


class Statements:
    """Looks for the announcement, and for whose words follow."""

    def __init__(
        self, view: TextView, paragraphs: Sequence[TokenRange], lists: InterviewWords
    ) -> None:
        self._view = view
        self._lists = lists
        self._paragraphs = paragraphs
        self._full = FixedPhrases(view.lowers, lists.full_texts)
        self._told = FixedPhrases(view.lowers, lists.told_to)

    def whole(self) -> Draft | None:
        """Return the one statement that a text prints, or None."""
        last = max(filter(self._announces, range(min(_HEAD, len(self._paragraphs)))), default=-1)
        end = len(self._paragraphs)
        if last < 0:
            end = next(filter(self._is_told, range(max(1, end - _TAIL), end)), 0)
            last = 0
        body = self._paragraphs[last + 1 : end]
        own = [self._is_own(part) for part in body]
        while own and not own[-1]:
            own.pop()
        if sum(own) < max(1, _OWN * len(own)):
            return None
        around = [*self._paragraphs[: last + 1], *self._paragraphs[end:]]
        source = self._named_beside(around) or self._only_one(around)
        if source is None:
            return None
        content = (body[0][0], body[len(own) - 1][1])
        return Draft("speech", source, None, [content], None, "statement", content[0])

    def _named_beside(self, parts: Sequence[TokenRange]) -> TokenRange | None:
        """Return who is named behind "the full statement that"."""
        places = ((self._full.first_in(*part), part[1]) for part in parts)
        behind = [(place, end) for place, end in places if place is not None]
        return self._only_one(behind[-1:])

    def _only_one(self, parts: Sequence[TokenRange]) -> TokenRange | None:
        return Interviewees(self._view, self._lists, parts).only_one()

    def _announces(self, number: int) -> bool:
        """Tell whether a paragraph says that the text of a speech follows."""
        first, end = self._paragraphs[number]
        found = self._full.first_in(first, end)
        if found is None:
            return self._is_told(number)
        if end - first < _SHORTEST:
            return False  # "FULL TEXT." is a part of a page
        before = self._view.lowers[max(first, found - _NEAR) : found]
        is_presented = not self._lists.presenting.isdisjoint(before)
        return number == 0 or is_presented or found <= first + 1

    def _is_told(self, number: int) -> bool:
        """Tell whether a paragraph says to whom a life was told: "As told to Leo Mann"."""
        return self._told.first_in(*self._paragraphs[number]) is not None

    def _is_own(self, part: TokenRange) -> bool:
        """Tell whether "I", "we" or "you" stands in a paragraph, outside quotations."""
        talking = self._lists.first_person | self._lists.addressed
        return any(
            self._view.lowers[place] in talking and self._view.inside[place] < 0
            for place in range(*part)
        )

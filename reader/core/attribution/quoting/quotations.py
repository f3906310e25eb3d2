"""Stretches between quotation marks, in every style, and nothing lost on an unclosed mark."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from reader.core.text.spans import Span
from reader.core.text.tokens import TokenTable
from reader.values import frozen

_OPEN = {"“": "”", "«": "»", "„": "“", "``": "''", "»": "«"}
_CLOSE = frozenset("”»") | {"''"}
_TOGGLE = frozenset({'"', "''"})
_ANY_DOUBLE = _OPEN.keys() | _CLOSE | _TOGGLE
_MARKS = _ANY_DOUBLE | frozenset("‘'")
_MOST_PARAGRAPHS = 4  # in which a quotation is looked for that runs on without marks
_SINGLE_OPEN = frozenset("‘'")
_SINGLE_CLOSE = frozenset("’'")
_OF_PLURALS = frozenset("sSzZxX")  # before the apostrophe of "the farmers' own"
_BEHIND_CLOSING = frozenset(".,;:!?)")
_BEFORE_WRONG = frozenset(",:")
_ENDS_SPEECH = frozenset({",", ".", "!", "?", "…"})
_LONGEST_SINGLE = 400  # tokens; past that an apostrophe was taken for a mark


@frozen
class Quotation:
    """Tokens between two quotation marks, marks included.

    Attributes:
        first: The token of the opening mark.
        past_last: The token after the closing mark.
        is_closed: False where the closing mark is missing.
        goes_on: The next paragraph opens with a mark again: one quotation in two pieces.
    """

    first: int
    past_last: int
    is_closed: bool = True
    goes_on: bool = False

    @property
    def words(self) -> tuple[int, int]:
        """Return the token range without the marks."""
        return self.first + 1, self.past_last - 1 if self.is_closed else self.past_last


def paragraphs_of(tokens: TokenTable) -> tuple[tuple[int, int], ...]:
    """Return the token ranges between line breaks."""
    starts = [0]
    for first, _ in tokens.sentences[1:]:
        if "\n" in tokens.text[tokens.ends[first - 1] : tokens.starts[first]]:
            starts.append(first)
    return tuple(
        (start, end)
        for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True)
        if start < end
    )


def find_quotations(
    tokens: TokenTable, paragraphs: Sequence[tuple[int, int]]
) -> tuple[tuple[Quotation, ...], tuple[str, ...]]:
    """Return all quotations in order, and a caveat for each mark that is never closed."""
    found: list[Quotation] = []
    caveats: list[str] = []
    marks = [place for place in tokens.places.of(_MARKS) if tokens.words[place] in _MARKS]
    for number, (first, past_last) in enumerate(paragraphs):
        own = marks[bisect_left(marks, first) : bisect_left(marks, past_last)]
        here = _Paragraph(tokens, first, past_last).quotations(own) if own else []
        if here and not here[-1].is_closed:
            following = paragraphs[number + 1 : number + 1 + _MOST_PARAGRAPHS]
            last = here[-1]
            closing = _closed_later(tokens, following)
            if following and _opens(tokens, following[0][0]):
                here[-1] = Quotation(last.first, last.past_last, is_closed=False, goes_on=True)
            elif closing:
                here[-1] = Quotation(last.first, closing)
            else:
                caveats.append(f"Paragraph {number + 1}: a quotation mark is not closed.")
        found.extend(here)
    return tuple(found), tuple(caveats)


def _closed_later(tokens: TokenTable, paragraphs: Sequence[tuple[int, int]]) -> int:
    """Return where a quotation ends that runs on without marks to a later paragraph; or 0."""
    for first, past_last in paragraphs:
        marks = [place for place in range(first, past_last) if tokens.words[place] in _ANY_DOUBLE]
        if marks:
            is_last = len(marks) == 1 and marks[0] >= past_last - 2 > first
            return marks[0] + 1 if is_last and tokens.words[marks[0]] not in _OPEN else 0
    return 0


def quoted_spans(tokens: TokenTable) -> tuple[Span, ...]:
    """Return the stretches between quotation marks, marks included."""
    found, _ = find_quotations(tokens, paragraphs_of(tokens))
    return tuple(tokens.span(quotation.first, quotation.past_last) for quotation in found)


def _opens(tokens: TokenTable, index: int) -> bool:
    return tokens.words[index] in _OPEN or tokens.words[index] in _TOGGLE


class _Paragraph:
    """Pairs the marks of one paragraph."""

    def __init__(self, tokens: TokenTable, first: int, past_last: int) -> None:
        self._tokens = tokens
        self._first = first
        self._past_last = past_last

    def quotations(self, marks: Iterable[int]) -> list[Quotation]:
        """Return the quotations between its marks; only the last may be unclosed."""
        found: list[Quotation] = []
        opened = -1
        words = self._tokens.words
        free = self._first
        for index in marks:
            if index < free:
                continue
            word = words[index]
            if opened < 0:
                if word in _OPEN or (word in _TOGGLE and self._may_open(index)):
                    opened = index
                elif word in _SINGLE_OPEN:
                    free = self._end_of_single(index)
                    if free:
                        found.append(Quotation(index, free))
            elif self._closes(word, words[opened], index):
                free = self._past_inner(index)
                found.append(Quotation(opened, free))
                opened = -1
            elif word == words[opened] and word in {"“", "«"}:  # the closing mark is missing
                found.append(Quotation(opened, self._sentence_end(opened, index)))
                opened = index
        return found if opened < 0 else [*found, self._unclosed(opened)]

    def _unclosed(self, opened: int) -> Quotation:
        """Return a quotation whose closing mark is missing."""
        is_inside = opened > self._first
        end = self._sentence_end(opened, self._past_last) if is_inside else self._past_last
        return Quotation(opened, end, is_closed=False)

    def _closes(self, word: str, opener: str, index: int) -> bool:
        if word == _OPEN.get(opener) or (word == opener == "“" and self._hangs(index)):
            return True
        if opener in _TOGGLE or opener == "``":
            return word in _TOGGLE or word == "”"
        return word in _CLOSE or (word in _TOGGLE and not self._may_open(index))

    def _past_inner(self, index: int) -> int:
        """Return the token after a closing mark, with a single mark that sticks to it: `,'''`."""
        following = index + 1
        is_inner = following < self._past_last and self._tokens.words[following] in _SINGLE_CLOSE
        is_close = is_inner and self._tokens.starts[following] == self._tokens.ends[index]
        return following + 1 if is_close else following

    def _hangs(self, index: int) -> bool:
        """Tell whether an opening mark stands where only a closing one can: `here,“ said`."""
        text, start, end = self._tokens.text, self._tokens.starts[index], self._tokens.ends[index]
        return not text[start - 1].isspace() and (end >= len(text) or text[end].isspace())

    def _may_open(self, index: int) -> bool:
        """Tell whether a straight mark has a word right after it, or is set wrong: `said," It`."""
        tokens = self._tokens
        text, start, after = tokens.text, tokens.starts[index], tokens.ends[index]
        if after >= len(text):
            return False
        if not text[after].isspace():
            return text[after] not in _BEHIND_CLOSING or text[start - 1].isspace()
        is_behind_comma = start > 0 and text[start - 1] in _BEFORE_WRONG
        return is_behind_comma and self._closes_below(index)

    def _closes_below(self, index: int) -> bool:
        """Tell whether the next mark of the paragraph closes: `said," It is open". He`."""
        text, words = self._tokens.text, self._tokens.words
        for place in range(index + 1, self._past_last):
            if words[place] in _TOGGLE:
                after = self._tokens.ends[place]
                is_last = after >= len(text) or text[after] in _BEHIND_CLOSING
                return is_last or text[after].isspace()
        return False

    def _starts_single(self, index: int) -> bool:
        tokens = self._tokens
        start, end = tokens.starts[index], tokens.ends[index]
        before = tokens.text[start - 1] if start else " "
        return (
            end < len(tokens.text)
            and (before.isspace() or before in "([—–")
            and not tokens.text[end].isspace()
        )

    def _end_of_single(self, index: int) -> int:
        """Return where a quotation in single marks ends that opens here; 0 where none does."""
        if not self._starts_single(index):
            return 0
        tokens, words = self._tokens, self._tokens.words
        for place in range(index + 2, min(self._past_last, index + _LONGEST_SINGLE)):
            if words[place] not in _SINGLE_CLOSE:
                continue
            start, end = tokens.starts[place], tokens.ends[place]
            after = tokens.text[end] if end < len(tokens.text) else " "
            if tokens.text[start - 1].isspace() or after.isalnum():
                continue
            if tokens.text[start - 1] in _OF_PLURALS and self._is_possessive(place, after):
                continue
            return place + 1
        return 0

    def _is_possessive(self, mark: int, after: str) -> bool:
        """Tell whether a mark behind a plural is its apostrophe: "not the owners',' he said"."""
        tokens, closing = self._tokens, mark + 2
        if after == "," and closing < self._past_last:
            is_beside = tokens.starts[closing] == tokens.ends[closing - 1]
            return tokens.words[closing] in _SINGLE_CLOSE and is_beside
        return after == " " and self._goes_on(mark)

    def _goes_on(self, mark: int) -> bool:
        """Tell whether a later mark closes speech, so that this one is an apostrophe."""
        tokens = self._tokens
        for place in range(mark + 1, min(self._past_last, mark + _LONGEST_SINGLE)):
            if tokens.words[place] in _SINGLE_OPEN and self._starts_single(place):
                return False
            if tokens.words[place] in _SINGLE_CLOSE and tokens.words[place - 1] in _ENDS_SPEECH:
                return True
        return False

    def _sentence_end(self, opened: int, limit: int) -> int:
        for place in range(opened + 1, limit):
            if self._tokens.words[place] in {".", "!", "?"}:
                return place + 1
        return limit

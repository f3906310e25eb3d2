"""Numbers of a text with their value, so that "seven" and "7", "£2m" and "£2 million" are one."""

import re
from collections.abc import Iterator, Mapping

from reader.core.across.comparison.comparison_words import ComparisonWords
from reader.core.text.expressions import any_of
from reader.core.text.spans import Span
from reader.values import frozen

_SIGNS = "£$€¥₹"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_YEARS = range(1900, 2100)


@frozen
class Figure:
    """A number of a text.

    Attributes:
        span: Where it stands, with its sign and unit.
        value: How much it is.
        unit: The sign of a currency, "%" or "".
    """

    span: Span
    value: float
    unit: str

    @property
    def is_telling(self) -> bool:
        """Tell whether a number is rare enough to say what a sentence is about: no small one."""
        return bool(self.unit) or (self.value >= 100 and self.value not in _YEARS)


class Figures:
    """Finds the numbers of a text."""

    def __init__(self, lists: ComparisonWords, calendar: frozenset[str]) -> None:
        """Take the words of a language, and its names of days and months."""
        self._numbers = _values(lists.numbers)
        self._multiples = _values(lists.multiples)
        self._shares = lists.shares
        self._calendar = calendar
        numbers, multiples = any_of(self._numbers), any_of(self._multiples)
        written = rf"(?:(?:{numbers})(?:-(?:{numbers}))?)"
        self._pattern = re.compile(
            rf"(?<![\w.,:/-])(?P<sign>[{_SIGNS}])?(?P<digits>{_DIGITS}|{written}\b)"
            rf"(?:[\s-]?(?P<times>{multiples})\b)?(?:\s?(?P<share>%|{any_of(self._shares)}\b))?"
            r"(?![\w:/]|[.,]\d)",
            re.IGNORECASE,
        )

    def of(self, text: str) -> Iterator[Figure]:
        """Yield the numbers in order; days of a month and times are none."""
        for match in self._pattern.finditer(text):
            if not self._is_date(text, match):
                value = self._value(match["digits"].lower())
                times = self._multiples.get((match["times"] or "").lower(), 1)
                unit = match["sign"] or ("%" if match["share"] else "")
                yield Figure(Span(*match.span()), value * times, unit)

    def _value(self, digits: str) -> float:
        if digits[0].isdigit():
            return float(digits.replace(",", ""))
        return sum(self._numbers.get(part, 0) for part in digits.split("-"))

    def _is_date(self, text: str, match: re.Match[str]) -> bool:
        """Tell whether a month or a day stands beside a bare number."""
        if match["sign"] or match["share"] or match["times"] or not match["digits"].isdigit():
            return False
        before = text[max(0, match.start() - 14) : match.start()].split()[-1:]
        after = text[match.end() : match.end() + 14].split()[:1]
        return any(word.strip(".,").lower() in self._calendar for word in (*before, *after))


def _values(lists: Mapping[str, tuple[str, ...]]) -> dict[str, float]:
    return {word: float(number) for number, words in lists.items() for word in words}

"""Which rows the table shows, in which order: an index list, since Qt's proxy is too slow."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from reader.core.lexicon.guards import format_guards
from reader.core.lexicon.layering.layers import Key, Row, entry_key
from reader.core.lexicon.lexicon import Confidence
from reader.values import frozen

_AFTER_ALL = "\U0010ffff"  # sorts after every letter
Whose = Literal["all", "mine", "changed"]
Column = Literal["phrase", "match", "part", "confidence", "guards", "plainer", "here", "list"]
COLUMNS: tuple[Column, ...] = (
    "phrase",
    "match",
    "part",
    "confidence",
    "guards",
    "plainer",
    "here",
    "list",
)


@frozen
class RowFilter:
    """What the reader wants to see of the table.

    Attributes:
        words: Letters that must stand in the phrase or its plainer wordings.
        lexicon: The list, or "" for all.
        category: The category, or "" for all.
        confidence: The confidence, or "" for both.
        whose: Everything, what is not as shipped, or the shipped that was changed or muted.
    """

    words: str = ""
    lexicon: str = ""
    category: str = ""
    confidence: Confidence | Literal[""] = ""
    whose: Whose = "all"

    @property
    def is_open(self) -> bool:
        """Return whether nothing of a list is left out."""
        return self == RowFilter(lexicon=self.lexicon)


class RowIndex:
    """All rows, ready to be searched and sorted."""

    def __init__(self, rows: Sequence[Row], here: Mapping[tuple[str, Key], int]) -> None:
        self.rows = rows
        self._here = here
        self._texts = [_text(row) for row in rows]
        self.by_phrase: list[int] = []  # the order in which a search puts the nearest first

    def count_here(self, row: Row) -> int:
        """Return how often a row's entry stands in the article."""
        return self._here.get((row.lexicon, entry_key(row.shown)), 0)

    def shown(self, row_filter: RowFilter, order: Sequence[int]) -> list[int]:
        """Return the numbers of the rows that the filter lets through, in this order."""
        words = row_filter.words.lower().strip()
        texts, rows = self._texts, self.rows
        found = order
        if words:
            found = [number for number in order if words in texts[number]]
            if order is self.by_phrase:
                found = self._nearest_first(words, found)
        if row_filter.lexicon:
            found = [n for n in found if rows[n].lexicon == row_filter.lexicon]
        if row_filter.category:
            found = [n for n in found if row_filter.category in rows[n].shown.categories]
        if row_filter.confidence:
            found = [n for n in found if rows[n].shown.confidence == row_filter.confidence]
        if row_filter.whose == "mine":
            found = [n for n in found if rows[n].state != "shipped"]
        elif row_filter.whose == "changed":
            found = [n for n in found if rows[n].state in {"changed", "muted"}]
        return list(found)

    def _nearest_first(self, words: str, found: Sequence[int]) -> Sequence[int]:
        """Return first what begins with the words; in the order of phrases it lies together."""
        order, text = self.by_phrase, self._texts.__getitem__
        first = bisect_left(order, words, key=text)
        begun = order[first : bisect_right(order, words + _AFTER_ALL, key=text)]
        if not begun:
            return found
        place = found.index(begun[0])
        return [*begun, *found[:place], *found[place + len(begun) :]]

    def in_order(self, column: Column, *, is_descending: bool) -> list[int]:
        """Return the numbers of all rows in the order of a column, equal ones by their phrase."""
        phrases = [text.partition("\n")[0] for text in self._texts]
        numbers = range(len(phrases))
        if column == "phrase":
            order = sorted(numbers, key=phrases.__getitem__, reverse=is_descending)
            if not is_descending:
                self.by_phrase = order
            return order
        pairs = list(zip(map(self._value(column), self.rows), phrases, strict=True))
        return sorted(numbers, key=pairs.__getitem__, reverse=is_descending)

    def _value(self, column: Column) -> Callable[[Row], str | int]:
        values: dict[Column, Callable[[Row], str | int]] = {
            "match": lambda row: row.shown.match,
            "part": lambda row: row.shown.part or "~",
            "confidence": lambda row: row.shown.confidence,
            "guards": lambda row: format_guards(row.shown.guards) or "~",
            "plainer": lambda row: "|".join(row.shown.alternatives) or "~",
            "here": self.count_here,
            "list": lambda row: row.lexicon + row.state,
        }
        return values[column]


def _text(row: Row) -> str:
    entry = row.shown
    return f"{entry.phrase}\n{' '.join(entry.alternatives)}".lower()

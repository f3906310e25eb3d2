"""Who wrote an article, for programs that cite: the names in its byline, one by one.

The words of bylines are in resources/language/en/date-lines.toml, which tells their form.
"""

import re

from reader.core.text.expressions import any_of
from reader.tables.date_table import TABLE, date_problems
from reader.tables.files import read_once, read_table
from reader.values import frozen

_PARTS = re.compile(r"\s*[,|/]\s*|\s+[–—-]\s+")


@frozen
class BylineWords:
    """The words of bylines, as expressions.

    Attributes:
        before: What stands before the first name.
        between: What stands between two names.
        after: What begins a remark on where or for whom somebody writes.
    """

    before: re.Pattern[str]
    between: re.Pattern[str]
    after: re.Pattern[str]


@read_once
def byline_words() -> BylineWords:
    """Return the words of bylines, read from their table once."""
    table = read_table(TABLE, date_problems)
    before, between = (any_of(table[name]) for name in ("before_author", "between_authors"))
    after = any_of(set(table["after_author"]) - set(table["between_authors"]))
    return BylineWords(
        re.compile(rf"\s*(?:{before})[:\s]\s*"),
        re.compile(rf"\s+(?:{between})\s+"),
        re.compile(rf"\s+(?:{after})\s.*", re.DOTALL),
    )


def authors_of(byline: str | None) -> tuple[str, ...]:
    """Return the names in a byline: "By Ada Roe and Bo Lee, town reporters" has two.

    What stands behind a comma is a name only where another name follows it.
    """
    words = byline_words()
    told = words.before.sub("", " ".join((byline or "").split()), count=1)
    *firsts, last = words.between.split(told)
    pieces = [piece for first in firsts for piece in _PARTS.split(first)]
    pieces.append(_PARTS.split(last)[0])
    names = (words.after.sub("", piece).strip(" .") for piece in pieces)
    return tuple(dict.fromkeys(name for name in names if name))

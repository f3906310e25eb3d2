"""Tables of counts as files: CSV for statistics, a spreadsheet that says how it was counted."""

import io
from collections.abc import Callable, Sequence

from reader import __version__
from reader.core.across.corpora.counts import are_few
from reader.core.across.corpora.tables import CountTable, Value
from reader.core.across.corpora.voiced_text import Whose
from reader.storage.exports.workbook import Workbook
from reader.storage.files.csv_tables import CsvWriter
from reader.storage.files.formulas import defused
from reader.values import frozen

Facts = Sequence[tuple[str, str]]  # what is told of a count: about what, in words

_MEASURES = (
    "log-likelihood: Dunning 1993, as Rayson and Garside 2000; log ratio: Hardie 2014; "
    "DP: Gries 2008; beside a word: log-likelihood, mutual information and t-score of nltk"
)


@frozen
class CountFormat:
    """A format that a table of counts can be written in.

    Attributes:
        name: Its fixed short name, as it is typed after --format.
        title: What a person calls it.
        suffix: How the names of its files end.
        write: Returns the file of a table, with what is told of how it was counted.
        is_text: Whether it can be shown on a terminal.
    """

    name: str
    title: str
    suffix: str
    write: Callable[[CountTable, Facts], bytes]
    is_text: bool


def _csv(table: CountTable, _facts: Facts) -> bytes:
    out = io.StringIO()
    writer = CsvWriter(out)
    writer.writerow(table.columns)
    writer.writerows(map(_defused, table.rows))
    return out.getvalue().encode("utf-8", "replace")


def _defused(row: Sequence[Value]) -> list[Value]:
    return [defused(cell) if isinstance(cell, str) else cell for cell in row]


def _xlsx(table: CountTable, facts: Facts) -> bytes:
    out = io.BytesIO()
    with Workbook.at(out) as book:
        book.begin(table.name, table.columns)
        for row in table.rows:
            book.write(table.name, row)
        book.begin("method", ("about", "told"))
        for fact in facts:
            book.write("method", fact)
    return out.getvalue()


def counted_facts(
    sets: Sequence[tuple[str, int]], whose: Whose, words: str, shared: int = 0
) -> Facts:
    """Return what a reader of a file must know of how it was counted.

    Args:
        sets: The names of the sets, and how many articles each has.
        whose: Whose words were counted.
        words: What was looked for, or "".
        shared: How many articles were in both sets.
    """
    facts = [("set", f"{name}: {articles:,} articles") for name, articles in sets]
    if shared:
        facts.append(("shared", f"{shared:,} articles were in both sets"))
    facts.append(("voices", ", ".join(whose.voices)))
    if whose.kind is not None:
        facts.append(("said by", whose.kind))
    if words:
        facts.append(("looked for", words))
    if are_few(*(articles for _, articles in sets)):
        facts.append(("few articles", "the numbers tell of these, and of little beyond them"))
    return [*facts, ("measures", _MEASURES), ("program", f"Close Reader {__version__}")]


COUNT_FORMATS = (
    CountFormat("csv", "CSV", ".csv", _csv, is_text=True),
    CountFormat("xlsx", "Spreadsheet", ".xlsx", _xlsx, is_text=False),
)

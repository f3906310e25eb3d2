"""Entries as rows of a table: reading one with all its mistakes, and writing one."""

import contextlib
import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from operator import attrgetter
from sys import intern
from typing import Any, TypeVar, cast, get_args

from reader.core.languages.language import Language
from reader.core.lexicon.guards import format_guards, parse_guards
from reader.core.lexicon.lexicon import (
    SEPARATOR,
    TEXT_COLUMNS,
    Confidence,
    Entry,
    Match,
    joined_categories,
)
from reader.core.lexicon.phrases import phrase_problem, slot_problem
from reader.core.text.tagging import Part
from reader.storage.files.csv_tables import CsvWriter
from reader.storage.files.formulas import as_meant, defused_for_return
from reader.storage.lexicons.limits import MOST_LINES, MOST_PLACES, first_lines
from reader.values import frozen

COLUMNS = (
    "phrase",
    "match",
    "part",
    "category",
    "confidence",
    "alternatives",
    "unless",
    *TEXT_COLUMNS,
)
# What other programs call the first two columns that matter.
_OTHER_NAMES = {
    "term": "phrase",
    "word": "phrase",
    "pattern": "phrase",
    "entry": "phrase",
    "guards": "unless",
    "not_when": "unless",
}
_REPEATED = ("category", "source")  # columns of which most cells say the same
_NO_TEXTS = ("",) * len(TEXT_COLUMNS)
LARGEST_CELL = 4_000
_LARGEST_RECORD = 100_000  # characters; csv refuses cells not much longer
_LONGEST_RECORD = 50  # lines that one row may be spread over
MATCHES = {"": "forms"} | {name: name for name in get_args(Match)}
PARTS = {"": None} | {name: name for name in get_args(Part)}
CONFIDENCES = {"": "confident"} | {name: name for name in get_args(Confidence)}
# What a value that nobody knows is taken for, and how that is told; a grade for the weakest.
_UNKNOWN = {
    "match": ("forms", "It is taken as “forms”."),
    "part": ("", "Every part of speech is marked."),
    "confidence": ("possible", "It is taken as “possible”."),
}
_Value = TypeVar("_Value")
Complain = Callable[[int, str, str], None]  # line, what is wrong, what to do


@frozen
class TableForm:
    """How a table is written: what its columns are called, and what stands between cells."""

    names: tuple[str, ...]
    delimiter: str


def plain_text(text: str) -> str:
    """Return a table with plain line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def table_form(text: str) -> TableForm:
    """Return how a table is written, by its first line; of a very long one by its beginning."""
    header = text.split("\n", 1)[0][:_LARGEST_RECORD]
    forms = [_form(header, sign) for sign in sorted(",;\t", key=header.count, reverse=True)]
    return next((form for form in forms if "phrase" in form.names), forms[0])


def _form(header: str, delimiter: str) -> TableForm:
    named = [name.strip().lower() for name in next(csv.reader([header], delimiter=delimiter), [])]
    return TableForm(tuple(_OTHER_NAMES.get(name, name) for name in named), delimiter)


def table_rows(text: str, complain: Complain) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield line number and cells by column name of each row that is not empty."""
    text, more = first_lines(plain_text(text))
    if more:
        complain(
            0, f"only the first {MOST_LINES:,} of its lines are read.", "Make two lists of it."
        )
    if len(text.split("\n", 1)[0]) > _LARGEST_RECORD:
        complain(1, "the line that names the columns is too long.", "Shorten it.")
        return
    form = table_form(text)
    names = form.names
    if "phrase" not in names:
        complain(1, "no column is called “phrase”.", "The first line names the columns.")
        return
    for line, record in table_records(text, form.delimiter, len(names), complain):
        cells = list(map(str.strip, record))
        if line == 1 or not any(cells):
            continue
        if len(cells) > len(names) and any(cells[len(names) :]):
            complain(line, f"the row has {len(cells)} cells for {len(names)} columns.", _QUOTE)
        row = dict(zip(names, map(as_meant, cells), strict=False))
        for name in _REPEATED:
            if name in row:
                row[name] = intern(row[name])
        yield line, row


_QUOTE = "Put quotation marks around a cell that holds the separator."


def table_records(
    text: str, delimiter: str, width: int, complain: Complain
) -> Iterable[tuple[int, list[str]]]:
    """Return line and cells of the rows; a mark left open costs its own line and no other.

    Args:
        text: The table, with plain line ends.
        delimiter: What stands between cells.
        width: How many cells a row may have when it goes on over several lines.
        complain: Takes all that is wrong.
    """
    lines = text.split("\n")
    if text.count('"') % 2 == 0 and max(map(len, lines)) <= LARGEST_CELL:
        with contextlib.suppress(csv.Error):  # a cell that swallowed many lines; seen below
            rows = list(csv.reader(lines, delimiter=delimiter))
            if len(rows) == len(lines):
                return enumerate(_let_go(rows), start=1)
    return _record_by_record(lines, delimiter, width, complain)


def _let_go(rows: list[list[str]]) -> Iterator[list[str]]:
    """Yield rows, and keep none of them: a long table is as large as all of its entries."""
    rows.reverse()
    while rows:
        yield rows.pop()


def _record_by_record(
    lines: Sequence[str], delimiter: str, width: int, complain: Complain
) -> Iterator[tuple[int, list[str]]]:
    number = 0
    while number < len(lines):
        first = number
        number += 1
        if lines[first].count('"') % 2:
            number = _past_record(lines, first, delimiter, width)
            if not number:
                complain(first + 1, "a quotation mark is not closed.", "Mend the line.")
                number = first + 1
                continue
        record = "\n".join(lines[first:number])
        cells = None
        if len(record) <= _LARGEST_RECORD:
            cells = next(csv.reader([record], delimiter=delimiter), [])
        if cells is None or max(map(len, cells), default=0) > LARGEST_CELL:
            what = f"a cell is longer than {LARGEST_CELL:,} characters."
            complain(first + 1, what, "Shorten it.")
            continue
        yield first + 1, cells


def _past_record(lines: Sequence[str], first: int, delimiter: str, width: int) -> int:
    """Return the line after a row that goes on over lines, 0 when it never ends as it should."""
    quotes = 0
    for number in range(first, min(len(lines), first + _LONGEST_RECORD)):
        quotes += lines[number].count('"')
        if quotes % 2 == 0:
            record = "\n".join(lines[first : number + 1])
            try:
                cells = next(csv.reader([record], delimiter=delimiter, strict=True))
            except csv.Error:
                return 0
            return number + 1 if len(cells) <= width else 0
    return 0


@frozen
class RowRules:
    """What the rows of a table may hold.

    Attributes:
        categories: Those they may name, None for any.
        language: The language of their phrases.
    """

    categories: Set[str] | None
    language: Language


def read_row(
    row: Mapping[str, str], line: int, rules: RowRules, complain: Complain
) -> Entry | None:
    """Return the entry that a row holds, None where it cannot be used.

    Args:
        row: Its cells by column.
        line: Where it stands.
        rules: What it may hold.
        complain: Takes all that is wrong with it.
    """
    phrase = " ".join(row.get("phrase", "").replace("...", "…").split())
    category = _categories(row.get("category", ""), line, complain)
    is_slot = row.get("match") == "slot"
    problem = slot_problem(phrase) if is_slot else plain_problem(phrase, rules.language)
    if problem is None and not category:
        problem = "the entry has no category."
    elif problem is None and rules.categories is not None and category not in rules.categories:
        category, problem = _known_categories(category, rules.categories, line, complain)
    if problem is not None:
        complain(line, problem, "Mend the line, or remove it.")
        return None
    unless = row.get("unless", "")
    guards, wrong = parse_guards(unless) if unless else ((), ())
    for what in wrong:
        complain(line, f"{what} The entry works without it.", "")
    alternatives = row.get("alternatives", "")
    texts: Iterable[Any] = (*map(row.get, TEXT_COLUMNS, _NO_TEXTS), line)
    return Entry(
        phrase,
        cast("Match", _choice(row, "match", MATCHES, line, complain)),
        cast("Part | None", _choice(row, "part", PARTS, line, complain)),
        category,
        cast("Confidence", _choice(row, "confidence", CONFIDENCES, line, complain)),
        listed_in(alternatives) if alternatives else (),
        guards,
        *texts,  # the fields after these are the columns of text, in their order, and the line
    )


def _categories(cell: str, line: int, complain: Complain) -> str:
    """Return the categories of a cell, `|` between them, each once."""
    if SEPARATOR not in cell:
        return cell
    names = tuple(dict.fromkeys(listed_in(cell)))
    if len(names) > MOST_PLACES:
        what = f"the entry is in {len(names)} categories; the first {MOST_PLACES} are used."
        complain(line, what, "")
    return joined_categories(names[:MOST_PLACES])


def _known_categories(
    category: str, known: Set[str], line: int, complain: Complain
) -> tuple[str, str | None]:
    """Return those of several categories that are known, and what is wrong when none is."""
    named = category.split(SEPARATOR)
    kept = [name for name in named if name in known]
    unknown = [
        f"“{name}” is not one of this lexicon's categories." for name in named if name not in known
    ]
    if not kept:
        return category, unknown[0]
    for what in unknown:
        complain(line, what, "The entry stands in its other categories.")
    return joined_categories(kept), None


def category_in(cell: str, known: Set[str] | None) -> str:
    """Return the category of a cell as an entry has it; "" where anything is wrong with it."""
    complaints: list[str] = []

    def complain(_line: int, what: str, _hint: str) -> None:
        complaints.append(what)

    category, problem = _categories(cell, 0, complain), None
    if category and known is not None and category not in known:
        category, problem = _known_categories(category, known, 0, complain)
    return "" if complaints or problem else category


# Up to nine words of letters, one of them so long that it does not stand in every sentence.
_PLAIN = re.compile(r"(?=.*[^\W\d_]{5})[^\W\d_]+(?:[ '’-][^\W\d_]+){0,8}")


def plain_problem(phrase: str, language: Language) -> str | None:
    """Return what is wrong with a phrase; most are plain words, which is quickly seen."""
    return None if _PLAIN.fullmatch(phrase) else phrase_problem(phrase, language)


def listed_in(cell: str) -> tuple[str, ...]:
    """Return what a cell lists, `|` between the pieces."""
    return tuple(filter(None, map(str.strip, cell.split("|"))))


def _choice(
    row: Mapping[str, str],
    column: str,
    allowed: Mapping[str, _Value],
    line: int,
    complain: Complain,
) -> _Value:
    value = row.get(column, "")
    if value in allowed:
        return allowed[value]
    value = value.lower()
    if value not in allowed:
        names = ", ".join(filter(None, allowed))
        taken, told = _UNKNOWN[column]
        complain(line, f"“{value}” is not a value of {column}; it is one of {names}. {told}", "")
        value = taken
    return allowed[value]


_texts = attrgetter(*TEXT_COLUMNS)


def entry_cells(entry: Entry) -> tuple[str, ...]:
    """Return an entry as the cells of its row, in the order of COLUMNS, formulas as they are."""
    return (
        entry.phrase,
        entry.match,
        entry.part or "",
        entry.category,
        entry.confidence,
        "|".join(entry.alternatives),
        format_guards(entry.guards),
        *_texts(entry),
    )


def entry_row(entry: Entry) -> tuple[str, ...]:
    """Return the cells of an entry as they are written: no spreadsheet computes one."""
    return tuple(map(defused_for_return, entry_cells(entry)))


def entry_table(entries: Sequence[Entry]) -> str:
    """Return the table of `entries.csv`."""
    out = io.StringIO()
    writer = CsvWriter(out)
    writer.writerow(COLUMNS)
    writer.writerows(map(entry_row, entries))
    return out.getvalue()

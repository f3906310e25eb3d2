"""Tables without a fault, read column by column; most are, and it takes half the time."""

import contextlib
import csv
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial

from reader.core.lexicon.filed.filing import filed
from reader.core.lexicon.filed.late_entries import Columns, Filing, Kind, Lead, state_in
from reader.core.lexicon.guards import parse_guards
from reader.core.lexicon.lexicon import Guard
from reader.core.lexicon.phrases import slot_problem
from reader.storage.files.formulas import as_meant
from reader.storage.files.text_files import decode_text
from reader.storage.lexicons.late_rows import row_starts
from reader.storage.lexicons.limits import MOST_ENTRIES, first_lines
from reader.storage.lexicons.tables import (
    CONFIDENCES,
    LARGEST_CELL,
    MATCHES,
    PARTS,
    RowRules,
    TableForm,
    category_in,
    plain_problem,
    plain_text,
    table_form,
)
from reader.values import frozen

_Guards = Mapping[int, Sequence[Guard]]
_KIND_COLUMNS = ("match", "part", "category", "confidence")


@frozen
class WholeTable:
    """A table of entries without a fault.

    Attributes:
        form: How it is written.
        columns: What is asked of all entries, in their order.
        starts: The byte at which the row of each begins.
    """

    form: TableForm
    columns: Columns
    starts: Sequence[int]


def whole_table(data: bytes, rules: RowRules) -> WholeTable | None:
    """Return what a table holds; None where one row is not as it should be, or over two lines.

    What it finds wrong it does not tell: then the rows are to be read one by one.

    Args:
        data: What the file holds.
        rules: What its rows may hold.
    """
    decoded = decode_text(data)
    text, more = first_lines(plain_text(decoded.text))
    form = table_form(text)
    lines = text.split("\n")
    is_plain = not (decoded.note or more) and max(map(len, lines)) <= LARGEST_CELL
    is_named = "phrase" in form.names and len({*form.names}) == len(form.names)
    rows = _rows(lines, form) if is_plain and is_named else None
    if rows is None:
        return None
    used = [number for number, row in enumerate(rows) if number and any(map(str.strip, row))]
    columns = _columns([rows[number] for number in used], form.names, rules)
    numbers = [number + 1 for number in used]
    starts = row_starts(data, decoded.text, numbers) if columns is not None else None
    if columns is None or starts is None:
        return None
    return WholeTable(form, _filed(columns, numbers, rules), starts)


def _rows(lines: Sequence[str], form: TableForm) -> list[list[str]] | None:
    """Return the cells of each line, None where a row goes on over lines or has too many cells."""
    with contextlib.suppress(csv.Error):
        rows = list(csv.reader(lines, delimiter=form.delimiter))
        width = len(form.names)
        if len(rows) == len(lines) and max(map(len, rows)) <= width:
            return [row if len(row) == width else row + [""] * (width - len(row)) for row in rows]
    return None


@frozen
class _Read:
    """The columns that tell what entries find."""

    phrases: Sequence[str]
    kinds: Sequence[Kind]
    counterparts: Mapping[int, str]
    guards: _Guards


def _columns(rows: Sequence[Sequence[str]], names: Sequence[str], rules: RowRules) -> _Read | None:
    """Return what rows hold, None where something is to be complained of."""
    if not 0 < len(rows) <= MOST_ENTRIES:
        return None
    written = dict(zip(names, zip(*rows, strict=True), strict=True))

    def column(name: str) -> list[str]:
        cells = map(str.strip, written.get(name, ("",) * len(rows)))
        return [cell if cell[:1] != "'" else as_meant(cell) for cell in cells]

    phrases = [" ".join(cell.replace("...", "…").split()) for cell in column("phrase")]
    cells = list(zip(*map(column, _KIND_COLUMNS), strict=True))
    kinds = _kinds(cells, rules)
    guards = _guards(column("unless"))
    if kinds is None or guards is None or not _are_phrases(phrases, kinds, rules):
        return None
    parts = (kind.part for kind in kinds)
    told = (guards.get(number, ()) for number in range(len(phrases)))
    if len({*zip(map(str.lower, phrases), parts, told, strict=True)}) < len(phrases):
        return None
    others = {number: cell for number, cell in enumerate(column("counterpart")) if cell}
    return _Read(phrases, kinds, others, guards)


def _kinds(cells: Sequence[tuple[str, ...]], rules: RowRules) -> list[Kind] | None:
    """Return the kinds of entries, None where a cell holds something else."""
    made: dict[tuple[str, ...], Kind] = {}
    for match, part, listed, confidence in {*cells}:
        is_known = match in MATCHES and part in PARTS and confidence in CONFIDENCES
        category = category_in(listed, rules.categories)
        if not is_known or not category:
            return None
        made[match, part, listed, confidence] = Kind(
            MATCHES[match], PARTS[part], category, CONFIDENCES[confidence]
        )
    return list(map(made.__getitem__, cells))


def _guards(cells: Iterable[str]) -> _Guards | None:
    """Return the guards of the entries that have some, None where one is not understood."""
    found: dict[int, Sequence[Guard]] = {}
    for number, cell in enumerate(cells):
        if cell:
            found[number], wrong = parse_guards(cell)
            if wrong:
                return None
    return found


def _are_phrases(phrases: Sequence[str], kinds: Sequence[Kind], rules: RowRules) -> bool:
    """Tell whether nothing is wrong with any phrase."""
    return all(
        (slot_problem(phrase) if kind.match == "slot" else plain_problem(phrase, rules.language))
        is None
        for phrase, kind in zip(phrases, kinds, strict=True)
    )


def _filed(read: _Read, lines: Sequence[int], rules: RowRules) -> Columns:
    """Return the columns of entries; these are filed by their first words when that is asked."""

    @cache
    def filing() -> Filing:
        return filed(map(Lead, read.phrases, read.kinds), rules.language)

    columns = (read.phrases, read.kinds, lines, read.counterparts, filing)
    return Columns(*columns, partial(state_in, Columns(*columns, int), read.guards))

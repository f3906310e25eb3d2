"""The rows of a table of entries, each read again when its entry is asked for."""

import codecs
import csv
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any

from reader.core.lexicon.filed.late_entries import Columns
from reader.core.lexicon.guards import parse_guards
from reader.core.lexicon.lexicon import TEXT_COLUMNS, Entry
from reader.storage.files.formulas import as_meant
from reader.storage.lexicons.tables import TableForm, listed_in, plain_text


class LateRows:
    """The rows of a table that was read before: what was wrong with them has been told.

    It holds the bytes of the file, which take a third of the memory of all entries.
    """

    def __init__(
        self, data: bytes, form: TableForm, columns: Columns, starts: Sequence[int]
    ) -> None:
        """Begin with no row read.

        Args:
            data: What the file holds.
            form: How the table is written.
            columns: What is known of the entries in those rows that can be used.
            starts: The byte at which each of those begins.
        """
        self._data = data
        self._delimiter = form.delimiter
        self._columns = columns
        self._starts = starts
        self._width = len(form.names)
        places = {name: place for place, name in enumerate(form.names)}
        self._alternatives, self._unless, *self._texts = (
            places.get(name, self._width) for name in ("alternatives", "unless", *TEXT_COLUMNS)
        )

    def entries(self, numbers: Iterable[int]) -> Iterator[Entry]:
        """Yield the entries of some rows."""
        return map(self._entry, numbers)

    def _entry(self, number: int) -> Entry:
        start = self._starts[number]
        end = self._data.find(b"\n", start)
        line = self._data[start : end if end >= 0 else None].decode()
        cells = next(csv.reader((line,), delimiter=self._delimiter))[: self._width]
        cells += [""] * (self._width + 1 - len(cells))  # the last one stands for lacking columns
        cells = [as_meant(cell.strip()) for cell in cells]
        alternatives, unless = cells[self._alternatives], cells[self._unless]
        columns = self._columns
        rest: Iterable[Any] = (
            *[cells[place] for place in self._texts],
            columns.lines[number],
        )
        return Entry(
            columns.phrases[number],
            *columns.kinds[number],
            listed_in(alternatives) if alternatives else (),
            parse_guards(unless)[0] if unless else (),
            *rest,  # the columns of text, in their order, and the line
        )


def row_starts(data: bytes, text: str, lines: Iterable[int]) -> list[int] | None:
    """Return the byte at which each of some rows begins.

    None where they cannot be read one by one: a row goes on over lines, or the file is no UTF-8.
    """
    written = data.removeprefix(codecs.BOM_UTF8)
    if written.replace(b"\r\n", b"\n") != plain_text(text).encode("utf-8", "replace"):
        return None
    rows = data.split(b"\n")
    if any(row.count(b'"') % 2 for row in rows):
        return None
    starts = list(accumulate((len(row) + 1 for row in rows), initial=0))
    return [starts[line - 1] for line in lines]

"""CSV of other programs, under limits; names of columns count in any case."""

import csv
import io
from collections.abc import Iterator, Mapping

from reader.errors import ImportFailedError
from reader.intake.text.decode import decode

MOST_ITEMS = 100_000
_LONGEST_CELL = 1_000_000  # characters


def rows_of(data: bytes, name: str) -> Iterator[Mapping[str, str]]:
    """Yield the rows of a table by the names of its columns in lower case.

    Raises:
        ImportFailedError: It is no text, or no table.
    """
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(decode(data, name), newline=""))
    try:
        head = [cell.strip().lower() for cell in next(reader, [])]
        for number, row in enumerate(reader):
            if number >= MOST_ITEMS:
                return
            yield dict(zip(head, row, strict=False))
    except csv.Error as error:
        raise ImportFailedError(
            f"“{name}”, line {reader.line_num}: the table is damaged.",
            hint="Export it again from the program that made it.",
        ) from error


def columns_of(data: bytes) -> frozenset[str]:
    """Return the names of the columns of a table, in lower case; of what is none, some words."""
    line = data[:2_000].decode("utf-8", "replace").lstrip("\ufeff").split("\n", 1)[0]
    return frozenset(cell.strip().strip('"').lower() for cell in line.split(","))

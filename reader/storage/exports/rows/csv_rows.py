"""Marks of many articles as one CSV: one header row, one row a mark."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from reader.storage.exports.rows.row_file import COLUMNS, MARKS, RowFormat, Rows, nothing_needed
from reader.storage.files.csv_tables import CsvWriter
from reader.storage.reports.tables import defused_row


class _CsvSink:
    """Writes the marks; other tables have no place in a CSV."""

    def __init__(self, file: TextIO) -> None:
        self._writer = CsvWriter(file)
        self._writer.writerow(COLUMNS[MARKS])

    def add(self, rows: Rows) -> None:
        self._writer.writerows(map(defused_row, rows.get(MARKS, ())))


@contextmanager
def _opened(path: Path) -> Iterator[_CsvSink]:
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        yield _CsvSink(file)


def _is_ours(path: Path) -> bool:
    header = f"{','.join(COLUMNS[MARKS])}\n".encode()
    with path.open("rb") as file:
        return file.read(len(header)) == header


CSV_ROWS = RowFormat(
    "csv", "CSV of marks", nothing_needed, _opened, has_errors=False, is_ours=_is_ours
)

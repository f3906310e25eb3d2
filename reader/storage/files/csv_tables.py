"""Tables in CSV, written so that each row is read back as one row."""

import csv
from collections.abc import Iterable
from typing import Protocol

_ROW_END = "\r\n"  # of Python's writer: it quotes a cell that holds a sign of it


class _Writable(Protocol):
    """What text can be written to."""

    def write(self, text: str, /) -> object: ...


class _LineFeeds:
    """Ends each row with a line feed alone, where Python's writer ended it with two signs."""

    def __init__(self, out: _Writable) -> None:
        self._out = out

    def write(self, row: str) -> object:
        return self._out.write(f"{row.removesuffix(_ROW_END)}\n")


class CsvWriter:
    """Writes rows that end with a line feed; a cell with any end of a line in it is quoted.

    Told to end rows with a line feed, Python's own writer leaves a carriage return in a cell bare.
    There a spreadsheet, and Python's own reader, begin another row: with a formula perhaps.
    """

    def __init__(self, out: _Writable, delimiter: str = ",") -> None:
        writer = csv.writer(_LineFeeds(out), delimiter=delimiter, lineterminator=_ROW_END)
        self._write_row = writer.writerow

    def writerow(self, cells: Iterable[object]) -> None:
        """Write one row."""
        self._write_row(cells)

    def writerows(self, rows: Iterable[Iterable[object]]) -> None:
        """Write rows, one after another."""
        for row in rows:
            self._write_row(row)

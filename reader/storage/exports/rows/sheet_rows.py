"""A spreadsheet of many articles, a sheet for each table, written row by row."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.storage.exports.rows.row_file import COLUMNS, RowFormat, Rows, nothing_needed
from reader.storage.exports.workbook import Workbook, is_workbook_of


class _SheetSink:
    """Writes each table to its sheet."""

    def __init__(self, sheets: Workbook) -> None:
        self._sheets = sheets
        for name, columns in COLUMNS.items():
            sheets.begin(name, columns)

    def add(self, rows: Rows) -> None:
        for name, table in rows.items():
            for row in table:
                self._sheets.write(name, row)


@contextmanager
def _opened(path: Path) -> Iterator[_SheetSink]:
    with Workbook.at(path) as sheets:
        yield _SheetSink(sheets)


def _is_ours(path: Path) -> bool:
    return is_workbook_of(path, tuple(COLUMNS))


XLSX_ROWS = RowFormat(
    "xlsx", "Spreadsheet", nothing_needed, _opened, has_errors=True, is_ours=_is_ours
)

"""A spreadsheet: a sheet for each kind of things, and one that says how it was counted."""

import io
import re
from collections.abc import Iterable, Sequence

from reader.storage.exports.late_loads import load_xlsxwriter
from reader.storage.exports.tidy import filled_tables
from reader.storage.reports.method_sheet import method_sheet
from reader.storage.reports.report_format import Choices, Report, ReportFormat
from reader.storage.reports.tables import Cell, Row, defused_row

_LONGEST = 32_767  # characters of a cell
_HALVES = re.compile("[\ud800-\udfff]")
MOST_ROWS = 1_048_575  # of a sheet, its header left out
SHEET_SETTINGS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def spreadsheet(sheets: Iterable[tuple[str, Sequence[str], Iterable[Row]]]) -> bytes:
    """Return a workbook of sheets, each with its name, its columns and its rows."""
    out = io.BytesIO()
    book = load_xlsxwriter().Workbook(out, SHEET_SETTINGS)
    head = book.add_format({"bold": True})
    for name, columns, rows in sheets:
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, columns, head)
        for number, row in enumerate(rows, start=1):
            if number > MOST_ROWS:
                break
            sheet.write_row(number, 0, map(_cell, row))
    book.close()
    return out.getvalue()


def _cell(cell: Cell) -> Cell:
    """Return a cell that a sheet can hold: no half surrogates, and no more than it takes."""
    if isinstance(cell, int):
        return cell
    held = cell if len(cell) <= _LONGEST else f"{cell[: _LONGEST - 1]}…"
    return _HALVES.sub("�", held)


def _write(reports: Sequence[Report], choices: Choices) -> bytes:
    told = [
        defused_row((part.heading, sentence))
        for part in method_sheet(reports, choices)
        for sentence in part.told
    ]
    sheets = [(one.table.name, one.table.columns, one.rows) for one in filled_tables(reports)]
    return spreadsheet([*sheets, ("method", ("about", "told"), told)])


XLSX = ReportFormat(
    "xlsx",
    "Spreadsheet",
    ".xlsx",
    _write,
    is_text=False,
    about="a sheet each of marks, hedges, sources, names, notes",
    loss="It holds rows, not the running text.",
)

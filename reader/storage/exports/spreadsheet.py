"""A spreadsheet: a sheet for each kind of things, and one that says how it was counted."""

import io
from collections.abc import Sequence

from reader.storage.exports.rows.tidy import filled_tables
from reader.storage.exports.workbook import Workbook
from reader.storage.reports.report_format import Choices, Report, ReportFormat
from reader.storage.reports.sheets.method_sheet import method_sheet


def _write(reports: Sequence[Report], choices: Choices) -> bytes:
    out = io.BytesIO()
    with Workbook.at(out) as book:
        for filled in filled_tables(reports):
            book.begin(filled.table.name, filled.table.columns)
            for row in filled.rows:
                book.write(filled.table.name, row)
        book.begin("method", ("about", "told"))
        for part in method_sheet(reports, choices):
            for sentence in part.told:
                book.write("method", (part.heading, sentence))
    return out.getvalue()


XLSX = ReportFormat(
    "xlsx",
    "Spreadsheet",
    ".xlsx",
    _write,
    is_text=False,
    about="a sheet each of marks, hedges, sources, names, notes",
    loss="It holds rows, not the running text.",
)

"""The report as a table in CSV: one row a mark or a note, one header row, nothing before it."""

import io
from collections.abc import Sequence

from reader.storage.files.csv_tables import CsvWriter
from reader.storage.reports.report_format import Choices, Report, ReportFormat
from reader.storage.reports.tables import MARK_COLUMNS, defused_row, mark_rows


def csv_report(reports: Sequence[Report]) -> str:
    """Return the marks and notes of some articles, ready for a spreadsheet."""
    out = io.StringIO()
    writer = CsvWriter(out)
    writer.writerow(MARK_COLUMNS)
    for report in reports:
        writer.writerows(map(defused_row, mark_rows(report)))
    return out.getvalue()


def _write(reports: Sequence[Report], _choices: Choices) -> bytes:
    return csv_report(reports).encode("utf-8", "replace")


CSV = ReportFormat(
    "csv",
    "Table of marks",
    ".csv",
    _write,
    about="one row a mark or note, for statistics",
    holds=frozenset({"wording", "hedging", "notes", "corrections"}),
    loss="It holds one table, of marks and notes; the spreadsheet has sources and names too.",
)

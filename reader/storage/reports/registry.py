"""The formats that an analysis can be written in, in one tuple.

`analyze --format` and the window's *Save* share it. To add a format, write a module with its
ReportFormat and add it to REPORT_FORMATS; a test asks for what its users need.
"""

from reader.storage.reports.html_report import HTML
from reader.storage.reports.json_report import JSON
from reader.storage.reports.report_format import ReportFormat
from reader.storage.reports.tables import CSV
from reader.storage.reports.text_report import TEXT

REPORT_FORMATS = (TEXT, JSON, HTML, CSV)


def report_format(name: str) -> ReportFormat:
    """Return the format of a name.

    Raises:
        KeyError: There is none.
    """
    return {one.name: one for one in REPORT_FORMATS}[name]


def report_format_of_file(path: str) -> ReportFormat | None:
    """Return the format of a file by the ending of its name, None where no format has it."""
    return next((one for one in REPORT_FORMATS if path.lower().endswith(one.suffix)), None)

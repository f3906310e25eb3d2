"""The formats that analyses can be written in, in one tuple.

`analyze --format`, `export --format` and the window's dialog share it. To add a format, write a
module with its ReportFormat and add it to EXPORT_FORMATS; a test asks for what its users need.
"""

from collections.abc import Sequence
from dataclasses import replace

from reader.storage.exports.book.epub import EPUB
from reader.storage.exports.evaluation import EVALUATION, MARKED
from reader.storage.exports.markdown.markdown import MARKDOWN
from reader.storage.exports.markdown.method import METHOD
from reader.storage.exports.others.brat import BRAT
from reader.storage.exports.others.web_annotation import ANNOTATIONS
from reader.storage.exports.references import CSL, RIS
from reader.storage.exports.spreadsheet import XLSX
from reader.storage.reports.choosing import chosen
from reader.storage.reports.csv_report import CSV
from reader.storage.reports.free_names import FreeNames
from reader.storage.reports.html.page import HTML
from reader.storage.reports.json_report import JSON
from reader.storage.reports.report_format import Choices, Report, ReportFormat, Writer
from reader.storage.reports.text_report import TEXT

PDF = ReportFormat(
    "pdf",
    "PDF",
    ".pdf",
    None,
    is_text=False,
    about="as printed, for paper",
    loss="Those who read by ear are better served by the web page or the EPUB.",
)
EXPORT_FORMATS = (
    HTML,
    PDF,
    EPUB,
    MARKDOWN,
    CSV,
    XLSX,
    ANNOTATIONS,
    BRAT,
    RIS,
    CSL,
    METHOD,
    TEXT,
    JSON,
    EVALUATION,
    MARKED,
)
REPORTS = (TEXT, JSON, HTML, CSV)  # what `analyze` writes


def export_format(name: str) -> ReportFormat:
    """Return the format of a name.

    Raises:
        KeyError: There is none.
    """
    return {one.name: one for one in EXPORT_FORMATS}[name]


def written(
    one: ReportFormat, reports: Sequence[Report], choices: Choices, write_paper: Writer
) -> bytes:
    """Return the bytes of a file on some articles, with what was chosen of each.

    Args:
        one: The format.
        reports: The articles.
        choices: What goes in.
        write_paper: What writes paper; the window's part, which this room does not know.
    """
    names = FreeNames()
    made = (chosen(report, choices) for report in reports)
    prepared = [replace(report, name=names.take(report.name)) for report in made]
    return (one.write or write_paper)(prepared, choices)

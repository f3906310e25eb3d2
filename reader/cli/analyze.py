"""`close-reader analyze`: one article in, one report out."""

import argparse
import sys

from reader.batch.documents import AnalysisSettings, DocumentMaker, settings_of
from reader.core.document import analysis_document
from reader.intake.read import read_article
from reader.storage.atomic_files import write_atomically
from reader.storage.reports import tables
from reader.storage.reports.html_report import html_report
from reader.storage.reports.text_report import text_report

_REPORTS = {
    "text": text_report,
    "html": html_report,
    "csv": tables.csv_report,
}


def run(call: argparse.Namespace) -> int:
    """Write the report that is asked for; return the exit status.

    Raises:
        ReaderError: The article or the lexicons cannot be read, or the report not be written.
    """
    report, problems = report_article(call.article, call.format, settings_of(call))
    for problem in problems:
        print(f"close-reader: {problem}", file=sys.stderr)
    if call.output:
        write_atomically(call.output, report.encode())
    else:
        sys.stdout.write(report)
    return 0


def report_article(
    origin: str, form: str, settings: AnalysisSettings
) -> tuple[str, tuple[str, ...]]:
    """Return the report on an article in a format, and what was wrong with the lexicons.

    Raises:
        ReaderError: The article or the lexicons cannot be read.
    """
    article = read_article(origin, verbatim=settings.is_verbatim)
    maker = DocumentMaker(settings)
    analysis = maker.analysis(article)
    document_id = tables.document_id(origin)
    if form == "json":
        return tables.json_report(analysis_document(analysis, document_id)), maker.problems
    return _REPORTS[form](analysis, document_id), maker.problems

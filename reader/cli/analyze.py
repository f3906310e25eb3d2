"""`close-reader analyze`: one article in, one report out."""

from reader.cli.documents import AnalysisSettings, DocumentMaker
from reader.core.document import analysis_document
from reader.intake.read import read_article
from reader.storage import reports
from reader.storage.html_report import html_report
from reader.storage.text_report import text_report

_REPORTS = {
    "text": text_report,
    "html": html_report,
    "csv": reports.csv_report,
}
FORMATS = ("text", "json", "html", "csv")


def report_article(
    origin: str, form: str, settings: AnalysisSettings
) -> tuple[str, tuple[str, ...]]:
    """Return the report on an article in one of FORMATS, and what was wrong with the lexicons.

    Raises:
        ReaderError: The article or the lexicons cannot be read.
    """
    article = read_article(origin, verbatim=settings.is_verbatim)
    maker = DocumentMaker(settings)
    analysis = maker.analysis(article)
    document_id = reports.document_id(origin)
    if form == "json":
        return reports.json_report(analysis_document(analysis, document_id)), maker.problems
    return _REPORTS[form](analysis, document_id), maker.problems

"""The `analyze` command: one article in, one report out."""

import argparse
from pathlib import Path

from reader.batch.documents import AnalysisSettings, DocumentMaker, LoadReadability
from reader.cli.arguments.analysis_options import add_analysis_options, settings_of
from reader.cli.arguments.articles import article_of, document_name, refuse_article_as_output
from reader.cli.frame.output import say, write_output
from reader.storage.exports.registry import REPORTS, export_format
from reader.storage.reports.report_format import USUAL, Report, ReportFormat

_EPILOG = """\
The report is the program's own work, for a kept article too: what you corrected and muted in the
window goes into `close-reader export`."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the article, the format and the options of an analysis."""
    parser.epilog = _EPILOG
    parser.add_argument("article", metavar="ARTICLE")
    names = [one.name for one in REPORTS]
    parser.add_argument("--format", choices=names, default="text", help="default: text")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write there, not here")
    add_analysis_options(parser)


def run(call: argparse.Namespace, load_readability: LoadReadability) -> int:
    """Write the report that is asked for; return the exit status.

    Raises:
        ReaderError: The article or the lexicons cannot be read, or the report not be written.
    """
    refuse_article_as_output(call.article, call.output)
    chosen = export_format(call.format)
    data, problems = report_article(call.article, chosen, settings_of(call), load_readability)
    say(problems)
    write_output(data, call.output, "" if chosen.is_text else chosen.suffix)
    return 0


def report_article(
    origin: str,
    chosen: ReportFormat,
    settings: AnalysisSettings,
    load_readability: LoadReadability,
) -> tuple[bytes, tuple[str, ...]]:
    """Return the report on an article in a format, and what was wrong with the lexicons.

    Raises:
        ReaderError: The article or the lexicons cannot be read.
    """
    article = article_of(origin, is_verbatim=settings.is_verbatim)
    maker = DocumentMaker(settings, load_readability)
    report = Report(maker.analysis(article), document_name(origin, article))
    return (chosen.write([report], USUAL) if chosen.write else b""), maker.problems

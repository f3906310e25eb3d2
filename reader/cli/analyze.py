"""The `analyze` command: one article in, one report out."""

import argparse
from contextlib import suppress
from pathlib import Path

from reader.batch.documents import AnalysisSettings, DocumentMaker, LoadReadability
from reader.cli.analysis_options import add_analysis_options, settings_of
from reader.cli.articles import article_of
from reader.cli.output import say, write_output
from reader.errors import ReaderError
from reader.storage.reports.registry import REPORT_FORMATS, report_format
from reader.storage.reports.report_format import Report, ReportFormat
from reader.storage.reports.tables import document_id


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the article, the format and the options of an analysis."""
    parser.add_argument("article", metavar="ARTICLE")
    names = [one.name for one in REPORT_FORMATS]
    parser.add_argument("--format", choices=names, default="text", help="default: text")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write there, not here")
    add_analysis_options(parser)


def run(call: argparse.Namespace, load_readability: LoadReadability) -> int:
    """Write the report that is asked for; return the exit status.

    Raises:
        ReaderError: The article or the lexicons cannot be read, or the report not be written.
    """
    _check_output(call.article, call.output)
    chosen = report_format(call.format)
    data, problems = report_article(call.article, chosen, settings_of(call), load_readability)
    say(problems)
    write_output(data, call.output, "" if chosen.is_text else chosen.suffix)
    return 0


def _check_output(origin: str, output: Path | None) -> None:
    """Refuse an output that would be written over the article.

    Raises:
        ReaderError: Both are one file.
    """
    is_article = False
    if output is not None and origin != "-":
        with suppress(OSError, ValueError):  # a web address, or one is missing: not one file
            is_article = output.is_file() and output.samefile(origin)
    if is_article:
        raise ReaderError(
            f"{output} is the article, and would be written over.",
            hint="Choose another file with --output.",
        )


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
    report = Report(maker.analysis(article), document_id(article.origin))
    return chosen.write(report), maker.problems

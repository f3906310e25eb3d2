"""The `export` command: an article or a collection, with notes and corrections, in any format."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from reader.batch.documents import AnalysisSettings, DocumentMaker, LoadReadability
from reader.cli.articles import article_of, refuse_article_as_output
from reader.cli.output import say, write_output
from reader.core.corrections import EVERYWHERE, Scope, apply
from reader.core.lexicon.findings import Voice
from reader.core.text.article import Article
from reader.errors import ReaderError
from reader.paths import default_paths
from reader.storage.exports.registry import EXPORT_FORMATS, export_format, written
from reader.storage.reports.report_format import Choices, Report
from reader.storage.reports.tables import document_id
from reader.storage.user_data.file_store import FileStore

_EPILOG = """\
ARTICLE is a file, a web address, or - for standard input. What you corrected and noted in the
window goes in. A mark is a question, not a verdict."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the article, the format, the file and what goes in."""
    parser.epilog = _EPILOG
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("article", nargs="?", metavar="ARTICLE")
    what.add_argument("--collection", metavar="NAME", help="all articles of a collection")
    names = [one.name for one in EXPORT_FORMATS if one.is_export]
    parser.add_argument("--format", choices=names, required=True)
    parser.add_argument("--output", type=Path, required=True, metavar="FILE")
    parser.add_argument(
        "--voice",
        action="append",
        default=[],
        choices=get_args(Voice),
        help="mark only these words; may be given more than once",
    )
    parser.add_argument("--black", action="store_true", help="no colour: lines and letters tell")
    parser.add_argument("--hide-outlet", action="store_true", help="leave outlet and byline out")


def run(call: argparse.Namespace, load_readability: LoadReadability) -> int:
    """Write the file that is asked for; return the exit status.

    Raises:
        ReaderError: The article or the lexicons cannot be read, or the file not be written.
    """
    chosen = export_format(call.format)
    choices = Choices(
        voices=tuple(dict.fromkeys(call.voice)),
        is_black=call.black,
        hides_outlet=call.hide_outlet,
    )
    if call.article is not None:
        refuse_article_as_output(call.article, call.output)
    maker = DocumentMaker(AnalysisSettings(), load_readability)
    reports = _reports(_articles(call), maker)
    say(maker.problems)
    write_output(written(chosen, reports, choices, _no_paper), call.output)
    return 0


def _articles(call: argparse.Namespace) -> Sequence[Article]:
    if call.article is not None:
        return (article_of(call.article),)
    raise ReaderError(
        f"There is no collection “{call.collection}”.",
        hint="`close-reader library list` shows what there is.",
    )


def _reports(articles: Sequence[Article], maker: DocumentMaker) -> list[Report]:
    """Return what is to be written of each article, with what its reader corrected."""
    store = FileStore(default_paths().data)
    problems = []
    reports = []
    everywhere = store.load_corrections(EVERYWHERE)
    for article in articles:
        loaded = store.load_corrections(Scope.of(article))
        problems += [one.problem for one in (loaded, everywhere) if one.problem is not None]
        corrections = (*everywhere.value, *loaded.value)
        analysis = apply(maker.analysis(article), corrections)
        reports.append(Report(analysis, document_id(article.origin), corrections))
    say(tuple(dict.fromkeys(map(str, problems))))
    return reports


def _no_paper(_reports: Sequence[Report], _choices: Choices) -> bytes:
    raise ReaderError("This format is not written on paper.", hint="Choose pdf with --format.")

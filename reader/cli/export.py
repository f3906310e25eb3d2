"""The `export` command: an article or a collection, with notes and corrections, in any format."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from reader.batch.documents import AnalysisSettings, DocumentMaker
from reader.cli.arguments.articles import (
    accessed_on,
    article_of,
    document_name,
    refuse_article_as_output,
)
from reader.cli.frame.command import ExportLoads
from reader.cli.frame.output import say, write_output
from reader.core.corrections import EVERYWHERE, Scope, apply, in_force
from reader.core.lexicon.findings import Voice
from reader.core.text.article import Article
from reader.errors import ReaderError
from reader.paths import default_paths
from reader.storage.exports.registry import EXPORT_FORMATS, export_format, written
from reader.storage.library.library import Library
from reader.storage.library.rows import FILE, Wanted, local_day
from reader.storage.library.store import LibraryStore
from reader.storage.reports.report_format import Choices, Report

_Named = tuple[str, Article, str]  # its short name, the article, the day of its fetching
_EPILOG = """\
ARTICLE is a file, a web address, - for standard input, or the id of a kept article. What you
corrected and noted in the window goes in. A mark is a question, not a verdict."""


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


def run(call: argparse.Namespace, loads: ExportLoads) -> int:
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
    maker = DocumentMaker(AnalysisSettings(), loads.readability)
    reports = _reports(_named_articles(call), maker)
    say(maker.problems)
    write_paper = loads.paper() if chosen.write is None else chosen.write
    data = written(chosen, reports, choices, write_paper)
    write_output(data, call.output, "" if chosen.is_text else chosen.suffix)
    return 0


def _named_articles(call: argparse.Namespace) -> Sequence[_Named]:
    """Return the articles of a call, each with its short name and the day of its fetching."""
    if call.article is None:
        return _collection(call.collection)
    article = article_of(call.article)
    return ((document_name(call.article, article), article, accessed_on(call.article)),)


def _collection(name: str) -> Sequence[_Named]:
    paths = default_paths()
    if (paths.data / FILE).exists():  # nothing is made where there is no library
        library = Library.open(paths.data)
        try:
            if name in {group.name for group in library.shelves.collections()}:
                ids = library.ids(Wanted(collection=name))
                rows = library.rows_of(ids)
                read = library.articles.article
                return _not_empty(
                    name, [(row.id, read(row.id), local_day(row.added)) for row in rows]
                )
        finally:
            library.close()
    raise ReaderError(
        f"There is no collection “{name}”.",
        hint="Add articles with `close-reader library add INPUT --collection NAME`.",
    )


def _not_empty(name: str, articles: Sequence[_Named]) -> Sequence[_Named]:
    if not articles:
        raise ReaderError(
            f"The collection “{name}” is empty.",
            hint="Add articles with `close-reader library add INPUT --collection NAME`.",
        )
    return articles


def _reports(articles: Sequence[_Named], maker: DocumentMaker) -> list[Report]:
    """Return what is to be written of each article, with what its reader corrected."""
    store = LibraryStore(default_paths().data)
    first = store.prepare()  # what an earlier version kept in files is taken over
    everywhere = store.load_corrections(EVERYWHERE)
    problems = [first, everywhere.problem]
    reports = []
    for name, article, accessed in articles:
        loaded = store.load_corrections(Scope.of(article))
        notes = store.load_notes(Scope.of(article))
        problems += [loaded.problem, notes.problem]
        corrections = in_force(everywhere.value, loaded.value)
        analysis = apply(maker.analysis(article), corrections)
        reports.append(Report(analysis, name, corrections, notes.value, accessed))
    say(tuple(dict.fromkeys(str(problem) for problem in problems if problem is not None)))
    return reports

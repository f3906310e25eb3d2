"""The `compare` command: two to six articles in, one table out."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from reader.cli.arguments.articles import (
    article_of,
    document_name,
    kept_id,
    refuse_article_as_output,
)
from reader.cli.frame.output import say, write_output
from reader.core.across.comparison.comparing import compare
from reader.core.across.comparison.comparison import ComparedArticle, Comparison
from reader.core.across.comparison.limits import FEWEST, MOST
from reader.core.across.comparison.outlets import without_outlets
from reader.core.analysis.analysing import analyse
from reader.core.analysis.analysis import Analysis
from reader.errors import ReaderError
from reader.paths import default_paths
from reader.storage.analysis_tools import load_analysis_tools
from reader.storage.library.store import LibraryStore
from reader.storage.reports.comparison.registry import COMPARISON_FORMATS, comparison_format
from reader.storage.reports.free_names import FreeNames
from reader.storage.user_data.corrected import corrected

_EPILOG = """\
ARTICLE is a file, a web address, - for standard input, or the id of a kept article; that one is
compared as you corrected and muted it. Only what is surely one is joined: two people of one last
name stay two. A longer text has more marks."""


class _Articles(argparse.Action):
    """Takes two to six articles; another number is a wrong call."""

    def __call__(
        self,
        _parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[object] | None,
        _option: str | None = None,
    ) -> None:
        """Keep the articles, or end the call with a sentence."""
        articles = [str(value) for value in values or ()]
        if not FEWEST <= len(articles) <= MOST:
            told = f"{FEWEST} to {MOST} articles can be compared; you named {len(articles)}."
            raise argparse.ArgumentError(self, told)
        if articles.count("-") > 1:
            raise argparse.ArgumentError(self, "standard input (-) can be one article only.")
        namespace.articles = articles


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the articles, the format and whether outlets are told."""
    parser.epilog = _EPILOG
    parser.add_argument("articles", metavar="ARTICLE", nargs="+", action=_Articles)
    names = [one.name for one in COMPARISON_FORMATS]
    parser.add_argument("--format", choices=names, default="text", help="default: text")
    parser.add_argument("--hide-outlets", action="store_true", help="do not tell who published it")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write there, not here")


def run(call: argparse.Namespace, _load_readability: object) -> int:
    """Write the comparison that is asked for; return the exit status.

    Raises:
        ReaderError: An article or the lexicons cannot be read, or the report not be written.
    """
    for word in call.articles:
        refuse_article_as_output(word, call.output)
    comparison, problems = compared(call.articles)
    if call.hide_outlets:
        comparison = without_outlets(comparison)
    say(problems)
    write_output(comparison_format(call.format).write(comparison).encode(), call.output)
    return 0


def compared(words: Sequence[str]) -> tuple[Comparison, tuple[str, ...]]:
    """Return the comparison of the articles that a call names, and problems of the lexicons.

    Raises:
        ReaderError: An article or the lexicons cannot be read.
    """
    articles = [article_of(word) for word in words]
    tools, problems = load_analysis_tools(default_paths())
    pairs = zip(words, articles, strict=True)
    free = FreeNames()
    names = [free.take(document_name(word, article)) for word, article in pairs]
    analyses = [analyse(article, tools) for article in articles]
    analyses, wrong = _as_left(words, analyses)
    comparison = compare([*map(ComparedArticle, names, analyses)])
    return comparison, tuple(dict.fromkeys(str(problem) for problem in (*problems, *wrong)))


def _as_left(
    words: Sequence[str], analyses: Sequence[Analysis]
) -> tuple[list[Analysis], list[ReaderError]]:
    """Return kept articles as their reader corrected and muted them, and others as they are."""
    if not any(kept_id(word) for word in words):
        return list(analyses), []
    store = LibraryStore(default_paths().data)
    try:
        first = store.prepare()  # what an earlier version kept in files is taken over
        found, problems = [], [first] if first is not None else []
        for word, analysis in zip(words, analyses, strict=True):
            shown, wrong = corrected(analysis, store) if kept_id(word) else (analysis, ())
            found.append(shown)
            problems += wrong
    finally:
        store.close()
    return found, problems

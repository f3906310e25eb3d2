"""From an article to its analysis document, with the tools loaded once."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.analysis.analysis import Analysis
from reader.core.analysis.readability import Measure
from reader.core.document import analysis_document
from reader.core.text.article import Article
from reader.paths import Paths, default_paths
from reader.storage.analysis_tools import load_all_lexicons, load_analysis_tools
from reader.storage.exports.rows.row_file import rows_of
from reader.storage.reports.report_format import Report
from reader.values import frozen

# Loads what measures readability; its libraries take as long to load as all the rest.
LoadReadability = Callable[[Paths], Callable[[Analysis], tuple[Measure, ...]]]


@frozen
class AnalysisSettings:
    """How articles are analysed on the command line.

    Attributes:
        is_verbatim: Switch all cleaning off.
        lexicons: Further folders with lexicons, on top of the shipped and the reader's own.
        makes_rows: Make tidy rows of each article, and not its document.
    """

    is_verbatim: bool = False
    lexicons: tuple[Path, ...] = ()
    makes_rows: bool = False


def lexicon_problems(settings: AnalysisSettings) -> tuple[str, ...]:
    """Return what is wrong with the lexicons of an analysis, as finished sentences.

    Raises:
        LexiconError: A folder of lexicons is missing.
    """
    _, problems = load_all_lexicons(default_paths(), settings.lexicons)
    return tuple(str(problem) for problem in problems)


class DocumentMaker:
    """Holds the loaded tools and makes one document after another.

    Attributes:
        settings: How articles are analysed.
        problems: What was wrong with the lexicons, as finished sentences.
    """

    def __init__(self, settings: AnalysisSettings, load_readability: LoadReadability) -> None:
        paths = default_paths()
        self.settings = settings
        self._tools, problems = load_analysis_tools(paths, settings.lexicons)
        self.problems = tuple(str(problem) for problem in problems)
        self._measure = load_readability(paths)

    @property
    def tools(self) -> AnalysisTools:
        """Return what the articles are analysed with."""
        return self._tools

    def analysis(self, article: Article) -> Analysis:
        """Return the whole analysis, readability included."""
        analysis = analyse(article, self._tools)
        return replace(analysis, readability=self._measure(analysis))

    def document(self, article: Article, document_id: str) -> dict[str, object]:
        """Return the analysis document of an article, or its id and its rows."""
        if self.settings.makes_rows:
            report = Report(analyse(article, self._tools), document_id)
            return {"id": document_id, "rows": rows_of(report)}
        return analysis_document(self.analysis(article), document_id)

"""The parts of comparisons in one place, for those who load them late."""

from collections.abc import Callable, Sequence

from reader.core.across.comparison.comparing import compare
from reader.core.across.comparison.comparison import ComparedArticle, Comparison
from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.analysis.analysis import Analysis
from reader.core.sources.source import Source
from reader.core.text.article import Article
from reader.core.views.source_sheet import source_sheet
from reader.intake.read import read_article
from reader.paths import Paths
from reader.storage.analysis_tools import load_analysis_tools
from reader.storage.library.library import Library
from reader.storage.library.rows import FILE, is_id
from reader.storage.library.store import LibraryStore
from reader.storage.reports.comparison.html import comparison_html
from reader.storage.reports.comparison.registry import COMPARISON_FORMATS, ComparisonFormat
from reader.storage.reports.sheets.source_sheet import source_sheet_html
from reader.storage.reports.tables import document_id
from reader.storage.user_data.corrected import corrected
from reader.ui.places.comparison.choosing import ChooseArticles, Chosen
from reader.ui.places.comparison.comparison_window import ComparisonWindow
from reader.ui.places.comparison.paper import PaperPreview
from reader.values import frozen


def compared(
    chosen: Sequence[Chosen],
    tools: AnalysisTools | None,
    paths: Paths,
    tell: Callable[[str], None],
) -> Comparison:
    """Return the comparison of some articles; those that are not open are read and analysed.

    Args:
        chosen: The articles in their order.
        tools: What the window analyses with, or None where nothing was opened yet.
        paths: Where the library and the lexicons lie.
        tell: Told the title of each article before it is read.

    Raises:
        ReaderError: An article cannot be read.
    """
    tools = tools or load_analysis_tools(paths)[0]
    articles = []
    for item in chosen:
        tell(item.title)
        analysis = item.analysis or _as_left(analyse(_read(item.origin, paths), tools), paths)
        name = item.origin if is_id(item.origin) else document_id(item.origin)
        articles.append(ComparedArticle(name, analysis))
    return compare(articles)


def _read(origin: str, paths: Paths) -> Article:
    if not is_id(origin):
        return read_article(origin)
    library = Library.open(paths.data)
    try:
        return library.articles.article(origin)
    finally:
        library.close()


def _as_left(analysis: Analysis, paths: Paths) -> Analysis:
    """Return an analysis as its reader corrected and muted it; what cannot be read is left."""
    if not (paths.data / FILE).exists():
        return analysis
    store = LibraryStore(paths.data)
    try:
        return corrected(analysis, store)[0]
    finally:
        store.close()


def _table_page(comparison: Comparison) -> str:
    """Return the page that is printed: the table, without the texts."""
    return comparison_html(comparison, has_texts=False)


def _sheet(analysis: Analysis, source: Source) -> str:
    """Return the sheet of one source as a page."""
    return source_sheet_html(source_sheet(analysis, source))


@frozen
class ComparisonParts:
    """What the controllers need to compare articles, once a reader asks for it.

    Attributes:
        chooser: The dialog in which articles are chosen.
        article: What stands for an article in it.
        window: The window of a comparison.
        compare: Makes the comparison; slow, for a worker.
        formats: The formats of its files.
        paper_html: Returns the page that is printed.
        paper: The preview of a page on paper.
        sheet: Returns the page of one source of an article.
    """

    chooser: type[ChooseArticles] = ChooseArticles
    article: type[Chosen] = Chosen
    window: type[ComparisonWindow] = ComparisonWindow
    compare: Callable[
        [Sequence[Chosen], AnalysisTools | None, Paths, Callable[[str], None]], Comparison
    ] = compared
    formats: tuple[ComparisonFormat, ...] = COMPARISON_FORMATS
    paper_html: Callable[[Comparison], str] = _table_page
    paper: type[PaperPreview] = PaperPreview
    sheet: Callable[[Analysis, Source], str] = _sheet

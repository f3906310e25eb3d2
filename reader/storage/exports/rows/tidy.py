"""Tidy tables of articles: marks, hedges, attributions, sources, names and notes."""

from collections.abc import Callable, Iterator, Sequence

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.places import Places
from reader.core.attribution.attributions import Attribution
from reader.core.sources.source import Source, by_attribution
from reader.core.text.spans import Span
from reader.storage.reports.report_format import Report
from reader.storage.reports.tables import MARK_COLUMNS, Cell, Row, mark_rows
from reader.values import frozen

_CUES = "attribution-cues"
_Rows = Callable[[Report], Iterator[Row]]


@frozen
class Table:
    """One kind of things, one row each.

    Attributes:
        name: What the sheet or the table of a database is called.
        columns: The names of the columns.
        rows_of: Returns the rows of one article.
    """

    name: str
    columns: tuple[str, ...]
    rows_of: _Rows


@frozen
class FilledTable:
    """A table with the rows of all articles, in their order."""

    table: Table
    rows: tuple[Row, ...]


def filled_tables(reports: Sequence[Report]) -> tuple[FilledTable, ...]:
    """Return every table with the rows of some articles."""
    return tuple(
        FilledTable(table, tuple(row for report in reports for row in table.rows_of(report)))
        for table in TABLES
    )


def _of_panel(panel: str) -> _Rows:
    def rows(report: Report) -> Iterator[Row]:
        return iter(mark_rows(report, panel))

    return rows


def _articles(report: Report) -> Iterator[Row]:
    analysis, article = report.analysis, report.analysis.article
    lists = " ".join(f"{item.id}@{item.version}" for item in analysis.lexicons)
    facts = (article.title, article.byline, article.outlet, article.published, article.language)
    yield (report.name, *(fact or "" for fact in facts), analysis.words, lists)


def _attributions(report: Report) -> Iterator[Row]:
    analysis, text = report.analysis, report.analysis.article.text
    owners, places = by_attribution(analysis.sources), Places.of(analysis)
    versions = {lexicon.id: lexicon.version for lexicon in analysis.lexicons}
    cited = f"{_CUES}@{versions[_CUES]}" if _CUES in versions else ""
    for item in analysis.attributions:
        first = min((*item.content, *item.cue, *item.source), default=Span(0, 0))
        owner = owners.get(item.id)
        yield (
            report.name,
            item.id,
            *_pieces(item.content, text),
            *_pieces(item.cue, text),
            *_pieces(item.source, text),
            owner.id if owner else "",
            (owner.name or "") if owner else "",
            item.kind,
            item.form,
            item.verb_class or "",
            cited if item.verb_class else "",
            item.inside or "",
            "sure" if item.sure else "in doubt",
            places.of_span(first),
            _by(analysis, item),
        )


def _pieces(spans: Sequence[Span], text: str) -> tuple[Cell, Cell, str]:
    """Return where some stretches begin and end, and their words, gaps marked."""
    if not spans:
        return "", "", ""
    words = " […] ".join(" ".join(span.of(text).split()) for span in spans)
    return spans[0].start, spans[-1].end, words


def _by(analysis: Analysis, item: Attribution) -> str:
    return "reader" if analysis.marks.is_attribution_corrected(item.id) else "program"


def _sources(report: Report) -> Iterator[Row]:
    analysis, places = report.analysis, Places.of(report.analysis)
    for source in analysis.sources:
        mention = source.mentions[0] if source.mentions else None
        yield (
            report.name,
            source.id,
            source.name or "",
            source.role or "",
            source.identification,
            source.kind,
            source.words,
            len(source.attributions),
            mention.start if mention else "",
            mention.end if mention else "",
            places.of_span(mention) if mention else "",
            _side(analysis, source),
            "reader" if analysis.marks.is_source_corrected(source.id) else "program",
        )


def _side(analysis: Analysis, source: Source) -> str:
    side = analysis.marks.side_of(source.id)
    return (analysis.marks.side_names[side - 1] or f"{side}") if side else ""


def _names(report: Report) -> Iterator[Row]:
    analysis, places = report.analysis, Places.of(report.analysis)
    known = {source.id: source.name or "" for source in analysis.sources}
    for naming in analysis.naming:
        for label in naming.labels:
            speaker = known.get(label.speaker or "", "")
            for span in label.spans:
                cells = (naming.actor, label.text, span.start, span.end, label.voice, speaker)
                yield (report.name, *cells, places.of_span(span))


_ATTRIBUTION = (
    "document attribution content_start content_end content cue_start cue_end cue source_start "
    "source_end source_words source speaker kind form verb_class list inside sure place by"
)
_SOURCE = (
    "document source name role identification kind words attributions start end place side by"
)
_ARTICLE = "document title byline outlet published language words lists"
_NAME = "document actor text start end voice speaker place"
ARTICLES = Table("articles", tuple(_ARTICLE.split()), _articles)
ATTRIBUTIONS = Table("attributions", tuple(_ATTRIBUTION.split()), _attributions)
SOURCES = Table("sources", tuple(_SOURCE.split()), _sources)
NAMES = Table("names", tuple(_NAME.split()), _names)
TABLES = (
    ARTICLES,
    Table("marks", MARK_COLUMNS, _of_panel("wording")),
    Table("hedges", MARK_COLUMNS, _of_panel("hedging")),
    ATTRIBUTIONS,
    SOURCES,
    NAMES,
    Table("notes", MARK_COLUMNS, _of_panel("note")),
)

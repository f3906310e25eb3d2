"""Turns findings and spans of an analysis into rows and strip marks."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from reader.core.analysis.analysis import Analysis
from reader.core.attribution import Attribution
from reader.core.lexicon.findings import Finding
from reader.core.sources.source import Source
from reader.core.text.spans import Span
from reader.core.views.balance import extent_of
from reader.ui.widgets.fact_row import FactRow
from reader.ui.widgets.panel_shape.panel import LineFinder
from reader.ui.widgets.position_strip import StripMark

_BEFORE, _AFTER = 24, 40  # characters of context beside a hit


def line_text(line: int) -> str:
    """Return how a line is named beside a place."""
    if line:
        return QCoreApplication.translate("Places", "l. {line}").format(line=line)
    return QCoreApplication.translate("Places", "Title")


def strip_marks(analysis: Analysis, findings: Iterable[Finding]) -> tuple[StripMark, ...]:
    """Return where findings stand in the article."""
    return tuple(
        span_mark(
            analysis, Span(finding.span.start, finding.span.start), finding.voice != "narrator"
        )
        for finding in findings
    )


def span_mark(analysis: Analysis, span: Span, is_source: bool) -> StripMark:  # noqa: FBT001 -- a fact of the mark
    """Return a block for a span; below 0 when it stands in the title."""
    zones = analysis.article.zones
    body = zones[0].span.end if zones and zones[0].kind == "headline" else 0
    length = max(1, len(analysis.article.text) - body)
    if span.start < body:
        return StripMark(-1, -1, is_source)
    return StripMark((span.start - body) / length, (span.end - body) / length, is_source)


def place_row(
    analysis: Analysis,
    finding: Finding,
    category: str,
    line_of: LineFinder,
    owners: Mapping[int, Source],
) -> FactRow:
    """Return the row of one finding: line, words in context, who speaks.

    Args:
        analysis: The analysis it belongs to.
        finding: The finding.
        category: The name of its category.
        line_of: Tells the line of a span.
        owners: The source of each attribution, by the attribution's id.
    """
    text = analysis.article.text
    before, after = words_around(text, finding.span)
    source = owners.get(finding.attribution or 0)
    speaker = (source.name or "") if source else ""
    line = line_of(finding.span)
    hit = " ".join(finding.span.of(text).split())
    voice = speaker or QCoreApplication.translate("Places", "narrator")
    return FactRow(
        kind="place",
        lead=line_text(line),
        text=before,
        hit=hit,
        after=after,
        detail=speaker,
        payload=finding,
        spoken=f"{hit}, {category}, {voice}, {line_text(line)}",
    )


def sentence_row(analysis: Analysis, span: Span, line_of: LineFinder) -> FactRow:
    """Return the row of a sentence or passage."""
    words = " ".join(span.of(analysis.article.text).split())
    return FactRow(kind="place", lead=line_text(line_of(span)), text=words, payload=span)


def attribution_row(
    analysis: Analysis, attribution: Attribution, line_of: LineFinder, lead: str = ""
) -> FactRow:
    """Return the row of an attribution: its words, or for a refusal who did not answer.

    Args:
        analysis: The analysis it belongs to.
        attribution: The attribution.
        line_of: Tells the line of a span.
        lead: What stands before the line, such as a side.
    """
    text = analysis.article.text
    is_told = attribution.content and attribution.kind != "refusal"
    said = attribution.content[0] if is_told else extent_of(attribution)
    words = " ".join(said.of(text).split())
    cue = " ".join(attribution.cue[0].of(text).split()) if attribution.cue else ""
    line = line_text(line_of(said))
    is_readers = analysis.marks.is_attribution_corrected(attribution.id)
    yours = QCoreApplication.translate("Places", "corrected by you") if is_readers else ""
    return FactRow(
        kind="place",
        lead=f"{lead} {line}".strip(),
        text=words,
        detail=yours,
        payload=attribution,
        spoken=", ".join(filter(None, (words, cue, lead, line, yours))),
    )


def words_around(text: str, span: Span) -> tuple[str, str]:
    """Return the words before and after a span, within its line."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _BEFORE)
    if start > 0 and not text[start - 1].isspace():
        space = text.find(" ", start, span.start)
        start = space + 1 if space >= 0 else span.start
    end = text.find("\n", span.end)
    end = min(end if end >= 0 else len(text), span.end + _AFTER)
    return text[start : span.start], text[span.end : end]

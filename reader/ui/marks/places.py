"""Turns findings and spans of an analysis into rows and strip marks."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.places import Places
from reader.core.attribution import Attribution
from reader.core.lexicon.findings import Finding
from reader.core.sources.source import Source
from reader.core.text.spans import Span
from reader.core.views.balance import extent_of
from reader.ui.marks.words import zone_words
from reader.ui.widgets.position_strip import StripMark
from reader.ui.widgets.rows.fact_row import FactRow

_BEFORE, _AFTER = 24, 40  # characters of context beside a hit


def place_words(places: Places, span: Span) -> str:
    """Return where a span begins, as rows and cards cite it: "7.2", "Title"."""
    place = places.at(span.start)
    return str(place) if place.paragraph else zone_words(place.kind)


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
    places: Places,
    owners: Mapping[int, Source],
) -> FactRow:
    """Return the row of one finding: place, words in context, who speaks.

    Args:
        analysis: The analysis it belongs to.
        finding: The finding.
        category: The name of its category.
        places: The places of the article.
        owners: The source of each attribution, by the attribution's id.
    """
    text = analysis.article.text
    before, after = words_around(text, finding.span)
    source = owners.get(finding.attribution or 0)
    speaker = (source.name or "") if source else ""
    place = place_words(places, finding.span)
    hit = " ".join(finding.span.of(text).split())
    voice = speaker or QCoreApplication.translate("Places", "narrator")
    return FactRow(
        kind="place",
        lead=place,
        text=before,
        hit=hit,
        after=after,
        detail=speaker,
        payload=finding,
        spoken=f"{hit}, {category}, {voice}, {place}",
    )


def sentence_row(analysis: Analysis, span: Span, places: Places) -> FactRow:
    """Return the row of a sentence or passage."""
    words = " ".join(span.of(analysis.article.text).split())
    return FactRow(kind="place", lead=place_words(places, span), text=words, payload=span)


def attribution_row(
    analysis: Analysis, attribution: Attribution, places: Places, lead: str = ""
) -> FactRow:
    """Return the row of an attribution: its words, or for a refusal who did not answer.

    Args:
        analysis: The analysis it belongs to.
        attribution: The attribution.
        places: The places of the article.
        lead: What stands before the place, such as a side.
    """
    text = analysis.article.text
    is_told = attribution.content and attribution.kind != "refusal"
    said = attribution.content[0] if is_told else extent_of(attribution)
    words = said_words(text, attribution.content) if is_told else " ".join(said.of(text).split())
    cue = " ".join(attribution.cue[0].of(text).split()) if attribution.cue else ""
    place = place_words(places, said)
    is_readers = analysis.marks.is_attribution_corrected(attribution.id)
    yours = QCoreApplication.translate("Places", "corrected by you") if is_readers else ""
    return FactRow(
        kind="place",
        lead=f"{lead} {place}".strip(),
        text=words,
        detail=yours,
        payload=attribution,
        spoken=", ".join(filter(None, (words, cue, lead, place, yours))),
    )


def said_words(text: str, pieces: Sequence[Span]) -> str:
    """Return what is said, all its pieces: the first alone may be no more than “which”."""
    return " … ".join(" ".join(piece.of(text).split()) for piece in pieces)


def words_around(text: str, span: Span) -> tuple[str, str]:
    """Return the words before and after a span, within its line."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _BEFORE)
    if start > 0 and not text[start - 1].isspace():
        space = text.find(" ", start, span.start)
        start = space + 1 if space >= 0 else span.start
    end = text.find("\n", span.end)
    end = min(end if end >= 0 else len(text), span.end + _AFTER)
    return text[start : span.start], text[span.end : end]


def place_in_view(places: Places, visible: Span, washed: Span | None) -> str:
    """Return the place of the sentence that is marked as washed, else the first in view."""
    if washed is not None and visible.overlaps(washed):
        return place_words(places, washed)
    place = places.at(visible.start)
    return str(place.paragraph) if place.paragraph else zone_words(place.kind)

"""What is set on paper of some articles: their zones, their sources, and the method sheet."""

from collections.abc import Iterator, Sequence

from reader.core.analysis.places import Places
from reader.core.analysis.summary import speaking_sources
from reader.core.notes import unplaced_notes
from reader.core.sources.source import Source
from reader.storage.reports.choosing import shown_stretches
from reader.storage.reports.report_format import Choices, Report
from reader.storage.reports.sheets.method_sheet import method_sheet
from reader.ui.marks.paper.setting import Block, block_of
from reader.values import frozen


@frozen
class Content:
    """The blocks of one article, or of the method sheet, which belongs to no article."""

    report: Report | None
    blocks: tuple[Block, ...]


def contents(reports: Sequence[Report], choices: Choices) -> tuple[Content, ...]:
    """Return what stands on paper, article by article, each on a page of its own."""
    made = [Content(report, tuple(_article(report, choices))) for report in reports]
    if "method" in choices.parts:
        made.append(Content(None, tuple(_method(reports, choices))))
    for content in made[1:]:
        content.blocks[0].starts_page = True
    return tuple(made)


def _article(report: Report, choices: Choices) -> Iterator[Block]:
    analysis, article = report.analysis, report.analysis.article
    shown, places = shown_stretches(report, choices), Places.of(analysis)
    zones = [zone for zone in article.zones if zone in shown]
    first = next((zone for zone in zones if zone.kind == "headline"), None)
    if first is None:
        yield Block("headline", article.title or report.name)
        yield Block("facts", _facts(report))
    for zone in zones:
        number = places.at(zone.span.start).paragraph
        yield block_of(zone.kind, article.text, shown[zone], number)
        if zone is first:
            yield Block("facts", _facts(report))
    if "sourcing" in choices.parts:
        yield from _sources(report)
    yield from _loose_notes(report)


def _facts(report: Report) -> str:
    article = report.analysis.article
    words = f"{report.analysis.words} words"
    return " · ".join(fact for fact in (article.byline, article.published, words) if fact)


def _sources(report: Report) -> Iterator[Block]:
    found = speaking_sources(report.analysis)
    if found:
        yield Block("heading", "Who speaks")
    for number, source in enumerate(found, start=1):
        yield Block("told", f"{number}  {_source(source)}")


def _source(source: Source) -> str:
    named = source.name or "no source named"
    role = f", {source.role}" if source.role else ""
    unclear = "" if source.is_resolved else " (not resolved)"
    how = source.identification.replace("-", " ")
    return f"{named}{unclear}{role}: {how}, {source.words} words"


def _loose_notes(report: Report) -> Iterator[Block]:
    loose = unplaced_notes(report.notes, report.analysis.article.text)
    if loose:
        yield Block("heading", "Notes on the article")
    for note in loose:
        quote = f"“{note.anchor.quote}” (place not found) " if note.anchor is not None else ""
        tags = " ".join(f"#{tag}" for tag in note.tags)
        yield Block("told", " ".join(f"{quote}{note.text} {tags}".split()))


def _method(reports: Sequence[Report], choices: Choices) -> Iterator[Block]:
    yield Block("headline", "Method sheet")
    for part in method_sheet(reports, choices):
        yield Block("heading", " ".join(part.heading.split()))
        for sentence in part.told:
            yield Block("told", " ".join(sentence.split()))

"""The report as a table for a spreadsheet or a statistics program: one row a finding."""

import csv
import io
import re
from pathlib import Path

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.places import Places
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Category
from reader.core.sources.source import by_attribution
from reader.core.text.spans import Span
from reader.storage.reports.report_format import Report, ReportFormat

_COLUMNS = (
    "document",
    "start",
    "end",
    "text",
    "panel",
    "category",
    "lexicon",
    "version",
    "entry",
    "confidence",
    "voice",
    "source",
    "zone",
    "place",
    "sentence",
)

_FORMULA = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")
_LONGEST_SENTENCE = 1000  # characters; no sentence people write is longer


def document_id(origin: str) -> str:
    """Return a short name for an article: the stem of its file or of its address."""
    if origin == "-":
        return "standard-input"
    stem = Path(origin.rstrip("/").rsplit("?", 1)[0]).stem
    return stem or "article"


def categories_by_id(analysis: Analysis) -> dict[tuple[str, str], Category]:
    """Return every category of the lexicons used, by panel and id."""
    return {
        (lexicon.panel, category.id): category
        for lexicon in analysis.lexicons
        for category in lexicon.categories
    }


def source_names(analysis: Analysis) -> dict[int, str]:
    """Return who is said to speak, by the id of the attribution."""
    speakers = by_attribution(analysis.sources)
    return {number: source.name or "no source named" for number, source in speakers.items()}


def defused(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; some read full-width signs too."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def csv_report(analysis: Analysis, name: str) -> str:
    """Return one row for each finding, ready for a spreadsheet or a statistics program."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    versions = {lexicon.id: lexicon.version for lexicon in analysis.lexicons}
    speakers = source_names(analysis)
    places = Places.of(analysis)
    for finding in analysis.findings:
        speaker = speakers.get(finding.attribution or 0, "")
        version, place = versions.get(finding.lexicon, ""), places.of_span(finding.span)
        writer.writerow(_row(finding, analysis, (name, version, speaker, place)))
    return out.getvalue()


def _row(
    finding: Finding, analysis: Analysis, told: tuple[str, str, str, str]
) -> tuple[str | int, ...]:
    """Return the cells of a finding; `told` is document, version, speaker and place."""
    name, version, speaker, place = told
    text = analysis.article.text
    sentence = analysis.sentence_at(finding.span) or finding.span
    cells = (
        name,
        finding.span.start,
        finding.span.end,
        finding.span.of(text),
        finding.panel,
        finding.category,
        finding.lexicon,
        version,
        finding.entry.phrase,
        finding.confidence,
        finding.voice,
        speaker,
        finding.zone,
        place,
        " ".join(_near(finding.span, sentence).of(text).split()),
    )
    return tuple(defused(cell) if isinstance(cell, str) else cell for cell in cells)


def _near(span: Span, sentence: Span) -> Span:
    """Return the sentence, or what lies around `span` where it is a text without stops."""
    if len(sentence) <= _LONGEST_SENTENCE:
        return sentence
    half = _LONGEST_SENTENCE // 2
    start, end = max(sentence.start, span.start - half), min(sentence.end, span.start + half)
    return Span(start, max(end, span.end))


def _write(report: Report) -> bytes:
    return csv_report(report.analysis, report.name).encode()


CSV = ReportFormat("csv", "Table of all marks", ".csv", _write)

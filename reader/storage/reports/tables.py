"""Tidy rows of what marks the text, one a mark or a note, for spreadsheets and statistics."""

from collections.abc import Iterable
from pathlib import Path

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.places import Places
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Category
from reader.core.notes import Note, placed_notes, unplaced_notes
from reader.core.sources.source import by_attribution
from reader.core.text.spans import Span
from reader.storage.files.formulas import defused
from reader.storage.reports.report_format import Report

Cell = str | int
Row = tuple[Cell, ...]
MARK_COLUMNS = (
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
    "by",
    "note",
    "tags",
)

_LONGEST_SENTENCE = 1000  # characters; no sentence people write is longer
_AROUND = 120  # characters on each side in a text without stops: each mark brings them again


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


def mark_rows(report: Report, panel: str = "") -> tuple[Row, ...]:
    """Return one row for each finding and each note, in reading order.

    Args:
        report: The article.
        panel: Only the rows of this panel, or "note" for those of notes; empty for all.
    """
    analysis, text = report.analysis, report.analysis.article.text
    versions = {lexicon.id: lexicon.version for lexicon in analysis.lexicons}
    speakers, places = source_names(analysis), Places.of(analysis)
    sentences = _Sentences(analysis)
    rows: list[tuple[int, Row]] = []
    for finding in analysis.findings:
        if panel and finding.panel != panel:
            continue
        speaker = speakers.get(finding.attribution or 0, "")
        version, place = versions.get(finding.lexicon, ""), places.of_span(finding.span)
        told = (report.name, version, speaker, place, sentences.at(finding.span))
        rows.append((finding.span.start, _row(finding, analysis, told)))
    if panel not in {"", "note"}:
        return tuple([row for _, row in rows])
    for span, note in placed_notes(report.notes, text):
        at = (span, places.of_span(span), sentences.at(span))
        rows.append((span.start, _note_row(report.name, note, span.of(text), at)))
    for note in unplaced_notes(report.notes, text):
        quote = note.anchor.quote if note.anchor is not None else ""
        rows.append((len(text), _note_row(report.name, note, quote, None)))
    rows.sort(key=lambda item: item[0])
    return tuple([row for _, row in rows])


def _row(finding: Finding, analysis: Analysis, told: tuple[str, str, str, str, str]) -> Row:
    """Return the cells of a finding; `told` is document, version, speaker, place and sentence."""
    name, version, speaker, place, sentence = told
    span, readers = finding.span, analysis.marks.hedges
    return (
        name,
        span.start,
        span.end,
        analysis.article.text[span.start : span.end],
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
        sentence,
        "reader" if readers and (span, finding.category) in readers else "program",
        "",
        "",
    )


def _note_row(name: str, note: Note, words: str, at: tuple[Span, str, str] | None) -> Row:
    """Return the cells of a note; `at` is where it stands, its place and its sentence."""
    span, place, sentence = at or (None, "", "")
    start: Cell = span.start if span else ""
    end: Cell = span.end if span else ""
    blank = [""] * 7  # what only marks of a list have
    kind = (name, start, end, words, "note", note.pen)
    return (*kind, *blank, place, sentence, "reader", note.text, " ".join(note.tags))


def defused_row(cells: Iterable[Cell]) -> Row:
    """Return a row that no spreadsheet finds a formula in."""
    return tuple([defused(cell) if isinstance(cell, str) and cell else cell for cell in cells])


class _Sentences:
    """Tells the sentence of a place on one line; that of the place before is kept."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis, self._text = analysis, analysis.article.text
        self._known: Span | None = None
        self._words = ""

    def at(self, span: Span) -> str:
        """Return the sentence in which a span begins.

        Of a text without stops it is what lies around the span.
        """
        known = self._known
        if known is None or not known.start <= span.start < known.end:
            known = self._known = self._analysis.sentence_at(span) or span
            if known.end - known.start <= _LONGEST_SENTENCE:
                self._words = self._between(known.start, known.end)
        if known.end - known.start <= _LONGEST_SENTENCE:
            return self._words
        start, end = span.start - _AROUND, span.end + _AROUND
        return self._between(max(known.start, start), max(span.end, min(known.end, end)))

    def _between(self, start: int, end: int) -> str:
        return " ".join(self._text[start:end].split())

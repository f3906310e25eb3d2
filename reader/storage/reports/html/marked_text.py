"""The words of an article as markup: voices, marks, numerals and highlights around them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import TypeVar

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import source_numbers, speakers
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Category
from reader.core.notes import Note, placed_notes
from reader.core.sources.voice import VoiceStretch
from reader.core.text.spans import Span
from reader.storage.reports.choosing import VOICE_NAMES, drawn
from reader.storage.reports.html.signs import attribute, text
from reader.storage.reports.html.style import line_of, slot_class
from reader.storage.reports.report_format import Choices, Report
from reader.storage.reports.tables import categories_by_id

_Item = TypeVar("_Item")
_Placed = tuple[Span, _Item]


def numerals(analysis: Analysis) -> dict[int, int]:
    """Return for each attribution the number of its source."""
    numbers = source_numbers(analysis)
    return {
        attribution: numbers[source.id]
        for source in analysis.sources
        for attribution in source.attributions
    }


class MarkedText:
    """Writes stretches of one article; everything is looked up once."""

    def __init__(self, report: Report, choices: Choices) -> None:
        analysis, parts = report.analysis, choices.parts
        self._text = analysis.article.text
        voices = analysis.voices if "voices" in parts else ()
        self._voices = [(item.span, item) for item in voices]
        self._findings = [(item.span, item) for item in drawn(report, choices)]
        self._notes = list(placed_notes(report.notes, self._text))
        self._categories = categories_by_id(analysis)
        self._speakers = speakers(analysis)
        self._last = set({item.attribution: item for item in analysis.voices}.values())
        self._numbers = numerals(analysis) if "sourcing" in parts else {}
        self._heads: dict[tuple[object, ...], str] = {}
        self._names: dict[tuple[str, str, str], str] = {}

    def findings_in(self, place: Span) -> list[Finding]:
        """Return the marks that lie in a stretch, in reading order."""
        return [item for item in taken(self._findings, place) if place.contains(item.span)]

    def notes_in(self, place: Span) -> list[tuple[Span, Note]]:
        """Return the reader's notes that begin in a stretch, each with its place."""
        return [item for item in self._notes if place.start <= item[0].start < place.end]

    def markup(self, place: Span) -> str:
        """Return a stretch of the text with all that is drawn in it."""
        voices, findings = taken(self._voices, place), self.findings_in(place)
        notes = [(span, note) for span, note in self._notes if span.overlaps(place)]
        edges = {place.start, place.end}
        for span in (
            *(v.span for v in voices),
            *(f.span for f in findings),
            *(n[0] for n in notes),
        ):
            edges.update((max(place.start, span.start), min(place.end, span.end)))
        borders = sorted(edges)
        spoken = _covering(borders, [(v.span, v) for v in voices])
        marked = _covering(borders, [(f.span, f) for f in findings])
        noted = _covering(borders, notes)
        pieces = []
        for number, (left, right) in enumerate(pairwise(borders)):
            words = text(self._text[left:right])
            if marked[number]:
                for depth, finding in enumerate(marked[number]):
                    words = f"{self._head(finding, depth)}{words}</mark>"
                words += self._letters(marked[number], right)
            for note in noted[number]:
                words = f'<span class="pen {note.pen}">{words}</span>'
            pieces.append((next(iter(spoken[number]), None), words))
        return "".join(self._spoken(pieces, place))

    def _spoken(
        self, pieces: Sequence[tuple[VoiceStretch | None, str]], place: Span
    ) -> Iterator[str]:
        """Yield the pieces, those of one voice together in one element."""
        for voice, group in groupby(pieces, key=lambda piece: piece[0]):
            words = "".join(words for _, words in group)
            if voice is None:
                yield words
                continue
            yield f'<span class="{voice.voice}">{words}</span>'
            number = self._numbers.get(voice.attribution or 0)
            if number and voice in self._last and place.start < voice.span.end <= place.end:
                yield f'<sup class="who">{number}</sup>'

    def _head(self, finding: Finding, depth: int) -> str:
        """Return the tag that begins a mark; marks of one kind and speaker have the same."""
        kind = self.kind_of(finding)
        key = (kind, finding.confidence, depth > 0)
        if key not in self._heads:
            self._heads[key] = self._mark(finding, depth)
        return self._heads[key]

    def kind_of(self, finding: Finding) -> tuple[object, ...]:
        """Return what the name of a mark and of its speaker hang on."""
        source = self._speakers.get(finding.attribution or 0)
        speaker = source.id if source else ""
        return finding.panel, finding.category, finding.entry.category, finding.voice, speaker

    def _mark(self, finding: Finding, depth: int) -> str:
        category = self.category_of(finding)
        line = line_of(category, finding.panel)
        slot = slot_class(category, finding.panel)
        source = " source" if finding.voice != "narrator" else ""
        possible = " possible" if finding.confidence == "possible" else ""
        lane = " lower" if depth else ""
        about = attribute(f"{self.name_of(finding)}. {self.speaker_of(finding)}")
        kind = f"{slot} {line}{source}{possible}{lane}"
        return f'<mark class="{kind}" title="{about}">'

    def _letters(self, findings: Sequence[Finding], end: int) -> str:
        """Return the letters of the marks that end here."""
        ended = [self.category_of(item) for item in findings if item.span.end == end]
        letters = "".join(dict.fromkeys([item.letter for item in ended if item is not None]))
        return f"<sup>{text(letters)}</sup>" if letters else ""

    def category_of(self, finding: Finding) -> Category | None:
        """Return the category of a mark, None where no list of the analysis has it."""
        return self._categories.get((finding.panel, finding.category))

    def name_of(self, finding: Finding) -> str:
        """Return what a person calls the kinds of a mark: an entry may stand in several."""
        key = (finding.panel, finding.category, finding.entry.category)
        if key not in self._names:
            names = dict.fromkeys((finding.category, *finding.entry.categories))
            found = (self._categories.get((finding.panel, name)) for name in names)
            named = ", ".join(item.name for item in found if item) or finding.category
            self._names[key] = named
        return self._names[key]

    def speaker_of(self, finding: Finding) -> str:
        """Return in whose words a mark stands."""
        source = self._speakers.get(finding.attribution or 0)
        voice = VOICE_NAMES[finding.voice]
        return f"{voice}, {source.name}" if source and source.name else voice


def taken(items: list[_Placed[_Item]], place: Span) -> list[_Item]:
    """Return what touches a place; the items are in reading order."""
    begin = bisect_left(items, place.start, key=lambda item: item[0].start)
    while begin and items[begin - 1][0].end > place.start:
        begin -= 1
    end = bisect_left(items, place.end, key=lambda item: item[0].start)
    return [item for span, item in items[begin:end] if span.end > place.start]


def _covering(borders: list[int], items: Sequence[_Placed[_Item]]) -> list[list[_Item]]:
    """Return for each stretch between two borders what covers it."""
    found: list[list[_Item]] = [[] for _ in borders]
    for span, item in items:
        place = bisect_left(borders, max(span.start, borders[0]))
        while borders[place] < min(span.end, borders[-1]):
            found[place].append(item)
            place += 1
    return found

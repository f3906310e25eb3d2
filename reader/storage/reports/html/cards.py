"""The cards of marks and notes as plain disclosure elements, beside the zone they stand in."""

from collections.abc import Iterator, Sequence

from reader.core.lexicon.findings import Finding
from reader.core.notes import Note
from reader.core.text.spans import Span
from reader.core.views.plainer import fitted_entry
from reader.storage.reports.html.marked_text import MarkedText
from reader.storage.reports.html.signs import text
from reader.storage.reports.html.style import slot_class
from reader.storage.reports.report_format import Report
from reader.storage.reports.sheets.method_sheet import list_name

_LONGEST = 60  # characters of quoted words in a heading


class Cards:
    """Writes the cards of one article."""

    def __init__(self, report: Report, marked: MarkedText) -> None:
        self._analysis = report.analysis
        self._text = report.analysis.article.text
        self._marked = marked
        self._lists = {item.id: list_name(item) for item in report.analysis.lexicons}
        self._told: dict[tuple[object, ...], str] = {}

    def markup(self, places: Sequence[Span]) -> str:
        """Return the cards of some stretches: the reader's notes first, then marks."""
        cards = [
            self._note(span, note)
            for place in places
            for span, note in self._marked.notes_in(place)
        ]
        cards += (self._card(item) for place in places for item in self._marked.findings_in(place))
        return "".join(('<div class="cards">', *cards, "</div>")) if cards else ""

    def _card(self, finding: Finding) -> str:
        category = self._marked.category_of(finding)
        letter = text(category.letter if category else "·")
        style = slot_class(category, finding.panel)
        source = " source" if finding.voice != "narrator" else ""
        words = text(short(finding.span.of(self._text)))
        return (
            f'<details class="{style}{source}"><summary><b>{letter}</b> {words}</summary>'
            f"{self.paragraphs(finding)}</details>"
        )

    def paragraphs(self, finding: Finding) -> str:
        """Return what a card tells; alike ones of one entry and one speaker tell the same."""
        kind = self._marked.kind_of(finding)
        plainer = fitted_entry(self._analysis, finding).alternatives
        key = (id(finding.entry), finding.lexicon, finding.confidence, plainer, *kind)
        if key not in self._told:
            lines = self._lines(finding, plainer)
            self._told[key] = "".join(f"<p>{line}</p>" for line in lines)
        return self._told[key]

    def _lines(self, finding: Finding, plainer: tuple[str, ...]) -> Iterator[str]:
        """Yield what a card tells, line by line, as markup."""
        category, entry = self._marked.category_of(finding), finding.entry
        name = text(self._marked.name_of(finding))
        told = text(category.explanation) if category else ""
        asked = text(category.question) if category else ""
        yield f"<strong>{name}.</strong> {told} <em>{asked}</em>"
        possible = ", less certain" if finding.confidence == "possible" else ""
        who = self._marked.speaker_of(finding)
        yield text(f"{who[:1].upper()}{who[1:]}{possible}.")
        if entry.note:
            yield text(entry.note)
        if plainer:
            yield f"Plainer: {text('; '.join(plainer))}"
        cited = self._lists.get(finding.lexicon, finding.lexicon)
        yield f"<small>{text(cited)}: “{text(entry.phrase)}”</small>"

    def _note(self, span: Span, note: Note) -> str:
        words = text(short(span.of(self._text)))
        return (
            f'<details class="note {note.pen}" open="open"><summary><b>✎</b> {words}</summary>'
            f"{note_lines(note)}</details>"
        )


def note_lines(note: Note) -> str:
    """Return what a reader wrote, paragraph by paragraph, with the tags below."""
    lines = [text(line) for line in note.text.splitlines() if line.strip()]
    tags = text(" ".join(f"#{tag}" for tag in note.tags))
    pen = "bar at the side" if note.pen == "bar" else f"{note.pen} pen"
    lines.append(f"<small>Reader's note, {pen} {tags}</small>".replace(" </small>", "</small>"))
    return "".join(f"<p>{line}</p>" for line in lines)


def short(words: str) -> str:
    """Return words on one line, cut where they get too long for a heading."""
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"

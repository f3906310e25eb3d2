"""brat's standoff format: the text, and a file of lines that point into it."""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence

from reader.core.attribution.attributions import Attribution
from reader.core.notes import placed_notes
from reader.core.sources.source import by_attribution
from reader.core.text.spans import Span
from reader.storage.exports.others.brat_lines import BratDocument, Entity, Event, Remark, ann_text
from reader.storage.reports.free_names import FreeNames
from reader.storage.reports.report_format import Choices, Report, ReportFormat

_NO_NAME = re.compile(r"[^\w.-]+", re.ASCII)
_MADE = (1980, 1, 1, 0, 0, 0)  # of every file in the zip, so that the same makes the same bytes
NOTE = "Note_"  # before the pen, in the type of a highlight
_PANELS = {"wording": "Wording", "hedging": "Hedging", "sourcing": "Sourcing"}


def brat_document(report: Report) -> BratDocument:
    """Return marks, attributions and notes of an article in the form of brat."""
    lines = _Lines(report)
    lines.add_marks()
    lines.add_attributions()
    lines.add_notes()
    return lines.document()


def pieces_of(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return stretches cut at the ends of lines, as brat wants them."""
    found: list[Span] = []
    for span in spans:
        start = span.start
        for line in span.of(text).splitlines(keepends=True):
            words = line.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
            if words.strip():
                found.append(Span(start, start + len(words)))
            start += len(line)
    return tuple(found)


class _Lines:
    """Gathers the lines of one article, numbering as it goes."""

    def __init__(self, report: Report) -> None:
        self._report, self._text = report, report.analysis.article.text
        self._entities: list[Entity] = []
        self._events: list[Event] = []
        self._remarks: list[Remark] = []
        self._attributes: list[tuple[str, str, str]] = []

    def document(self) -> BratDocument:
        return BratDocument(
            self._text,
            tuple(self._entities),
            tuple(self._events),
            tuple(self._attributes),
            tuple(self._remarks),
        )

    def _entity(self, kind: str, spans: Sequence[Span]) -> str:
        pieces = pieces_of(self._text, spans)
        if not pieces:
            return ""
        name = f"T{len(self._entities) + 1}"
        self._entities.append(Entity(name, _safe_type(kind), pieces))
        return name

    def _remark(self, kind: str, target: str, words: str) -> None:
        if words:
            self._remarks.append(Remark(kind, target, words))

    def add_marks(self) -> None:
        owners = by_attribution(self._report.analysis.sources)
        lists = {item.id: item.version for item in self._report.analysis.lexicons}
        for item in self._report.analysis.findings:
            name = self._entity(f"{_PANELS[item.panel]}_{item.category}", [item.span])
            if name:
                owner = owners.get(item.attribution or 0)
                self._attributes.append(("Voice", name, item.voice))
                self._attributes.append(("Confidence", name, item.confidence))
                cited = f"{item.lexicon}@{lists.get(item.lexicon, '')}"
                self._remark("List", name, f"{cited} {item.entry.phrase}")
                self._remark("Speaker", name, (owner.name or "") if owner else "")

    def add_attributions(self) -> None:
        owners = by_attribution(self._report.analysis.sources)
        for item in self._report.analysis.attributions:
            owner = owners.get(item.id)
            self._attribution(item, (owner.name or "") if owner else "")

    def _attribution(self, item: Attribution, speaker: str) -> None:
        source = self._entity("Source", item.source)
        content = self._entity(f"Content_{item.form}", item.content)
        cue = self._entity(f"Cue_{item.kind}", item.cue)
        roles = [(role, name) for role, name in (("Source", source), ("Content", content)) if name]
        trigger = cue or content
        if trigger:
            kind = f"Cue_{item.kind}" if cue else f"Content_{item.form}"
            others = tuple(role for role in roles if role[1] != trigger)
            name = f"E{len(self._events) + 1}"
            self._events.append(Event(name, _safe_type(kind), trigger, others))
            self._attributes.append(("Certainty", name, "sure" if item.sure else "doubt"))
            self._remark("Speaker", name, speaker)

    def add_notes(self) -> None:
        for span, note in placed_notes(self._report.notes, self._text):
            name = self._entity(f"{NOTE}{note.pen}", [span])
            if name:
                self._remark("AnnotatorNotes", name, note.text)
                self._remark("Made", name, note.made)
                self._remark("Changed", name, note.changed)
                for tag in note.tags:
                    self._remark("Tag", name, tag)


def _safe_type(words: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]", "_", words)


def zipped(files: Sequence[tuple[str, bytes]]) -> bytes:
    """Return a zip of files, in their order; the same files make the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, data in files:
            facts = zipfile.ZipInfo(name, _MADE)
            facts.compress_type = zipfile.ZIP_DEFLATED
            pack.writestr(facts, data)
    return out.getvalue()


def file_names(reports: Sequence[Report]) -> Iterator[str]:
    """Yield a name for the files of each article that every system can write, none twice."""
    names = FreeNames()
    for report in reports:
        name = _NO_NAME.sub("-", report.name).strip("-.")[:80] or "article"
        free = names.take(name.lower())  # some systems take "Storm" and "storm" for one file
        yield f"{name}{free[len(name) :]}"


def _write(reports: Sequence[Report], _choices: Choices) -> bytes:
    files = []
    for name, report in zip(file_names(reports), reports, strict=True):
        document = brat_document(report)
        files += [
            (f"{name}.txt", document.text.encode("utf-8", "replace")),
            (f"{name}.ann", ann_text(document).encode("utf-8", "replace")),
        ]
    return zipped(files)


BRAT = ReportFormat(
    "brat",
    "brat",
    ".zip",
    _write,
    is_text=False,
    about="the text and .ann, for annotating together",
    holds=frozenset({"article", "wording", "voices", "sourcing", "hedging", "notes"}),
    loss="It holds no note on the whole article, and no explanation of a mark.",
)

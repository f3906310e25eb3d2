"""Marks, attributions and notes as a W3C AnnotationPage in JSON-LD."""

import hashlib
import json
import uuid
from collections.abc import Iterator, Sequence
from io import BytesIO

from reader import __version__
from reader.core.attribution.attributions import Attribution
from reader.core.corrections import Anchor
from reader.core.lexicon.findings import Finding
from reader.core.notes import Note
from reader.core.sources.source import by_attribution
from reader.core.text.article import Article, is_web_address
from reader.core.text.spans import Span
from reader.storage.reports.choosing import voices_told
from reader.storage.reports.report_format import Choices, Report, ReportFormat
from reader.storage.reports.sheets.method_sheet import QUESTION, list_name, lists_used
from reader.storage.reports.tables import categories_by_id

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OWN = "closeReader"  # the one term that all our own keys stand under
_OWN_TERM = {"@id": "urn:close-reader:terms:facts", "@type": "@json"}
_ROOM = uuid.UUID("6f0c55a8-4f0e-5b53-9d5e-0b6a1d1f6c11").bytes  # our ids are made in it
_facts_of = json.JSONEncoder(sort_keys=True).encode
_line_of = json.JSONEncoder(ensure_ascii=False).encode

Plain = dict[str, object]


def _items(reports: Sequence[Report]) -> Iterator[Plain]:
    for report in reports:
        yield from _Items(report).all()


def _page(reports: Sequence[Report], choices: Choices, ids: Sequence[str]) -> Plain:
    """Return what the page tells of itself, given the ids of its items."""
    told: Plain = {
        "says": QUESTION,
        "program": f"Close Reader {__version__}",
        "voices": voices_told(choices),
        "lists": [list_name(item) for item in lists_used(reports)],
        "articles": [
            {
                "source": source_of(report.analysis.article),
                "title": report.analysis.article.title,
                "language": report.analysis.article.language,
                "sha256": text_digest(report.analysis.article.text),
            }
            for report in reports
        ],
    }
    return {
        "@context": [CONTEXT, {OWN: _OWN_TERM}],
        "id": _id("page", *ids, *(one.name for one in reports)),
        "type": "AnnotationPage",
        OWN: told,
        "startIndex": 0,
    }


def text_digest(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def source_of(article: Article) -> str:
    """Return the address of an article; one without is named by its text alone, not by a path."""
    if is_web_address(article.origin):
        return article.origin
    return f"urn:sha256:{text_digest(article.text)}"


def _id(*parts: str) -> str:
    """Return a name that the same parts always get: the UUID, version 5, of their bytes as hex.

    A text may have a quarter of a million marks; `uuid.uuid5` takes five times as long.
    """
    name = "\x1f".join(parts).encode("utf-8", "surrogatepass").hex().encode()
    sha = hashlib.sha1(_ROOM + name, usedforsecurity=False).hexdigest()
    variant = "89ab"[int(sha[16], 16) & 3]
    return f"urn:uuid:{sha[:8]}-{sha[8:12]}-5{sha[13:16]}-{variant}{sha[17:20]}-{sha[20:32]}"


def _selector(text: str, span: Span) -> list[Plain]:
    anchor = Anchor.at(text, span)
    return _selector_of(anchor)


def _selector_of(anchor: Anchor) -> list[Plain]:
    quote: Plain = {
        "type": "TextQuoteSelector",
        "exact": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }
    end = anchor.start + len(anchor.quote)
    return [quote, {"type": "TextPositionSelector", "start": anchor.start, "end": end}]


def _body(purpose: str, value: str) -> Plain:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


class _Items:
    """Makes the items of one article."""

    def __init__(self, report: Report) -> None:
        self._report, self._analysis = report, report.analysis
        self._text = report.analysis.article.text
        self._source = source_of(report.analysis.article)
        self._categories = categories_by_id(report.analysis)
        self._owners = by_attribution(report.analysis.sources)
        self._lists = {item.id: list_name(item) for item in report.analysis.lexicons}

    def all(self) -> Iterator[Plain]:
        """Yield marks and attributions, then the reader's notes."""
        yield from map(self._mark, self._analysis.findings)
        yield from (
            self._attribution(item) for item in self._analysis.attributions if item.content
        )
        for number, note in enumerate(self._report.notes):
            yield self._note(note, number)

    def _item(self, motivation: str, bodies: list[Plain], selector: object, own: Plain) -> Plain:
        facts = _facts_of((self._source, motivation, selector, own))
        return {
            "id": _id("item", facts),
            "type": "Annotation",
            "motivation": motivation,
            **({"body": bodies} if bodies else {}),
            "target": {"source": self._source, "selector": selector},
            OWN: own,
        }

    def _mark(self, finding: Finding) -> Plain:
        category = self._categories.get((finding.panel, finding.category))
        owner = self._owners.get(finding.attribution or 0)
        bodies = [_body("tagging", category.name if category else finding.category)]
        if category and category.question:
            bodies.append(_body("questioning", category.question))
        own: Plain = {
            "kind": "mark",
            "panel": finding.panel,
            "category": finding.category,
            "list": self._lists.get(finding.lexicon, finding.lexicon),
            "entry": finding.entry.phrase,
            "confidence": finding.confidence,
            "voice": finding.voice,
            "speaker": owner.name if owner else None,
        }
        return self._item("questioning", bodies, _selector(self._text, finding.span), own)

    def _attribution(self, item: Attribution) -> Plain:
        owner = self._owners.get(item.id)
        whole = Span(item.content[0].start, item.content[-1].end)
        name = owner.name if owner and owner.name else "no source named"
        own: Plain = {
            "kind": "attribution",
            "number": item.id,
            "of": item.kind,
            "form": item.form,
            "speaker": owner.name if owner else None,
            "source": _pairs(item.source),
            "cue": _pairs(item.cue),
            "content": _pairs(item.content),
            "sure": item.sure,
        }
        selector = _selector(self._text, whole)
        return self._item("identifying", [_body("identifying", name)], selector, own)

    def _note(self, note: Note, number: int) -> Plain:
        bodies = [_body("commenting", note.text)] if note.text else []
        bodies += [_body("tagging", tag) for tag in note.tags]
        own: Plain = {"kind": "note", "pen": note.pen, "number": number}
        place = note.place_in(self._text)
        if note.anchor is None:  # others' programs show it at the headline
            own["on"] = "article"
            selector = _selector(self._text, self._headline())
        elif place is None:
            own["lost"] = True
            selector = _selector_of(note.anchor)
        else:
            selector = _selector(self._text, place)
        item = self._item("commenting" if note.text else "highlighting", bodies, selector, own)
        dates = (("created", note.made), ("modified", note.changed))
        return item | {name: value for name, value in dates if value}

    def _headline(self) -> Span:
        zones = self._analysis.article.zones
        return next((zone.span for zone in zones if zone.kind == "headline"), zones[0].span)


def _pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _write(reports: Sequence[Report], choices: Choices) -> bytes:
    """Write one item a line: to indent them takes thrice as long, to hold them all a gigabyte.

    The head names all items in its id, so it is written a second time, over the first one.
    """
    out = BytesIO()
    out.write(_head(reports, choices, ()))
    ids: list[str] = []
    for item in _items(reports):
        out.write(b",\n" if ids else b"")
        out.write(_line_of(item).encode("utf-8", "replace"))
        ids.append(str(item["id"]))
    out.write(b"\n]}\n")
    out.seek(0)
    out.write(_head(reports, choices, ids))
    return out.getvalue()


def _head(reports: Sequence[Report], choices: Choices, ids: Sequence[str]) -> bytes:
    """Return all up to the items; it is as long whatever their ids."""
    page = _page(reports, choices, ids)
    head = json.dumps(page, ensure_ascii=False, indent=1).removesuffix("\n}")
    return f'{head},\n "items": [\n'.encode("utf-8", "replace")


ANNOTATIONS = ReportFormat(
    "annotations",
    "Web Annotation",
    ".jsonld",
    _write,
    about="JSON-LD, W3C, for others' programs",
    holds=frozenset({"wording", "voices", "sourcing", "hedging", "notes", "method"}),
    loss="It quotes the marked words, not the whole text.",
)

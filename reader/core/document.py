"""The analysis document: an Analysis as plain data, in the published schema."""

from collections.abc import Iterable
from typing import get_args

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.places import Places
from reader.core.analysis.summary import summary_counts
from reader.core.attribution.attributions import Attribution
from reader.core.corrections import Correction, plain_corrections
from reader.core.lexicon.findings import Finding
from reader.core.sources.chain.entities import Form
from reader.core.sources.naming import Naming
from reader.core.sources.source import Source, by_attribution
from reader.core.text.article import Article
from reader.core.text.spans import Span

SCHEMA = "close-reader/analysis/1"


def analysis_document(
    analysis: Analysis, document_id: str, corrections: Iterable[Correction] = ()
) -> dict[str, object]:
    """Return the analysis in schema `close-reader/analysis/1`, ready for JSON.

    All offsets are half-open, in code points of `article.text`; unknown is None. Where a
    reader corrected the analysis, one key more holds the corrections.
    """
    article = analysis.article
    readers = plain_corrections(corrections)
    places = Places.of(analysis)
    document: dict[str, object] = {
        "schema": SCHEMA,
        "id": document_id,
        "article": _article(article),
        "findings": [_finding(finding, article.text, places) for finding in analysis.findings],
        "attributions": _attributions(analysis.attributions, analysis.sources),
        "sources": [_source(source) for source in analysis.sources],
        "naming": [_naming(naming) for naming in analysis.naming],
        "readability": {measure.id: measure.value for measure in analysis.readability},
        "summary": summary_counts(analysis),
        "caveats": list(analysis.caveats),
        "lexicons": [
            {"id": lexicon.id, "version": lexicon.version} for lexicon in analysis.lexicons
        ],
    }
    return {**document, "corrections": readers} if readers else document


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _article(article: Article) -> dict[str, object]:
    facts = [{"name": one.name, "value": one.value, "place": one.place} for one in article.facts]
    return {
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "outlet": article.outlet,
        "origin": article.origin,
        "language": article.language,
        "text": article.text,
        "zones": [
            {"kind": zone.kind, "start": zone.span.start, "end": zone.span.end}
            for zone in article.zones
        ],
        "removed": [{"text": piece.text, "reason": piece.reason} for piece in article.removed],
        **({"facts": facts} if facts else {}),
    }


def _finding(finding: Finding, text: str, places: Places) -> dict[str, object]:
    return {
        "start": finding.span.start,
        "end": finding.span.end,
        "text": finding.span.of(text),
        "panel": finding.panel,
        "category": finding.category,
        "lexicon": finding.lexicon,
        "entry": finding.entry.phrase,
        "confidence": finding.confidence,
        "voice": finding.voice,
        "attribution": finding.attribution,
        "zone": finding.zone,
        "place": places.of_span(finding.span),
    }


def _attributions(
    attributions: Iterable[Attribution], sources: Iterable[Source]
) -> list[dict[str, object]]:
    owner = by_attribution(sources)
    return [
        {
            "id": attribution.id,
            "kind": attribution.kind,
            "form": attribution.form,
            "source": _pairs(attribution.source),
            "cue": _pairs(attribution.cue),
            "content": _pairs(attribution.content),
            "source_id": owner[attribution.id].id if attribution.id in owner else None,
            "verb_class": attribution.verb_class,
            "inside": attribution.inside,
            **({} if attribution.sure else {"sure": False}),
        }
        for attribution in attributions
    ]


def _source(source: Source) -> dict[str, object]:
    return {
        "id": source.id,
        "name": source.name,
        "identification": source.identification,
        "kind": source.kind,
        "mentions": _pairs(source.mentions),
        "attributions": list(source.attributions),
        "words": source.words,
    }


def _naming(naming: Naming) -> dict[str, object]:
    return {
        "actor": naming.actor,
        "labels": [
            {
                "text": label.text,
                "spans": _pairs(label.spans),
                "voice": label.voice,
                "speaker": label.speaker,
            }
            for label in naming.labels
        ],
        "forms": {form: naming.forms.get(form, 0) for form in get_args(Form)},
    }

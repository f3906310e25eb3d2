"""A corrected analysis as evaluation data: one JSON line of attributions and hedges."""

from collections.abc import Iterable

from reader.core.analysis.analysis import Analysis
from reader.core.attribution.attributions import Attribution
from reader.core.text.spans import Span


def evaluation_line(analysis: Analysis, document_id: str) -> dict[str, object]:
    """Return what the reader holds to be right, as data to score a program against.

    `attributions` has the form of the public attribution corpus (those inside another are
    left out, as there), `spans` the hedges with their category. `by` tells for each whether
    the reader or the program made it; `checked` is false as long as the reader corrected
    nothing.
    """
    marks = analysis.marks
    hedges = [item for item in analysis.findings if item.panel == "hedging"]
    own = [item for item in analysis.attributions if item.inside is None]
    return {
        "id": document_id,
        "text": analysis.article.text,
        "attributions": [_attribution(item, analysis) for item in own],
        "spans": [[item.span.start, item.span.end, item.category] for item in hedges],
        "by": [
            "reader" if (item.span, item.category) in marks.hedges else "program"
            for item in hedges
        ],
        "meta": {
            "attributions_removed": marks.removed,
            "hedges_removed": marks.hedges_removed,
            "checked": is_corrected(analysis),
        },
    }


def is_corrected(analysis: Analysis) -> bool:
    """Tell whether the reader changed anything that is counted; a side is no change."""
    marks = analysis.marks
    return bool(
        marks.added
        or marks.changed
        or marks.removed
        or marks.sources
        or marks.hedges
        or marks.hedges_removed
    )


def _attribution(item: Attribution, analysis: Analysis) -> dict[str, object]:
    is_readers = analysis.marks.is_attribution_corrected(item.id)
    return {
        "source": _pairs(item.source),
        "cue": _pairs(item.cue),
        "content": _pairs(item.content),
        "kind": item.kind,
        "by": "reader" if is_readers else "program",
    }


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]

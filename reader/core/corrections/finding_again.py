"""Finds what a correction speaks of in an analysis, even in another one than it was made on."""

from collections.abc import Iterable, Sequence

from reader.core.attribution.attributions import Attribution
from reader.core.corrections.anchors import Anchor
from reader.core.corrections.layer import Speaker, Target
from reader.core.sources.source import Source
from reader.core.text.spans import Span


def found_spans(anchors: Iterable[Anchor], text: str) -> tuple[Span, ...]:
    """Return where anchored words stand, those left out that have no safe place."""
    spans = (anchor.find(text) for anchor in anchors)
    return tuple(span for span in spans if span is not None)


def find_attribution(
    target: Target, attributions: Sequence[Attribution], text: str
) -> Attribution | None:
    """Return the attribution with the same cue, or with half of the same content, or None."""
    cue = found_spans(target.cue, text)
    content = found_spans(target.content, text)
    source = found_spans(target.source, text)

    def likeness(item: Attribution) -> float:
        alike = _alike(item.content, content)
        alike += bool(cue) and _touch(item.cue, cue)
        if not cue and not content:
            alike += _touch(item.source, source)
        return alike

    best = max(attributions, key=likeness, default=None)
    return best if best is not None and likeness(best) >= 0.5 else None


def find_source(
    speaker: Speaker, sources: Sequence[Source], attributions: Sequence[Attribution], text: str
) -> Source | None:
    """Return the source with the same mentions, else with the same name, or None."""
    spans = found_spans(speaker.mentions, text)

    def rank(source: Source) -> tuple[int, int]:
        is_namesake = (source.name or "").lower() == speaker.name.lower()
        return sum(_touch(source.mentions, [span]) for span in spans), is_namesake

    best = max(sources, key=rank, default=None)
    if best is not None and any(rank(best)) and (speaker.name or rank(best)[0]):
        return best
    if speaker.example is None:
        return None
    owned = find_attribution(speaker.example, attributions, text)
    owners = (source for source in sources if owned and owned.id in source.attributions)
    return next(owners, None)


def _touch(spans: Iterable[Span], others: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for span in spans for other in others)


def _alike(spans: Sequence[Span], others: Sequence[Span]) -> float:
    """Return the shared characters as a share of all characters of both."""
    shared = sum(
        max(0, min(span.end, other.end) - max(span.start, other.start))
        for span in spans
        for other in others
    )
    return shared / max(1, sum(map(len, spans)) + sum(map(len, others)) - shared)

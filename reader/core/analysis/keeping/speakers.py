"""Attributions, sources and voices as plain data."""

from collections.abc import Sequence
from itertools import accumulate
from operator import add

from reader.core.analysis.keeping.spans import (
    Plain,
    columns,
    flat,
    one_line,
    rows_of,
    span_at,
    spans_of,
)
from reader.core.attribution import Attribution
from reader.core.sources.source import Source, SourceKind
from reader.core.sources.voice import Spoken, VoiceStretch

_NOBODY: tuple[None, None] = (None, None)
SPOKEN_PARTS = (0, 5, 7)  # of a kept analysis: its form, and what tells who says which words


def plain_attributions(attributions: Sequence[Attribution]) -> Plain:
    """Return attributions as columns."""
    return columns(
        [
            [
                item.id,
                item.kind,
                item.form,
                flat(item.source),
                flat(item.cue),
                flat(item.content),
                item.verb_class,
                item.rule,
                item.inside,
                int(item.sure),
            ]
            for item in attributions
        ]
    )


def attributions_of(plain: Plain) -> tuple[Attribution, ...]:
    """Return the attributions that were kept."""
    made = []
    for number, kind, form, *places, verb_class, rule, inside, sure in rows_of(plain):
        source, cue, content = map(spans_of, places)
        made.append(
            Attribution(
                number, kind, form, source, cue, content, verb_class, rule, inside, bool(sure)
            )
        )
    return tuple(made)


def plain_sources(sources: Sequence[Source], text: str) -> Plain:
    """Return sources as columns; a name that stands at a mention is kept by its number."""
    return columns(
        [
            [
                item.id,
                _name(item, text),
                item.role,
                item.identification,
                item.kind,
                flat(item.mentions),
                list(item.attributions),
                item.words,
                item.anonymity_reason,
                int(item.is_resolved),
            ]
            for item in sources
        ]
    )


def _name(source: Source, text: str) -> str | int | None:
    for place, span in enumerate(source.mentions):
        if one_line(text, span) == source.name:
            return place
    return source.name


def sources_of(plain: Plain, text: str) -> tuple[Source, ...]:
    """Return the sources that were kept."""
    made = []
    for code, name, role, grade, kind, mentions, said, words, reason, known in rows_of(plain):
        spans = spans_of(mentions)
        made.append(
            Source(
                id=code,
                name=one_line(text, spans[name]) if isinstance(name, int) else name,
                role=role,
                identification=grade,
                kind=kind,
                mentions=spans,
                attributions=tuple(said),
                words=words,
                anonymity_reason=reason,
                is_resolved=bool(known),
            )
        )
    return tuple(made)


def plain_voices(voices: Sequence[VoiceStretch]) -> Plain:
    """Return the stretches in somebody else's words as places and columns."""
    rows = [[item.voice, item.attribution] for item in voices]
    return [flat(item.span for item in voices), columns(rows)]


def stretches_of(plain: Plain) -> tuple[VoiceStretch, ...]:
    """Return the stretches that were kept."""
    places, rows = plain
    both = zip(spans_of(places), rows_of(rows), strict=bool(rows))
    return tuple(VoiceStretch(span, voice, one) for span, (voice, one) in both)


def voices_in(plain: Plain, text: str) -> tuple[Spoken, ...]:
    """Return the stretches in somebody else's words, in order, with who says them.

    It reads only that part of a kept analysis, for searches and counts through many.
    """
    _, sources, voices = (plain[part] for part in SPOKEN_PARTS)
    return spoken_of(text, sources, voices)


def spoken_of(text: str, sources: Plain, voices: Plain) -> tuple[Spoken, ...]:
    """Return the same from the two parts of a kept analysis that tell it."""
    speakers: dict[int, tuple[str | None, SourceKind | None]] = {}
    for _, name, _, _, kind, mentions, said, *_ in rows_of(sources):
        shown = one_line(text, span_at(mentions, name)) if isinstance(name, int) else name
        speakers |= dict.fromkeys(said, (shown, kind))
    numbers, rows = voices
    starts = list(accumulate(numbers[::2]))
    ends = map(add, starts, numbers[1::2])
    whose = (speakers.get(one, _NOBODY) for _, one in rows_of(rows))
    spoken = zip(starts, ends, rows[0] if rows else (), whose, strict=True)
    return tuple([(start, end, voice, *who) for start, end, voice, who in spoken])

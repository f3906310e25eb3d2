"""Actors with their wordings as plain data: what stands in the text is kept by its place."""

from collections.abc import Sequence
from typing import Any

from reader.core.analysis.keeping.spans import Plain, flat, one_line, spans_of
from reader.core.sources.naming import Naming, NamingLabel
from reader.core.text.spans import Span

_SMALL = 0  # instead of a wording: as in the text, but with a small letter first


def plain_actor(actor: Naming, text: str) -> Plain:
    """Return an actor: all its places once, and what is said of them by their numbers."""
    spans = sorted(
        {span for label in actor.labels for span in label.spans}
        | {span for places in actor.places.values() for span in places}
    )
    number = {span: place for place, span in enumerate(spans)}
    labels = [
        [_wording(one, text), [number[span] for span in one.spans], one.voice, one.speaker]
        for one in actor.labels
    ]
    places = {form: [number[span] for span in found] for form, found in actor.places.items()}
    names = [label.text for label in actor.labels]
    name = names.index(actor.actor) if actor.actor in names else actor.actor
    return [name, flat(spans), labels, places, actor.kind, actor.role]


def _wording(label: NamingLabel, text: str) -> str | int | None:
    shown = one_line(text, label.spans[0]) if label.spans else ""
    if label.text == shown:
        return None
    return _SMALL if label.text == _small(shown) else label.text


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def actor_of(plain: Plain, text: str) -> Naming:
    """Return the actor that was kept."""
    name, numbers, plain_labels, places, kind, role = plain
    spans = spans_of(numbers)
    labels = tuple(_label(label, spans, text) for label in plain_labels)
    return Naming(
        labels[name].text if isinstance(name, int) else name,
        labels,
        {form: tuple(spans[place] for place in found) for form, found in places.items()},
        kind,
        role,
    )


def _label(plain: Sequence[Any], spans: Sequence[Span], text: str) -> NamingLabel:
    wording, places, voice, speaker = plain
    own = tuple(spans[place] for place in places)
    if not isinstance(wording, str):
        shown = one_line(text, own[0])
        wording = shown if wording is None else _small(shown)
    return NamingLabel(wording, own, voice, speaker)

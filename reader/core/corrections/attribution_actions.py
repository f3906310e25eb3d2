"""What the reader can say of an attribution, and what becomes of the attributions then."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from reader.core.analysis.analysis import Analysis
from reader.core.attribution.attributions import Attribution, Form, Kind
from reader.core.corrections.finding_again import find_attribution, found_spans
from reader.core.corrections.layer import Correction, Speaker, anchors_of, target_of
from reader.core.corrections.source_actions import CorrectedSources
from reader.core.text.spans import Span

RULE = "set by the reader"
_KINDS: dict[str, Kind] = {str(kind): kind for kind in get_args(Kind)}
_ALL_QUOTED = 0.9  # of the characters


class CorrectedAttributions:
    """Holds who is said to have said what, and which of it is the reader's work.

    Attributes:
        found: All attributions by their ids.
        sources: Who speaks in them.
        added: The ids of those that the reader made.
        changed: The ids of those that the reader changed.
        removed: How many of the program's the reader took out.
    """

    def __init__(self, analysis: Analysis, quoted: Iterable[Span]) -> None:
        """Take the program's attributions and sources, and what stands in quotation marks."""
        self._text = analysis.article.text
        self._quoted = tuple(quoted)
        self.found = {item.id: item for item in analysis.attributions}
        self.sources = CorrectedSources(analysis, self.found)
        self.added: set[int] = set()
        self.changed: set[int] = set()
        self.removed = 0
        self._next_id = max(self.found, default=0) + 1

    def _target(self, correction: Correction) -> Attribution | None:
        if correction.target is None:
            return None
        return find_attribution(correction.target, tuple(self.found.values()), self._text)

    def split(self, correction: Correction) -> bool:
        """Give an attribution a source of its own."""
        return self.sources.split(self._target(correction))

    def set_speaker(self, correction: Correction) -> bool:
        """Give an attribution to a speaker."""
        if correction.speaker is None:
            return False
        attribution = self._target(correction) or self._made_again(correction)
        if attribution is None:
            return False
        self._speak(attribution, correction.speaker)
        self._mark_changed(attribution.id)
        return True

    def _speak(self, attribution: Attribution, speaker: Speaker) -> None:
        """Give an attribution to a speaker, known or new."""
        source = self.sources.find(speaker)
        if source is None:
            mentions = found_spans(speaker.mentions, self._text)
            source = self.sources.make(speaker.name, mentions)
        near = attribution.content or attribution.cue
        place = near[0].start if near else 0
        known = sorted(source.mentions, key=lambda span: abs(span.start - place))
        self.sources.move(attribution, source.id)
        self._put(replace(attribution, source=tuple(known[:1]), rule=RULE, sure=True))

    def set_extent(self, correction: Correction) -> bool:
        """Let an attribution go over the selected words."""
        spans = found_spans(correction.places, self._text)
        attribution = (self._target(correction) or self._made_again(correction)) if spans else None
        if attribution is None:
            return False
        form = self._form(spans)
        content = tuple(sorted(spans))
        self._put(replace(attribution, content=content, form=form, rule=RULE, sure=True))
        self._mark_changed(attribution.id)
        return True

    def set_kind(self, correction: Correction) -> bool:
        """Say whether it is speech, thought or a refusal."""
        kind = _KINDS.get(correction.value)
        attribution = (self._target(correction) or self._made_again(correction)) if kind else None
        if attribution is None or kind is None:
            return False
        self._put(replace(attribution, kind=kind, rule=RULE, sure=True))
        self._mark_changed(attribution.id)
        return True

    def add(self, correction: Correction) -> bool:
        """Make an attribution of the selected words."""
        spans = found_spans(correction.places, self._text)
        if not spans or correction.speaker is None:
            return False
        self._speak(self._made(spans, _KINDS.get(correction.value, "speech")), correction.speaker)
        return True

    def remove(self, correction: Correction) -> bool:
        """Take an attribution out."""
        attribution = self._target(correction)
        if attribution is None:
            return False
        self.sources.drop(attribution)
        del self.found[attribution.id]
        self.changed.discard(attribution.id)
        if attribution.id in self.added:
            self.added.discard(attribution.id)
        else:
            self.removed += 1
        return True

    def _made_again(self, correction: Correction) -> Attribution | None:
        """Return an attribution that the program lost, made again where its words stand.

        The reader has spoken about it, so it is one; from now on it is the reader's.
        """
        target = correction.target
        content = found_spans(target.content, self._text) if target else ()
        if target is None or not content:
            return None
        made = self._made(content, "speech", found_spans(target.cue, self._text))
        name = target.source[0].quote if target.source else ""
        self._speak(made, Speaker(" ".join(name.split()), target.source[:1]))
        return self.found[made.id]

    def _made(
        self, content: Sequence[Span], kind: Kind, cue: tuple[Span, ...] = ()
    ) -> Attribution:
        made = Attribution(
            id=self._next_id,
            kind=kind,
            form=self._form(content),
            source=(),
            cue=cue,
            content=tuple(sorted(content)),
            verb_class=None,
            rule=RULE,
        )
        self._next_id += 1
        self.added.add(made.id)
        self._put(made)
        return made

    def _put(self, attribution: Attribution) -> None:
        self.found[attribution.id] = attribution

    def _mark_changed(self, number: int) -> None:
        if number not in self.added:
            self.changed.add(number)

    def _form(self, spans: Sequence[Span]) -> Form:
        whole = sum(map(len, spans))
        quoted = sum(
            max(0, min(span.end, mark.end) - max(span.start, mark.start))
            for span in spans
            for mark in self._quoted
        )
        if quoted >= _ALL_QUOTED * whole:
            return "direct"
        return "mixed" if quoted else "indirect"

    def in_order(self) -> list[Attribution]:
        """Return the attributions in the program's order, the reader's put in between."""

        def place(item: Attribution) -> int:
            return min((span.start for span in (*item.content, *item.cue)), default=0)

        found = list(self.found.values())
        return sorted(found, key=place) if self.added or self.changed else found


# To add an action of attributions: its method above, its name here, and how it is said below.
ATTRIBUTION_ACTIONS: Mapping[str, Callable[[CorrectedAttributions, Correction], bool]] = {
    "split-off": CorrectedAttributions.split,
    "set-speaker": CorrectedAttributions.set_speaker,
    "set-extent": CorrectedAttributions.set_extent,
    "set-kind": CorrectedAttributions.set_kind,
    "add-attribution": CorrectedAttributions.add,
    "remove-attribution": CorrectedAttributions.remove,
}


def split_off(analysis: Analysis, attribution: Attribution) -> Correction:
    """Say that an attribution belongs to a source of its own."""
    return Correction("split-off", target=target_of(analysis, attribution))


def set_speaker(analysis: Analysis, attribution: Attribution, speaker: Speaker) -> Correction:
    """Say who speaks in an attribution."""
    return Correction("set-speaker", target=target_of(analysis, attribution), speaker=speaker)


def set_extent(analysis: Analysis, attribution: Attribution, *spans: Span) -> Correction:
    """Say from where to where an attribution goes."""
    return Correction(
        "set-extent", target=target_of(analysis, attribution), places=anchors_of(analysis, spans)
    )


def set_kind(analysis: Analysis, attribution: Attribution, kind: Kind) -> Correction:
    """Say that an attribution is speech, thought or a refusal."""
    return Correction("set-kind", target=target_of(analysis, attribution), value=kind)


def add_attribution(
    analysis: Analysis, content: Span, speaker: Speaker, kind: Kind = "speech"
) -> Correction:
    """Say that somebody speaks where the program saw nobody."""
    return Correction(
        "add-attribution", speaker=speaker, places=anchors_of(analysis, (content,)), value=kind
    )


def remove_attribution(analysis: Analysis, attribution: Attribution) -> Correction:
    """Say that nobody else speaks here."""
    return Correction("remove-attribution", target=target_of(analysis, attribution))

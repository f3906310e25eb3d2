"""apply(analysis, corrections) -> Analysis: the reader's layer on top of the program's work."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from reader.core.analysis.analysis import Analysis, passages_without_source, placed_findings
from reader.core.analysis.correction_marks import CorrectionMarks
from reader.core.analysis.summary import speaking_sources
from reader.core.attribution.attributions import Attribution, Form, Kind
from reader.core.attribution.quoting.quotations import quoted_spans
from reader.core.corrections.corrected_hedges import CorrectedHedges
from reader.core.corrections.corrected_sources import CorrectedSources
from reader.core.corrections.finding_again import find_attribution, found_spans
from reader.core.corrections.layer import Action, Correction, Speaker
from reader.core.corrections.mutes import is_mute
from reader.core.sources.sources import Source
from reader.core.sources.voice import VoiceMap
from reader.core.text.spans import Span

RULE = "set by the reader"
_KINDS: dict[str, Kind] = {str(kind): kind for kind in get_args(Kind)}
_ALL_QUOTED = 0.9  # of the characters


def apply(analysis: Analysis, corrections: Sequence[Correction]) -> Analysis:
    """Return the analysis as the reader corrected it, each changed thing known in its marks.

    The same corrections can be put on another analysis of the same article, or of an edited
    text: each finds its words again. What finds no place is told in the marks and as a caveat.
    """
    text = analysis.article.text
    if all(is_mute(item) and _has_place(item, text) for item in corrections):
        return analysis  # mutes change nothing but what is shown
    corrected = _Corrected(analysis)
    for correction in corrections:
        corrected.take(correction)
    return corrected.finished()


def _has_place(correction: Correction, text: str) -> bool:
    """Tell whether all muted places are still in a text."""
    return len(found_spans(correction.places, text)) == len(correction.places)


class _Corrected:
    """An analysis while it is corrected: attributions here, sources and hedges in their own."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._text = analysis.article.text
        self._tokens = analysis.language_data.tokenizer(self._text)
        self._quoted = quoted_spans(self._tokens)
        self._attributions = {item.id: item for item in analysis.attributions}
        self._sources = CorrectedSources(analysis.sources, self._attributions, self._text)
        self._hedges = CorrectedHedges(analysis.findings, self._text)
        self._added: set[int] = set()
        self._changed: set[int] = set()
        self._removed = 0
        self._unplaced: list[str] = []
        self._next_id = max(self._attributions, default=0) + 1
        self._actions: Mapping[Action, Callable[[Correction], bool]] = {
            "merge-sources": self._sources.merge,
            "split-off": self._split,
            "set-speaker": self._set_speaker,
            "set-extent": self._set_extent,
            "set-kind": self._set_kind,
            "set-source-kind": self._sources.set_kind,
            "set-side": self._sources.set_side,
            "name-side": self._sources.name_side,
            "add-attribution": self._add,
            "remove-attribution": self._remove,
            "add-hedge": self._hedges.add,
            "remove-hedge": self._hedges.remove,
            "mute-here": self._mute,
            "mute-everywhere": self._mute,
        }

    def take(self, correction: Correction) -> None:
        """Put one correction in force, or remember that it has no place here."""
        if not self._actions[correction.action](correction):
            self._unplaced.append(correction.words)

    def _mute(self, correction: Correction) -> bool:
        """Tell whether a mute has its place; nothing else depends on it."""
        return _has_place(correction, self._text)

    # -- attributions ------------------------------------------------------------------------

    def _found(self, correction: Correction) -> Attribution | None:
        if correction.target is None:
            return None
        return find_attribution(correction.target, tuple(self._attributions.values()), self._text)

    def _split(self, correction: Correction) -> bool:
        return self._sources.split(self._found(correction))

    def _set_speaker(self, correction: Correction) -> bool:
        if correction.speaker is None:
            return False
        attribution = self._found(correction) or self._made_again(correction)
        if attribution is None:
            return False
        self._speak(attribution, correction.speaker)
        self._mark_changed(attribution.id)
        return True

    def _speak(self, attribution: Attribution, speaker: Speaker) -> None:
        """Give an attribution to a speaker, known or new."""
        source = self._sources.find(speaker)
        if source is None:
            mentions = found_spans(speaker.mentions, self._text)
            source = self._sources.make(speaker.name, mentions)
        near = attribution.content or attribution.cue
        place = near[0].start if near else 0
        known = sorted(source.mentions, key=lambda span: abs(span.start - place))
        self._sources.move(attribution, source.id)
        self._put(replace(attribution, source=tuple(known[:1]), rule=RULE))

    def _set_extent(self, correction: Correction) -> bool:
        spans = found_spans(correction.places, self._text)
        attribution = (self._found(correction) or self._made_again(correction)) if spans else None
        if attribution is None:
            return False
        form = self._form(spans)
        self._put(replace(attribution, content=tuple(sorted(spans)), form=form, rule=RULE))
        self._mark_changed(attribution.id)
        return True

    def _set_kind(self, correction: Correction) -> bool:
        kind = _KINDS.get(correction.value)
        attribution = (self._found(correction) or self._made_again(correction)) if kind else None
        if attribution is None or kind is None:
            return False
        self._put(replace(attribution, kind=kind, rule=RULE))
        self._mark_changed(attribution.id)
        return True

    def _add(self, correction: Correction) -> bool:
        spans = found_spans(correction.places, self._text)
        if not spans or correction.speaker is None:
            return False
        self._speak(self._made(spans, _KINDS.get(correction.value, "speech")), correction.speaker)
        return True

    def _remove(self, correction: Correction) -> bool:
        attribution = self._found(correction)
        if attribution is None:
            return False
        self._sources.drop(attribution)
        del self._attributions[attribution.id]
        self._changed.discard(attribution.id)
        if attribution.id in self._added:
            self._added.discard(attribution.id)
        else:
            self._removed += 1
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
        return self._attributions[made.id]

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
        self._added.add(made.id)
        self._put(made)
        return made

    def _put(self, attribution: Attribution) -> None:
        self._attributions[attribution.id] = attribution

    def _mark_changed(self, number: int) -> None:
        if number not in self._added:
            self._changed.add(number)

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

    # -- the result --------------------------------------------------------------------------

    def finished(self) -> Analysis:
        """Return the corrected analysis, with all that follows from it."""
        analysis, article = self._analysis, self._analysis.article
        attributions = _nested(self._in_order())
        voices = VoiceMap(attributions, self._quoted)
        sources = self._sources.finished(attributions, self._tokens)
        told = "A correction of yours found no place in this text and is kept: “{words}”."
        caveats = tuple(told.format(words=_short(words)) for words in self._unplaced)
        return replace(
            analysis,
            attributions=attributions,
            sources=sources,
            findings=placed_findings(self._hedges.findings, article, voices),
            voices=voices.stretches(self._text),
            unsourced=passages_without_source(self._tokens, article, attributions),
            caveats=(*analysis.caveats, *caveats),
            marks=self._marks(sources),
        )

    def _in_order(self) -> list[Attribution]:
        """Return the attributions in the program's order, the reader's put in between."""

        def place(item: Attribution) -> int:
            return min((span.start for span in (*item.content, *item.cue)), default=0)

        found = list(self._attributions.values())
        return sorted(found, key=place) if self._added or self._changed else found

    def _marks(self, sources: Sequence[Source]) -> CorrectionMarks:
        analysis = self._analysis
        return CorrectionMarks(
            added=frozenset(self._added),
            changed=frozenset(self._changed),
            removed=self._removed,
            sources=self._sources.changed(sources),
            hedges=frozenset(self._hedges.added),
            hedges_removed=self._hedges.removed,
            sides=self._sources.sides(sources),
            side_names=self._sources.side_names,
            unplaced=tuple(self._unplaced),
            program_sources=len(speaking_sources(analysis)),
            program_attributions=len(analysis.attributions),
            program_hedges=sum(item.panel == "hedging" for item in analysis.findings),
        )


def _nested(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions with the one that each lies inside, as their contents show."""
    there = {item.id for item in attributions}
    return tuple(
        item
        if item.rule != RULE and (item.inside is None or item.inside in there)
        else replace(item, inside=_holder(item, attributions))
        for item in attributions
    )


def _holder(item: Attribution, attributions: Sequence[Attribution]) -> int | None:
    """Return the id of the tightest attribution with a part that holds all of `item`."""
    holders = [
        (len(part), other.id)
        for other in attributions
        for part in other.content
        if other.id != item.id
        and item.content
        and all(part.contains(span) and part != span for span in item.content)
    ]
    return min(holders)[1] if holders else None


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 60 else f"{flat[:57]}…"

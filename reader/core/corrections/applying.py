"""apply(analysis, corrections) -> Analysis: the reader's layer on top of the program's work."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from reader.core.analysis import (
    Analysis,
    passages_without_source,
    placed_findings,
)
from reader.core.attribution import quoted_spans
from reader.core.attribution.attributions import Attribution, Form, Kind
from reader.core.correction_marks import CorrectionMarks
from reader.core.corrections.finding_again import find_attribution, find_source, found_spans
from reader.core.corrections.layer import Action, Correction, Speaker
from reader.core.findings import Finding
from reader.core.lexicon import Entry
from reader.core.sources import Identification, Source, SourceKind
from reader.core.spans import Span
from reader.core.tokens import TokenTable, tokenize
from reader.core.voice import VoiceMap

LEXICON = "your corrections"
RULE = "set by the reader"
_GRADES: tuple[Identification, ...] = get_args(Identification)
_KINDS: dict[str, Kind] = {str(kind): kind for kind in get_args(Kind)}
_SOURCE_KINDS: dict[str, SourceKind] = {str(kind): kind for kind in get_args(SourceKind)}
_ALL_QUOTED = 0.9  # of the characters
_PRONOUNS = frozenset("he she it they we i you who".split())


def apply(analysis: Analysis, corrections: Sequence[Correction]) -> Analysis:
    """Return the analysis as the reader corrected it, each changed thing known in its marks.

    The same corrections can be put on another analysis of the same article, or of an edited
    text: each finds its words again. What finds no place is told in the marks and as a caveat.
    """
    if not corrections:
        return analysis
    bench = _Bench(analysis)
    for correction in corrections:
        bench.take(correction)
    return bench.finished()


class _Bench:
    """An analysis on the work bench."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._text = analysis.article.text
        self._tokens = tokenize(self._text)
        self._quoted = quoted_spans(self._tokens)
        self._attributions = {item.id: item for item in analysis.attributions}
        self._sources = {source.id: source for source in analysis.sources}
        self._findings = list(analysis.findings)
        self._added: set[int] = set()
        self._changed: set[int] = set()
        self._removed = 0
        self._hedges: set[tuple[Span, str]] = set()
        self._hedges_removed = 0
        self._source_ids: set[str] = set()
        self._sides: dict[str, int] = {}
        self._side_names = {1: "", 2: ""}
        self._unplaced: list[str] = []
        self._next_id = max(self._attributions, default=0) + 1
        self._next_source = len(self._sources) + 1
        self._actions: Mapping[Action, Callable[[Correction], bool]] = {
            "merge-sources": self._merge,
            "split-off": self._split,
            "set-speaker": self._set_speaker,
            "set-extent": self._set_extent,
            "set-kind": self._set_kind,
            "set-source-kind": self._set_source_kind,
            "set-side": self._set_side,
            "name-side": self._name_side,
            "add-attribution": self._add,
            "remove-attribution": self._remove,
            "add-hedge": self._add_hedge,
            "remove-hedge": self._remove_hedge,
        }

    def take(self, correction: Correction) -> None:
        """Put one correction in force, or remember that it has no place here."""
        if not self._actions[correction.action](correction):
            self._unplaced.append(correction.words)

    # -- finding -----------------------------------------------------------------------------

    def _attribution(self, correction: Correction) -> Attribution | None:
        if correction.target is None:
            return None
        return find_attribution(correction.target, tuple(self._attributions.values()), self._text)

    def _source(self, speaker: Speaker | None) -> Source | None:
        if speaker is None:
            return None
        sources, attributions = tuple(self._sources.values()), tuple(self._attributions.values())
        return find_source(speaker, sources, attributions, self._text)

    def _owner(self, attribution: Attribution) -> Source | None:
        owners = (item for item in self._sources.values() if attribution.id in item.attributions)
        return next(owners, None)

    # -- sources -----------------------------------------------------------------------------

    def _merge(self, correction: Correction) -> bool:
        kept, joined = self._source(correction.speaker), self._source(correction.other)
        if kept is None or joined is None or kept is joined:
            return False
        best = min(kept, joined, key=lambda source: _GRADES.index(source.identification))
        self._sources[kept.id] = replace(
            best,
            id=kept.id,
            kind=best.kind if best.kind != "unclear" else kept.kind,
            mentions=tuple(sorted({*kept.mentions, *joined.mentions})),
            attributions=tuple(sorted({*kept.attributions, *joined.attributions})),
            anonymity_reason=kept.anonymity_reason or joined.anonymity_reason,
        )
        del self._sources[joined.id]
        side = self._sides.pop(joined.id, 0)
        if side:
            self._sides.setdefault(kept.id, side)
        self._source_ids.add(kept.id)
        return True

    def _split(self, correction: Correction) -> bool:
        attribution = self._attribution(correction)
        owner = self._owner(attribution) if attribution else None
        if attribution is None or owner is None or len(owner.attributions) < 2:
            return False
        mention = attribution.source[:1]
        name = " ".join(mention[0].of(self._text).split()) if mention else ""
        made = self._made_source(Speaker(name), mention)
        self._sources[made.id] = replace(made, kind=owner.kind, role=None)
        self._move(attribution, made.id)
        return True

    def _set_source_kind(self, correction: Correction) -> bool:
        source, kind = self._source(correction.speaker), _SOURCE_KINDS.get(correction.value)
        if source is None or kind is None:
            return False
        self._sources[source.id] = replace(source, kind=kind)
        self._source_ids.add(source.id)
        return True

    def _set_side(self, correction: Correction) -> bool:
        source = self._source(correction.speaker)
        if source is None:
            return False
        self._sides[source.id] = int(correction.value)
        return True

    def _name_side(self, correction: Correction) -> bool:
        side, _, name = correction.value.partition(" ")
        self._side_names[int(side)] = name
        return True

    def _made_source(self, speaker: Speaker, mentions: Sequence[Span]) -> Source:
        """Return a source that the program did not know, told as well as its words tell it."""
        source_id = f"s{self._next_source}"
        while source_id in self._sources:
            self._next_source += 1
            source_id = f"s{self._next_source}"
        self._next_source += 1
        is_pronoun = speaker.name.lower() in _PRONOUNS
        source = Source(
            id=source_id,
            name=speaker.name or None,
            role=None,
            identification=_grade(speaker.name),
            kind="unclear",
            mentions=tuple(mentions),
            attributions=(),
            words=0,
            is_resolved=not is_pronoun,
        )
        self._sources[source_id] = source
        self._source_ids.add(source_id)
        return source

    def _move(self, attribution: Attribution, source_id: str) -> None:
        """Give an attribution, and the mention that stands with it, to a source."""
        owner = self._owner(attribution)
        if owner is not None and owner.id != source_id:
            others = tuple(number for number in owner.attributions if number != attribution.id)
            named = {span for number in others for span in self._attributions[number].source}
            self._sources[owner.id] = replace(
                owner,
                attributions=others,
                mentions=tuple(
                    span
                    for span in owner.mentions
                    if span in named or span not in attribution.source
                ),
            )
            self._source_ids.add(owner.id)
        source = self._sources[source_id]
        self._sources[source_id] = replace(
            source, attributions=tuple(sorted({*source.attributions, attribution.id}))
        )
        self._source_ids.add(source_id)

    # -- attributions ------------------------------------------------------------------------

    def _remade(self, correction: Correction) -> Attribution | None:
        """Return an attribution that the program lost, made anew where its words stand.

        The reader has spoken about it, so it is one; from now on it is the reader's.
        """
        target = correction.target
        content = found_spans(target.content, self._text) if target else ()
        if target is None or not content:
            return None
        made = Attribution(
            id=self._next_id,
            kind="speech",
            form=self._form(content),
            source=found_spans(target.source, self._text),
            cue=found_spans(target.cue, self._text),
            content=tuple(sorted(content)),
            verb_class=None,
            rule=RULE,
        )
        self._next_id += 1
        self._attributions[made.id] = made
        self._added.add(made.id)
        name = target.source[0].quote if target.source else ""
        self._speak(made, Speaker(" ".join(name.split()), target.source[:1]))
        return self._attributions[made.id]

    def _set_speaker(self, correction: Correction) -> bool:
        if correction.speaker is None:
            return False
        attribution = self._attribution(correction) or self._remade(correction)
        if attribution is None:
            return False
        self._speak(attribution, correction.speaker)
        self._mark_changed(attribution.id)
        return True

    def _speak(self, attribution: Attribution, speaker: Speaker) -> None:
        """Give an attribution to a speaker, known or new."""
        mentions = found_spans(speaker.mentions, self._text)
        source = self._source(speaker) or self._made_source(speaker, mentions)
        near = attribution.content or attribution.cue
        place = near[0].start if near else 0
        known = sorted(source.mentions, key=lambda span: abs(span.start - place))
        self._attributions[attribution.id] = replace(
            attribution, source=tuple(known[:1]), rule=RULE
        )
        self._move(attribution, source.id)

    def _set_extent(self, correction: Correction) -> bool:
        spans = found_spans(correction.places, self._text)
        if not spans:
            return False
        attribution = self._attribution(correction) or self._remade(correction)
        if attribution is None:
            return False
        self._attributions[attribution.id] = replace(
            attribution, content=tuple(sorted(spans)), form=self._form(spans), rule=RULE
        )
        self._mark_changed(attribution.id)
        return True

    def _set_kind(self, correction: Correction) -> bool:
        kind = _KINDS.get(correction.value)
        if kind is None:
            return False
        attribution = self._attribution(correction) or self._remade(correction)
        if attribution is None:
            return False
        self._attributions[attribution.id] = replace(attribution, kind=kind, rule=RULE)
        self._mark_changed(attribution.id)
        return True

    def _add(self, correction: Correction) -> bool:
        spans = found_spans(correction.places, self._text)
        if not spans or correction.speaker is None:
            return False
        made = Attribution(
            id=self._next_id,
            kind=_KINDS.get(correction.value, "speech"),
            form=self._form(spans),
            source=(),
            cue=(),
            content=tuple(sorted(spans)),
            verb_class=None,
            rule=RULE,
        )
        self._next_id += 1
        self._attributions[made.id] = made
        self._added.add(made.id)
        self._speak(made, correction.speaker)
        return True

    def _remove(self, correction: Correction) -> bool:
        attribution = self._attribution(correction)
        if attribution is None:
            return False
        owner = self._owner(attribution)
        if owner is not None:
            rest = tuple(number for number in owner.attributions if number != attribution.id)
            self._sources[owner.id] = replace(owner, attributions=rest)
        del self._attributions[attribution.id]
        self._changed.discard(attribution.id)
        if attribution.id in self._added:
            self._added.discard(attribution.id)
        else:
            self._removed += 1
        return True

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

    # -- hedges ------------------------------------------------------------------------------

    def _add_hedge(self, correction: Correction) -> bool:
        spans = found_spans(correction.places, self._text)
        if not spans:
            return False
        phrase = " ".join(spans[0].of(self._text).split())
        entry = Entry(phrase, "exact", None, correction.value, "confident", line=0)
        made = Finding(spans[0], LEXICON, "hedging", correction.value, entry, "confident")
        self._findings.append(made)
        self._hedges.add((made.span, made.category))
        return True

    def _remove_hedge(self, correction: Correction) -> bool:
        spans = found_spans(correction.places, self._text)
        gone = [
            item
            for item in self._findings
            if item.panel == "hedging"
            and item.category == correction.value
            and any(item.span.overlaps(span) for span in spans)
        ]
        for item in gone:
            self._findings.remove(item)
            key = (item.span, item.category)
            if key in self._hedges:
                self._hedges.discard(key)
            else:
                self._hedges_removed += 1
        return bool(gone)

    # -- the result --------------------------------------------------------------------------

    def finished(self) -> Analysis:
        """Return the corrected analysis, all that follows from it reckoned anew."""
        analysis, article = self._analysis, self._analysis.article
        attributions = _nested(self._in_order())
        voices = VoiceMap(attributions, self._quoted)
        sources = self._finished_sources(attributions)
        told = "A correction of yours found no place in this text and is kept: “{words}”."
        caveats = tuple(told.format(words=_short(words)) for words in self._unplaced)
        return replace(
            analysis,
            attributions=attributions,
            sources=sources,
            findings=placed_findings(self._findings, article, voices),
            voices=voices.stretches(self._text),
            unsourced=passages_without_source(self._tokens, article, attributions),
            caveats=(*analysis.caveats, *caveats),
            marks=self._marks(sources),
        )

    def _in_order(self) -> list[Attribution]:
        def place(item: Attribution) -> int:
            return min((span.start for span in (*item.content, *item.cue)), default=0)

        is_touched = bool(self._added or self._changed)
        found = list(self._attributions.values())
        return sorted(found, key=place) if is_touched else found

    def _finished_sources(self, attributions: Sequence[Attribution]) -> tuple[Source, ...]:
        by_id = {item.id: item for item in attributions}
        return tuple(
            replace(
                source,
                words=sum(
                    _word_count(self._tokens, span)
                    for number in source.attributions
                    if by_id[number].inside is None
                    for span in by_id[number].content
                ),
            )
            for source in self._sources.values()
            if source.attributions
        )

    def _marks(self, sources: Sequence[Source]) -> CorrectionMarks:
        analysis = self._analysis
        there = {source.id for source in sources}
        return CorrectionMarks(
            added=frozenset(self._added),
            changed=frozenset(self._changed),
            removed=self._removed,
            sources=frozenset(self._source_ids & there),
            hedges=frozenset(self._hedges),
            hedges_removed=self._hedges_removed,
            sides=tuple((key, side) for key, side in self._sides.items() if side and key in there),
            side_names=(self._side_names[1], self._side_names[2]),
            unplaced=tuple(self._unplaced),
            program_sources=len(analysis.sources),
            program_attributions=len(analysis.attributions),
            program_hedges=sum(item.panel == "hedging" for item in analysis.findings),
        )


def _nested(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions, each told inside which other it lies, as the contents say."""
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


def _word_count(tokens: TokenTable, span: Span) -> int:
    return sum(tokens.words[index][0].isalnum() for index in tokens.tokens_in(span))


def _grade(name: str) -> Identification:
    if not name or name.lower() in _PRONOUNS:
        return "unnamed"
    is_named = any(word[0].isupper() for word in name.split()[name[:4] in {"The ", "A "} :])
    return "named" if is_named else "described"


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 60 else f"{flat[:57]}…"

"""apply(analysis, corrections) -> Analysis: the reader's layer on top of the program's work."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from reader.core.analysis.analysis import Analysis, passages_without_source, placed_findings
from reader.core.analysis.correction_marks import CorrectionMarks
from reader.core.analysis.summary import speaking_sources
from reader.core.attribution.attributions import Attribution
from reader.core.attribution.quoting.quotations import quoted_spans
from reader.core.corrections.attribution_actions import (
    ATTRIBUTION_ACTIONS,
    RULE,
    CorrectedAttributions,
)
from reader.core.corrections.finding_again import found_spans
from reader.core.corrections.hedge_actions import HEDGE_ACTIONS, CorrectedHedges
from reader.core.corrections.layer import Correction
from reader.core.corrections.mutes import MUTES, is_mute
from reader.core.corrections.naming_actions import NAMING_ACTIONS, CorrectedActors
from reader.core.corrections.source_actions import SOURCE_ACTIONS
from reader.core.corrections.text_actions import TEXT_ACTIONS, CorrectedText
from reader.core.sources.naming import main_actors
from reader.core.sources.source import Source
from reader.core.sources.voice import VoiceMap

# Every action there is, by its name in files.
ACTIONS = (
    *SOURCE_ACTIONS,
    *ATTRIBUTION_ACTIONS,
    *HEDGE_ACTIONS,
    *NAMING_ACTIONS,
    *TEXT_ACTIONS,
    *MUTES,
)
_T = TypeVar("_T")


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


def _bound(
    actions: Mapping[str, Callable[[_T, Correction], bool]], owner: _T
) -> Mapping[str, Callable[[Correction], bool]]:
    return {name: partial(effect, owner) for name, effect in actions.items()}


def _has_place(correction: Correction, text: str) -> bool:
    """Tell whether all muted places are still in a text."""
    return len(found_spans(correction.places, text)) == len(correction.places)


class _Corrected:
    """An analysis while it is corrected: each kind of thing in the module of its actions."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._text = analysis.article.text
        self._tokens = analysis.language_data.tokenizer(self._text)
        self._quoted = quoted_spans(self._tokens)
        self._attributions = CorrectedAttributions(analysis, self._quoted)
        self._sources = self._attributions.sources
        self._hedges = CorrectedHedges(analysis.findings, self._text)
        self._actors = CorrectedActors(analysis.actors, self._text)
        self._whole = CorrectedText()
        self._unplaced: list[str] = []
        self._effects: Mapping[str, Callable[[Correction], bool]] = {
            **_bound(SOURCE_ACTIONS, self._sources),
            **_bound(ATTRIBUTION_ACTIONS, self._attributions),
            **_bound(HEDGE_ACTIONS, self._hedges),
            **_bound(NAMING_ACTIONS, self._actors),
            **_bound(TEXT_ACTIONS, self._whole),
            **dict.fromkeys(MUTES, self._mute),
        }

    def take(self, correction: Correction) -> None:
        """Put one correction in force, or remember that it has no place here."""
        if not self._effects[correction.action](correction):
            self._unplaced.append(correction.words)

    def _mute(self, correction: Correction) -> bool:
        """Tell whether a mute has its place; nothing else depends on it."""
        return _has_place(correction, self._text)

    # -- the result --------------------------------------------------------------------------

    def finished(self) -> Analysis:
        """Return the corrected analysis, with all that follows from it."""
        analysis, article = self._analysis, self._analysis.article
        attributions = _nested(self._attributions.in_order())
        voices = VoiceMap(attributions, self._quoted)
        sources = self._sources.finished(attributions, self._tokens)
        actors = self._actors.finished(voices, sources)
        told = "A correction of yours found no place in this text and is kept: “{words}”."
        caveats = tuple(told.format(words=_short(words)) for words in self._unplaced)
        return replace(
            analysis,
            article=self._whole.edited(article),
            attributions=attributions,
            sources=sources,
            actors=actors,
            naming=main_actors(actors, sources),
            findings=placed_findings(self._hedges.findings, article, voices),
            voices=voices.stretches(self._text),
            unsourced=passages_without_source(self._tokens, article, attributions),
            caveats=(*analysis.caveats, *caveats),
            marks=self._marks(sources),
        )

    def _marks(self, sources: Sequence[Source]) -> CorrectionMarks:
        analysis = self._analysis
        return CorrectionMarks(
            added=frozenset(self._attributions.added),
            changed=frozenset(self._attributions.changed),
            removed=self._attributions.removed,
            sources=self._sources.changed(sources),
            hedges=frozenset(self._hedges.added),
            names=self._actors.moved,
            hedges_removed=self._hedges.removed,
            sides=self._sources.sides(sources),
            side_names=self._sources.side_names,
            text_kind=self._whole.kind,
            facts=self._whole.before(analysis.article),
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

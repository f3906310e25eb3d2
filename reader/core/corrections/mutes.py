"""Mutes: corrections by which a reader keeps a place, or an entry, from being marked."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.core.analysis.analysis import Analysis
from reader.core.corrections.anchors import Anchor
from reader.core.corrections.finding_again import found_spans
from reader.core.corrections.layer import Correction
from reader.core.lexicon.findings import Finding
from reader.core.text.spans import Span

MUTES = ("mute-here", "mute-everywhere")


def mute_here(text: str, finding: Finding) -> Correction:
    """Say that the words of a mark are not to be marked at this place."""
    return Correction("mute-here", places=(Anchor.at(text, finding.span),))


def mute_everywhere(finding: Finding) -> Correction:
    """Say that the entry of a mark is not to be marked in any article."""
    return muted_entry(finding.lexicon, finding.entry.phrase)


def muted_entry(lexicon: str, phrase: str) -> Correction:
    """Say that an entry of a lexicon is not to be marked in any article."""
    return Correction("mute-everywhere", value=phrase, lexicon=lexicon)


def is_mute(correction: Correction) -> bool:
    """Tell whether a correction is a mute, of a place or of an entry."""
    return correction.action in MUTES


def counts_everywhere(correction: Correction) -> bool:
    """Tell whether a correction is about every article."""
    return correction.action == "mute-everywhere"


def muted_places(corrections: Iterable[Correction], text: str) -> frozenset[Span]:
    """Return the places of a text that are muted one by one, found again where it was edited."""
    return frozenset(
        span
        for correction in corrections
        if correction.action == "mute-here"
        for span in found_spans(correction.places, text)
    )


def muted_entries(corrections: Iterable[Correction]) -> frozenset[tuple[str, str]]:
    """Return the entries that are muted everywhere, each as lexicon and phrase."""
    return frozenset(
        (correction.lexicon, correction.value)
        for correction in corrections
        if counts_everywhere(correction)
    )


def in_force(
    everywhere: Sequence[Correction], own: Sequence[Correction]
) -> tuple[Correction, ...]:
    """Return all that counts for an article, the mutes of entries that were made elsewhere first.

    Args:
        everywhere: The mutes of entries, as they are kept for every article.
        own: What is kept for the article alone. It tells the mutes of entries too that were made
            in it, also those that were taken back since from another place.
    """
    there, here = set(everywhere), set(own)
    elsewhere = tuple(item for item in everywhere if item not in here)
    return elsewhere + tuple(item for item in own if not counts_everywhere(item) or item in there)


def without_muted(analysis: Analysis, corrections: Sequence[Correction]) -> Analysis:
    """Return an analysis without the findings that the reader does not want to be marked."""
    places = muted_places(corrections, analysis.article.text)
    entries = muted_entries(corrections)
    if not places and not entries:
        return analysis
    findings = tuple(
        item
        for item in analysis.findings
        if item.span not in places and (item.lexicon, item.entry.phrase) not in entries
    )
    return replace(analysis, findings=findings)


def with_context(corrections: Iterable[Correction], text: str) -> tuple[Correction, ...]:
    """Return corrections in which mutes that only know their words know their context too.

    Mutes of earlier versions of the program were kept without it.
    """
    return tuple(
        Correction("mute-here", places=tuple(_with_context(item, text) for item in one.places))
        if one.action == "mute-here"
        else one
        for one in corrections
    )


def _with_context(anchor: Anchor, text: str) -> Anchor:
    span = Span(anchor.start, anchor.start + len(anchor.quote))
    is_bare = not anchor.prefix and not anchor.suffix
    return Anchor.at(text, span) if is_bare and span.of(text) == anchor.quote else anchor

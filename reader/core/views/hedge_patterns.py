"""How hedges stand together: whose they are, stacked in a sentence, text against title."""

import re
from collections.abc import Iterable, Sequence, Set
from typing import ClassVar

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import speakers
from reader.core.lexicon.findings import Finding
from reader.core.sources.source import Source
from reader.core.text.spans import Span
from reader.core.text.word_lists import words
from reader.values import frozen

_STEM = 5  # letters that tell "council" and "councillors" to be of one kind
# Shorter words say little about what a sentence is about.
_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{4,}(?![^\W_])")


@frozen
class MatterWords:
    """What must be known of a language to tell what a title is about."""

    TABLE: ClassVar[str] = "matter"

    common: frozenset[str] = words("long words that say nothing about what a sentence is about")


@frozen
class HedgeOwner:
    """Whose hedges some are: a source, a source that is not known, or the narrator.

    Attributes:
        source: The source, or None for the narrator and for nobody known.
        is_narrator: They stand in the narrator's words.
        findings: The hedges.
    """

    source: Source | None
    is_narrator: bool
    findings: tuple[Finding, ...]


@frozen
class HedgedClaim:
    """A sentence with a hedge that is about the same as the title, which has none.

    Attributes:
        sentence: The sentence.
        hedges: Its hedges.
        shared: The words of the title that it takes up.
        taken_up: The same words as they stand in the sentence.
    """

    sentence: Span
    hedges: tuple[Finding, ...]
    shared: tuple[Span, ...]
    taken_up: tuple[Span, ...]

    @property
    def nearest(self) -> Finding:
        """Return the hedge next to what is taken up."""

        def distance(hedge: Finding) -> int:
            return min(abs(hedge.span.start - word.start) for word in self.taken_up)

        return min(self.hedges, key=distance)


def hedge_owners(analysis: Analysis, hedges: Iterable[Finding]) -> tuple[HedgeOwner, ...]:
    """Return whose hedges they are, the most hedges first."""
    by_attribution = speakers(analysis)
    groups: dict[tuple[str, bool], list[Finding]] = {}
    sources: dict[str, Source] = {}
    for finding in hedges:
        source = by_attribution.get(finding.attribution or 0)
        if source is not None:
            sources[source.id] = source
        key = (source.id if source else "", finding.voice == "narrator")
        groups.setdefault(key, []).append(finding)
    owners = (
        HedgeOwner(None if is_narrator else sources.get(name), is_narrator, tuple(found))
        for (name, is_narrator), found in groups.items()
    )
    return tuple(sorted(owners, key=lambda owner: -len(owner.findings)))


def stacked_hedges(
    analysis: Analysis, hedges: Sequence[Finding]
) -> tuple[tuple[Span, tuple[Finding, ...]], ...]:
    """Return the sentences with two hedges or more, each with its hedges."""
    grouped = _by_sentence(analysis, hedges)
    return tuple((span, found) for span, found in grouped if len(found) >= 2)


def firm_title(analysis: Analysis, hedges: Sequence[Finding]) -> tuple[HedgedClaim, ...]:
    """Return hedged sentences about the title's matter, where the title itself has no hedge.

    Two words in common, endings aside, make a matter; failing that the sentence with one word
    in common that comes last, for there the way back is often told.
    """
    zones = analysis.article.zones
    if not zones or zones[0].kind != "headline":
        return ()
    title = zones[0].span
    if any(title.contains(finding.span) for finding in hedges):
        return ()
    text = analysis.article.text
    common = analysis.language_data.lists(MatterWords).common
    stems = _stems(text, title, _WORD, common)
    if not stems:
        return ()
    taking_up = re.compile(
        rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, stems))})[^\W\d_]*(?![^\W_])", re.IGNORECASE
    )
    claims = []
    for sentence, found in _by_sentence(analysis, hedges):
        own = _stems(text, sentence, taking_up, common)
        taken = stems.keys() & own.keys()
        if taken and sentence.start >= title.end:
            shared = tuple(sorted(stems[stem] for stem in taken))
            taken_up = tuple(sorted(own[stem] for stem in taken))
            claims.append(HedgedClaim(sentence, found, shared, taken_up))
    close = tuple(claim for claim in claims if len(claim.shared) >= 2)
    return close or tuple(claims[-1:])


def _by_sentence(
    analysis: Analysis, hedges: Sequence[Finding]
) -> list[tuple[Span, tuple[Finding, ...]]]:
    grouped: dict[Span, list[Finding]] = {}
    for finding in hedges:
        sentence = analysis.sentence_at(finding.span)
        if sentence is not None:
            grouped.setdefault(sentence, []).append(finding)
    return [(sentence, tuple(found)) for sentence, found in sorted(grouped.items())]


def _stems(text: str, span: Span, pattern: re.Pattern[str], common: Set[str]) -> dict[str, Span]:
    """Return the beginnings of the words that carry the matter, each with a place."""
    found: dict[str, Span] = {}
    for match in pattern.finditer(text, span.start, span.end):
        word = match.group().lower()
        if word not in common:
            found.setdefault(word[:_STEM], Span(*match.span()))
    return found

"""A reader's corrections as data: what was said about the program's work, in order."""

from dataclasses import dataclass, replace
from typing import Literal, get_args

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import speakers
from reader.core.attribution.attributions import Attribution, Kind
from reader.core.corrections.anchors import Anchor
from reader.core.lexicon.findings import Finding
from reader.core.sources.sources import Source
from reader.core.sources.words import SourceKind
from reader.core.text.spans import Span

Action = Literal[
    "merge-sources",
    "split-off",
    "set-speaker",
    "set-extent",
    "set-kind",
    "set-source-kind",
    "set-side",
    "name-side",
    "add-attribution",
    "remove-attribution",
    "add-hedge",
    "remove-hedge",
    "mute-here",
    "mute-everywhere",
]
ACTIONS: tuple[Action, ...] = get_args(Action)
MUTES: tuple[Action, ...] = ("mute-here", "mute-everywhere")
_MENTIONS = 3  # enough to find a source again


@dataclass(frozen=True, slots=True)
class Target:
    """One attribution, identified by its words.

    Attributes:
        cue: Its cue.
        content: Its content.
        source: Where its source is named.
    """

    cue: tuple[Anchor, ...] = ()
    content: tuple[Anchor, ...] = ()
    source: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """One source, identified by its name and by places where it is mentioned.

    Attributes:
        name: What it is called; "" for a source that is not named.
        mentions: Some places where it is mentioned.
        example: An attribution of it, for a source that is mentioned nowhere.
    """

    name: str = ""
    mentions: tuple[Anchor, ...] = ()
    example: Target | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that the reader corrected.

    Attributes:
        action: What was done.
        target: The attribution it was done to.
        speaker: The source it was done to, or who is said to speak.
        other: The source that is joined to `speaker`.
        places: The selected words: an extent, a hedge, or a muted place.
        value: The kind, the side, the name of a side, the category of a hedge, or the phrase of
            a muted entry.
        lexicon: The lexicon of a muted entry.
        is_continued: It was done together with the one before, and goes with it.
    """

    action: Action
    target: Target | None = None
    speaker: Speaker | None = None
    other: Speaker | None = None
    places: tuple[Anchor, ...] = ()
    value: str = ""
    lexicon: str = ""
    is_continued: bool = False

    @property
    def words(self) -> str:
        """Return the words it is about, to tell a person which correction is meant."""
        found = [*self.places]
        if self.target is not None:
            found += [*self.target.content, *self.target.cue, *self.target.source]
        if found:
            return found[0].quote
        return (self.speaker.name if self.speaker else "") or self.value


@dataclass(frozen=True, slots=True)
class History:
    """Corrections with a way back and forth.

    Attributes:
        done: What is in force, in the order it was done.
        undone: What was taken back, the latest last.
    """

    done: tuple[Correction, ...] = ()
    undone: tuple[Correction, ...] = ()

    def with_new(self, *corrections: Correction) -> "History":
        """Return the history after corrections made together; what was taken back is forgotten."""
        first, rest = corrections[:1], corrections[1:]
        continued = (replace(item, is_continued=True) for item in rest)
        return History((*self.done, *first, *continued))

    def undo(self) -> "History":
        """Return the history with the last corrections taken back, all that were made together."""
        firsts = [place for place, item in enumerate(self.done) if not item.is_continued]
        place = firsts[-1] if firsts else 0
        return History(self.done[:place], (*self.undone, *reversed(self.done[place:])))

    def without(self, correction: Correction) -> "History":
        """Return the history with one correction taken back, wherever it stands in it."""
        if correction not in self.done:
            return self
        place = len(self.done) - 1 - self.done[::-1].index(correction)
        done = (*self.done[:place], *self.done[place + 1 :])
        return History(done, (*self.undone, replace(correction, is_continued=False)))

    def redo(self) -> "History":
        """Return the history with what was taken back last in force again."""
        taken = 1
        while taken < len(self.undone) and self.undone[-taken - 1].is_continued:
            taken += 1
        again = reversed(self.undone[-taken:])
        return History((*self.done, *again), self.undone[:-taken])


def target_of(analysis: Analysis, attribution: Attribution) -> Target:
    """Return how an attribution is found again."""
    text = analysis.article.text
    return Target(
        cue=tuple(Anchor.at(text, span) for span in attribution.cue),
        content=tuple(Anchor.at(text, span) for span in attribution.content),
        source=tuple(Anchor.at(text, span) for span in attribution.source),
    )


def speaker_of(analysis: Analysis, source: Source) -> Speaker:
    """Return how a source is found again."""
    text = analysis.article.text
    mentions = tuple(Anchor.at(text, span) for span in source.mentions[:_MENTIONS])
    owned = [item for item in analysis.attributions if item.id in source.attributions]
    example = target_of(analysis, owned[0]) if owned else None
    return Speaker(source.name or "", mentions, example)


def new_speaker(analysis: Analysis, mention: Span) -> Speaker:
    """Return a speaker that the reader pointed at in the text."""
    anchor = Anchor.at(analysis.article.text, mention)
    return Speaker(" ".join(anchor.quote.split()), (anchor,))


def named_speaker(name: str) -> Speaker:
    """Return a speaker that the reader typed the name of."""
    return Speaker(" ".join(name.split()))


def merge_sources(analysis: Analysis, kept: Source, joined: Source) -> Correction:
    """Say that two sources are one."""
    return Correction(
        "merge-sources",
        speaker=speaker_of(analysis, kept),
        other=speaker_of(analysis, joined),
    )


def split_off(analysis: Analysis, attribution: Attribution) -> Correction:
    """Say that an attribution belongs to a source of its own."""
    return Correction("split-off", target=target_of(analysis, attribution))


def set_speaker(analysis: Analysis, attribution: Attribution, speaker: Speaker) -> Correction:
    """Say who speaks in an attribution."""
    return Correction("set-speaker", target=target_of(analysis, attribution), speaker=speaker)


def set_extent(analysis: Analysis, attribution: Attribution, *spans: Span) -> Correction:
    """Say from where to where an attribution goes."""
    return Correction(
        "set-extent", target=target_of(analysis, attribution), places=_anchors(analysis, spans)
    )


def set_kind(analysis: Analysis, attribution: Attribution, kind: Kind) -> Correction:
    """Say that an attribution is speech, thought or a refusal."""
    return Correction("set-kind", target=target_of(analysis, attribution), value=kind)


def set_source_kind(analysis: Analysis, source: Source, kind: SourceKind) -> Correction:
    """Say what kind of source it is."""
    return Correction("set-source-kind", speaker=speaker_of(analysis, source), value=kind)


def set_side(analysis: Analysis, source: Source, side: int) -> Correction:
    """Put a source on side 1 or 2, or on none with 0."""
    return Correction("set-side", speaker=speaker_of(analysis, source), value=str(side))


def name_side(side: int, name: str) -> Correction:
    """Give side 1 or 2 a name."""
    return Correction("name-side", value=f"{side} {' '.join(name.split())}".strip())


def add_attribution(
    analysis: Analysis, content: Span, speaker: Speaker, kind: Kind = "speech"
) -> Correction:
    """Say that somebody speaks where the program saw nobody."""
    return Correction(
        "add-attribution", speaker=speaker, places=_anchors(analysis, (content,)), value=kind
    )


def remove_attribution(analysis: Analysis, attribution: Attribution) -> Correction:
    """Say that nobody else speaks here."""
    return Correction("remove-attribution", target=target_of(analysis, attribution))


def add_hedge(analysis: Analysis, span: Span, category: str) -> Correction:
    """Say that some words are a hedge, or a booster."""
    return Correction("add-hedge", places=_anchors(analysis, (span,)), value=category)


def remove_hedge(analysis: Analysis, finding: Finding) -> Correction:
    """Say that some words are no hedge."""
    places = _anchors(analysis, (finding.span,))
    return Correction("remove-hedge", places=places, value=finding.category)


def attribution_at(analysis: Analysis, span: Span) -> Attribution | None:
    """Return the attribution whose content shares most with some selected words, or None."""

    def shared(item: Attribution) -> tuple[int, int]:
        inside = sum(_overlap(part, span) for part in item.content)
        return inside, -sum(map(len, item.content))

    found = max(analysis.attributions, key=shared, default=None)
    return found if found is not None and shared(found)[0] else None


def source_at(analysis: Analysis, attribution: Attribution) -> Source | None:
    """Return the source of an attribution."""
    return speakers(analysis).get(attribution.id)


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _anchors(analysis: Analysis, spans: tuple[Span, ...]) -> tuple[Anchor, ...]:
    return tuple(Anchor.at(analysis.article.text, span) for span in spans)

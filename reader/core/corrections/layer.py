"""A reader's corrections as data: what was said about the program's work, in order."""

from dataclasses import replace

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import speakers
from reader.core.attribution.attributions import Attribution
from reader.core.corrections.anchors import Anchor
from reader.core.sources.source import Source
from reader.core.text.spans import Span
from reader.values import frozen

_MENTIONS = 3  # enough to find a source again


@frozen
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


@frozen
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


@frozen
class Correction:
    """One thing that the reader corrected.

    Attributes:
        action: What was done: one of the actions of sources, attributions, hedges and names, or
            a mute.
        target: The attribution it was done to.
        speaker: The source it was done to, who is said to speak, or the actor that is meant.
        other: The source that is joined to `speaker`.
        places: The selected words: an extent, a hedge, wordings for an actor, or a muted place.
        value: The kind, the side, the name of a side or an actor, the category of a hedge, or the
            phrase of a muted entry.
        lexicon: The lexicon of a muted entry.
        is_continued: It was done together with the one before, and goes with it.
    """

    action: str
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


@frozen
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


def anchors_of(analysis: Analysis, spans: tuple[Span, ...]) -> tuple[Anchor, ...]:
    """Return how selected words are found again."""
    return tuple(Anchor.at(analysis.article.text, span) for span in spans)


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

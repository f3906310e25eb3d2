"""A reader's corrections as data: what was said about the program's work, in order."""

from collections import Counter
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
        past: What was in force before each step, the oldest first.
        future: What was in force before each step back, the last one last.
    """

    done: tuple[Correction, ...] = ()
    past: tuple[tuple[Correction, ...], ...] = ()
    future: tuple[tuple[Correction, ...], ...] = ()

    def with_new(self, *corrections: Correction) -> "History":
        """Return the history after corrections made together; what was taken back is forgotten."""
        if not corrections:
            return self
        first, rest = corrections[:1], corrections[1:]
        continued = (replace(item, is_continued=True) for item in rest)
        return self._with((*self.done, *first, *continued))

    def without(self, *corrections: Correction) -> "History":
        """Return the history after these were taken back, wherever they stand: one step."""
        done = list(self.done)
        for correction in corrections:
            if correction in done:
                place = len(done) - 1 - done[::-1].index(correction)
                del done[place]
                if not correction.is_continued and place < len(done):  # the next one leads now
                    done[place] = replace(done[place], is_continued=False)
        return self._with(tuple(done)) if tuple(done) != self.done else self

    def _with(self, done: tuple[Correction, ...]) -> "History":
        return History(done, (*self.past, self.done))

    def with_others(self, kept: tuple[Correction, ...]) -> "History":
        """Return the history after another window's changes came in, which no step takes back.

        Args:
            kept: What is in force, which that window's changes are part of.
        """
        gone, new = Counter(self.done) - Counter(kept), Counter(kept) - Counter(self.done)

        def joined(own: tuple[Correction, ...]) -> tuple[Correction, ...]:
            left, further = Counter(gone), Counter(new)
            mine = []
            for item in reversed(own):
                left[item] -= 1
                if left[item] < 0:
                    mine.append(item)
            others = []
            for item in kept:
                further[item] -= 1
                if further[item] >= 0:
                    others.append(item)
            return (*others, *reversed(mine))  # first: no step back reaches them soon

        past, future = (tuple(map(joined, states)) for states in (self.past, self.future))
        return History(joined(self.done), past, future)

    def undo(self) -> "History":
        """Return the history one step back.

        Before the first step that is known, the last corrections go that were made together.
        """
        if self.past:
            return History(self.past[-1], self.past[:-1], (*self.future, self.done))
        firsts = [place for place, item in enumerate(self.done) if not item.is_continued]
        place = firsts[-1] if firsts else 0
        return History(self.done[:place], (), (*self.future, self.done)) if self.done else self

    def redo(self) -> "History":
        """Return the history with the last step back taken again."""
        if not self.future:
            return self
        return History(self.future[-1], (*self.past, self.done), self.future[:-1])


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

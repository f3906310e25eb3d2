"""What the sides that the reader set bring: sources, words and verbs, with what is behind them."""

from collections.abc import Sequence

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import sure_attributions_of
from reader.core.attribution.attributions import Attribution
from reader.core.sources.source import Source
from reader.core.text.spans import Span
from reader.values import frozen

SIDES = (1, 2)
_NAMED = frozenset({"named", "named-with-role"})


@frozen
class VerbUse:
    """A cue with its class and the attributions it stands in.

    Attributes:
        words: The cue as written, in lower case.
        verb_class: The id of its class, or None.
        attributions: Where it is used.
    """

    words: str
    verb_class: str | None
    attributions: tuple[Attribution, ...]


@frozen
class SideBalance:
    """What one side brings. Numbers only: nothing says how they ought to be.

    Attributes:
        side: 1 or 2.
        name: What the reader calls it, or "".
        sources: Its sources.
        words: How many words are theirs.
        named: Those of its sources that have a name.
        attributions: All that they say.
        verbs: The cues used for them, the most used first.
    """

    side: int
    name: str
    sources: tuple[Source, ...]
    words: int
    named: tuple[Source, ...]
    attributions: tuple[Attribution, ...]
    verbs: tuple[VerbUse, ...]


def side_balances(analysis: Analysis) -> tuple[SideBalance, ...]:
    """Return the two sides as the reader set them; none while no source has a side."""
    marks = analysis.marks
    if not marks.sides:
        return ()
    return tuple(_balance(analysis, side) for side in SIDES)


def verb_uses(analysis: Analysis, said: Sequence[Attribution]) -> tuple[VerbUse, ...]:
    """Return the cues of some attributions, the most used first, then in reading order."""
    uses: dict[str, list[Attribution]] = {}
    for item in said:
        if item.cue:
            words = " ".join(item.cue[0].of(analysis.article.text).lower().split())
            uses.setdefault(words, []).append(item)
    found = (VerbUse(words, items[0].verb_class, tuple(items)) for words, items in uses.items())
    return tuple(sorted(found, key=lambda use: -len(use.attributions)))


def extent_of(attribution: Attribution) -> Span:
    """Return the stretch from the first to the last word of an attribution."""
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _balance(analysis: Analysis, side: int) -> SideBalance:
    marks = analysis.marks
    sources = tuple(item for item in analysis.sources if marks.side_of(item.id) == side)
    said = tuple(
        sorted(
            (part for item in sources for part in sure_attributions_of(analysis, item)),
            key=lambda part: part.id,
        )
    )
    return SideBalance(
        side=side,
        name=marks.side_names[side - 1],
        sources=sources,
        words=sum(item.words for item in sources),
        named=tuple(item for item in sources if item.identification in _NAMED),
        attributions=said,
        verbs=verb_uses(analysis, said),
    )

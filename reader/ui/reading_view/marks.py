"""Which findings the page shows: layers, filter and the look of each mark."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from reader.core.analysis import Analysis
from reader.core.findings import Finding, Voice
from reader.core.lexicon import Category
from reader.core.spans import Span
from reader.core.summary import panel_categories

Layer = Literal["wording", "sourcing", "hedging"]
Style = Literal[
    "thick",
    "double",
    "thin",
    "thick-thin",
    "dashed",
    "dash-dot",
    "dotted",
    "comb",
    "wave",
    "thin-caps",
    "square-dots",
    "double-caps",
    "bar",
]

ALL_VOICES: frozenset[Voice] = frozenset({"narrator", "direct", "indirect"})

# How hedging lexicons call their lines, and how they are drawn.
_HEDGE_STYLES: dict[str, Style] = {
    "wave": "wave",
    "thin": "thin-caps",
    "square-dots": "square-dots",
    "double-thin": "double-caps",
    "bar": "bar",
}
_WORDING_STYLES: frozenset[str] = frozenset(
    ("thick", "double", "thin", "thick-thin", "dashed", "dash-dot", "dotted", "comb")
)


@dataclass(frozen=True, slots=True)
class MarkFilter:
    """What the reader wants to see.

    Attributes:
        voices: The voices whose marks are drawn.
        hidden_categories: (panel, category id) of what is not drawn.
        shows_possible: Whether the less certain marks are drawn too.
        muted: Places that the reader muted in this article.
        layers: The layers on the page, the front one first.
    """

    voices: frozenset[Voice] = ALL_VOICES
    hidden_categories: frozenset[tuple[str, str]] = frozenset()
    shows_possible: bool = False
    muted: frozenset[Span] = frozenset()
    layers: tuple[Layer, ...] = ("wording",)

    def shows(self, finding: Finding) -> bool:
        """Tell whether a finding is drawn."""
        return (
            finding.panel in self.layers
            and finding.voice in self.voices
            and (self.shows_possible or finding.confidence == "confident")
            and (finding.panel, finding.category) not in self.hidden_categories
            and finding.span not in self.muted
        )

    def shown(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return the findings that are drawn, in reading order.

        The same as `shows` for each of them, written out because a long text has ten thousand.
        """
        layers, voices, hidden = self.layers, self.voices, self.hidden_categories
        shows_possible, muted = self.shows_possible, self.muted
        return tuple(
            finding
            for finding in findings
            if finding.panel in layers
            and finding.voice in voices
            and (shows_possible or finding.confidence == "confident")
            and not (hidden and (finding.panel, finding.category) in hidden)
            and not (muted and finding.span in muted)
        )


@dataclass(frozen=True, slots=True)
class Look:
    """How the marks of a category look.

    Attributes:
        slot: The colour slot, or 0 for the hedge ink.
        style: The line under the words.
        letter: The sign in the margin.
    """

    slot: int
    style: Style
    letter: str


def looks_of(analysis: Analysis) -> dict[tuple[str, str], Look]:
    """Return the look of every category, by panel and id."""
    return {
        (panel, category.id): look_of(category, is_hedge=panel == "hedging")
        for panel in ("wording", "hedging")
        for category in panel_categories(analysis, panel)
    }


def look_of(category: Category, *, is_hedge: bool) -> Look:
    """Return the look of one category."""
    if is_hedge:
        return Look(0, _HEDGE_STYLES.get(category.line, "wave"), category.letter)
    style = category.line if category.line in _WORDING_STYLES else "thin"
    return Look(category.slot, style, category.letter)  # type: ignore[arg-type]  # checked above

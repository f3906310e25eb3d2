"""Which findings the page shows: layers, voices, categories, mutes."""

from collections.abc import Iterable
from typing import Literal

from reader.core.lexicon.findings import Finding, Voice
from reader.core.text.spans import Span
from reader.values import frozen

Layer = Literal["wording", "sourcing", "hedging", "naming"]
ALL_VOICES: frozenset[Voice] = frozenset({"narrator", "direct", "indirect"})


@frozen
class MarkFilter:
    """What the reader wants to see.

    Attributes:
        voices: The voices whose marks are drawn.
        hidden_categories: panel and id of the categories that are not drawn.
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
        """Return whether a finding is drawn."""
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

"""What in an analysis is the reader's work, so that no count mixes it silently."""

from reader.core.text.spans import Span
from reader.values import frozen


@frozen
class CorrectionMarks:
    """What the reader changed in an analysis, and what the program had found before.

    Attributes:
        added: The ids of attributions that the reader added.
        changed: The ids of attributions that the reader changed.
        removed: How many attributions the reader took out.
        sources: The ids of sources that the reader joined, split off or described anew.
        hedges: The places and categories of hedges that the reader added.
        hedges_removed: How many hedges the reader took out.
        names: Where wordings stand that the reader gave to another actor, or to one of their own.
        sides: The side, 1 or 2, of each source that the reader gave one, by the source's id.
        side_names: What the reader calls the two sides; "" where there is no name yet.
        text_kind: The kind that the reader gave the text, or "".
        facts: What the program had for each fact that the reader said better, by its name.
        unplaced: The quoted words of corrections that found no place in this text.
        program_sources: How many sources the program had found.
        program_attributions: How many attributions the program had found.
        program_hedges: How many hedges the program had found.
    """

    added: frozenset[int] = frozenset()
    changed: frozenset[int] = frozenset()
    removed: int = 0
    sources: frozenset[str] = frozenset()
    hedges: frozenset[tuple[Span, str]] = frozenset()
    hedges_removed: int = 0
    names: frozenset[Span] = frozenset()
    sides: tuple[tuple[str, int], ...] = ()
    side_names: tuple[str, str] = ("", "")
    text_kind: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    unplaced: tuple[str, ...] = ()
    program_sources: int = 0
    program_attributions: int = 0
    program_hedges: int = 0

    def side_of(self, source_id: str) -> int:
        """Return the side of a source, 0 for none."""
        return dict(self.sides).get(source_id, 0)

    def is_source_corrected(self, source_id: str) -> bool:
        """Tell whether the reader changed a source itself; a side is no change."""
        return source_id in self.sources

    def is_attribution_corrected(self, attribution_id: int) -> bool:
        """Tell whether an attribution is the reader's, wholly or in part."""
        return attribution_id in self.added or attribution_id in self.changed


NO_CORRECTIONS = CorrectionMarks()

"""What the reader can say of hedges, and what becomes of the findings then."""

from collections.abc import Callable, Iterable, Mapping

from reader.core.analysis.analysis import Analysis
from reader.core.corrections.finding_again import found_spans
from reader.core.corrections.layer import Correction, anchors_of
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Entry
from reader.core.text.spans import Span

LEXICON = "your corrections"


class CorrectedHedges:
    """Holds all findings, and which hedges are the reader's work."""

    def __init__(self, findings: Iterable[Finding], text: str) -> None:
        self.findings = list(findings)
        self.added: set[tuple[Span, str]] = set()
        self.removed = 0
        self._text = text

    def add(self, correction: Correction) -> bool:
        """Make a hedge of some words."""
        spans = found_spans(correction.places, self._text)
        if not spans:
            return False
        phrase = " ".join(spans[0].of(self._text).split())
        category = correction.value
        entry = Entry(phrase, "exact", None, category, "confident")
        self.findings.append(Finding(spans[0], LEXICON, "hedging", category, entry, "confident"))
        self.added.add((spans[0], category))
        return True

    def remove(self, correction: Correction) -> bool:
        """Take the hedge of a category out that stands at some words, its further ones too."""
        spans = found_spans(correction.places, self._text)
        gone = [
            item
            for item in self.findings
            if item.panel == "hedging"
            and correction.value in {item.category, *item.entry.categories}
            and any(item.span.overlaps(span) for span in spans)
        ]
        for item in gone:
            self.findings.remove(item)
            key = (item.span, item.category)
            if key in self.added:
                self.added.discard(key)
            else:
                self.removed += 1
        return bool(gone)


# To add an action of hedges: its method above, its name here, and how it is said below.
HEDGE_ACTIONS: Mapping[str, Callable[[CorrectedHedges, Correction], bool]] = {
    "add-hedge": CorrectedHedges.add,
    "remove-hedge": CorrectedHedges.remove,
}


def add_hedge(analysis: Analysis, span: Span, category: str) -> Correction:
    """Say that some words are a hedge, or a booster."""
    return Correction("add-hedge", places=anchors_of(analysis, (span,)), value=category)


def remove_hedge(analysis: Analysis, finding: Finding) -> Correction:
    """Say that some words are no hedge."""
    places = anchors_of(analysis, (finding.span,))
    return Correction("remove-hedge", places=places, value=finding.category)

"""A finding: an entry seen at a span, and in whose mouth."""

from collections.abc import Iterable, Iterator
from typing import Literal

from reader.core.lexicon.lexicon import Confidence, Entry, Panel
from reader.core.text.article import ZoneKind
from reader.core.text.spans import Span
from reader.values import frozen

Voice = Literal["narrator", "direct", "indirect"]


@frozen
class Finding:
    """An entry of a lexicon seen at a span of the text. It carries no prose.

    Attributes:
        span: Where it was seen.
        lexicon: The id of the lexicon.
        panel: The panel that shows it.
        category: The id of the category it is shown under.
        entry: The entry; detectors that work without a list make one of their own.
        confidence: The entry's, lowered where the place gives reason to.
        voice: Who is speaking there.
        attribution: The id of the attribution whose content holds it, or None.
        zone: The kind of zone it stands in.
        is_negated: A negation stands just before it.
        is_question: Its sentence is a question.
    """

    span: Span
    lexicon: str
    panel: Panel
    category: str
    entry: Entry
    confidence: Confidence
    voice: Voice = "narrator"
    attribution: int | None = None
    zone: ZoneKind = "paragraph"
    is_negated: bool = False
    is_question: bool = False

    def placed(self, voice: Voice, attribution: int | None, zone: ZoneKind) -> "Finding":
        """Return the finding in a voice and a zone; itself where it is there already.

        A text of marks has a quarter of a million in a megabyte: `replace` takes thrice as long.
        """
        if (voice, attribution, zone) == (self.voice, self.attribution, self.zone):
            return self
        return Finding(
            self.span,
            self.lexicon,
            self.panel,
            self.category,
            self.entry,
            self.confidence,
            voice,
            attribution,
            zone,
            self.is_negated,
            self.is_question,
        )


def each_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings in reading order without those that repeat a place for a further category.

    An entry in several categories is a finding for each, one after the other at one place. Rows of
    a panel count them all; marks on the page, and totals, count the place once.
    """
    before: Finding | None = None
    for finding in findings:
        if before is None or not _is_again(finding, before):
            yield finding
        before = finding


def _is_again(finding: Finding, before: Finding) -> bool:
    return (
        finding.span.start == before.span.start  # most differ there, and whole spans take thrice
        and finding.span == before.span
        and finding.panel == before.panel
        and finding.category != before.category
        and finding.entry == before.entry
    )

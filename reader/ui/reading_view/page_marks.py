"""The marks of the page: findings that the filter lets through, looked up by place."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import chain

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import panel_categories, source_numbers
from reader.core.attribution import Attribution
from reader.core.lexicon.findings import Finding, each_once
from reader.core.sources.voice import VoiceStretch
from reader.core.text.spans import Span
from reader.core.views.cue_findings import cue_findings
from reader.ui.marks.look import Look, looks_of
from reader.ui.reading_view.margin_map import MapBand, MapMark
from reader.ui.reading_view.mark_filter import MarkFilter
from reader.ui.theme import Theme

_UNKNOWN = Look(1, "thin", "?")


class PageMarks:
    """Keeps the analysis of the page and the marks that are drawn of it.

    Attributes:
        analysis: The analysis of the page, or None as long as there is only text.
        shown: The findings that are drawn, in reading order.
        names: Where the actor is named that was chosen among the names, in reading order.
    """

    def __init__(self) -> None:
        self.analysis: Analysis | None = None
        self.shown: tuple[Finding, ...] = ()
        self.names: tuple[Span, ...] = ()
        self._filter = MarkFilter()
        self._is_on = True
        self._looks: dict[tuple[str, str], Look] = {}
        self._names: dict[tuple[str, str], str] = {}
        self._cues: tuple[Finding, ...] = ()
        self._numbers: dict[int, int] = {}
        self._starts: list[int] = []
        self._longest = 0  # finding that there is, drawn or not

    def sentences_around(self, span: Span) -> Span:
        """Return the sentences that a span touches, or the span before they are known."""
        if self.analysis is None or not len(span):
            return span
        last = self.analysis.sentence_at(Span(span.end - 1, span.end)) or span
        first = self.analysis.sentence_at(span) or span
        return Span(min(first.start, span.start), max(last.end, span.end))

    def show(self, analysis: Analysis | None) -> None:
        """Take the analysis of the article on the page; None takes all marks away."""
        self.analysis = analysis
        if analysis is None:
            self.names = ()
        if analysis is not None:
            self._looks = looks_of(analysis)
            self._names = {
                (panel, category.id): category.name
                for panel in ("wording", "hedging")
                for category in panel_categories(analysis, panel)
            }
            self._cues = cue_findings(analysis)
            marks = chain(analysis.findings, self._cues)
            self._longest = max((len(finding.span) for finding in marks), default=0)
            known = source_numbers(analysis)
            self._numbers = {
                attribution: known[source.id]
                for source in analysis.sources
                for attribution in source.attributions
            }
        self.refresh()

    def set_filter(self, mark_filter: MarkFilter) -> None:
        """Take another filter."""
        self._filter = mark_filter
        self.refresh()

    def set_on(self, is_on: bool) -> None:  # noqa: FBT001 -- a setter
        """Draw marks, or none at all."""
        self._is_on = is_on
        self.refresh()

    def refresh(self) -> None:
        """Choose the findings again that are drawn."""
        found = self.analysis.findings if self.is_drawn and self.analysis else ()
        self.shown = tuple(each_once(self._filter.shown(found)))
        if self.is_drawn and self.is_sourcing:
            cues = self._filter.shown(self._cues)
            self.shown = tuple(sorted((*self.shown, *cues), key=_place_of))
        self._starts = [finding.span.start for finding in self.shown]

    @property
    def is_drawn(self) -> bool:
        """Return whether there are marks to draw at all."""
        return self.analysis is not None and self._is_on

    @property
    def is_sourcing(self) -> bool:
        """Return whether sources and their verbs are marked."""
        return "sourcing" in self._filter.layers

    @property
    def is_naming(self) -> bool:
        """Return whether the names of an actor are marked."""
        return self._filter.layers[0] == "naming"

    def names_within(self, visible: Span) -> list[Span]:
        """Return where the chosen actor is named in a stretch of the article."""
        names = self.names if self.is_drawn and self.is_naming else ()
        return [span for span in names if span.overlaps(visible)]

    def name_from(self, place: int, step: int) -> Span | None:
        """Return the name after a place, or before it; round at the ends."""
        if not self.names:
            return None
        if step > 0:
            return next((span for span in self.names if span.start > place), self.names[0])
        before = (span for span in reversed(self.names) if span.start < place)
        return next(before, self.names[-1])

    def look(self, finding: Finding) -> Look:
        """Return the look of a finding's category."""
        return self._looks.get((finding.panel, finding.category), _UNKNOWN)

    def name(self, finding: Finding) -> str:
        """Return the name of a finding's category."""
        return self._names.get((finding.panel, finding.category), finding.category)

    def within(self, visible: Span) -> Sequence[Finding]:
        """Return the marks that a stretch of the article touches."""
        first = bisect_left(self._starts, visible.start - self._longest)
        last = bisect_right(self._starts, visible.end)
        return self.shown[first:last]

    def voices_within(self, visible: Span) -> list[VoiceStretch]:
        """Return the words of sources in a stretch of the article, if they are shown."""
        stretches = self.analysis.voices if self.analysis else ()
        first = bisect_left(stretches, visible.start, key=_end_of)
        last = bisect_right(stretches, visible.end, key=_start_of)
        return [item for item in stretches[first:last] if item.voice in self._filter.voices]

    def attributions_within(self, visible: Span) -> list[tuple[Attribution, int]]:
        """Return the attributions of a stretch with the numbers of their sources."""
        found = self.analysis.attributions if self.analysis and self.is_sourcing else ()
        return [
            (item, self._numbers.get(item.id, 0))
            for item in found
            if any(span.overlaps(visible) for span in (*item.content, *item.cue))
        ]

    def step_from(self, finding: Finding | None, place: int, step: int) -> Finding | None:
        """Return the mark some steps on from a mark, or from a place; round at the ends."""
        if not self.shown:
            return None
        if finding in self.shown:
            index = self.shown.index(finding) + step
        else:
            index = bisect_left(self._starts, place)
            index = index if step > 0 else index - 1
        return self.shown[index % len(self.shown)]

    def on_map(self, share: Callable[[int], float], theme: Theme) -> list[MapMark]:
        """Return the marks as the map shows them.

        Args:
            share: Returns how far down the page a code point stands.
            theme: The colours.
        """
        colors = {
            key: theme.slots[look.slot - 1] if look.slot else theme.hedge
            for key, look in self._looks.items()
        }
        return [
            (
                share(finding.span.start),
                colors.get((finding.panel, finding.category), theme.hedge),
                finding.voice != "narrator",
            )
            for finding in self.shown
            if finding.panel != "sourcing"
        ]

    def bands_on_map(self, share: Callable[[int], float]) -> list[MapBand]:
        """Return the words of sources as the map shows them."""
        voices = self.analysis.voices if self.is_drawn and self.analysis else ()
        return [(share(item.span.start), share(item.span.end)) for item in voices]


def _place_of(finding: Finding) -> Span:
    return finding.span


def _start_of(stretch: VoiceStretch) -> int:
    return stretch.span.start


def _end_of(stretch: VoiceStretch) -> int:
    return stretch.span.end

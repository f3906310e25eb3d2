"""The Hedging panel: signs of uncertainty by kind, whose they are, boosters beside them."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reader.core.analysis import Analysis
from reader.core.findings import Finding
from reader.core.summary import CategoryCount, allows_rate, category_counts, speakers
from reader.ui.theme import Theme
from reader.ui.widgets.panel_frame import PanelFrame
from reader.ui.widgets.places import LineFinder, no_lines, place_row, sentence_row, strip_marks
from reader.ui.widgets.row_tree import Row, RowTree

_BOOSTER = "booster"


class HedgingPanel(PanelFrame):
    """Lists the kinds of hedges with their places.

    Signals:
        finding_activated(Finding): A place was chosen.
        show_marks_requested(): The reader wants the marks back.
    """

    finding_activated = Signal(object)
    place_activated = Signal(object)
    show_marks_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("hedging_panel", "", parent)
        self.setAccessibleName(self.tr("Hedging"))
        self._analysis: Analysis | None = None
        self._line_of: LineFinder = no_lines
        self._opened = ""
        self._families = (
            (self.tr("How likely"), ("modal", "probability", "mental-verb", "conditional")),
            (self.tr("Says who"), ("hearsay", "shield", "weasel", "legal")),
            (self.tr("How much"), ("approximator",)),
            (self.tr("Limits told"), ("limitation",)),
            (self.tr("Emphasis, the other pole"), (_BOOSTER,)),
        )
        self.tree = RowTree(theme, "hedging_rows", self)
        self.tree.setAccessibleName(self.tr("Hedges by kind"))
        self.tree.row_activated.connect(self._activated)
        self.body.addWidget(self.tree, 1)
        self._rates = self.foot("")
        self.state_button.clicked.connect(self.show_marks_requested)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.tree.set_theme(theme)

    def set_line_finder(self, line_of: LineFinder) -> None:
        """Take the function that tells the line of a span."""
        self._line_of = line_of

    def show_analysis(self, analysis: Analysis, shown: Sequence[Finding]) -> None:
        """List the hedges and boosters that the filter lets through."""
        self._analysis = analysis
        counts = {
            count.category.id: count for count in category_counts(analysis, "hedging", shown)
        }
        boosters = counts[_BOOSTER].findings if _BOOSTER in counts else ()
        hedges = [finding for finding in shown if finding.category != _BOOSTER]
        self.heading.setText(
            self.tr("{n} signs of uncertainty, {m} of emphasis").format(
                n=len(hedges), m=len(boosters)
            )
        )
        self.subheading.setText(
            self.tr("Hedges can be honest. Ask what is uncertain, and who says so.")
        )
        rows = self._strips(analysis, hedges, boosters)
        for title, kinds in self._families:
            found = [counts[kind] for kind in kinds if kind in counts and counts[kind].findings]
            if found:
                rows.append(Row(kind="heading", text=title))
                rows += [self._row(count) for count in found]
        rows += self._whose(analysis, hedges)
        rows += self._stacked(analysis, hedges)
        rows += self._title_and_text(analysis, hedges)
        self.tree.show_rows(rows, self._opened)
        self._say_rates(analysis, hedges)
        if hedges or boosters:
            self.show_body()
        else:
            self.show_state(
                self.tr("No hedges and no boosters from your lists."),
                self.tr("A text can be careful, or sure, in other words too."),
            )

    def show_marks_off(self) -> None:
        """Say that the marks are hidden."""
        self.show_state(
            self.tr("Marks are off."),
            self.tr("Read first. What happened, in one sentence?"),
            self.tr("Show marks"),
        )

    def _strips(
        self, analysis: Analysis, hedges: Sequence[Finding], boosters: Sequence[Finding]
    ) -> list[Row]:
        return [
            Row(
                kind="strip",
                text=self.tr("Where the hedges stand: {n}").format(n=len(hedges)),
                strip=strip_marks(analysis, hedges),
            ),
            Row(
                kind="strip",
                text=self.tr("Where the boosters stand: {n}").format(n=len(boosters)),
                strip=strip_marks(analysis, boosters),
            ),
        ]

    def _row(self, count: CategoryCount) -> Row:
        analysis, category = self._analysis, count.category
        numbers = (len(count.narrator), len(count.sources))
        return Row(
            kind="category",
            text=category.name,
            letter=category.letter,
            counts=numbers,
            strip=strip_marks(analysis, count.findings) if analysis else (),
            payload=category.id,
            children=partial(self._places, count),
            spoken=self.tr("{name}: narrator {a}, sources {b}").format(
                name=category.name, a=numbers[0], b=numbers[1]
            ),
        )

    def _places(self, count: CategoryCount) -> list[Row]:
        analysis = self._analysis
        if analysis is None:
            return []
        owners = speakers(analysis)
        return [
            place_row(analysis, finding, count.category.name, self._line_of, owners)
            for finding in count.findings
        ]

    def _whose(self, analysis: Analysis, hedges: Sequence[Finding]) -> list[Row]:
        owners: Counter[str] = Counter()
        by_attribution = speakers(analysis)
        for finding in hedges:
            source = by_attribution.get(finding.attribution or 0)
            narrator = self.tr("The narrator")
            unnamed = self.tr("a source that is not named")
            name = (source.name or unnamed) if source else unnamed
            owners[narrator if finding.voice == "narrator" else name] += 1
        rows = [Row(kind="heading", text=self.tr("Whose hedges"))] if owners else []
        rows += [Row(kind="text", text=name, detail=str(n)) for name, n in owners.most_common(8)]
        return rows

    def _stacked(self, analysis: Analysis, hedges: Sequence[Finding]) -> list[Row]:
        starts = [sentence.start for sentence in analysis.sentences]
        numbers = Counter(bisect_right(starts, finding.span.start) - 1 for finding in hedges)
        rows = [
            sentence_row(analysis, analysis.sentences[number], self._line_of)
            for number in sorted(numbers)
            if numbers[number] >= 2
        ]
        title = self.tr("Two or more in one sentence")
        return [Row(kind="heading", text=title), *rows[:8]] if rows else []

    def _title_and_text(self, analysis: Analysis, hedges: Sequence[Finding]) -> list[Row]:
        zones = analysis.article.zones
        if not zones or zones[0].kind != "headline" or not hedges:
            return []
        if any(zones[0].span.contains(finding.span) for finding in hedges):
            return []
        return [
            Row(kind="heading", text=self.tr("Title and text")),
            sentence_row(analysis, zones[0].span, self._line_of),
            Row(
                kind="quiet",
                text=self.tr("The title has no hedge, the text has. Is the short form fair?"),
            ),
        ]

    def _say_rates(self, analysis: Analysis, hedges: Sequence[Finding]) -> None:
        if allows_rate(analysis.words, len(hedges)):
            rate = round(1000 * len(hedges) / analysis.words)
            told = self.tr("About {rate} hedges in 1,000 words; this text has {words}.")
            self._rates.setText(told.format(rate=rate, words=analysis.words))
        else:
            told = self.tr("Counts, no rates: this text has {words} words and {n} hedges.")
            self._rates.setText(told.format(words=analysis.words, n=len(hedges)))

    def _activated(self, payload: object) -> None:
        if isinstance(payload, Finding):
            self.finding_activated.emit(payload)
        elif isinstance(payload, str):
            self._opened = payload
        else:
            self.place_activated.emit(payload)

    def select_finding(self, finding: Finding | None) -> None:
        """Follow the ring on the page."""
        if finding is not None:
            self.tree.select_below(finding.category, finding)

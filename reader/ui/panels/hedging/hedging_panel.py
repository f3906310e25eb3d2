"""The Hedging panel: signs of uncertainty by kind, whose they are, boosters beside them."""

from PySide6.QtWidgets import QWidget

from reader.core.analysis.analysis import Analysis
from reader.core.lexicon.findings import Finding
from reader.ui.panels.hedging.hedge_facts import HedgeFacts
from reader.ui.theme import Theme
from reader.ui.widgets.fact_table import Facts
from reader.ui.widgets.panel_shape.count_titles import count_titles
from reader.ui.widgets.panel_shape.panel import PanelView
from reader.ui.widgets.panel_shape.table_panel import TablePanel
from reader.ui.widgets.rows.row_tree import RowTree


class HedgingPanel(TablePanel):
    """Lists the kinds of hedges with their places."""

    id = "hedging"
    title = "Hedging"
    command = "&Hedging"
    key = "Ctrl+3"
    icon = "waves"
    layer = "hedging"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._facts: HedgeFacts | None = None
        self.tree = RowTree(theme, "hedging_rows", self.views)
        self.owners = RowTree(theme, "hedging_owners", self.below)
        self.claims = RowTree(theme, "hedging_title", self.below)
        self._titles = count_titles(self, (14, 2, 24, 0), "small")
        self.body.addWidget(self._titles)
        self._name_views()
        self._add_views(self.tree, (self.owners, self.claims))
        self._counts = self.foot("")

    def _name_views(self) -> None:
        self.tree.setAccessibleName(self.tr("Hedges by kind"))
        self.owners.setAccessibleName(self.tr("Whose hedges"))
        self.claims.setAccessibleName(self.tr("Title and text"))
        self.table.setAccessibleName(self.tr("Hedges as a table"))

    def show_analysis(self, view: PanelView) -> None:
        """List the hedges and boosters that the filter lets through."""
        self._places = view.places
        analysis, shown = view.analysis, view.shown_of("hedging")
        self._begin(analysis)
        self._facts = facts = HedgeFacts(analysis, shown, self._places)
        words = self.tr("{n} signs of uncertainty, {m} of emphasis")
        hedges, boosters = f"{len(facts.hedges):,}", f"{len(facts.boosters):,}"
        self.heading.setText(words.format(n=hedges, m=boosters))
        honest = self.tr("Hedges can be honest. Ask what is uncertain, and who says so.")
        self.subheading.setText(f"{honest} {self._whose_work(analysis)}".strip())
        self._fill_table()
        self._show_rows()
        self._say_counts(analysis, len(facts.hedges))
        if facts.hedges or facts.boosters:
            self.show_body()
        else:
            self.show_state(
                self.tr("No hedges and no boosters from your lists."),
                self.tr("A text can be careful, or sure, in other words too."),
            )

    def _whose_work(self, analysis: Analysis) -> str:
        """Return what of the count is the reader's own."""
        marks = analysis.marks
        if not marks.hedges and not marks.hedges_removed:
            return ""
        words = self.tr("The program had found {n}; you added {a} and took out {b}.")
        return words.format(n=marks.program_hedges, a=len(marks.hedges), b=marks.hedges_removed)

    def _show_rows(self) -> None:
        """Show the kinds, then whose hedges they are, and the title against the text."""
        facts = self._facts
        if facts is None:
            return
        owners = [*facts.owner_rows(), *facts.stacked_rows()]
        below = ((self.owners, owners), (self.claims, facts.title_rows()))
        self._share_out([*facts.strip_rows(), *facts.kind_rows()], below)

    def _say_counts(self, analysis: Analysis, hedges: int) -> None:
        """Give the counts that stand behind the rows; a rate would look like a grade."""
        words = self.tr("Counts, not rates: this text has {words} words and {n} hedges.")
        self._counts.setText(words.format(words=f"{analysis.words:,}", n=f"{hedges:,}"))

    def _table_facts(self) -> Facts | None:
        return self._facts.table() if self._facts is not None else None

    def _show_as(self, is_table: bool) -> None:  # noqa: FBT001 -- a slot
        super()._show_as(is_table)
        self._titles.setVisible(not is_table)

    def _activated(self, payload: object) -> None:
        if isinstance(payload, Finding):
            self.finding_activated.emit(payload)
        elif isinstance(payload, str):
            self._opened = payload
        else:
            self.place_activated.emit(payload)

    def select_finding(self, finding: Finding) -> None:
        """Select the row of the mark that has the ring on the page."""
        self.tree.select_below(finding.category, finding)

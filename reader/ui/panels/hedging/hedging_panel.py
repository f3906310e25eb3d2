"""The Hedging panel: signs of uncertainty by kind, whose they are, boosters beside them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QWidget

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import allows_rate
from reader.core.lexicon.findings import Finding
from reader.ui.panels.hedging.hedge_facts import HedgeFacts
from reader.ui.theme import Theme
from reader.ui.widgets.fact_table import FactTable
from reader.ui.widgets.panel import Panel, PanelView
from reader.ui.widgets.row_tree import COUNT_WIDTH, RowTree

_TWO_COLUMNS = 600  # pixels; from here on what lies below the kinds stands in two columns
_TALL = 760
_BELOW = 232


class HedgingPanel(Panel):
    """Lists the kinds of hedges with their places."""

    id = "hedging"
    title = "Hedging"
    command = "&Hedging"
    key = "Ctrl+3"
    icon = "waves"
    layer = "hedging"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._opened = ""
        self._facts: HedgeFacts | None = None
        self._is_wide = False
        self._text = ""
        self._is_same = False
        self.as_table = self.table_toggle("hedging_as_table")
        self.as_table.toggled.connect(self._show_as)
        self.tree = RowTree(theme, "hedging_rows", self)
        self.owners = RowTree(theme, "hedging_owners", self)
        self.claims = RowTree(theme, "hedging_title", self)
        self.table = FactTable("hedging_table", self)
        self._columns = self._column_names()
        self._build()
        self._rates = self.foot("")

    def _column_names(self) -> QWidget:
        names = QWidget(self)
        row = QHBoxLayout(names)
        row.setContentsMargins(14, 2, 24, 0)
        row.setSpacing(0)
        row.addStretch(1)
        for text, style in ((self.tr("narrator"), "font-weight: 600;"), (self.tr("sources"), "")):
            label = QLabel(text, names)
            label.setProperty("role", "small")
            label.setStyleSheet(style)
            label.setFixedWidth(COUNT_WIDTH)
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            row.addWidget(label)
        self.body.addWidget(names)
        return names

    def _build(self) -> None:
        self.tree.setAccessibleName(self.tr("Hedges by kind"))
        self.owners.setAccessibleName(self.tr("Whose hedges"))
        self.claims.setAccessibleName(self.tr("Title and text"))
        self.table.setAccessibleName(self.tr("Hedges as a table"))
        for tree in (self.tree, self.owners, self.claims):
            tree.row_activated.connect(self._activated)
            tree.menu_requested.connect(self.menu_requested)
        self.table.row_activated.connect(self._activated)
        self._views = QStackedWidget(self)
        self._views.addWidget(self.tree)
        self._views.addWidget(self.table)
        self.body.addWidget(self._views, 1)
        self._below = QWidget(self)
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(1)
        for tree in (self.owners, self.claims):
            below.addWidget(tree, 1)
        self._below.setFixedHeight(_BELOW)
        self._below.hide()
        self.body.addWidget(self._below)

    def show_analysis(self, view: PanelView) -> None:
        """List the hedges and boosters that the filter lets through."""
        analysis, shown = view.analysis, view.shown_of("hedging")
        self._is_same, self._text = analysis.article.text == self._text, analysis.article.text
        self._opened = self._opened if self._is_same else ""
        self._facts = facts = HedgeFacts(analysis, shown, self._line_of)
        told = self.tr("{n} signs of uncertainty, {m} of emphasis")
        self.heading.setText(told.format(n=len(facts.hedges), m=len(facts.boosters)))
        honest = self.tr("Hedges can be honest. Ask what is uncertain, and who says so.")
        self.subheading.setText(f"{honest} {self._whose_work(analysis)}".strip())
        self._fill_table()
        self._show_rows()
        self._say_rates(analysis, facts.hedges)
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
        told = self.tr("The program had found {n}; you added {a} and took out {b}.")
        return told.format(n=marks.program_hedges, a=len(marks.hedges), b=marks.hedges_removed)

    def _show_rows(self) -> None:
        """Place the rows: all in one list, or what comes below in two columns of a wide panel."""
        facts = self._facts
        if facts is None:
            return
        rows = [*facts.strip_rows(), *facts.kind_rows()]
        owners = [*facts.owner_rows(), *facts.stacked_rows()]
        title = facts.title_rows()
        if self._is_wide:
            self.owners.show_rows(owners, self._opened, keeps_place=self._is_same)
            self.claims.show_rows(title, self._opened, keeps_place=self._is_same)
        else:
            rows += [*owners, *title]
        self.tree.show_rows(rows, self._opened, keeps_place=self._is_same)
        self.claims.setVisible(bool(title))
        self._below.setVisible(self._is_wide and bool(owners or title))

    def _say_rates(self, analysis: Analysis, hedges: Sequence[Finding]) -> None:
        if allows_rate(analysis.words, len(hedges)):
            rate = round(1000 * len(hedges) / analysis.words)
            told = self.tr("About {rate} hedges in 1,000 words; this text has {words}.")
            self._rates.setText(told.format(rate=rate, words=analysis.words))
        else:
            told = self.tr("Counts, no rates: this text has {words} words and {n} hedges.")
            self._rates.setText(told.format(words=analysis.words, n=len(hedges)))

    def _fill_table(self) -> None:
        """Fill the table once it is wanted: the lines of a long text take a while to find."""
        if self._facts is not None and self.as_table.isChecked():
            self.table.show_facts(self._facts.table())

    def _show_as(self, is_table: bool) -> None:  # noqa: FBT001 -- a slot
        self._fill_table()
        self._views.setCurrentWidget(self.table if is_table else self.tree)
        self._columns.setVisible(not is_table)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what comes below its own columns where there is room."""
        super().resizeEvent(event)
        size = event.size()
        is_wide = size.width() >= _TWO_COLUMNS and size.height() >= _TALL
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._show_rows()

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

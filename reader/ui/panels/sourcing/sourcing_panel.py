"""The Sourcing panel: who speaks, how well they are named, and where no source was found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QWidget

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import attributed_words, refusals, speaking_sources
from reader.core.attribution import Attribution
from reader.core.corrections import is_corrected
from reader.core.lexicon.findings import Finding
from reader.core.text.spans import Span
from reader.core.views.balance import extent_of
from reader.ui.panels.sourcing.sides_bar import SidesBar
from reader.ui.panels.sourcing.source_facts import Card, SourceFacts
from reader.ui.panels.sourcing.source_rows import SourceTree
from reader.ui.theme import Theme
from reader.ui.widgets.fact_card import FactCard
from reader.ui.widgets.fact_table import FactTable
from reader.ui.widgets.panel import Panel, PanelView
from reader.ui.widgets.row_tree import RowTree

_TWO_COLUMNS = 600  # pixels; from here on what lies below the sources stands in two columns
_TALL = 760  # pixels; in a lower panel one list serves better
_BELOW = 232  # pixels high


class SourcingPanel(Panel):
    """Lists the sources with their words, verbs and places, and lets the reader correct them.

    Signals:
        side_requested(str, int): Put a source on side 1, 2 or none.
        join_requested(str, QPoint): Ask to which other source a source belongs.
        speaker_requested(str, QPoint): Ask who else said what a source says.
        naming_requested(int): Ask for the name of a side.
        undo_requested(): Take the last correction back.
    """

    id = "sourcing"
    title = "Sourcing"
    command = "&Sourcing"
    key = "Ctrl+2"
    icon = "quote"
    layer = "sourcing"

    side_requested = Signal(str, int)
    join_requested = Signal(str, object)
    speaker_requested = Signal(str, object)
    naming_requested = Signal(int)
    undo_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._opened: object = None
        self._facts: SourceFacts | None = None
        self._is_wide = False
        self._text = ""
        self._is_same = False
        self.as_table = self.table_toggle("sourcing_as_table")
        self.as_table.toggled.connect(self._show_as)
        self.cards = tuple(FactCard(theme, f"card_{n}", self) for n in ("first", "title", "last"))
        self._card_facts: tuple[Card, ...] = ()
        self.body.addLayout(self._card_row())
        self.tree = SourceTree(theme, "sourcing_rows", self)
        self.table = FactTable("sourcing_table", self)
        self.silence = RowTree(theme, "sourcing_silence", self)
        self.balance = RowTree(theme, "sourcing_sides", self)
        self.sides = SidesBar(theme, self)
        self._build()
        self.undo_button = QPushButton(self)
        self._yours = QLabel(self)
        self._yours_bar = self._corrections_bar()

    def _card_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14, 8, 14, 6)
        row.setSpacing(6)
        for card in self.cards:
            card.clicked.connect(self._follow_card)
            row.addWidget(card, 1)
        return row

    def _build(self) -> None:
        self.tree.setAccessibleName(self.tr("Sources"))
        self.table.setAccessibleName(self.tr("Sources as a table"))
        self.silence.setAccessibleName(self.tr("Who did not answer, and passages with no source"))
        self.balance.setAccessibleName(self.tr("Sides, as you set them"))
        for tree in (self.tree, self.silence, self.balance):
            tree.row_activated.connect(self._activated)
            tree.menu_requested.connect(self.menu_requested)
        self.table.row_activated.connect(self._activated)
        self.tree.side_requested.connect(self.side_requested)
        self.tree.join_requested.connect(self.join_requested)
        self.tree.speaker_requested.connect(self.speaker_requested)
        for heading in self.sides.headings:
            heading.source_dropped.connect(self.side_requested)
            heading.naming_requested.connect(self.naming_requested)
        self._stack_of_views = QStackedWidget(self)
        self._stack_of_views.addWidget(self.tree)
        self._stack_of_views.addWidget(self.table)
        self.body.addWidget(self._stack_of_views, 1)
        self._below = QWidget(self)
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(1)
        for tree in (self.silence, self.balance):
            below.addWidget(tree, 1)
        self._below.setFixedHeight(_BELOW)
        self._below.hide()
        self.body.addWidget(self._below)
        self.body.addWidget(self.sides)
        self.foot(
            self.tr(
                "Equal space is not always fair. Where the program found no source, the reporter "
                "may still have one, or have been there."
            )
        )

    def _corrections_bar(self) -> QWidget:
        bar = QWidget(self)
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 0, 14, 8)
        self.undo_button.setObjectName("undo_correction")
        self.undo_button.setProperty("small", "true")
        self.undo_button.setMaximumWidth(220)
        self.undo_button.clicked.connect(self.undo_requested)
        self._yours.setProperty("role", "small")
        row.addWidget(self.undo_button)
        row.addStretch(1)
        row.addWidget(self._yours)
        bar.hide()
        self.body.addWidget(bar)
        return bar

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        super().set_theme(theme)
        self.sides.set_theme(theme)
        for card in self.cards:
            card.set_theme(theme)

    def show_analysis(self, view: PanelView) -> None:
        """List who speaks in the article."""
        analysis = view.analysis
        self._is_same, self._text = analysis.article.text == self._text, analysis.article.text
        self._opened = self._opened if self._is_same else None
        sources, silent = speaking_sources(analysis), refusals(analysis)
        self.heading.setText(self.tr("Who speaks in this article"))
        self.subheading.setText(self._told(analysis, len(sources), len(silent)))
        self._facts = SourceFacts(analysis, self._line_of)
        self._show_cards(self._facts)
        self.sides.show_names(analysis.marks.side_names)
        self._fill_table()
        self._show_rows()
        if sources or silent or analysis.unsourced:
            self.show_body()
        else:
            self.show_state(
                self.tr("Nobody is quoted or reported here."),
                self.tr("The program found no source. The reporter may still have one."),
            )

    def _told(self, analysis: Analysis, sources: int, silent: int) -> str:
        """Return the counts above the rows; where the reader corrected, the program's too."""
        told = [self.tr("1 source") if sources == 1 else self.tr("{n} sources").format(n=sources)]
        if silent:
            told.append(self.tr("{m} did not answer").format(m=silent))
        words = self.tr("{a} of {b} words are somebody’s words.").format(
            a=attributed_words(analysis), b=analysis.words
        )
        return f"{', '.join(told)}. {words} {self._whose_work(analysis)}"

    def _whose_work(self, analysis: Analysis) -> str:
        marks = analysis.marks
        if not is_corrected(analysis):
            return self.tr("Every row can be corrected.")
        told = self.tr("Corrected by you; the program had found {n} sources.")
        return told.format(n=marks.program_sources)

    def show_corrections(self, count: int, unplaced: int, last: str) -> None:
        """Say how many corrections are in force, and which one is taken back first.

        Args:
            count: All that are kept, sides left out.
            unplaced: Those of them that found no place in this text.
            last: What the last one did.
        """
        self._yours_bar.setVisible(bool(last))
        one, many = self.tr("1 correction of yours"), self.tr("{n} corrections of yours")
        told = (one if count == 1 else many).format(n=count) if count else ""
        if unplaced:
            told = (
                self.tr("{told}, {m} without a place").format(told=told, m=unplaced).lstrip(", ")
            )
        self._yours.setText(told)
        words = self.tr("Undo: {what}").format(what=last)
        self.undo_button.setToolTip(words)
        self.undo_button.setAccessibleName(words)
        self._fit_undo()

    def _fit_undo(self) -> None:
        """Cut what the button says to the width that the panel leaves it."""
        room = max(60, min(190, self.width() - self._yours.sizeHint().width() - 70))
        metrics, words = self.undo_button.fontMetrics(), self.undo_button.toolTip()
        self.undo_button.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))

    def _show_rows(self) -> None:
        """Place the rows: all in one list, or what comes below in two columns of a wide panel."""
        facts = self._facts
        if facts is None:
            return
        below = [*facts.silent_rows(), *facts.passage_rows()]
        balance = facts.side_rows()
        if self._is_wide:
            self.tree.show_rows(facts.source_rows(), self._opened, keeps_place=self._is_same)
            self.silence.show_rows(below, self._opened, keeps_place=self._is_same)
            self.balance.show_rows(balance, self._opened, keeps_place=self._is_same)
        else:
            self.tree.show_rows(
                [*facts.source_rows(), *balance, *below], self._opened, keeps_place=self._is_same
            )
        self.balance.setVisible(bool(balance))
        self._below.setVisible(self._is_wide and bool(below or balance))

    def _show_cards(self, facts: SourceFacts) -> None:
        self._card_facts = facts.cards()
        for card, fact in zip(self.cards, self._card_facts, strict=True):
            leads = fact.attribution is not None
            card.show_lines(fact.title, fact.name, fact.place, leads=leads)

    def _follow_card(self) -> None:
        for card, fact in zip(self.cards, self._card_facts, strict=True):
            if card is self.sender() and fact.attribution is not None:
                self._activated(fact.attribution)

    def _fill_table(self) -> None:
        """Fill the table once it is wanted: the lines of a long text take a while to find."""
        if self._facts is not None and self.as_table.isChecked():
            self.table.show_facts(self._facts.table())

    def _show_as(self, is_table: bool) -> None:  # noqa: FBT001 -- a slot
        self._fill_table()
        self._stack_of_views.setCurrentWidget(self.table if is_table else self.tree)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what comes below its own columns where there is room."""
        super().resizeEvent(event)
        self._fit_undo()
        size = event.size()
        is_wide = size.width() >= _TWO_COLUMNS and size.height() >= _TALL
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._show_rows()

    def select_finding(self, finding: Finding) -> None:
        """Select the source that speaks at the ring on the page."""
        if self._facts is not None:
            found = self._facts.speaker_of(finding.attribution)
            if found is not None:
                self.tree.select_below(*found)

    def _activated(self, payload: object) -> None:
        if isinstance(payload, Finding):
            self.finding_activated.emit(payload)
        elif isinstance(payload, Attribution):
            self.place_activated.emit((payload.content or (extent_of(payload),))[0])
        elif isinstance(payload, Span):
            self.place_activated.emit(payload)
        else:
            self._opened = payload

"""The Sourcing panel: who speaks, how well they are named, and where no source was found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import attributed_words, refusals, speaking_sources
from reader.core.attribution import Attribution
from reader.core.corrections import is_corrected
from reader.core.lexicon.findings import Finding
from reader.core.text.spans import Span
from reader.core.views.balance import extent_of
from reader.ui.panels.sourcing.side_balance_rows import SideBalanceRows
from reader.ui.panels.sourcing.side_headings import SideHeadings
from reader.ui.panels.sourcing.source_facts import PASSAGES, SourceFacts
from reader.ui.panels.sourcing.source_table import source_table
from reader.ui.panels.sourcing.source_tree import SourceTree
from reader.ui.panels.sourcing.speaker_cards import CardWords, speaker_cards
from reader.ui.theme import Theme
from reader.ui.widgets.fact_card import FactCard
from reader.ui.widgets.fact_table import Facts
from reader.ui.widgets.panel_shape.panel import PanelView
from reader.ui.widgets.panel_shape.table_panel import TablePanel
from reader.ui.widgets.rows.row_tree import RowTree


class SourcingPanel(TablePanel):
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
        self._theme = theme
        self._analysis: Analysis | None = None
        self._facts: SourceFacts | None = None
        self.cards = tuple(FactCard(theme, f"card_{n}", self) for n in ("first", "title", "last"))
        self._card_facts: tuple[CardWords, ...] = ()
        self.body.addLayout(self._card_row())
        self.tree = SourceTree(theme, "sourcing_rows", self.views)
        self.silence = RowTree(theme, "sourcing_silence", self.below)
        self.balance = RowTree(theme, "sourcing_sides", self.below)
        self.sides = SideHeadings(theme, self)
        self._build()
        self.undo_button = QPushButton(self)
        self._yours = QLabel(self)
        self._yours_bar = self._corrections_bar()

    def _card_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(4)
        for card in self.cards:
            card.clicked.connect(self._follow_card)
            row.addWidget(card, 1)
        return row

    def _build(self) -> None:
        self.tree.setAccessibleName(self.tr("Sources"))
        self.table.setAccessibleName(self.tr("Sources as a table"))
        self.silence.setAccessibleName(self.tr("Who did not answer, and passages with no source"))
        self.balance.setAccessibleName(self.tr("Sides, as you set them"))
        self.tree.side_requested.connect(self.side_requested)
        self.tree.join_requested.connect(self.join_requested)
        self.tree.speaker_requested.connect(self.speaker_requested)
        for heading in self.sides.headings:
            heading.source_dropped.connect(self.side_requested)
            heading.naming_requested.connect(self.naming_requested)
        self._add_views(self.tree, (self.silence, self.balance))
        self.tree.dragging.connect(self._show_sides)
        self.body.addWidget(self.sides)
        self.sides.hide()
        self._foot = self.foot("")
        self._foot.setTextFormat(Qt.TextFormat.RichText)
        self._foot.linkActivated.connect(self._show_passages)

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
        self._theme = theme
        if self._analysis is not None:
            self._foot.setText(self._foot_words(len(self._analysis.unsourced)))
        self.sides.set_theme(theme)
        for card in self.cards:
            card.set_theme(theme)

    def show_analysis(self, view: PanelView) -> None:
        """List who speaks in the article."""
        analysis, self._places = view.analysis, view.places
        self._begin(analysis)
        sources, silent = speaking_sources(analysis), refusals(analysis)
        self.heading.setText(self.tr("Who speaks in this article"))
        self.subheading.setText(self._told(analysis, len(sources), len(silent)))
        self._analysis = analysis
        self._facts = SourceFacts(analysis, self._places)
        self._show_cards(analysis)
        self.sides.show_names(analysis.marks.side_names)
        self._show_sides(is_dragging=False)
        self._foot.setText(self._foot_words(len(analysis.unsourced)))
        self._fill_table()
        self._show_rows()
        if sources or silent or analysis.unsourced:
            self.show_body()
        else:
            self.show_state(
                self.tr("Nobody is quoted or reported here."),
                self.tr("The program found no source. The reporter may still have one."),
            )

    def _show_sides(self, is_dragging: bool) -> None:  # noqa: FBT001 -- a slot
        """Show the sides while a source is dragged, and where one is set."""
        analysis = self._analysis
        is_set = analysis is not None and any(
            analysis.marks.side_of(source.id) for source in analysis.sources
        )
        self.sides.show_dragging(is_dragging)
        self.sides.setVisible(is_dragging or is_set)

    def _foot_words(self, passages: int) -> str:
        words = self.tr("Equal space is not always fair. Put a source on a side with 1 or 2.")
        link = self.tr("{n} passages with no source found").format(n=f"{passages:,}")
        if passages == 1:
            link = self.tr("1 passage with no source found")
        style = f"color: {self._theme.accent}; font-weight: 600; text-decoration: none;"
        return f'{words} <a href="#" style="{style}">{link}</a>' if passages else words

    def _show_passages(self) -> None:
        for tree in (self.tree, self.silence):
            if tree.isVisible():
                tree.scroll_to(PASSAGES)

    def _told(self, analysis: Analysis, sources: int, silent: int) -> str:
        """Return the counts above the rows; where the reader corrected, the program's too."""
        text = [self.tr("1 source") if sources == 1 else self.tr("{n} sources").format(n=sources)]
        if silent:
            text.append(self.tr("{m} did not answer").format(m=silent))
        words = self.tr("{a} of {b} words are quoted or reported.").format(
            a=f"{attributed_words(analysis):,}", b=f"{analysis.words:,}"
        )
        return f"{', '.join(text)}. {words} {self._whose_work(analysis, sources)}".strip()

    def _whose_work(self, analysis: Analysis, sources: int) -> str:
        """Return what the reader corrected, and how many sources the program had found."""
        marks = analysis.marks
        if not is_corrected(analysis):
            return ""
        described, said = len(marks.sources), len(marks.added) + len(marks.changed) + marks.removed
        source, many = self.tr("1 source"), self.tr("{n} sources")
        place, places = self.tr("1 statement"), self.tr("{n} statements")
        told = [
            (one if count == 1 else more).format(n=count)
            for count, one, more in ((described, source, many), (said, place, places))
            if count
        ]
        what = self.tr("Corrected by you: {what}.").format(what=", ".join(told)) if told else ""
        if sources == marks.program_sources:
            return what
        found = self.tr("The program had found {n} sources.").format(n=marks.program_sources)
        return f"{what} {found}"

    def show_corrections(self, count: int, unplaced: int, last: str) -> None:
        """Say how many corrections are in force, and which one is taken back first.

        Args:
            count: All that are kept, sides left out.
            unplaced: Those of them that found no place in this text.
            last: What the last one did.
        """
        self._yours_bar.setVisible(bool(last))
        one, many = self.tr("1 correction of yours"), self.tr("{n} corrections of yours")
        text = (one if count == 1 else many).format(n=count) if count else ""
        if unplaced:
            text = (
                self.tr("{words}, {m} without a place").format(words=text, m=unplaced).lstrip(", ")
            )
        self._yours.setText(text)
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
        """Show sources, sides, and where nobody is named."""
        facts, analysis = self._facts, self._analysis
        if facts is None or analysis is None:
            return
        below = [*facts.doubtful_rows(), *facts.silent_rows(), *facts.passage_rows()]
        balance = SideBalanceRows(analysis, self._places).rows()
        self._share_out(facts.source_rows(), ((self.balance, balance), (self.silence, below)))

    def _show_cards(self, analysis: Analysis) -> None:
        self._card_facts = speaker_cards(analysis, self._places)
        for card, fact in zip(self.cards, self._card_facts, strict=True):
            leads = fact.attribution is not None
            card.show_lines(fact.title, fact.name, fact.place, leads=leads)

    def _follow_card(self) -> None:
        for card, fact in zip(self.cards, self._card_facts, strict=True):
            if card is self.sender() and fact.attribution is not None:
                self._activated(fact.attribution)

    def _table_facts(self) -> Facts | None:
        analysis = self._analysis
        return source_table(analysis, self._places) if analysis is not None else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words of the button that takes a correction back."""
        super().resizeEvent(event)
        self._fit_undo()

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

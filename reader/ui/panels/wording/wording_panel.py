"""The Wording panel: loaded words by category, the narrator's apart from the sources'."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import CategoryCount, category_counts, speakers
from reader.core.lexicon.findings import Finding, each_once
from reader.core.views.text_kinds import kind_of_text
from reader.ui.marks.look import look_of
from reader.ui.marks.places import place_row, strip_marks
from reader.ui.theme import Theme
from reader.ui.widgets.panel_shape.count_titles import count_titles
from reader.ui.widgets.panel_shape.panel import Panel, PanelView
from reader.ui.widgets.rows.fact_row import FactRow
from reader.ui.widgets.rows.row_tree import RowTree


class WordingPanel(Panel):
    """Lists the categories with their places.

    Signals:
        category_toggled(str, bool): A category is to be hidden or shown.
        possible_toggled(bool): Whether less certain marks are wanted.
    """

    id = "wording"
    title = "Wording"
    command = "&Wording"
    key = "Ctrl+1"
    icon = "highlighter"
    layer = "wording"

    category_toggled = Signal(str, bool)
    possible_toggled = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._analysis: Analysis | None = None
        self._hidden: frozenset[str] = frozenset()
        self._opened = ""
        self._muted = 0
        self._kind_of: Analysis | None = None
        self._is_opinion = False
        self.body.addWidget(count_titles(self, (14, 6, 14, 2)))
        self.tree = RowTree(theme, "wording_rows", self._page)
        self.tree.setAccessibleName(self.tr("Loaded words by category"))
        self.tree.row_activated.connect(self._activated)
        self.tree.row_checked.connect(self._checked)
        self.body.addWidget(self.tree, 1)
        self.possible = QCheckBox(self)
        self.possible.setObjectName("show_possible")
        self.possible.setContentsMargins(14, 4, 14, 8)
        self.possible.setStyleSheet("margin: 4px 14px 8px 14px;")
        self.possible.toggled.connect(self.possible_toggled)
        self.body.addWidget(self.possible)
        self.state_button.clicked.connect(self._press_state)
        self._hidden_note = self.foot("")
        self.foot(
            self.tr(
                "Words show a part only. Not covered: which facts were chosen, pictures, "
                "placement, what was left out."
            )
        )

    def show_analysis(self, view: PanelView) -> None:
        """List what the filter lets through, by category."""
        self._places = view.places
        analysis, shown = view.analysis, view.shown_of("wording")
        hidden = frozenset(category for layer, category in view.hidden if layer == "wording")
        is_same = self._analysis is not None and self._analysis.article == analysis.article
        self._analysis, self._hidden = analysis, hidden
        counts = category_counts(analysis, "wording", shown)
        marked = _count(finding for finding in shown if finding.category not in hidden)
        self.heading.setText(self.tr("{n} words and phrases to look at").format(n=f"{marked:,}"))
        if marked == 1:
            self.heading.setText(self.tr("1 word or phrase to look at"))
        self.subheading.setText(self._standing_words(analysis))
        self._say_possible(analysis)
        self._say_hidden(view, _count(shown))
        rows = [self._row(count) for count in counts if count.findings]
        self.tree.show_rows(rows, None if is_same else self._opened, keeps_place=is_same)
        if not analysis.lexicons:
            self.show_state(
                self.tr("Nothing is marked."), self.tr("The lists do not fit this language.")
            )
        elif not any(count.findings for count in counts):
            self._show_nothing()
        else:
            self.show_body()

    def _standing_words(self, analysis: Analysis) -> str:
        """Return the line under the heading; of an opinion piece, whose words the marks are."""
        words = self.tr("A mark is a question, not a verdict.")
        if analysis is not self._kind_of:  # a long text takes a while to look through
            self._kind_of, self._is_opinion = analysis, kind_of_text(analysis).kind == "opinion"
        if not self._is_opinion:
            return words
        return f"{words} {self.tr('An opinion piece: the narrator’s words are the author’s own.')}"

    def _say_possible(self, analysis: Analysis) -> None:
        possible = _count(
            finding
            for finding in analysis.findings
            if finding.confidence == "possible" and finding.panel == "wording"
        )
        words = self.tr("Show {n} less certain marks too").format(n=f"{possible:,}")
        self.possible.setText(self.tr("Show 1 less certain mark too") if possible == 1 else words)
        self.possible.setVisible(bool(possible))

    def _say_hidden(self, view: PanelView, shown: int) -> None:
        """Say how many marks the filter of voices hides; muted places are no marks."""
        marks = _count(
            finding
            for finding in view.analysis.findings
            if finding.panel == "wording"
            and finding.span not in view.muted
            and (self.possible.isChecked() or finding.confidence == "confident")
        )
        self._hidden_note.setVisible(marks > shown)
        told = self.tr("{n} hidden by the filter")
        self._hidden_note.setText(told.format(n=f"{marks - shown:,}"))

    def _show_nothing(self) -> None:
        self.show_state(
            self.tr("No loaded words from your lists."),
            self.tr(
                "That says little about the article: facts can be chosen and left out in plain "
                "words too."
            ),
            "" if self.possible.isHidden() or self.possible.isChecked() else self.possible.text(),
        )

    def _press_state(self) -> None:
        """Show the less certain marks, where there are no others and the button offers them."""
        if self.state_button.text() == self.possible.text():
            self.possible.click()

    def _row(self, count: CategoryCount) -> FactRow:
        category = count.category
        numbers = (len(count.narrator), len(count.sources))
        return FactRow(
            kind="category",
            text=category.name,
            letter=category.letter,
            slot=category.slot,
            line=look_of(category, is_hedge=False).style,
            counts=numbers,
            strip=strip_marks(self._analysis, count.findings) if self._analysis else (),
            places=count.findings,
            payload=category.id,
            is_checked=category.id not in self._hidden,
            children=partial(self._place_rows, count),
            spoken=self._spoken(category.name, numbers, is_shown=category.id not in self._hidden),
        )

    def _spoken(self, name: str, numbers: tuple[int, int], *, is_shown: bool) -> str:
        state = self.tr("shown") if is_shown else self.tr("hidden")
        words = self.tr("{name}, {state}: narrator {a}, sources {b}")
        return words.format(name=name, state=state, a=numbers[0], b=numbers[1])

    def _place_rows(self, count: CategoryCount) -> list[FactRow]:
        analysis, category = self._analysis, count.category
        if analysis is None:
            return []
        owners = speakers(analysis)
        return [
            place_row(analysis, finding, category.name, self._places, owners)
            for finding in count.findings
        ]

    def _activated(self, payload: object) -> None:
        if isinstance(payload, Finding):
            self.finding_activated.emit(payload)
        else:
            self._opened = str(payload)

    def _checked(self, payload: object, is_checked: bool) -> None:  # noqa: FBT001 -- a Qt slot
        self.category_toggled.emit(str(payload), is_checked)

    def select_finding(self, finding: Finding) -> None:
        """Select the row of the mark that has the ring on the page."""
        self.tree.select_below(finding.category, finding)


def _count(findings: Iterable[Finding]) -> int:
    """Return how many places are marked; one in several categories is one place."""
    return sum(1 for _ in each_once(findings))

"""The five counts as tabs over one table, with what is said of it and what leads on from it."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from reader.core.across.corpora.trends import Group
from reader.ui.places.corpus.asking.questions import Answer, What
from reader.ui.places.corpus.charts.legend import Legend
from reader.ui.places.corpus.charts.trend_chart import TrendChart
from reader.ui.places.corpus.counts.count_view import CountView
from reader.ui.places.corpus.counts.summaries import (
    hint_of,
    needs_of,
    nothing_of,
    summary_of,
    warning_of,
)
from reader.ui.theme import Theme
from reader.ui.widgets.centred_words import CentredWords

_TABS: tuple[What, ...] = ("keyness", "lines", "spread", "beside", "trends")
_CHART = 216  # pixels; its bar for scrolling included


class CountPages(QWidget):
    """Shows one answer at a time, under the tab of what was counted.

    Signals:
        tab_chosen(): Another count is wanted.
        by_chosen(): Trends are to be put together otherwise.
        shared_toggled(): Articles of both sets are to be counted otherwise.
        widen_requested(): All lines are wanted again.
        cell_opened(int, str): A cell of the table leads on: its row, its column.
        column_opened(str, str): A column of the chart leads on: its group, its voice.
        copy_requested(): The table is to be copied.
        save_requested(): The table is to be written to a file.

    Attributes:
        answer: What is shown, or None.
        table: The table of it.
        chart: The chart of trends.
    """

    tab_chosen = Signal()
    by_chosen = Signal()
    shared_toggled = Signal()
    widen_requested = Signal()
    cell_opened = Signal(int, str)
    column_opened = Signal(str, str)
    copy_requested = Signal()
    save_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("count_pages")
        self.answer: Answer | None = None
        self._make_head(theme)
        self._make_notes()
        self._make_middle(theme)
        self._make_foot()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addLayout(self._notes)
        column.addWidget(self._middle, 1)
        column.addWidget(self._foot)
        self._connect()
        self._show_parts()

    def _make_head(self, theme: Theme) -> None:
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("count_tabs")
        self.tabs.setAccessibleName(self.tr("What is counted"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        for words in (
            self.tr("Key words"),
            self.tr("Lines"),
            self.tr("Spread"),
            self.tr("Beside a word"),
            self.tr("Trends"),
        ):
            self.tabs.addTab(words)
        self.legend = Legend(theme, self)
        self.by_field = QComboBox(self)
        self.by_field.setObjectName("trends_by")
        self.by_field.setAccessibleName(self.tr("Grouped by"))
        self.by_field.addItem(self.tr("by month"), "month")
        self.by_field.addItem(self.tr("by outlet"), "outlet")
        self._head = QHBoxLayout()
        self._head.setContentsMargins(14, 0, 14, 0)
        self._head.addWidget(self.tabs)
        self._head.addStretch(1)
        self._head.addWidget(self.legend)
        self._head.addWidget(self.by_field)

    def _make_notes(self) -> None:
        self.warning = QLabel(self)
        self.warning.setObjectName("corpus_warning")
        self.warning.setProperty("role", "warning")
        self.warning.setWordWrap(True)
        self.warning.setTextFormat(Qt.TextFormat.PlainText)
        self.shared = QLabel(self)
        self.shared.setObjectName("corpus_shared")
        self.shared.setWordWrap(True)
        self.counts_shared = QCheckBox(self.tr("Count them in &both"), self)
        self.counts_shared.setObjectName("corpus_counts_shared")
        self.narrowed = QLabel(self)
        self.narrowed.setObjectName("corpus_narrowed")
        self.narrowed.setTextFormat(Qt.TextFormat.PlainText)
        self.widen = QPushButton(self.tr("Show a&ll lines"), self)
        self.widen.setObjectName("corpus_widen")
        self.widen.setProperty("link", "true")
        shared, narrowed = QHBoxLayout(), QHBoxLayout()
        shared.addWidget(self.shared, 1)
        shared.addWidget(self.counts_shared)
        narrowed.addWidget(self.narrowed)
        narrowed.addWidget(self.widen)
        narrowed.addStretch(1)
        self._notes = QVBoxLayout()
        self._notes.setContentsMargins(14, 6, 14, 6)
        self._notes.setSpacing(4)
        self._notes.addWidget(self.warning)
        self._notes.addLayout(shared)
        self._notes.addLayout(narrowed)

    def _make_middle(self, theme: Theme) -> None:
        self.table = CountView(theme, self)
        self.chart = TrendChart(theme, self)
        self._chart_area = QScrollArea(self)
        self._chart_area.setObjectName("trend_scroll")
        self._chart_area.setWidgetResizable(True)
        self._chart_area.setFixedHeight(_CHART)
        self._chart_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._chart_area.setWidget(self.chart)
        counted = QWidget(self)
        column = QVBoxLayout(counted)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._chart_area)
        column.addWidget(self.table, 1)
        self._middle = QStackedWidget(self)
        self._middle.addWidget(counted)
        blank = CentredWords("corpus_blank", self)
        blank.sentence.setProperty("role", "lock")
        self.sentence, self.advice = blank.sentence, blank.advice
        self._middle.addWidget(blank)

    def _make_foot(self) -> None:
        self._foot = QWidget(self)
        self._foot.setObjectName("corpus_foot")
        self._foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.summary, self.hint = QLabel(self._foot), QLabel(self._foot)
        self.summary.setObjectName("corpus_summary")
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setProperty("role", "small")
        for label in (self.summary, self.hint):
            label.setWordWrap(True)
        self.copy = QPushButton(self.tr("Co&py table"), self._foot)
        self.copy.setObjectName("corpus_copy")
        self.save = QPushButton(self.tr("Sa&ve as…"), self._foot)
        self.save.setObjectName("corpus_save")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.summary)
        words.addWidget(self.hint)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(14, 8, 14, 8)
        row.addLayout(words, 1)
        row.addWidget(self.copy)
        row.addWidget(self.save)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self.tab_chosen)
        self.by_field.activated.connect(self.by_chosen)
        self.counts_shared.toggled.connect(self.shared_toggled)
        self.widen.clicked.connect(self.widen_requested)
        self.table.cell_opened.connect(self.cell_opened)
        self.table.copy_requested.connect(self.copy_requested)
        self.chart.column_opened.connect(self.column_opened)
        self.copy.clicked.connect(self.copy_requested)
        self.save.clicked.connect(self.save_requested)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        for part in (self.legend, self.table, self.chart):
            part.set_theme(theme)

    # -- what is asked -------------------------------------------------------------------------

    def tab(self) -> What:
        """Return what is counted."""
        return _TABS[max(0, self.tabs.currentIndex())]

    def choose_tab(self, name: str) -> None:
        """Choose what is counted, without saying so."""
        with QSignalBlocker(self.tabs):
            self.tabs.setCurrentIndex([str(one) for one in _TABS].index(name))

    def by(self) -> Group:
        """Return what trends are put together by."""
        return "outlet" if self.by_field.currentData() == "outlet" else "month"

    # -- what is shown -------------------------------------------------------------------------

    def show_answer(self, answer: Answer) -> None:
        """Show what was counted."""
        self.answer = answer
        what = answer.question.what
        has_rows = bool(answer.table.rows)
        self._middle.setCurrentIndex(0 if has_rows else 1)
        if not has_rows:
            self.sentence.setText(nothing_of(what))
            self.advice.setText("")
        self.table.setAccessibleName(self.tabs.tabText(self.tabs.currentIndex()))
        self.table.show_answer(answer)
        self.chart.show_trends(answer.trends)
        self.legend.show_signs("columns" if what == "trends" else "places")
        self.summary.setText(summary_of(answer))
        self.hint.setText(hint_of(what))
        self._show_shared(answer)
        self._show_parts(warning_of(answer))

    def _show_shared(self, answer: Answer) -> None:
        is_one = answer.shared == 1
        told = self.tr("{n} articles are in both sets; they are left out of the second.")
        if answer.question.counts_shared:
            told = self.tr("{n} articles are in both sets and counted twice.")
            if is_one:
                told = self.tr("1 article is in both sets and counted twice.")
        elif is_one:
            told = self.tr("1 article is in both sets; it is left out of the second.")
        self.shared.setText(told.format(n=f"{answer.shared:,}"))

    def show_narrowing(self, words: str) -> None:
        """Tell what the lines are narrowed to; "" where they are not."""
        self.narrowed.setText(self.tr("Lines {narrowed}").format(narrowed=words) if words else "")
        self.narrowed.setVisible(bool(words))
        self.widen.setVisible(bool(words))

    def show_waiting(self) -> None:
        """Show that something is being counted; the table of before would mislead."""
        self.answer = None
        self._middle.setCurrentIndex(1)
        self.sentence.setText(self.tr("Counting…"))
        self.advice.setText(self.tr("Esc stops it."))
        self._show_parts()

    def show_needs(self, what: What, *, has_set: bool) -> None:
        """Show what is still to be chosen."""
        self.show_words(*needs_of(what, has_set=has_set))

    def show_words(self, sentence: str, advice: str) -> None:
        """Show a sentence and an advice where the table would be."""
        self.answer = None
        self._middle.setCurrentIndex(1)
        self.sentence.setText(sentence)
        self.advice.setText(advice)
        self.show_step("")
        self._show_parts()

    def show_step(self, words: str) -> None:
        """Tell how far the counting is, or what was done."""
        self.summary.setText(words)
        if self.answer is None and words:
            self.sentence.setText(words)

    def _show_parts(self, warning: str = "") -> None:
        """Show only those parts that the answer needs."""
        answer, what = self.answer, self.tab()
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))
        has_shared = answer is not None and bool(answer.shared)
        self.shared.setVisible(has_shared)
        self.counts_shared.setVisible(has_shared)
        self._chart_area.setVisible(what == "trends")
        self.legend.setVisible(answer is not None and what in {"spread", "trends"})
        self.by_field.setVisible(what == "trends")
        has_rows = answer is not None and bool(answer.table.rows)
        self.copy.setEnabled(has_rows)
        self.save.setEnabled(has_rows)
        self.hint.setVisible(has_rows)

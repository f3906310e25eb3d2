"""The window of a comparison: texts side by side, one table below, outlets hidden until shown."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QScrollArea, QSplitter, QToolBar, QWidget

from reader.core.across.comparison.alignment import Alignment
from reader.core.across.comparison.comparison import Comparison
from reader.core.across.comparison.forms.table import comparison_table
from reader.core.across.comparison.limits import LETTERS
from reader.core.across.comparison.outlets import without_outlets
from reader.core.text.spans import Span
from reader.ui.places.comparison.article_pane import ArticlePane
from reader.ui.places.comparison.table_view import TableView
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons
from reader.ui.widgets.side_window import SideWindow

_SIZE = (1366, 768)
_STYLE = """
QLabel#article_letter {{ border: 1px solid {text}; border-radius: 3px; font-weight: 600; }}
QSplitter::handle {{ background: {line}; }}
QTextBrowser#comparison_table {{ background: {page}; border-top: 1px solid {line}; }}
"""


class ComparisonWindow(SideWindow):
    """Shows one comparison.

    Signals:
        add_requested(): The reader wants one more article in it, or another order.
        export_requested(): The reader wants a file of it.
        print_requested(): The reader wants the table on paper.
    """

    add_requested = Signal()
    export_requested = Signal()
    print_requested = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self._full: Comparison | None = None
        self._alignment: Alignment | None = None
        self.panes: list[ArticlePane] = []
        self.setObjectName("comparison_window")
        self.setWindowTitle(self.tr("Articles compared"))
        self.resize(*_SIZE)
        self.hides = self._action(
            "outlets_hidden", self.tr("&Outlets hidden"), "eye-off", "Ctrl+Shift+H"
        )
        self.together = self._action(
            "scroll_together", self.tr("&Scroll together"), "link", "Ctrl+Shift+T"
        )
        self.marks = self._action("comparison_marks", self.tr("&Marks"), "eye", "M")
        self.marks.setChecked(True)
        self.to_add = self._action(
            "comparison_add", self.tr("&Add article…"), "plus", "Ctrl+O", is_checkable=False
        )
        self.to_print = self._action(
            "comparison_print", self.tr("&Print table…"), "printer", "Ctrl+P", is_checkable=False
        )
        self.to_export = self._action(
            "comparison_export", self.tr("&Export…"), "download", "Ctrl+S", is_checkable=False
        )
        self._fill_tool_bar()
        self._texts = QSplitter(Qt.Orientation.Horizontal, self)
        self._texts.setChildrenCollapsible(False)
        self.table = TableView(theme, self)
        self._halves = QSplitter(Qt.Orientation.Vertical, self)
        self._beside = QScrollArea(self)  # six articles go sideways in a narrow window
        self._beside.setWidgetResizable(True)
        self._beside.setFrameShape(QScrollArea.Shape.NoFrame)
        self._beside.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._beside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._beside.setWidget(self._texts)
        self._halves.addWidget(self._beside)
        self._halves.addWidget(self.table)
        self._halves.setSizes([330, 380])
        self.setCentralWidget(self._halves)
        self.statusBar().showMessage(self.tr("Every cell leads to its passage."))
        self._connect()
        self._set_style()

    def _action(
        self, name: str, text: str, icon: str, key: str, *, is_checkable: bool = True
    ) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.setCheckable(is_checkable)
        action.setShortcut(key)
        action.setToolTip(f"{text.replace('&', '')} ({key})")
        action.setData(icon)
        return action

    def _fill_tool_bar(self) -> None:
        bar = QToolBar(self.tr("Comparison"), self)
        bar.setAccessibleName(self.tr("Comparison"))
        bar.setObjectName("comparison_tools")
        bar.setMovable(False)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.addActions([self.hides, self.together])
        room = QWidget(bar)
        room.setSizePolicy(room.sizePolicy().Policy.Expanding, room.sizePolicy().Policy.Preferred)
        bar.addWidget(room)
        bar.addActions([self.to_add, self.marks, self.to_print, self.to_export])
        self.addToolBar(bar)

    def _connect(self) -> None:
        self.hides.toggled.connect(self._show)
        self.marks.toggled.connect(self._show_marks)
        self.to_add.triggered.connect(self.add_requested)
        self.to_export.triggered.connect(self.export_requested)
        self.to_print.triggered.connect(self.print_requested)
        self.table.passage_chosen.connect(self.show_passage)
        QShortcut(QKeySequence("Ctrl+W"), self, self.close)

    def _set_style(self) -> None:
        theme = self._theme
        self.setStyleSheet(_STYLE.format(text=theme.text, line=theme.line, page=theme.page))
        shown = (self.hides, self.together, self.to_add, self.marks, self.to_print, self.to_export)
        for action in shown:
            action.setIcon(self._icons.icon(action.data(), theme.text))

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self._set_style()
        self.table.set_theme(theme)
        for pane in self.panes:
            pane.page.set_theme(theme)

    # -- what is shown -----------------------------------------------------------------------

    def show_comparison(self, comparison: Comparison, *, is_hidden: bool) -> None:
        """Show a comparison, with or without the names of the outlets."""
        self._full, self._alignment = comparison, Alignment(comparison)
        for pane in self.panes:
            pane.setParent(None)
            pane.deleteLater()
        self.panes = []
        for number in range(len(comparison.articles)):
            pane = ArticlePane(LETTERS[number], self._theme, self)
            pane.scrolled.connect(self._follow)
            self._texts.addWidget(pane)
            self.panes.append(pane)
        self._texts.setSizes([1000] * len(self.panes))
        self.table.page.setFocus()
        was_hidden = self.hides.isChecked()
        self.hides.setChecked(is_hidden)
        if was_hidden == is_hidden:
            self._show()

    @property
    def shown(self) -> Comparison | None:
        """Return the comparison as it is shown, outlets hidden or not."""
        if self._full is None:
            return None
        return without_outlets(self._full) if self.hides.isChecked() else self._full

    def _show(self) -> None:
        shown = self.shown
        if shown is None:
            return
        is_hidden = self.hides.isChecked()
        for pane, item in zip(self.panes, shown.articles, strict=True):
            pane.show_analysis(item.analysis, is_hidden=is_hidden)
        self._show_marks()
        self.table.show_sections(comparison_table(shown), len(self.panes))
        shared = len(shown.shared_sentences)
        told = self.tr("Every cell leads to its passage. Shared word for word: {n} sentences.")
        self.statusBar().showMessage(told.format(n=shared))
        self.hides.setIcon(self._icons.icon("eye-off" if is_hidden else "eye", self._theme.text))

    def _show_marks(self) -> None:
        for pane in self.panes:
            pane.page.set_marks_visible(self.marks.isChecked())

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the first line of every text, once the pages have their width."""
        super().showEvent(event)
        if not event.spontaneous():
            QTimer.singleShot(0, self, self._go_to_top)

    def _go_to_top(self) -> None:
        for pane in self.panes:
            pane.page.verticalScrollBar().setValue(0)

    def show_passage(self, article: int, span: Span) -> None:
        """Bring a passage of one article into view, and look at its sentence."""
        for number, pane in enumerate(self.panes):
            if number == article:
                self._beside.ensureWidgetVisible(pane)
                pane.show_passage(span)
            else:
                pane.page.wash(None)

    def _follow(self, moved: ArticlePane) -> None:
        """Lead the other pages to the passage that the moved one shows."""
        if not self.together.isChecked() or self._alignment is None:
            return
        one, place = self.panes.index(moved), moved.page.top_place()
        for other, pane in enumerate(self.panes):
            if pane is not moved:
                pane.lead_to(self._alignment.place(one, other, place))

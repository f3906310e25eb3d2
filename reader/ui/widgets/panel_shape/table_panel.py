"""A panel whose rows can be seen as a table, with further rows in columns where it is wide."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from reader.core.analysis.analysis import Analysis
from reader.ui.theme import Theme
from reader.ui.widgets.fact_table import Facts, FactTable
from reader.ui.widgets.panel_shape.panel import Panel
from reader.ui.widgets.rows.fact_row import FactRow
from reader.ui.widgets.rows.row_tree import RowTree

_TWO_COLUMNS = 600  # pixels; from here on what lies below the rows stands in two columns
_TALL = 760  # pixels; in a lower panel one list serves better
_BELOW = 232  # pixels high


class TablePanel(Panel):
    """Shares out rows among one list and the columns below it, and keeps the chosen place.

    A panel of this kind says what its rows are in `_show_rows`, and what its table is in `_facts`.

    Attributes:
        views: Holds the main list and the table; its parts are made in it, as dressing what
            moves to another parent takes time.
        below: Holds the lists below them.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.as_table = self.table_toggle(f"{self.id}_as_table")
        self.as_table.toggled.connect(self._show_as)
        self.views = QStackedWidget(self._page)
        self.below = QWidget(self._page)
        self.table = FactTable(f"{self.id}_table", self.views)
        self._opened: object = None  # the payload of the row that shows its children
        self._is_wide = False
        self._is_same = False  # whether the analysis is of the article that was shown before
        self._text = ""

    def _add_views(self, tree: RowTree, below: Sequence[RowTree]) -> None:
        """Add the main list, its table, and the lists that a wide panel shows below."""
        self._main = tree
        for one in (tree, *below):
            one.row_activated.connect(self._activated)
            one.menu_requested.connect(self.menu_requested)
        self.table.row_activated.connect(self._activated)
        self.views.addWidget(tree)
        self.views.addWidget(self.table)
        self.body.addWidget(self.views, 1)
        columns = QHBoxLayout(self.below)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(1)
        for one in below:
            columns.addWidget(one, 1)
        self.below.setFixedHeight(_BELOW)
        self.below.hide()
        self.body.addWidget(self.below)

    def _begin(self, analysis: Analysis) -> None:
        """Notice whether an analysis is of another article; then no row is open any more."""
        self._is_same, self._text = analysis.article.text == self._text, analysis.article.text
        self._opened = self._opened if self._is_same else None

    def _share_out(
        self, rows: Sequence[FactRow], below: Sequence[tuple[RowTree, Sequence[FactRow]]]
    ) -> None:
        """Show all rows in one list, or those below in lists of their own in a wide panel."""
        if not self._is_wide:
            rows = [*rows, *(row for _, more in below for row in more)]
        self._main.show_rows(rows, self._opened, keeps_place=self._is_same)
        for tree, more in below:
            if self._is_wide:
                tree.show_rows(more, self._opened, keeps_place=self._is_same)
            tree.setVisible(bool(more))
        self.below.setVisible(self._is_wide and any(more for _, more in below))

    def _show_rows(self) -> None:
        """Make all rows, and share them out."""
        raise NotImplementedError

    def _table_facts(self) -> Facts | None:
        """Return the table of the panel, or None before there is an analysis."""
        raise NotImplementedError

    def _activated(self, payload: object) -> None:
        """Answer the choice of a row."""
        raise NotImplementedError

    def _fill_table(self) -> None:
        """Fill the table once it is wanted: the lines of a long text take a while to find."""
        facts = self._table_facts() if self.as_table.isChecked() else None
        if facts is not None:
            self.table.show_facts(facts)

    def _show_as(self, is_table: bool) -> None:  # noqa: FBT001 -- a slot
        self._fill_table()
        self.views.setCurrentWidget(self.table if is_table else self._main)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what comes below its own columns where there is room."""
        super().resizeEvent(event)
        size = event.size()
        is_wide = size.width() >= _TWO_COLUMNS and size.height() >= _TALL
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._show_rows()

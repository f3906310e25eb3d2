"""Several chosen articles in the pane: their order, and what can be done with them together."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.core.across.comparison.limits import FEWEST, LETTERS, MOST
from reader.storage.library.rows import ArticleRow
from reader.ui.places.library.article_list.row_words import added_words, date_of
from reader.ui.places.library.pane.chosen_painter import (
    CROSS_WIDTH,
    DETAIL_ROLE,
    LETTER_ROLE,
    ChosenPainter,
)
from reader.ui.theme import Theme
from reader.ui.widgets.ordered_list import OrderedList
from reader.values import frozen


@frozen
class ChosenRow:
    """An article that is chosen: its id, its title, and outlet, day and words in one line."""

    origin: str
    title: str
    detail: str


class ChosenRows(OrderedList[ChosenRow]):
    """The rows, dragged into an order; the cross at the end takes one out."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.painter = ChosenPainter(theme, self)
        self.setItemDelegate(self.painter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the titles anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self.fit_rows()

    def fit_rows(self) -> None:
        """Take no more height than the rows."""
        heights = (self.sizeHintForRow(row) for row in range(self.count()))
        self.setMaximumHeight(sum(heights) + 2)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take out the row whose cross was clicked."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        if self._is_on_cross(place):
            self.setCurrentRow(self.indexAt(place).row())
            self.take_row()

    def _is_on_cross(self, place: QPoint) -> bool:
        at_end = place.x() >= self.viewport().width() - CROSS_WIDTH
        return at_end and self.indexAt(place).isValid()


class ChosenList(QWidget):
    """Shows what is chosen with the letters of a comparison.

    Signals:
        order_changed(): The reader put the articles in another order, or took one out.
        compare_requested(): Compare them.
        tabs_requested(): Open each in a tab.
        add_requested(str): Choose this article too.
    """

    order_changed = Signal()
    compare_requested = Signal()
    tabs_requested = Signal()
    add_requested = Signal(str)

    def __init__(self, theme: Theme, compare: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chosen_list")
        self._is_ordered = False  # by hand
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        told = self.tr("Compare takes 2 to 6. Drag to change the order, or Alt+Up and Alt+Down.")
        column.addWidget(_quiet(told, self))
        self.rows = ChosenRows(theme, self)
        self.rows.setObjectName("chosen_rows")
        self.rows.setAccessibleName(self.tr("Chosen articles, in the order of a comparison"))
        self.rows.order_changed.connect(self._reorder)
        column.addWidget(self.rows, 100)
        column.addLayout(self._make_buttons(compare))
        self.hides = QCheckBox(self.tr("Hide the outlets at first"), self)
        self.hides.setObjectName("pane_hide_outlets")
        self.hides.setChecked(True)
        column.addWidget(self.hides)
        question = _quiet(self.tr("Do they tell of one event?"), self)
        question.setProperty("role", "section")
        column.addWidget(question)
        self.shared = _quiet("", self)
        self.shared.setObjectName("one_event")
        column.addWidget(self.shared)
        self.others_head = _quiet(self.tr("Perhaps the same event, not chosen"), self)
        self.others_head.setProperty("role", "section")
        column.addWidget(self.others_head)
        self.others = QLabel(self)
        self.others.setObjectName("same_event")
        self.others.setWordWrap(True)
        self.others.setTextFormat(Qt.TextFormat.RichText)
        self.others.linkActivated.connect(self.add_requested)
        column.addWidget(self.others)
        note = self.tr(
            "A longer text has more marks. Compare shows "
            "places and words side by side, and counts with the length beside them."
        )
        column.addWidget(_quiet(note, self))
        self.show_event("", ())
        column.addStretch(1)

    def _make_buttons(self, compare: QAction) -> QHBoxLayout:
        row = QHBoxLayout()
        self._action = compare
        self.compare = QPushButton(self)
        self.compare.setObjectName("pane_compare_several")
        self.compare.setProperty("main", "true")
        self.compare.clicked.connect(self.compare_requested)
        self.tabs = QPushButton(self.tr("Open in tabs"), self)
        self.tabs.setObjectName("pane_tabs")
        self.tabs.clicked.connect(self.tabs_requested)
        row.addWidget(self.compare)
        row.addWidget(self.tabs)
        row.addStretch(1)
        return row

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.rows.painter.theme = theme
        self.rows.viewport().update()

    def show_rows(self, rows: Sequence[ArticleRow], number: int) -> None:
        """Show some of the chosen articles; an order that was made by hand stays.

        Args:
            rows: The articles, at most as many as can be compared.
            number: How many are chosen.
        """
        if len(rows) < FEWEST:
            self._is_ordered = False
        shown = {row.id: ChosenRow(row.id, row.name, self._detail(row)) for row in rows}
        before = [one for one in self.ids() if one in shown] if self._is_ordered else []
        order = [*before, *(one for one in shown if one not in before)]
        if tuple(order) != self.ids():
            self.rows.clear()
            self.rows.add_new(shown[one] for one in order)
        self._letter(number)

    def show_event(self, told: str, others: Sequence[ArticleRow]) -> None:
        """Show what the articles share, and others that may tell of the same event.

        Args:
            told: A sentence; "" while nobody has looked.
            others: Articles that are not chosen.
        """
        self.shared.setText(told or self.tr("You decide."))
        add, look = escape(self.tr("Add")), 'style="text-decoration: none; font-weight: 600"'
        lines = (
            f'{escape(row.name)} <a href="{escape(row.id)}" {look}>{add}</a>' for row in others
        )
        self.others.setText("<br>".join(lines))
        self.others_head.setVisible(bool(others))
        self.others.setVisible(bool(others))

    def _detail(self, row: ArticleRow) -> str:
        words = self.tr("{n} words").format(n=f"{row.words:,}")
        day = date_of(row) if row.published else added_words(row)
        return ", ".join(filter(None, (row.outlet or "", day, words)))

    def _reorder(self) -> None:
        self._is_ordered = True
        self._letter(self.rows.count())
        self.order_changed.emit()

    def _letter(self, number: int) -> None:
        is_possible, values = FEWEST <= number <= MOST, self.rows.values()
        for row in range(self.rows.count()):
            item = self.rows.item(row)
            letter = LETTERS[row] if is_possible else "·"
            item.setData(LETTER_ROLE, letter)
            detail = values[row].detail
            item.setData(DETAIL_ROLE, detail)
            spoken = self.tr("{letter}, {title}, {detail}")
            spoken = spoken.format(letter=letter, title=item.text(), detail=detail)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setToolTip(item.text())
        key = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.compare.setText("  ".join(filter(None, (self.tr("Compare"), key))))
        self.compare.setEnabled(is_possible)
        told = self.tr("Choose 2 to 6 articles to compare; {n} chosen.").format(n=number)
        self.compare.setToolTip("" if is_possible else told)
        self.rows.fit_rows()

    def ids(self) -> tuple[str, ...]:
        """Return the ids of what is shown, in its order."""
        return tuple(row.origin for row in self.rows.values())


def _quiet(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setWordWrap(True)
    label.setProperty("role", "small")
    return label

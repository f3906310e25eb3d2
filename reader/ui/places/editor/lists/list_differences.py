"""Two lists, or two versions of one, entry by entry; what is ticked is taken over."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.core.lexicon.layering.layer_merging import Difference, list_differences
from reader.core.lexicon.lexicon import Entry, Lexicon
from reader.ui.messages.plain_dialog import add_buttons, foot_of, head_of
from reader.ui.places.editor.form.entry_differences import field_name, field_text
from reader.values import frozen

_MOST = 3_000  # rows; more are told of
_SIZE = (900, 600)
_PHRASE_PX, _WHAT_PX = 200, 180


@frozen
class Side:
    """One list to compare with.

    Attributes:
        title: What it is called here, with its version or where it comes from.
        lexicon: The list.
    """

    title: str
    lexicon: Lexicon


class ListDifferences(QDialog):
    """Shows where another list, or an earlier version, is not like the one that is edited.

    Signals:
        taken(object, object): These differences are to be taken over, from this list.
        keep_requested(): The list is to be kept as it is now, as a version.
        file_requested(): A list in a file is to be compared.

    Attributes:
        mine: The list that is edited.
    """

    taken = Signal(object, object)
    keep_requested = Signal()
    file_requested = Signal()

    def __init__(self, mine: Lexicon, sides: Sequence[Side], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("list_differences")
        self.setWindowTitle(self.tr("Versions and merge"))
        self.resize(*_SIZE)
        self.mine, self._sides = mine, list(sides)
        self._found: tuple[Difference, ...] = ()
        self._is_filling = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._make_head())
        self.rows = self._make_rows()
        layout.addWidget(self.rows, 1)
        layout.addWidget(self._make_foot())
        self.offer(self._sides, 0)
        self.other.setFocus()

    # -- building ------------------------------------------------------------------------------

    def _make_head(self) -> QWidget:
        head, column = head_of(self, QBoxLayout.Direction.TopToBottom)
        heading = QLabel(
            self.tr("“{title}” beside another list").format(title=self.mine.title), head
        )
        heading.setProperty("role", "heading")
        self.other = QComboBox(head)
        self.other.setObjectName("difference_other")
        self.other.setAccessibleName(self.tr("The other list or version"))
        self.other.setMinimumWidth(320)
        self.other.currentIndexChanged.connect(self._show)
        row = QHBoxLayout()
        row.addWidget(self.other)
        row.addStretch(1)
        for words, name, signal in (
            (self.tr("A list in a file…"), "difference_file", self.file_requested),
            (self.tr("Keep today’s version"), "difference_keep", self.keep_requested),
        ):
            button = QPushButton(words, head)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(signal)
            row.addWidget(button)
        self.told = QLabel(head)
        self.told.setObjectName("difference_told")
        self.told.setProperty("role", "quiet")
        self.told.setWordWrap(True)
        column.addWidget(heading)
        column.addLayout(row)
        column.addWidget(self.told)
        return head

    def _make_rows(self) -> QTreeWidget:
        rows = QTreeWidget(self)
        rows.setObjectName("difference_rows")
        rows.setAccessibleName(self.tr("Differences"))
        rows.setRootIsDecorated(False)
        rows.setUniformRowHeights(True)
        rows.setHeaderLabels(
            [self.tr("Entry"), self.tr("What differs"), self.tr("Here"), self.tr("There")]
        )
        header = rows.header()
        header.setAccessibleName(self.tr("Columns"))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, _PHRASE_PX), (1, _WHAT_PX)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            rows.setColumnWidth(column, width)
        rows.itemChanged.connect(self._count)
        return rows

    def _make_foot(self) -> QWidget:
        foot, row = foot_of(self)
        buttons = (
            (self.tr("Tick all"), "difference_all", self._tick_all),
            (self.tr("Tick none"), "difference_none", self._tick_none),
            (self.tr("Tick what is new"), "difference_new", self._tick_new),
        )
        add_buttons(row, buttons)
        row.addStretch(1)
        close = QPushButton(self.tr("Close"), foot)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        row.addWidget(close)
        self.take = QPushButton(foot)
        self.take.setObjectName("difference_take")
        self.take.setProperty("main", "true")
        self.take.clicked.connect(self._take)
        row.addWidget(self.take)
        return foot

    # -- showing -------------------------------------------------------------------------------

    def offer(self, sides: Sequence[Side], chosen: int) -> None:
        """Offer lists to compare with, one of them chosen."""
        self._sides = list(sides)
        self._is_filling = True
        self.other.clear()
        self.other.addItems([side.title for side in self._sides])
        self.other.setCurrentIndex(chosen)
        self._is_filling = False
        self._show()

    def show_mine(self, mine: Lexicon) -> None:
        """Show the list as it is now, after something was taken over."""
        self.mine = mine
        self._show()

    def _side(self) -> Side | None:
        number = self.other.currentIndex()
        return self._sides[number] if 0 <= number < len(self._sides) else None

    def _show(self) -> None:
        if self._is_filling:
            return
        side = self._side()
        self._found = list_differences(self.mine.entries, side.lexicon.entries) if side else ()
        self._is_filling = True
        self.rows.clear()
        for one in self._found[:_MOST]:
            self.rows.addTopLevelItem(self._row(one))
        self.rows.setCurrentIndex(self.rows.model().index(0, 0))
        self._is_filling = False
        self.told.setText(self._summary())
        self._count()

    def _row(self, one: Difference) -> QTreeWidgetItem:
        names = one.fields
        what = ", ".join(field_name(name).lower() for name in names)
        if one.before is None:
            what = self.tr("only there")
        elif one.after is None:
            what = self.tr("only here")
        cells = [one.phrase, what, self._told(one.before, names), self._told(one.after, names)]
        item = QTreeWidgetItem(cells)
        item.setCheckState(0, Qt.CheckState.Unchecked)
        for column, words in enumerate(cells):
            item.setToolTip(column, words)
        return item

    def _told(self, entry: Entry | None, fields: Sequence[str]) -> str:
        """Return what an entry says where both differ, or what it is where it stands alone."""
        if entry is None:
            return "–"
        side = self._side()
        lists = (self.mine, *((side.lexicon,) if side else ()))
        names = {item.id: item.name for one in lists for item in one.categories}
        shown = fields or ("category", "note")
        return "; ".join(filter(None, (field_text(entry, name, names) for name in shown)))

    def _summary(self) -> str:
        if self._side() is None:
            return self.tr("There is nothing to compare it with yet.")
        if not self._found:
            return self.tr("Both have the same entries.")
        there = sum(one.before is None for one in self._found)
        here = sum(one.after is None for one in self._found)
        words = self.tr("{a} only there, {b} only here, {c} differ.").format(
            a=f"{there:,}", b=f"{here:,}", c=f"{len(self._found) - there - here:,}"
        )
        if len(self._found) > _MOST:
            more = self.tr("The first {n:,} are shown.").format(n=_MOST)
            words = f"{words} {more}"
        return words

    # -- taking over ---------------------------------------------------------------------------

    def _ticked(self) -> list[Difference]:
        items = (self.rows.topLevelItem(n) for n in range(self.rows.topLevelItemCount()))
        return [
            one
            for one, item in zip(self._found, items, strict=False)
            if item is not None and item.checkState(0) == Qt.CheckState.Checked
        ]

    def _count(self) -> None:
        if self._is_filling:
            return
        count = len(self._ticked())
        words = self.tr("Copy {n} from there")
        if count == 1:
            words = self.tr("Copy 1 from there")
        self.take.setText(words.format(n=f"{count:,}") if count else self.tr("Apply"))
        self.take.setEnabled(bool(count))

    def _tick(self, wanted: Sequence[bool]) -> None:
        self._is_filling = True
        for number, is_wanted in enumerate(wanted[:_MOST]):
            item = self.rows.topLevelItem(number)
            if item is not None:
                state = Qt.CheckState.Checked if is_wanted else Qt.CheckState.Unchecked
                item.setCheckState(0, state)
        self._is_filling = False
        self._count()

    def _tick_all(self) -> None:
        self._tick([True] * len(self._found))

    def _tick_none(self) -> None:
        self._tick([False] * len(self._found))

    def _tick_new(self) -> None:
        self._tick([one.before is None for one in self._found])

    def _take(self) -> None:
        side = self._side()
        if side is not None:
            self.taken.emit(self._ticked(), side.lexicon)

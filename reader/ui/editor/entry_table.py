"""The table over all lexicons: a model on an index list, and how its cells look and are edited."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reader.core.guards import format_guards, parse_guards
from reader.core.lexicon import Confidence, Entry, Match, Part
from reader.core.lexicon_layers import Row, State
from reader.ui.editor.entry_checks import guards_text
from reader.ui.editor.row_order import COLUMNS, Column, RowFilter, RowIndex
from reader.ui.reading_view.painter import LetterPainter
from reader.ui.theme import Theme, sans, serif
from reader.ui.widgets.mark_look import Look

Index = QModelIndex | QPersistentModelIndex
Looks = Mapping[tuple[str, str], Look]  # by list and category
CHOICES: dict[Column, tuple[str, ...]] = {
    "match": ("forms", "exact", "case"),
    "part": ("", "verb", "noun", "adj", "adv"),
    "confidence": ("confident", "possible"),
}
_EDITABLE: tuple[Column, ...] = ("phrase", "match", "part", "confidence", "guards", "plainer")
_WIDTHS: dict[Column, int] = {
    "phrase": 200,
    "match": 82,
    "part": 72,
    "confidence": 74,
    "guards": 100,
    "plainer": 96,
    "here": 42,
    "list": 96,
}
_ROW_HEIGHT = 30
_LETTER = 18  # pixels of the square with a category's letter
_TEXT_LEFT = 42
_NO_PARENT = QModelIndex()


def choice_text(value: str) -> str:
    """Return how a value of a fixed choice is called."""
    texts = {
        "": _tr("any"),
        "forms": _tr("all forms"),
        "exact": _tr("as written"),
        "case": _tr("same case"),
        "verb": _tr("verb"),
        "noun": _tr("noun"),
        "adj": _tr("adjective"),
        "adv": _tr("adverb"),
        "confident": _tr("confident"),
        "possible": _tr("possible"),
    }
    return texts[value]


def _tr(words: str) -> str:
    return QCoreApplication.translate("EntryTable", words)


def _state_text(state: State) -> str:
    texts: dict[State, str] = {
        "shipped": _tr("Shipped"),
        "changed": _tr("Mine, changed"),
        "muted": _tr("Mine, muted"),
        "added": _tr("Mine"),
    }
    return texts[state]


class EntryModel(QAbstractTableModel):
    """Shows the rows that the filter lets through.

    Signals:
        edited(Row, str, str): A cell was given this text.
    """

    edited = Signal(object, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = RowIndex((), {})
        self._filter = RowFilter()
        self._column: Column = "phrase"
        self._is_descending = False
        self._order: list[int] = []
        self._numbers: list[int] = []
        self._looks: Looks = {}

    def show_index(self, index: RowIndex, looks: Looks) -> None:
        """Replace all rows."""
        self._index = index
        self._looks = looks
        self._sort_anew()

    def set_filter(self, row_filter: RowFilter) -> None:
        """Show other rows."""
        self._filter = row_filter
        self._arrange()

    @property
    def row_filter(self) -> RowFilter:
        """Return what is shown."""
        return self._filter

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        self._column = COLUMNS[column] if 0 <= column < len(COLUMNS) else "phrase"
        self._is_descending = order == Qt.SortOrder.DescendingOrder
        self._sort_anew()

    def _sort_anew(self) -> None:
        self._order = self._index.in_order(self._column, is_descending=self._is_descending)
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        self._numbers = self._index.shown(self._filter, self._order)
        self.endResetModel()

    def row_at(self, number: int) -> Row:
        """Return the row in a line of the table."""
        return self._index.rows[self._numbers[number]]

    def place_of(self, row: Row) -> int:
        """Return the line of a row, or of what became of it; -1 when there is none."""
        rows = self._index.rows
        became = -1
        for place, number in enumerate(self._numbers):
            found = rows[number]
            if found.base is row.base and found.lexicon == row.lexicon:
                if found.entry is row.entry:
                    return place
                became = place if row.base is not None else became
        return became

    def look_of(self, row: Row) -> Look:
        """Return how a row's category looks."""
        known = self._looks.get((row.lexicon, row.shown.category))
        return known or Look(1, "thin", "?")

    @property
    def words(self) -> str:
        """Return the letters that are searched for."""
        return self._filter.words

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 -- Qt asks for any kind of value
        """Return the name of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        names: dict[Column, str] = {
            "phrase": self.tr("Phrase"),
            "match": self.tr("Matches"),
            "part": self.tr("Part"),
            "confidence": self.tr("Sure"),
            "guards": self.tr("Not when"),
            "plainer": self.tr("Plainer"),
            "here": self.tr("Here"),
            "list": self.tr("List"),
        }
        return names[COLUMNS[section]]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 -- as above
        """Return what a cell shows."""
        if role == Qt.ItemDataRole.TextAlignmentRole and COLUMNS[index.column()] == "here":
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        roles = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.EditRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )
        if role not in roles:
            return None
        row, column = self.row_at(index.row()), COLUMNS[index.column()]
        if role == Qt.ItemDataRole.EditRole:
            return cell_text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == "phrase":
            return f"{row.shown.phrase}, {_state_text(row.state)}"
        return self._display(row, column)

    def _display(self, row: Row, column: Column) -> str:
        if column == "here":
            return str(self._index.count_here(row) or "–")
        if column == "list":
            return _state_text(row.state)
        text = cell_text(row, column)
        if column in CHOICES:
            return choice_text(text) if text else "–"
        return text.replace("|", " | ") or "–"

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell which cells can be edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row, column = self.row_at(index.row()), COLUMNS[index.column()]
        if column in _EDITABLE and row.entry is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand on the text that a cell was given; the model itself keeps nothing."""
        row, column = self.row_at(index.row()), COLUMNS[index.column()]
        text = str(value)
        if role != Qt.ItemDataRole.EditRole or text == cell_text(row, column):
            return False
        self.edited.emit(row, column, text)
        return True


def cell_text(row: Row, column: Column) -> str:
    """Return a field of a row as one types it."""
    entry = row.shown
    texts: dict[Column, str] = {
        "phrase": entry.phrase,
        "match": entry.match,
        "part": entry.part or "",
        "confidence": entry.confidence,
        "guards": format_guards(entry.guards),
        "plainer": "|".join(entry.alternatives),
    }
    return texts.get(column, "")


def with_cell(entry: Entry, column: Column, text: str) -> tuple[Entry, str]:
    """Return an entry with the text of a cell taken over, and what is wrong with the text."""
    if column == "phrase":
        return replace(entry, phrase=" ".join(text.replace("...", "…").split())), ""
    if column == "match":
        return replace(entry, match=cast("Match", text)), ""
    if column == "part":
        return replace(entry, part=cast("Part | None", text or None)), ""
    if column == "confidence":
        return replace(entry, confidence=cast("Confidence", text)), ""
    if column == "guards":
        guards, _problems = parse_guards(text)
        return replace(entry, guards=guards), guards_text(text)
    options = tuple(filter(None, map(str.strip, text.split("|"))))
    return replace(entry, alternatives=options), ""


class EntryDelegate(QStyledItemDelegate):
    """Paints letter, phrase and hit, and makes the editors of the cells."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(60, _ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        model = index.model()
        if not isinstance(model, EntryModel):
            return
        theme, rect = self._theme, QRectF(option.rect)
        view = self.parent()
        is_selected = isinstance(view, QTableView) and view.selectionModel().isSelected(index)
        painter.save()
        painter.fillRect(rect, QColor(theme.accent_wash if is_selected else theme.page))
        painter.fillRect(
            QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(theme.line)
        )
        row, column = model.row_at(index.row()), COLUMNS[index.column()]
        if column == "phrase":
            self._paint_phrase(painter, rect, model, row, is_selected=is_selected)
        else:
            self._paint_text(painter, rect, str(index.data()), row, column)
        if isinstance(view, QTableView) and view.hasFocus() and view.currentIndex() == index:
            painter.setPen(QColor(theme.focus))
            painter.drawRect(rect.adjusted(0.5, 0.5, -1.5, -1.5))
        painter.restore()

    def _paint_phrase(
        self, painter: QPainter, rect: QRectF, model: EntryModel, row: Row, *, is_selected: bool
    ) -> None:
        theme = self._theme
        if is_selected:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.accent)
        ratio = painter.device().devicePixelRatio()
        top = rect.top() + (rect.height() - _LETTER) / 2
        LetterPainter(painter, theme, ratio).draw(
            QRectF(rect.left() + 8, top, _LETTER, _LETTER),
            model.look_of(row),
            "narrator",
            is_possible=row.shown.confidence == "possible",
        )
        before, hit, after = _around(row.shown.phrase, model.words)
        painter.setPen(QColor(theme.text2 if row.state == "muted" else theme.text))
        left = rect.left() + _TEXT_LEFT
        painter.setClipRect(rect)
        for words, weight in ((before, 400), (hit, 600), (after, 400)):
            if words:
                font = serif(15, weight=weight)
                font.setStrikeOut(row.state == "muted")
                left += _draw(painter, rect.adjusted(0, 0, -6, 0), left, words, font)

    def _paint_text(
        self, painter: QPainter, rect: QRectF, text: str, row: Row, column: Column
    ) -> None:
        theme = self._theme
        is_quiet = column in {"guards", "list"} or row.state == "muted"
        painter.setPen(QColor(theme.text2 if is_quiet else theme.text))
        font = sans(13)
        painter.setFont(font)
        inner = rect.adjusted(8, 0, -6, 0)
        elided = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        side = Qt.AlignmentFlag.AlignRight if column == "here" else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, elided)

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """Return a field for words, or a list for fixed choices."""
        column = COLUMNS[index.column()]
        if column not in CHOICES:
            field = QLineEdit(parent)
            field.setStyleSheet("padding: 0 6px; border-radius: 0;")
            return field
        box = QComboBox(parent)
        for value in CHOICES[column]:
            box.addItem(choice_text(value), value)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the editor of a cell."""
        text = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(text)))
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand on what the editor holds."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())


def _around(phrase: str, words: str) -> tuple[str, str, str]:
    wanted = words.strip()
    place = phrase.lower().find(wanted.lower()) if wanted else -1
    if place < 0:
        return phrase, "", ""
    end = place + len(wanted)
    return phrase[:place], phrase[place:end], phrase[end:]


def _draw(painter: QPainter, rect: QRectF, left: float, words: str, font: QFont) -> float:
    painter.setFont(font)
    place = QRectF(left, rect.top(), rect.right() - left, rect.height())
    metrics = QFontMetricsF(font)
    told = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, place.width()))
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, told)
    return metrics.horizontalAdvance(words)


class EntryTable(QTableView):
    """The table itself; all of it can be reached with the keyboard.

    Signals:
        rows_chosen(list): Other rows are selected now.
    """

    rows_chosen = Signal(list)

    def __init__(self, theme: Theme, model: EntryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = model
        self._delegate = EntryDelegate(theme, self)
        self.setObjectName("entry_table")
        self.setAccessibleName(self.tr("Entries"))
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for number, column in enumerate(COLUMNS):
            self.setColumnWidth(number, _WIDTHS[column])
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().selectionChanged.connect(self._tell_chosen)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._delegate.set_theme(theme)
        self.viewport().update()

    def chosen(self) -> list[Row]:
        """Return the selected rows."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._entries.row_at(place) for place in places]

    def choose(self, places: Sequence[int]) -> None:
        """Select these lines, the first one in view and with the keyboard."""
        self.clearSelection()
        flag = self.selectionModel().SelectionFlag
        for place in places:
            self.selectionModel().select(self._entries.index(place, 0), flag.Select | flag.Rows)
        if places:
            first = self._entries.index(places[0], 0)
            self.selectionModel().setCurrentIndex(first, flag.NoUpdate)
            self.scrollTo(first)

    def _tell_chosen(self) -> None:
        self.rows_chosen.emit(self.chosen())

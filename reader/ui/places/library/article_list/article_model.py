"""The list of articles as Qt asks for it: ids for all, rows only for what is in view."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from reader.storage.library.rows import ArticleRow, Sort, Wanted
from reader.ui.places.library.article_list.row_words import spoken_row
from reader.values import frozen

ARTICLES_MIME = "application/x-close-reader-articles"
LINE_ROLE = Qt.ItemDataRole.UserRole
_PAGE = 64  # rows that are fetched together
_MOST_HELD = 4_096  # rows that are held before the oldest are forgotten
COLUMNS: tuple[Sort | None, ...] = ("title", "date", "words", None, None, None)
_VOICES = ("narrator", "direct", "indirect")
AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDragEnabled
RowReader = Callable[[Sequence[str]], tuple[ArticleRow, ...]]
CopyReader = Callable[[str], tuple[str, ...]]


@frozen
class Line:
    """One line of the list.

    Attributes:
        row: The article.
        is_below: It stands under the article that it is a copy or version of.
        is_open: What is folded under it stands below it.
    """

    row: ArticleRow
    is_below: bool = False
    is_open: bool = False


class ArticleModel(QAbstractTableModel):
    """Holds the ids of a whole list, and the rows of what was looked at lately."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: list[str] = []
        self._below: set[str] = set()
        self._open: dict[str, tuple[str, ...]] = {}
        self._rows: dict[str, ArticleRow] = {}
        self._read_rows: RowReader = lambda _ids: ()
        self._read_copies: CopyReader = lambda _id: ()
        self._order = Wanted()

    def set_readers(self, rows: RowReader, copies: CopyReader) -> None:
        """Name what returns the rows of ids, and the ids of what is folded under one."""
        self._read_rows, self._read_copies = rows, copies

    def show_order(self, order: Wanted) -> None:
        """Show over which column the list is sorted, and which way."""
        self._order = order
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 2)

    def show_ids(self, ids: Sequence[str]) -> None:
        """Show a list; what was open in it stays open, and known rows are read anew."""
        self.beginResetModel()
        self._rows.clear()
        self._ids, self._below = list(ids), set()
        opened, self._open = self._open, {}
        for leader in opened if self._order.is_folded else ():
            if leader in set(ids):
                self._put_below(leader)
        self.endResetModel()

    def forget_rows(self) -> None:
        """Read the rows again when they are next looked at; the list stays."""
        self._rows.clear()
        if self._ids:
            last = self.index(len(self._ids) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def shows(self, ids: Sequence[str]) -> bool:
        """Tell whether the list holds just these ids, apart from what is open below them."""
        return [one for one in self._ids if one not in self._below] == list(ids)

    # -- rows ----------------------------------------------------------------------------------

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all lines, in their order."""
        return tuple(self._ids)

    def id_at(self, number: int) -> str:
        """Return the id of a line."""
        return self._ids[number]

    def line_of(self, article_id: str) -> int:
        """Return the number of an article's line, or -1."""
        return self._ids.index(article_id) if article_id in self._ids else -1

    def line(self, number: int) -> Line | None:
        """Return a line, or None where the article is gone meanwhile."""
        article_id = self._ids[number]
        if article_id not in self._rows:
            self._fetch_around(number)
        row = self._rows.get(article_id)
        if row is None:
            return None
        if not self._order.is_folded:
            row = replace(row, copies=0)  # each copy has a row of its own, or is in another list
        return Line(row, article_id in self._below, article_id in self._open)

    def _fetch_around(self, number: int) -> None:
        first = number - number % _PAGE
        wanted = [one for one in self._ids[first : first + _PAGE] if one not in self._rows]
        if len(self._rows) > _MOST_HELD:
            self._rows.clear()
            wanted = self._ids[first : first + _PAGE]
        self._rows |= {row.id: row for row in self._read_rows(wanted)}

    # -- folding -------------------------------------------------------------------------------

    def open_fold(self, number: int) -> bool:
        """Show what is folded under a line; return whether there was anything."""
        leader = self._ids[number]
        line = self.line(number)
        if leader in self._open or line is None or not line.row.copies:
            return False
        copies = tuple(one for one in self._read_copies(leader) if one not in self._ids)
        if not copies:
            return False
        self.beginInsertRows(QModelIndex(), number + 1, number + len(copies))
        self._insert(number, leader, copies)
        self.endInsertRows()
        self._tell(number)
        return True

    def close_fold(self, number: int) -> int:
        """Fold what is shown under a line, or the fold that the line is in.

        Returns:
            The number of the line that folds it; -1 when there is nothing to fold.
        """
        article_id = self._ids[number]
        if article_id in self._below:
            leader = next(one for one, below in self._open.items() if article_id in below)
            number = self._ids.index(leader)
        else:
            leader = article_id
        copies = self._open.get(leader)
        if copies is None:
            return -1
        self.beginRemoveRows(QModelIndex(), number + 1, number + len(copies))
        del self._ids[number + 1 : number + 1 + len(copies)]
        self._below -= set(copies)
        del self._open[leader]
        self.endRemoveRows()
        self._tell(number)
        return number

    def _put_below(self, leader: str) -> None:
        copies = tuple(one for one in self._read_copies(leader) if one not in self._ids)
        if copies:
            self._insert(self._ids.index(leader), leader, copies)

    def _insert(self, number: int, leader: str, copies: tuple[str, ...]) -> None:
        self._ids[number + 1 : number + 1] = copies
        self._below |= set(copies)
        self._open[leader] = copies

    def _tell(self, number: int) -> None:
        self.dataChanged.emit(self.index(number, 0), self.index(number, len(COLUMNS) - 1))

    # -- what Qt asks --------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Return article, date, words and the three voices."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 -- Qt's own type
        """Return a line for the painter, and words for those who hear it."""
        if role == LINE_ROLE:
            return self.line(index.row())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            line = self.line(index.row())
            if line is None:
                return ""
            if index.column() == 0:
                is_spoken = role == Qt.ItemDataRole.AccessibleTextRole
                row = line.row
                return spoken_row(row, is_open=line.is_open) if is_spoken else row.name
            return _cell(line.row, index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 -- Qt's own type
        """Return the words over a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        voice = _VOICES[section - 3] if section >= 3 else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(section)
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole} and voice:
            return {
                "narrator": self.tr("Marks in the narrator’s words"),
                "direct": self.tr("Marks in quoted words"),
                "indirect": self.tr("Marks in reported words"),
            }[voice]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignBottom
        return None

    def _heading(self, section: int) -> str:
        words = (
            self.tr("Article"),
            self.tr("Date"),
            self.tr("Words"),
            self.tr("Narrator"),
            self.tr("Quoted"),
            self.tr("Reported"),
        )[section]
        if self._order.sort != COLUMNS[section] or self._order.is_opened:
            return words
        return f"{words} {'▾' if self._order.is_descending else '▴'}"

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let articles be chosen and dragged."""
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:
        """Return the form in which ids are dragged."""
        return [ARTICLES_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the ids of the lines that are dragged."""
        numbers = sorted({index.row() for index in indexes})
        data = QMimeData()
        data.setData(ARTICLES_MIME, "\n".join(self._ids[n] for n in numbers).encode())
        return data


def _cell(row: ArticleRow, column: int) -> str:
    marks = row.marks
    if column == 1:
        return (row.published or "")[:10]
    if column == 2:
        return str(row.words)
    if marks is None:
        return ""
    return str((marks.narrator, marks.direct, marks.indirect)[column - 3])


def ids_in(data: QMimeData) -> list[str]:
    """Return the ids that are dragged."""
    return bytes(data.data(ARTICLES_MIME).data()).decode().split("\n")

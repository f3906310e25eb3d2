"""The list of articles: chosen, opened, folded, sorted, dragged and thrown away by hand or key."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QHoverEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from reader.storage.library.rows import ArticleRow, Wanted
from reader.ui.marks.voice_swatch import voice_icon
from reader.ui.places.library.article_list.article_model import (
    COLUMNS,
    LINE_ROLE,
    ArticleModel,
    Line,
)
from reader.ui.places.library.article_list.article_painter import (
    FOLD_END,
    ROW_HEIGHT,
    ArticlePainter,
    Look,
)
from reader.ui.places.library.article_list.list_header import ListHeader
from reader.ui.theme import Theme
from reader.ui.widgets.fact_table import show_whole_rows

_WIDTHS = {1: 92, 2: 66, 3: 70, 4: 64, 5: 72}  # pixels of the columns of numbers
_VOICE_COLUMNS = (3, 4, 5)
_TIGHT = 620  # pixels; below, there is no room for the voices
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Move = QAbstractItemView.CursorAction


class ArticleList(QTableView):
    """Shows 50,000 rows as easily as fifty.

    Signals:
        article_requested(str): Open this article at its kept place.
        article_behind_requested(str): Open it in a tab behind.
        selection_changed(): Others are chosen.
        deletion_requested(bool): Del was pressed on what is chosen; True for Shift+Del.
        menu_requested(QPoint): A menu for what is chosen, at a point of the screen.
        order_requested(Wanted): The list is to be in the order of this one.
    """

    article_requested = Signal(str)
    article_behind_requested = Signal(str)
    selection_changed = Signal()
    deletion_requested = Signal(bool)
    menu_requested = Signal(object)
    order_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article_list")
        self.setAccessibleName(self.tr("Articles"))
        self._order = Wanted()
        self._hovered = -1  # the row under the mouse
        self._model = ArticleModel(self)
        self._painter = ArticlePainter(theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self._set_behaviour()
        self._set_headers()
        self.set_theme(theme)
        self.doubleClicked.connect(self._open_index)
        self._model.rowsInserted.connect(self._size_rows)

    def _set_behaviour(self) -> None:
        show_whole_rows(self, ROW_HEIGHT)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)

    def _set_headers(self) -> None:
        columns = self._header = ListHeader(self)
        self.setHorizontalHeader(columns)
        columns.setAccessibleName(self.tr("Columns"))
        columns.setSectionsMovable(False)
        columns.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        columns.sectionClicked.connect(self._sort_by)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._painter.theme = theme
        ratio = self.devicePixelRatioF()
        voices = ("narrator", "direct", "indirect")
        self._header.set_swatches([voice_icon(theme, voice, ratio) for voice in voices])
        self.viewport().update()

    def set_hides_marks(self, hides_marks: bool) -> None:  # noqa: FBT001 -- a setter
        """Show "after reading" for what was not read yet, or the counts."""
        self._painter.hides_marks = hides_marks
        self.viewport().update()

    def show_letters(self, letters: dict[str, str]) -> None:
        """Show a letter before some articles, by their id."""
        self._painter.letters = letters
        self.viewport().update()

    @property
    def articles(self) -> ArticleModel:
        """Return the list behind the rows."""
        return self._model

    # -- showing -------------------------------------------------------------------------------

    def show_ids(self, ids: Sequence[str], order: Wanted) -> None:
        """Show a list; what is chosen and in view stays where it is still there."""
        self._order = order
        self._model.show_order(order)
        if self._model.shows(ids):
            self._model.forget_rows()
            return
        chosen, current = self.chosen_ids(), self.current_id()
        line_before = max(0, self.currentIndex().row())
        height = self.verticalScrollBar().value()
        self._model.show_ids(ids)
        self.choose(chosen, current)
        if not self.chosen_ids() and ids:
            self._choose_line(min(line_before, len(ids) - 1))
        self.verticalScrollBar().setValue(height)
        self.selection_changed.emit()

    def choose(self, ids: Sequence[str], current: str | None = None) -> None:
        """Choose articles that are in the list."""
        selection = QItemSelection()
        last = len(COLUMNS) - 1
        for one in ids:
            line = self._model.line_of(one)
            if line >= 0:
                selection.select(self._model.index(line, 0), self._model.index(line, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        line = self._model.line_of(current) if current else -1
        if line >= 0:
            index = self._model.index(line, 0)
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(index, flag)

    def show_article(self, article_id: str) -> bool:
        """Choose one article and bring it into view; return whether it is in the list."""
        line = self._model.line_of(article_id)
        if line >= 0:
            self._choose_line(line)
            self.scrollTo(self._model.index(line, 0))
        return line >= 0

    def _choose_line(self, number: int) -> None:
        """Choose one line alone, though Ctrl may be held: with it one comes here (Ctrl+L)."""
        flags = QItemSelectionModel.SelectionFlag
        place = self._model.index(number, 0)
        self.selectionModel().setCurrentIndex(place, flags.ClearAndSelect | flags.Rows)

    def _size_rows(self) -> None:
        self.viewport().update()

    def chosen_ids(self) -> tuple[str, ...]:
        """Return the ids of what is chosen, in the order of the list."""
        lines = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return tuple(self._model.id_at(number) for number in lines)

    def current_id(self) -> str | None:
        """Return the id of the line that the keys act on, or None."""
        index = self.currentIndex()
        return self._model.id_at(index.row()) if index.isValid() else None

    def current_row(self) -> ArticleRow | None:
        """Return the article that the keys act on, or None."""
        index = self.currentIndex()
        line = self._model.line(index.row()) if index.isValid() else None
        return line.row if line is not None else None

    def step(self, steps: int) -> str | None:
        """Choose the line some steps on, and return its id; None at the ends."""
        number = self.currentIndex().row() + steps
        if not 0 <= number < self._model.rowCount():
            return None
        self._choose_line(number)
        return self._model.id_at(number)

    # -- acts ----------------------------------------------------------------------------------

    def _open_index(self, index: QModelIndex) -> None:
        self.article_requested.emit(self._model.id_at(index.row()))

    def _sort_by(self, column: int) -> None:
        """Sort by a column, the other way round at the second click; never by marks."""
        sort = COLUMNS[column]
        if sort is None:
            return
        is_same = self._order.sort == sort
        is_descending = not self._order.is_descending if is_same else sort in {"date", "words"}
        self.order_requested.emit(Wanted(sort=sort, is_descending=is_descending))

    def open_fold(self) -> bool:
        """Show what is folded under the current line."""
        index = self.currentIndex()
        return index.isValid() and self._model.open_fold(index.row())

    def close_fold(self) -> bool:
        """Fold the current line, or go to the line that folds it."""
        index = self.currentIndex()
        number = self._model.close_fold(index.row()) if index.isValid() else -1
        if number >= 0:
            self._choose_line(number)
        return number >= 0

    # -- events --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in view, each at once: Qt would ask for each of its cells."""
        first, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        if first < 0:
            return
        last = self._model.rowCount() - 1 if last < 0 else last
        header, top = self.horizontalHeader(), self.rowViewportPosition(first)
        columns = [
            (one, header.sectionViewportPosition(one), header.sectionSize(one))
            for one in range(len(COLUMNS))
            if not header.isSectionHidden(one)
        ]
        focused = self.currentIndex().row() if self.hasFocus() else -1
        chosen, nothing = self.selectionModel(), QModelIndex()
        painter = QPainter(self.viewport())
        for number in range(first, last + 1):
            cells = [(one, QRectF(x, top, width, ROW_HEIGHT)) for one, x, width in columns]
            look = Look(
                chosen.isRowSelected(number, nothing), number == self._hovered, number == focused
            )
            self._painter.paint_row(painter, self._model.line(number), cells, look)
            top += ROW_HEIGHT
        painter.end()

    def viewportEvent(self, event: QEvent) -> bool:
        """Know which row the mouse is over."""
        if event.type() in {QEvent.Type.HoverMove, QEvent.Type.HoverEnter} and isinstance(
            event, QHoverEvent
        ):
            self._hovered = self.rowAt(int(event.position().y()))
        elif event.type() == QEvent.Type.HoverLeave:
            self._hovered = -1
        return super().viewportEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell that others are chosen."""
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Right and Left fold, Del throws away."""
        key, modifiers = event.key(), event.modifiers()
        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        current = self.current_id()
        if key in _ENTER and current is not None:
            is_behind = modifiers & control and modifiers & shift
            (self.article_behind_requested if is_behind else self.article_requested).emit(current)
        elif key == Qt.Key.Key_Delete:
            self.deletion_requested.emit(bool(modifiers & shift))
        elif key == Qt.Key.Key_Right:
            self.open_fold()
        elif key == Qt.Key.Key_Left:
            self.close_fold()
        else:
            super().keyPressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go to the first article by Home and to the last by End, as in every list."""
        ends = {_Move.MoveHome: 0, _Move.MoveEnd: self._model.rowCount() - 1}
        if action in ends:
            return self._model.index(ends[action], max(self.currentIndex().column(), 0))
        return super().moveCursor(action, modifiers)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the fold opens or folds; the middle button opens behind."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        if event.button() == Qt.MouseButton.MiddleButton and index.isValid():
            self.article_behind_requested.emit(self._model.id_at(index.row()))
            return
        line = index.data(LINE_ROLE) if index.isValid() else None
        is_on_fold = index.column() == 0 and place.x() < FOLD_END
        if isinstance(line, Line) and line.row.copies and is_on_fold:
            self._choose_line(index.row())
            _ = self.close_fold() if line.is_open else self.open_fold()
            return
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is chosen."""
        if self.chosen_ids():
            is_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
            index = self.currentIndex()
            below = self.viewport().mapToGlobal(
                self.visualRect(index).bottomLeft() + QPoint(52, 0)
            )
            self.menu_requested.emit(event.globalPos() if is_mouse else below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the voices out where there is no room; the words stay."""
        for column in _VOICE_COLUMNS:
            self.setColumnHidden(column, event.size().width() < _TIGHT)
        super().resizeEvent(event)

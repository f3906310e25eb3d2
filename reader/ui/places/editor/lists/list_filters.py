"""The left side of the editor: lists and categories, each with a count, each a filter."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from reader.ui.marks.samples import LETTER
from reader.ui.places.editor.table.row_delegate import RowDelegate
from reader.ui.theme import Theme, sans
from reader.ui.widgets.elided_text import draw_elided
from reader.ui.widgets.fields.check_box import paint_check_box
from reader.ui.widgets.rows.fact_row import Index
from reader.values import frozen

_ID, _NAME, _COUNT = (Qt.ItemDataRole.UserRole + n for n in range(3))
_HEIGHT = 28
_OWN_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_F2)
_SIGN = 12  # pixels of the sign behind a name


@frozen
class FilterLine:
    """One line: what it filters by, its name, its count, and its sign.

    Attributes:
        id: What is chosen with it.
        name: What it is called.
        count: How many entries there are.
        icon: Stands before the name; behind it where there is a box.
        is_on: Whether the box is ticked; None for no box.
    """

    id: str
    name: str
    count: int
    icon: QIcon
    is_on: bool | None = None


class FilterPainter(RowDelegate):
    """Paints one line: box, sign, name, and the count at the right."""

    size = QSize(120, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        theme, rect = self.theme, QRectF(option.rect)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_chosen:
            painter.fillRect(rect, QColor(theme.accent_wash))
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.accent)
        font = sans(13, weight=600 if is_chosen else 400)
        painter.setFont(font)
        count = f"{index.data(_COUNT):,}"
        painter.setPen(QColor(theme.text2))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(rect.adjusted(0, 0, -8, 0), flags, count)
        place = rect.adjusted(8, 0, -16 - QFontMetricsF(font).horizontalAdvance(count), 0)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        has_icon = isinstance(icon, QIcon) and not icon.isNull()
        if state is not None:
            is_on = Qt.CheckState(state) == Qt.CheckState.Checked
            paint_check_box(painter, _box_in(rect), theme, is_on=is_on)
            place.setLeft(_box_in(rect).right() + 8)
        elif has_icon:
            icon.paint(painter, _square(place.left(), rect.center().y(), LETTER))
            place.setLeft(place.left() + LETTER + 6)
        is_after = has_icon and state is not None
        place.setRight(place.right() - (_SIGN + 4 if is_after else 0))
        end = draw_elided(painter, place, str(index.data(_NAME)), font, theme.text)
        if is_after:
            icon.paint(painter, _square(end + 4, rect.center().y(), _SIGN))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def editorEvent(
        self,
        _event: QEvent,
        _model: QAbstractItemModel,
        _option: QStyleOptionViewItem,
        _index: Index,
    ) -> bool:
        """Leave the box to the list, which knows where it is painted."""
        return False


def _box_in(rect: QRectF) -> QRectF:
    return QRectF(rect.left() + 8, rect.center().y() - 7, 14, 14)


def _square(left: float, middle: float, size: int) -> QRect:
    return QRect(round(left), round(middle - size / 2), size, size)


class FilterList(QListWidget):
    """Lines to choose one from; choosing it again chooses all.

    Signals:
        chosen(str): The id of the line, or "" for all.
        switched(str, bool): The box of a line was ticked or cleared.
        deletion_requested(): What the chosen line stands for is to be deleted.
        naming_requested(): It is to be renamed.
    """

    chosen = Signal(str)
    switched = Signal(str, bool)
    deletion_requested = Signal()
    naming_requested = Signal()

    def __init__(self, theme: Theme, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter = FilterPainter(theme, self)
        self.setItemDelegate(self._painter)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setStyleSheet("QListWidget { background: transparent; border: 0; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.currentItemChanged.connect(self._tell)
        self.itemChanged.connect(self._tell_switched)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._painter.theme = theme
        self.viewport().update()

    def show_lines(self, lines: Sequence[FilterLine], current: str) -> None:
        """Replace all lines, without a signal."""
        self.blockSignals(True)  # noqa: FBT003 -- Qt's own
        self.clear()
        for line in lines:
            item = QListWidgetItem(line.icon, f"{line.name}  {line.count:,}")
            item.setData(_ID, line.id)
            item.setData(_NAME, line.name)
            item.setData(_COUNT, line.count)
            item.setToolTip(line.name)  # a long one is cut
            if line.is_on is not None:
                checked, clear = Qt.CheckState.Checked, Qt.CheckState.Unchecked
                item.setCheckState(checked if line.is_on else clear)
            self.addItem(item)
            if line.id == current:
                self.setCurrentItem(item)
        self.blockSignals(False)  # noqa: FBT003 -- Qt's own
        self.setMaximumHeight(len(lines) * _HEIGHT + 4)

    def choose(self, name: str) -> None:
        """Choose a line by its id."""
        for number in range(self.count()):
            if self.item(number).data(_ID) == name:
                self.setCurrentRow(number)

    @property
    def current_id(self) -> str:
        """Return the id of the chosen line, or ""."""
        item = self.currentItem()
        return str(item.data(_ID)) if item else ""

    def _tell(self) -> None:
        self.chosen.emit(self.current_id)

    def _tell_switched(self, item: QListWidgetItem) -> None:
        self.switched.emit(str(item.data(_ID)), item.checkState() == Qt.CheckState.Checked)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick or clear a box without choosing its line."""
        item = self.itemAt(event.position().toPoint())
        if item is not None and _has_box(item):
            reach = _box_in(QRectF(self.visualItemRect(item))).adjusted(-6, -6, 4, 6)
            if reach.contains(event.position()):
                _switch(item)
                return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick or clear the box of the chosen line with Space; rename with F2, delete with Del."""
        item = self.currentItem()
        if event.key() in _OWN_KEYS:
            is_deletion = event.key() == Qt.Key.Key_Delete
            (self.deletion_requested if is_deletion else self.naming_requested).emit()
            return
        if event.key() == Qt.Key.Key_Space and item is not None and _has_box(item):
            _switch(item)
            return
        super().keyPressEvent(event)


def _has_box(item: QListWidgetItem) -> bool:
    return item.data(Qt.ItemDataRole.CheckStateRole) is not None


def _switch(item: QListWidgetItem) -> None:
    is_on = item.checkState() == Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked)

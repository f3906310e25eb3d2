"""The left side of the editor: lists and categories, each with a count, each a filter."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QIcon, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from reader.ui.editor.mark_samples import LETTER
from reader.ui.editor.row_delegate import RowDelegate
from reader.ui.theme import Theme, sans

_ID, _NAME, _COUNT = (Qt.ItemDataRole.UserRole + n for n in range(3))
_HEIGHT = 28
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Side:
    """One line: what it filters by, its name, its count, and its sign."""

    id: str
    name: str
    count: int
    icon: QIcon


class SidePainter(RowDelegate):
    """Paints one line: sign, name, and the count at the right."""

    size = QSize(120, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        theme, rect = self.theme, QRectF(option.rect)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_chosen:
            painter.fillRect(rect, QColor(theme.accent_wash))
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.accent)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        top = rect.top() + (rect.height() - LETTER) / 2
        left = rect.left() + 8
        if isinstance(icon, QIcon) and not icon.isNull():
            icon.paint(painter, round(left), round(top), LETTER, LETTER)
            left += LETTER + 6
        count = f"{index.data(_COUNT):,}"
        font = sans(13, weight=600 if is_chosen else 400)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        painter.setPen(QColor(theme.text2))
        painter.drawText(rect.adjusted(0, 0, -8, 0), middle | right, count)
        painter.setPen(QColor(theme.text))
        room = rect.right() - left - metrics.horizontalAdvance(count) - 16
        name = metrics.elidedText(str(index.data(_NAME)), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, rect.top(), room, rect.height()), middle, name)
        painter.restore()


class SideList(QListWidget):
    """Lines to choose one from; choosing it again chooses all.

    Signals:
        chosen(str): The id of the line, or "" for all.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter = SidePainter(theme, self)
        self.setItemDelegate(self._painter)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setStyleSheet("QListWidget { background: transparent; border: 0; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.currentItemChanged.connect(self._tell)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._painter.theme = theme
        self.viewport().update()

    def show_sides(self, sides: Sequence[Side], current: str) -> None:
        """Replace all lines; nothing is told."""
        self.blockSignals(True)  # noqa: FBT003 -- Qt's own
        self.clear()
        for side in sides:
            item = QListWidgetItem(side.icon, f"{side.name}  {side.count:,}")
            item.setData(_ID, side.id)
            item.setData(_NAME, side.name)
            item.setData(_COUNT, side.count)
            self.addItem(item)
            if side.id == current:
                self.setCurrentItem(item)
        self.blockSignals(False)  # noqa: FBT003 -- Qt's own
        self.setMaximumHeight(len(sides) * _HEIGHT + 4)

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

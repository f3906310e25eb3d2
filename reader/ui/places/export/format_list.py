"""The list of formats: an icon, what one gets, and what it is for."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.ui.places.export.families import Family
from reader.ui.theme import Theme, sans
from reader.ui.widgets.icons import Icons

_HEIGHT = 46
_ABOUT = Qt.ItemDataRole.UserRole
_ICON = Qt.ItemDataRole.UserRole + 1


class _RowPainter(QStyledItemDelegate):
    """Paints a row of two lines."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of every row."""
        return QSize(200, _HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row: selected on a wash, with a bar at its left."""
        theme, rect = self._theme, QRect(option.rect)
        state = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_selected:
            painter.fillRect(rect, QColor(theme.accent_wash))
            painter.fillRect(
                QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent)
            )
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.hover))
        icon = self._icons.icon(str(index.data(_ICON)), theme.text)
        icon.paint(painter, QRect(rect.left() + 14, rect.top() + 15, 16, 16))
        room = rect.adjusted(38, 4, -8, -4)
        painter.setPen(QColor(theme.text))
        painter.setFont(sans(13, weight=600 if is_selected else 400))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(room, flags, str(index.data()))
        painter.setPen(QColor(theme.text2))
        painter.setFont(sans(12))
        below = room.adjusted(0, 18, 0, 0)
        words = painter.fontMetrics().elidedText(
            str(index.data(_ABOUT)), Qt.TextElideMode.ElideRight, below.width()
        )
        painter.drawText(below, flags, words)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.focus))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()


class FormatList(QListWidget):
    """Lists what one may take away.

    Signals:
        family_chosen(int): Another row is chosen, by its number.
    """

    family_chosen = Signal(int)

    def __init__(
        self, families: Sequence[Family], theme: Theme, icons: Icons, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export_formats")
        self.setAccessibleName(self.tr("Formats"))
        self.setItemDelegate(_RowPainter(theme, icons, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        for family in families:
            item = QListWidgetItem(family.title, self)
            item.setData(_ABOUT, family.about)
            item.setData(_ICON, family.icon)
            told = f"{family.title}, {family.about}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
            item.setToolTip(told)
        self.currentRowChanged.connect(self.family_chosen)

"""Painting the rows of the keys editor: the command at the left, its keys as caps at the right."""

from PySide6 import QtWidgets  # of which QStyle is made when it is needed: it takes 5 ms
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.ui.dialogs.keys.key_table import KeyRow
from reader.ui.theme import Theme, sans

ROW_ROLE = Qt.ItemDataRole.UserRole
_ROW, _HEADING = 32, 30
_CAP, _GAP, _PADDING = 18, 8, 6


class KeyPainter(QStyledItemDelegate):
    """Paints headings and rows; what is selected has the accent's bar at its left."""

    def __init__(self, theme: Theme, none: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._none = theme, none

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Give rows and headings their height."""
        return QSize(40, _ROW if isinstance(index.data(ROW_ROLE), KeyRow) else _HEADING)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell."""
        row, theme = index.data(ROW_ROLE), self._theme
        area = QRectF(option.rect)
        painter.save()
        if not isinstance(row, KeyRow):
            painter.setPen(QColor(theme.text2))
            painter.setFont(sans(12, weight=600))
            area = area.adjusted(14, 6, 0, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, str(index.data() or ""))
            painter.restore()
            return
        is_chosen = bool(option.state & QtWidgets.QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(area, QColor(theme.accent_wash))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), theme.line)
        if index.column() == 0:
            if is_chosen:
                painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), theme.accent)
            painter.setPen(QColor(theme.text))
            painter.setFont(sans(13, weight=600 if is_chosen or row.is_changed else 400))
            words = area.adjusted(14, 0, -8, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, row.text)
        else:
            self._paint_keys(painter, area.adjusted(0, 0, -16, 0), row.key)
        painter.restore()

    def _paint_keys(self, painter: QPainter, area: QRectF, key: str) -> None:
        font = sans(12)
        painter.setFont(font)
        if not key:
            painter.setPen(QColor(self._theme.text2))
            at = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(area, at, self._none)
            return
        right = area.right()
        for part in reversed(key_caps(key)):
            width = max(_CAP, QFontMetricsF(font).horizontalAdvance(part) + 2 * _PADDING)
            cap = QRectF(right - width, area.center().y() - _CAP / 2, width, _CAP)
            painter.setPen(QPen(QColor(self._theme.line2), 1))
            painter.setBrush(QColor(self._theme.raised))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            painter.setPen(QColor(self._theme.text2))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, part)
            right = cap.left() - _GAP


def key_caps(key: str) -> list[str]:
    """Return the caps of a key as it is written: `Ctrl++` has two, "1, 2, 0" has three."""
    if ", " in key:
        return key.split(", ")
    modifiers, plus, last = key.rpartition("+")
    if plus and not last:  # the key is the plus itself
        modifiers, last = modifiers.rstrip("+"), "+"
    return [part for part in modifiers.split("+") if part] + [last]

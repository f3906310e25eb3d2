"""Rows of a short list beside a page: the chosen one has a bar at its left, and its name bold."""

from PySide6 import QtWidgets  # of which QStyle is made when it is needed: it takes 5 ms
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

_BAR = 3  # pixels


class ChosenRows(QStyledItemDelegate):
    """Paints rows as the style sheet has them, and says twice more which one is chosen."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Write the chosen row bold."""
        super().initStyleOption(option, index)
        if option.state & QtWidgets.QStyle.StateFlag.State_Selected:
            option.font.setWeight(QFont.Weight.DemiBold)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the row, then the bar."""
        super().paint(painter, option, index)
        if index.column() == 0 and option.state & QtWidgets.QStyle.StateFlag.State_Selected:
            bar = QRect(option.rect.topLeft(), option.rect.bottomLeft()).adjusted(
                0, 0, _BAR - 1, 0
            )
            accent = QGuiApplication.palette().color(QPalette.ColorRole.Highlight)
            painter.fillRect(bar, accent)

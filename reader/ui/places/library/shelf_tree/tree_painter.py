"""Painting the rows of the tree: sign, name, number; headings with what can be added."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.ui.places.library.shelf_tree.tree_places import ICONS, TreePlace
from reader.ui.theme import Theme, sans
from reader.ui.widgets.elided_text import draw_elided
from reader.ui.widgets.icons import Icons
from reader.ui.widgets.rows.row_painter import paint_row_ground

PLACE_ROLE = Qt.ItemDataRole.UserRole
MORE_ROLE = Qt.ItemDataRole.UserRole + 1  # what a heading offers: "New…"
ROW, HEADING = 28, 32
_ICON = 16


class TreePainter(QStyledItemDelegate):
    """Paints one row; the chosen one has the accent's bar at its left."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme, self._icons = theme, icons

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Give headings a little more room than rows, and the foot what is left."""
        given = index.data(Qt.ItemDataRole.SizeHintRole)
        if isinstance(given, QSize):
            return given
        return QSize(120, ROW if isinstance(index.data(PLACE_ROLE), TreePlace) else HEADING)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row or a heading."""
        place, area = index.data(PLACE_ROLE), QRectF(option.rect)
        painter.save()
        if isinstance(place, TreePlace):
            paint_row_ground(painter, area, option.state, self.theme)
            is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_place(painter, area, place, str(index.data() or ""), is_chosen=is_chosen)
        else:
            self._paint_heading(painter, area, index)
        painter.restore()

    def _paint_heading(
        self, painter: QPainter, area: QRectF, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if not index.data():  # the foot
            rule = QRectF(area.left(), area.bottom() - 3, area.width(), 1)
            painter.fillRect(rule, QColor(self.theme.line))
            return
        inner = area.adjusted(14, 8, -13, 0)
        draw_elided(
            painter, inner, str(index.data() or ""), sans(12, weight=600), self.theme.text2
        )
        more = str(index.data(MORE_ROLE) or "")
        if more:
            painter.setPen(QColor(self.theme.accent))
            painter.setFont(sans(12, weight=600))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(inner, flags, more)

    def _paint_place(
        self, painter: QPainter, area: QRectF, place: TreePlace, words: str, *, is_chosen: bool
    ) -> None:
        theme = self.theme
        icon = self._icons.icon(ICONS[place.kind], theme.accent if is_chosen else theme.text2)
        top = round(area.center().y() - _ICON / 2 + 0.5)
        icon.paint(painter, round(area.left()) + 14, top, _ICON, _ICON)
        is_new = place.kind == "feed" and place.new > 0
        number = self._number(place)
        font = sans(12)
        width = QFontMetricsF(font).horizontalAdvance(number) + 8 if number else 0
        sign_room = _ICON + 16 if place.problem else 0
        room = area.adjusted(38, 0, -13 - width - sign_room, 0)
        name = sans(13, weight=600 if is_chosen or is_new else 400)
        end = draw_elided(painter, room, words, name, theme.text)
        if place.problem:
            sign = self._icons.icon("triangle-alert", theme.warn)
            sign.paint(painter, round(end) + 8, top, _ICON, _ICON)
        if number:
            painter.setFont(font)
            painter.setPen(QColor(theme.text2))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area.adjusted(0, 0, -13, 0), flags, number)

    def _number(self, place: TreePlace) -> str:
        if place.kind == "feed" and place.new:
            return self.tr("{n} new").format(n=place.new)
        return f"{place.count:,}" if place.count else ""

"""A check box as rows paint it."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from reader.ui.theme import Theme


def paint_check_box(painter: QPainter, box: QRectF, theme: Theme, *, is_on: bool) -> None:
    """Paint a box of 14 pixels: filled with a tick, or empty."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.accent if is_on else theme.line2), 1.2))
    painter.setBrush(QColor(theme.accent if is_on else theme.raised))
    painter.drawRoundedRect(box, 3, 3)
    if is_on:
        painter.setPen(QPen(QColor(theme.on), 1.8))
        tick = [box.topLeft() + QPointF(x, y) for x, y in ((3, 7), (6, 10), (11, 4))]
        painter.drawPolyline(tick)

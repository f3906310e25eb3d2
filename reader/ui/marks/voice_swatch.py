"""Small pictures of a voice and of text, used wherever they are named."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from reader.ui.theme import Theme

WIDTH_PX, HEIGHT_PX = 18, 12


def voice_icon(theme: Theme, voice: str, ratio: float = 2.0, *, after_px: int = 0) -> QIcon:
    """Return the swatch of a voice: solid, hatched on a band, or hatched under a roof.

    Args:
        theme: The colours.
        voice: Whose swatch.
        ratio: How many pixels of the screen a pixel has.
        after_px: The empty room at its right.
    """
    pixmap = QPixmap(round((WIDTH_PX + after_px) * ratio), round(HEIGHT_PX * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    rect = QRectF(0.6, 0.6, WIDTH_PX - 1.2, HEIGHT_PX - 1.2)
    if voice == "narrator":
        painter.fillRect(rect, QColor(theme.line2))
    else:
        if voice == "direct":
            painter.fillRect(rect, QColor(theme.swatch))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_roofed = voice == "indirect"
        painter.setClipRect(rect.adjusted(0, 3, 0, 0) if is_roofed else rect)
        painter.setPen(QPen(QColor(theme.text2), 1.2))
        for x in range(-12, 30, 5):
            painter.drawLine(x, HEIGHT_PX, x + HEIGHT_PX, 0)
        if is_roofed:
            _draw_roof(painter, QColor(theme.text))
    painter.end()
    return QIcon(pixmap)


def _draw_roof(painter: QPainter, color: QColor) -> None:
    painter.setClipping(False)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.fillRect(QRectF(0, 0, WIDTH_PX, 1), color)
    for left in (0, WIDTH_PX - 1):
        painter.fillRect(QRectF(left, 0, 1, 4), color)

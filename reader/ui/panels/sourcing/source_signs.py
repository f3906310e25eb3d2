"""The small signs beside a source: its numeral, its side, the pencil of a correction."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from reader.ui.theme import Theme, sans, sans_within


def paint_numeral(
    painter: QPainter, rect: QRectF, theme: Theme, numeral: str, *, is_quoted: bool
) -> None:
    """Paint the number of a source in a circle, filled for one that is quoted."""
    painter.setPen(QPen(QColor(theme.text2), 1.4))
    painter.setBrush(QColor(theme.text2 if is_quoted else theme.panel))
    painter.drawEllipse(rect.adjusted(0.75, 0.75, -0.75, -0.75))
    painter.setFont(sans_within(numeral, 11, rect.width() - 4))
    painter.setPen(QColor(theme.panel if is_quoted else theme.text2))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, numeral)


def paint_count(painter: QPainter, rect: QRectF, theme: Theme, count: int) -> None:
    """Paint a count of words at the right of its column; a large one in smaller digits."""
    words = f"{count:,}" if count else "–"
    painter.setFont(sans_within(words, 13, rect.width() - 4))
    painter.setPen(QColor(theme.text))
    painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)


def paint_side_box(painter: QPainter, rect: QRectF, theme: Theme, side: int) -> None:
    """Paint the box of a side: a bar on the left for 1, on the right for 2, and the number."""
    painter.setPen(QPen(QColor(theme.line2), 1.2))
    painter.setBrush(QColor(theme.raised))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    if not side:
        return
    bar = QRectF(rect.left() if side == 1 else rect.right() - 4, rect.top(), 4, rect.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.text))
    painter.drawRoundedRect(bar, 2, 2)
    painter.setPen(QColor(theme.text))
    painter.setFont(sans(11, weight=600))
    place = rect.adjusted(4, 0, 0, 0) if side == 1 else rect.adjusted(0, 0, -4, 0)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(side))


def paint_pencil(painter: QPainter, place: QPointF, theme: Theme) -> None:
    """Paint the pencil of a correction by the reader, 10 pixels wide."""
    path = QPainterPath(QPointF(0, 10))
    for x, y in ((1, 6.5), (7, 0.5), (9.5, 3), (3.5, 9), (0, 10)):
        path.lineTo(QPointF(x, y))
    path.translate(place)
    painter.save()
    painter.setPen(QPen(QColor(theme.text), 1.1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.restore()

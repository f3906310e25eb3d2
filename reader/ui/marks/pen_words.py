"""The reader's pens in words, and the bars that tell them apart."""

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QColor, QPainter

from reader.core.notes import Pen

# Each bar as columns (from the left, width) and whether it is broken, in pixels of the design.
_BARS: dict[Pen, tuple[tuple[tuple[float, float], ...], bool]] = {
    "lemon": (((0, 4),), False),
    "apricot": (((0, 1.5), (3, 1.5)), False),
    "lilac": (((0, 4),), True),
    "bar": (((2, 1.5),), False),
}
_DASH = 3  # pixels


def pen_words(pen: Pen) -> str:
    """Return what a pen is called."""
    return {
        "lemon": _tr("Lemon"),
        "apricot": _tr("Apricot"),
        "lilac": _tr("Lilac"),
        "bar": _tr("Bar only"),
    }[pen]


def draw_bar(painter: QPainter, pen: Pen, place: QRectF, color: QColor) -> None:
    """Draw the bar of a pen from the top of a place to its bottom."""
    columns, is_broken = _BARS[pen]
    for left, width in columns:
        y = place.top()
        while y < place.bottom():
            height = min(_DASH, place.bottom() - y) if is_broken else place.height()
            painter.fillRect(QRectF(place.left() + left, y, width, height), color)
            y += 2 * _DASH if is_broken else place.height()


def _tr(words: str) -> str:
    return QCoreApplication.translate("Pens", words)

"""A page of a form: what stands at its head and foot, and what is painted between."""

from collections.abc import Callable

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from reader.storage.reports.report_format import Choices
from reader.ui.marks.paper.fonts import sans
from reader.ui.marks.paper.sheet import POINT, Sheet
from reader.values import frozen

SHEET = Sheet.of(Choices())
INK = QColor("#000000")
RULE = QColor("#555555")
TOP = SHEET.top + 26 * POINT
BOTTOM = SHEET.bottom - 24 * POINT
LEFT, RIGHT = SHEET.left - 20 * POINT, SHEET.right
_WRAP = Qt.TextFlag.TextWordWrap
_LINE = 0.7 * POINT


@frozen
class FormPage:
    """One page.

    Attributes:
        left: What stands at the left of its head.
        right: What stands at the right of it.
        foot: What stands at its foot.
        paint: Paints what is between.
    """

    left: str
    right: str
    foot: str
    paint: Callable[[QPainter], None]

    def paint_whole(self, painter: QPainter) -> None:
        """Paint head, foot, and what is between."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        head = QRectF(LEFT, SHEET.top, RIGHT - LEFT, 14 * POINT)
        font = sans(8.4 * POINT)
        write(painter, head, self.left, font)
        write(painter, head, self.right, font, Qt.AlignmentFlag.AlignRight)
        rule(painter, SHEET.top + 17 * POINT, LEFT, RIGHT)
        self.paint(painter)
        rule(painter, BOTTOM + 6 * POINT, LEFT, RIGHT)
        write(painter, QRectF(LEFT, BOTTOM + 9 * POINT, RIGHT - LEFT, 20 * POINT), self.foot, font)


class FormPages:
    """Pages as a printer and a PDF take them."""

    def __init__(self, pages: tuple[FormPage, ...]) -> None:
        self._pages = pages
        self.sheet = SHEET

    def __len__(self) -> int:
        """Return how many pages there are."""
        return len(self._pages)

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page, counted from 0."""
        self._pages[page].paint_whole(painter)


def write(
    painter: QPainter,
    box: QRectF,
    words: str,
    font: QFont,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Write words into a box, on as many lines as they need."""
    painter.setPen(INK)
    painter.setFont(font)
    painter.drawText(box, int(side) | int(Qt.AlignmentFlag.AlignTop) | int(_WRAP), words)


def height_of(words: str, font: QFont, width: float) -> float:
    """Return how high words stand in a column of a width."""
    room = QRectF(0, 0, width, 1e7)
    return QFontMetricsF(font).boundingRect(room, int(_WRAP), words or "x").height()


def rule(painter: QPainter, y: float, left: float, right: float) -> None:
    """Draw a line from left to right."""
    painter.setPen(QPen(INK, _LINE))
    painter.drawLine(QLineF(left, y, right, y))


def upright(painter: QPainter, x: float, top: float, bottom: float) -> None:
    """Draw a line from top to bottom."""
    painter.setPen(QPen(INK, _LINE))
    painter.drawLine(QLineF(x, top, x, bottom))

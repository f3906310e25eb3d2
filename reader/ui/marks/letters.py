"""The square letters of categories, as the margin, the card and the editor show them."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reader.core.lexicon.findings import Voice
from reader.ui.marks.look import Look
from reader.ui.theme import Theme, sans
from reader.ui.widgets.strokes import hatch_brush


class LetterPainter:
    """Draws the square letters of categories."""

    def __init__(self, painter: QPainter, theme: Theme, ratio: float) -> None:
        self._painter = painter
        self._theme = theme
        self._ratio = ratio

    def draw(self, rect: QRectF, look: Look, voice: Voice, *, is_possible: bool) -> None:
        """Draw the letter of a category: solid for the narrator, hatched for a source."""
        theme = self._theme
        color = theme.slot(look.slot) if look.slot else QColor(theme.hedge)
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = rect.adjusted(0.75, 0.75, -0.75, -0.75)
        if voice == "narrator" and not is_possible and (look.slot or look.letter == "+"):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            ink = QColor(theme.page)
        else:
            painter.setPen(QPen(color, 1.5))
            is_hatched = voice != "narrator" and bool(look.slot)
            painter.setBrush(
                hatch_brush(color, theme.hatch, self._ratio) if is_hatched else QColor(theme.page)
            )
            ink = color
        painter.drawRoundedRect(inner, 3, 3)
        painter.setPen(ink)
        painter.setFont(sans(11, weight=600))
        text = f"{look.letter}?" if is_possible else look.letter
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

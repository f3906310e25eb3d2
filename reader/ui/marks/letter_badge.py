"""The square with the letter of a category, as a widget."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.core.lexicon.findings import Finding
from reader.ui.marks.letters import LetterPainter
from reader.ui.marks.look import Look
from reader.ui.theme import Theme


class LetterBadge(QWidget):
    """The square with the letter of a category."""

    def __init__(self, theme: Theme, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = look
        self._finding: Finding | None = None
        self.setFixedSize(QSize(18, 18))

    def show_look(self, theme: Theme, look: Look, finding: Finding | None = None) -> None:
        """Show another letter, in the voice of a finding if one is given."""
        self._theme, self._look, self._finding = theme, look, finding
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the letter."""
        painter = QPainter(self)
        voice = self._finding.voice if self._finding else "narrator"
        is_possible = bool(self._finding and self._finding.confidence == "possible")
        drawer = LetterPainter(painter, self._theme, self.devicePixelRatioF())
        drawer.draw(QRectF(0, 0, 18, 18), self._look, voice, is_possible=is_possible)
        painter.end()

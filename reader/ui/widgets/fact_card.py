"""A small card with three lines that leads to its place."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reader.ui.theme import Theme, sans
from reader.ui.widgets.elided_text import draw_elided

_SIZE = QSize(90, 64)


class FactCard(QAbstractButton):
    """Shows a title, a name and a place; a press leads to the place."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = ("", "", "")
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # repaints as the pointer comes and goes
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self.update()

    def show_lines(self, title: str, name: str, place: str, *, leads: bool) -> None:
        """Show three lines; `leads` is whether a press goes to a place."""
        self._lines = (title, name, place)
        self.setText(f"{title}: {name}, {place}")
        self.setAccessibleName(self.text())
        self.setToolTip(self.text())
        self.setEnabled(leads)
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of three lines."""
        return _SIZE

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint frame and lines, each cut where the card ends."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_focus = self.hasFocus()
        painter.setPen(
            QPen(QColor(theme.focus if has_focus else theme.line), 2 if has_focus else 1)
        )
        is_lit = self.isEnabled() and self.underMouse()
        painter.setBrush(QColor(theme.hover if is_lit else theme.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        fonts = (sans(12), sans(13, weight=600), sans(12))
        colors = (theme.text2, theme.text, theme.text2)
        for number, (line, font, color) in enumerate(zip(self._lines, fonts, colors, strict=True)):
            room = QRectF(9, 6 + 18 * number, self.width() - 16, 18)
            draw_elided(painter, room, line, font, color)
        painter.end()

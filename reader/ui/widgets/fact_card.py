"""A fact in two lines without a box, which leads to its place."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reader.ui.theme import Theme, sans
from reader.ui.widgets.elided_text import draw_elided

_SIZE = QSize(90, 42)


class FactCard(QAbstractButton):
    """Shows a title and a name, the place in its tooltip; a press leads to the place."""

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
        """Show title and name; `leads` is whether a press goes to a place."""
        self._lines = (title, name, place)
        self.setText(f"{title}: {name}, {place}")
        self.setAccessibleName(self.text())
        self.setToolTip(self.text())
        self.setEnabled(leads)
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of two lines."""
        return _SIZE

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the two lines, each cut where the column ends; a ground and a ring as needed."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isEnabled() and self.underMouse():
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(ground, 5, 5)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground, 5, 5)
        title, name, _ = self._lines
        for top, line, font, color in (
            (2, title, sans(12), theme.text2),
            (20, name, sans(13, weight=600), theme.text),
        ):
            draw_elided(painter, QRectF(4, top, self.width() - 8, 18), line, font, color)
        painter.end()

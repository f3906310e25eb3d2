"""The two sides as the reader sets them: headings to drop sources on, and to name."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from reader.ui.panels.sourcing.source_signs import paint_side_box
from reader.ui.panels.sourcing.source_tree import MIME
from reader.ui.theme import Theme, sans
from reader.ui.widgets.elided_text import draw_elided

_HEIGHT = 30


class SideHeading(QAbstractButton):
    """The heading of one side: takes sources that are dropped, and is named by a press.

    Signals:
        source_dropped(str, int): A source (its id) was let go over this side.
        naming_requested(int): The reader wants to name the side.
    """

    source_dropped = Signal(str, int)
    naming_requested = Signal(int)

    def __init__(self, theme: Theme, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side = side
        self._is_target = False
        self._is_dragging = False
        self._name = ""
        self.setObjectName(f"side_{side}")
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # repaints as the pointer comes and goes
        self.setFixedHeight(_HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words = self.tr("Drag a source here, or press {side} on its row. Press here to name it.")
        self.setToolTip(words.format(side=side))
        self.clicked.connect(self._pressed)
        self.show_name("")

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self.update()

    def show_name(self, name: str) -> None:
        """Show what the reader calls this side."""
        self._name = name
        drop, side = self.tr("Drop here, or {side}"), self.tr("Side {side}, name it")
        words = drop if self._is_dragging else side
        self.setText(name or words.format(side=self._side))
        told = self.tr("Side {side}: {name}. Drop a source here.")
        self.setAccessibleName(told.format(side=self._side, name=self.text()))
        self.update()

    def show_dragging(self, is_dragging: bool) -> None:  # noqa: FBT001 -- a setter
        """Say that a source can be let go here, or only what the side is called."""
        self._is_dragging = is_dragging
        self.show_name(self._name)

    def _pressed(self) -> None:
        self.naming_requested.emit(self._side)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a source, and nothing else."""
        if event.mimeData().hasFormat(MIME):
            self._is_target = True
            self.update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Show that nothing is over it any more."""
        self._is_target = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which source was let go."""
        self._is_target = False
        self.update()
        event.acceptProposedAction()
        source = bytes(event.mimeData().data(MIME).data()).decode()
        self.source_dropped.emit(source, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box and name; a broken frame while a source may be let go here."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        is_marked = self._is_target or self.hasFocus()
        pen = QPen(QColor(theme.focus if is_marked else theme.line2), 2 if is_marked else 1)
        if self._is_dragging and not self.hasFocus():
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        is_lit = self._is_target or self.underMouse()
        painter.setBrush(QColor(theme.accent_wash if is_lit else theme.panel))
        painter.drawRoundedRect(frame, 5, 5)
        paint_side_box(painter, QRectF(8, 7, 16, 16), theme, self._side)
        room = QRectF(30, 0, self.width() - 38, self.height())
        draw_elided(painter, room, self.text(), sans(13), theme.text)
        painter.end()


class SideHeadings(QWidget):
    """The headings of both sides, next to one another."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headings = tuple(SideHeading(theme, side, self) for side in (1, 2))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(8)
        for heading in self.headings:
            row.addWidget(heading, 1)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        for heading in self.headings:
            heading.set_theme(theme)

    def show_dragging(self, is_dragging: bool) -> None:  # noqa: FBT001 -- a setter
        """Say whether a source is being dragged."""
        for heading in self.headings:
            heading.show_dragging(is_dragging)

    def show_names(self, names: Sequence[str]) -> None:
        """Show what the reader calls the sides."""
        for heading, name in zip(self.headings, names, strict=True):
            heading.show_name(name)

"""The margin map: a scroll bar that shows where all marks stand."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QScrollBar, QWidget

from reader.ui.theme import Theme

WIDTH = 28
_SMALLEST_FRAME = 24


MapMark = tuple[float, str, bool]  # place as a share of the page, colour, in a source's words
MapBand = tuple[float, float]  # begin and end of somebody's words, as shares of the page


class MarginMap(QScrollBar):
    """Role, keys and value of a scroll bar; the look of a map."""

    def __init__(
        self,
        theme: Theme,
        marks: Callable[[], Sequence[MapMark]],
        bands: Callable[[], Sequence[MapBand]],
        parent: QWidget | None = None,
    ) -> None:
        """Begin with nothing drawn.

        Args:
            theme: The colours.
            marks: Returns the marks; asked when they are drawn.
            bands: Returns the bands; they change seldom, and are kept as a picture.
            parent: The page.
        """
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._marks = marks
        self._bands = bands
        self._ground: QPixmap | None = None  # with the bands
        self._pixmap: QPixmap | None = None  # with the marks on it
        self.setObjectName("margin_map")
        self.setAccessibleName(self.tr("Map of the marks, and scroll bar"))
        self.setToolTip(
            self.tr("Where the marks are: the narrator’s at the left, the sources’ at the right")
        )
        self.setFixedWidth(WIDTH)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self.forget()

    def forget(self) -> None:
        """Draw marks and bands again, because the page or its analysis is another."""
        self._ground = None
        self.forget_marks()

    def forget_marks(self) -> None:
        """Draw the marks again, because others are chosen."""
        self._pixmap = None
        self.update()

    def sizeHint(self) -> QSize:
        """Return the fixed width of the map."""
        return QSize(WIDTH, 100)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the map and the frame of the view."""
        size = self.size().toSizeF()
        if self._ground is None or self._ground.deviceIndependentSize() != size:
            self._ground, self._pixmap = self._drawn_ground(), None
        if self._pixmap is None:
            self._pixmap = self._drawn_on(self._ground)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._pixmap)
        frame = self._frame()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wash = QColor(self._theme.line2)
        wash.setAlphaF(0.14)
        painter.setBrush(wash)
        painter.setPen(QPen(QColor(self._theme.line2), 1.2))
        painter.drawRoundedRect(frame, 4, 4)
        painter.end()

    def _frame(self) -> QRectF:
        total = self.maximum() - self.minimum() + self.pageStep()
        height = self.height()
        size = max(_SMALLEST_FRAME, height * self.pageStep() / max(1, total))
        room = max(1, self.maximum() - self.minimum())
        top = (height - size) * (self.value() - self.minimum()) / room
        return QRectF(1.5, top + 1, WIDTH - 3, size - 2)

    def _drawn_ground(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(self._theme.chrome))
        painter = QPainter(pixmap)
        height = self.height()
        painter.fillRect(QRectF(14, 0, 1, height), QColor(self._theme.line))
        band = QColor(self._theme.band)
        for top, bottom in {
            (int(start * height), int(end * height) + 1) for start, end in self._bands()
        }:
            painter.fillRect(QRectF(17, top, 9, max(2, bottom - top)), band)
        painter.end()
        return pixmap

    def _drawn_on(self, ground: QPixmap) -> QPixmap:
        pixmap = QPixmap(ground)
        painter = QPainter(pixmap)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        height = self.height()
        places = {
            (int(place * height / 2) * 2, color, is_source)
            for place, color, is_source in self._marks()
        }
        inks = {color: QColor(color) for color in {color for _, color, _ in places}}
        for top, color, is_source in sorted(places):
            if is_source:
                painter.setPen(QPen(inks[color], 1))
                painter.drawRect(QRectF(18.5, top + 0.5, 5, 3))
            else:
                painter.fillRect(QRectF(4, top, 8, 4), inks[color])
        painter.end()
        return pixmap

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place that was clicked."""
        self._go_to(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer while a button is held."""
        if event.buttons():
            self._go_to(event.position().y())

    def _go_to(self, y: float) -> None:
        room = self.maximum() - self.minimum()
        size = self._frame().height()
        share = (y - size / 2) / max(1.0, self.height() - size)
        self.setValue(self.minimum() + round(room * min(1.0, max(0.0, share))))

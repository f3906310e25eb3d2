"""The card of the tour, and the ring around what it speaks of."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.ui.marks.voice_swatch import voice_icon
from reader.ui.theme import Theme

WIDTH = 340
_NOTCH = 18, 10  # pixels of what points from the card to its thing
_RING, _GAP = 2, 3  # pixels of the ring, and around what it marks
_BESIDE = 12  # pixels between the card and what it speaks of


class TourRing(QWidget):
    """A ring around one thing of the window; the thing under it can be used."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tour_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self.hide()

    def show_around(self, area: QRect) -> None:
        """Show the ring around a part of the window."""
        more = _RING + _GAP
        self.setGeometry(area.adjusted(-more, -more, more, more))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.focus), _RING))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)


class _Notch(QWidget):
    """Points up from the card to what it speaks of."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tour_notch")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self.setFixedSize(*_NOTCH)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a peak that grows out of the border of the card."""
        width, height = _NOTCH
        left, right, top = QPointF(0, height), QPointF(width, height), QPointF(width / 2, 1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(self._theme.raised))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(QPolygonF([left, top, right]))
        painter.setPen(QPen(QColor(self._theme.line2), 1))
        painter.drawLine(left, top)
        painter.drawLine(top, right)


class TourCard(QFrame):
    """Says one thing at a time. Next, Back, and Esc to end it.

    Signals:
        stepped(int): One step on, or one back.
        ended(): The reader has seen enough.
    """

    stepped = Signal(int)
    ended = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._notch = theme, _Notch(theme, parent)
        self.setObjectName("tour_card")
        self.setProperty("role", "card")
        self.setFixedWidth(WIDTH)
        self.number = QLabel(self)
        self.number.setProperty("role", "section")
        self.title = QLabel(self)
        self.title.setStyleSheet('font: 600 18px "Source Serif 4";')
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.skip = QPushButton(self.tr("Skip the tour"), self)
        self.skip.setProperty("flat", "true")
        self.skip.setStyleSheet("padding: 5px 2px;")
        key = QLabel(self.tr("Esc"), self)
        key.setProperty("role", "key")
        self._legend = QVBoxLayout()
        self._legend.setSpacing(6)
        self.back = QPushButton(self.tr("Back"), self)
        self.next = QPushButton(self.tr("Next"), self)
        self.next.setProperty("main", "true")
        for button, name, slot in (
            (self.skip, "tour_skip", self.ended),
            (self.back, "tour_back", self._go_back),
            (self.next, "tour_next", self._go_on),
        ):
            button.setObjectName(name)
            button.clicked.connect(slot)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        for label in (self.number, self.title, self.words):
            column.addWidget(label)
        column.addLayout(self._legend)
        row = QHBoxLayout()
        row.addWidget(self.skip)
        row.addWidget(key, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        column.addLayout(row)
        self.hide()

    def show_step(
        self,
        number: int,
        count: int,
        told: tuple[str, str],
        legend: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Show one step of some; the last one ends with reading.

        Args:
            number: Which step, from 1.
            count: How many there are.
            told: Title and words.
            legend: Voices and how their words are drawn.
        """
        title, words = told
        self._show_legend(legend)
        self.number.setText(self.tr("{n} of {count}").format(n=number, count=count))
        self.title.setText(title)
        self.words.setText(words)
        self.back.setVisible(number > 1)
        is_last = number == count
        self.next.setText(self.tr("Start reading") if is_last else self.tr("Next"))
        spoken = self.tr("Step {n} of {count}, {title}")
        self.setAccessibleName(spoken.format(n=number, count=count, title=title))
        self.setAccessibleDescription(words)
        self.next.setAccessibleDescription(words)
        self._fit()
        self.show()
        self.raise_()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """Be as high as all lines need in this width."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(WIDTH, layout.totalHeightForWidth(WIDTH))

    def _show_legend(self, legend: Sequence[tuple[str, str]]) -> None:
        while (held := self._legend.takeAt(0)) is not None:
            line = held.widget()
            if line is not None:
                line.hide()
                line.deleteLater()
        for voice, words in legend:
            line = QWidget(self)
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            swatch = QLabel(line)
            icon = voice_icon(self._theme, voice, self.devicePixelRatioF())
            swatch.setPixmap(icon.pixmap(18, 12))
            row.addWidget(swatch)
            row.addWidget(QLabel(words, line), 1)
            self._legend.addWidget(line)
            line.show()  # else its room is not counted

    def stand_by(self, area: QRect, room: QRect) -> None:
        """Stand below a part of the window, or above or beside it where there is no room."""
        height = self.height()
        self._notch.hide()
        left = min(max(room.left() + 8, area.left()), room.right() - WIDTH - 8)
        top = area.bottom() + _BESIDE
        if top + height <= room.bottom():
            middle = area.left() + min(area.width(), WIDTH) // 2
            peak = min(max(middle - _NOTCH[0] // 2, left + 10), left + WIDTH - _NOTCH[0] - 10)
            self._notch.move(peak, top - _NOTCH[1] + 1)
            self._notch.show()
        else:
            top = max(room.top() + 8, min(area.top(), room.bottom() - height - 8))
            if area.width() < room.width() // 2:
                top = max(room.top() + 8, area.top() - height - _BESIDE)
            left = min(area.right() - WIDTH - 40, room.right() - WIDTH - 8)
        self.move(QPoint(left, top))
        self.raise_()
        self._notch.raise_()

    def hideEvent(self, event: QHideEvent) -> None:
        """Go away with what points from it."""
        super().hideEvent(event)
        self._notch.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends the tour."""
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        self.stepped.emit(1)

    def _go_back(self) -> None:
        self.stepped.emit(-1)

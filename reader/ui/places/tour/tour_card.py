"""The card of the tour, and the ring around what it speaks of."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.ui.theme import Theme

WIDTH = 320
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


class TourCard(QFrame):
    """Says one thing at a time. Next, Back, and Esc to end it.

    Signals:
        stepped(int): One step on, or one back.
        ended(): The reader has seen enough.
    """

    stepped = Signal(int)
    ended = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
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
        self.skip = QPushButton(self.tr("Skip the tour  Esc"), self)
        self.skip.setProperty("flat", "true")
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
        row = QHBoxLayout()
        row.addWidget(self.skip)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        column.addLayout(row)
        self.hide()

    def show_step(self, number: int, count: int, title: str, words: str) -> None:
        """Show one step of some; the last one ends with reading."""
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
        self.adjustSize()
        self.show()
        self.raise_()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def stand_by(self, area: QRect, room: QRect) -> None:
        """Stand below a part of the window, or above or beside it where there is no room."""
        height = self.sizeHint().height()
        left = min(max(room.left() + 8, area.left()), room.right() - WIDTH - 8)
        top = area.bottom() + _BESIDE
        if top + height > room.bottom():
            top = max(room.top() + 8, min(area.top(), room.bottom() - height - 8))
            if area.width() < room.width() // 2:
                top = max(room.top() + 8, area.top() - height - _BESIDE)
            left = min(area.right() - WIDTH - 40, room.right() - WIDTH - 8)
        self.move(QPoint(left, top))

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

"""The row of one note: its place, the bar of its pen, the words, what the reader wrote."""

from html import escape

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from reader.core.notes import Note
from reader.ui.marks.pen_words import draw_bar, pen_words
from reader.ui.theme import Theme
from reader.ui.theme.pens import pen_color

_LEFT, _BAR_LEFT, _PLACE_WIDTH = 72, 54, 40


class NoteRow(QFrame):
    """Shows one note; Enter writes in it, Del takes it away.

    Signals:
        chosen(Note): Show its place.
        edit_requested(Note): Write in it.
        removal_requested(Note): Take it away.
    """

    chosen = Signal(object)
    edit_requested = Signal(object)
    removal_requested = Signal(object)

    def __init__(self, theme: Theme, note: Note, place: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.note, self.place = note, place
        self._theme = theme
        self._is_current = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_LEFT, 8, 14, 8)
        layout.setSpacing(2)
        quote = " ".join(note.anchor.quote.split()) if note.anchor else self.tr("On the article")
        color = pen_color(theme, note.pen) if note.anchor else None
        if note.anchor and not place:
            self._label(self.tr("Place not found"), f"color: {theme.text2}; font-size: 12px;")
        words = self._label(quote, 'font: 400 15px "Source Serif 4";')
        if color is not None:  # under the words alone, as on the page
            words.setTextFormat(Qt.TextFormat.RichText)
            words.setText(f'<span style="background-color: {color.name()}">{escape(quote)}</span>')
        if note.text:
            self._label(note.text, 'font: italic 400 14px "Source Serif 4";')
        if note.tags:
            self._label(", ".join(note.tags), f"color: {theme.text2}; font-size: 12px;")
        spoken_place = place or (self.tr("place not found") if note.anchor else "")
        spoken = (pen_words(note.pen), quote, spoken_place, note.text, ", ".join(note.tags))
        self.setAccessibleName(", ".join(filter(None, spoken)))

    def set_current(self, is_current: bool) -> None:  # noqa: FBT001 -- a Qt setter
        """Show that the page is at this note, or no more."""
        if is_current != self._is_current:
            self._is_current = is_current
            self.update()

    def _label(self, words: str, style: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setStyleSheet(style)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(label)
        return label

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the place, the bar of the pen, and the line below."""
        super().paintEvent(event)
        painter = QPainter(self)
        theme = self._theme
        if self.hasFocus() or self._is_current:
            painter.fillRect(self.rect(), QColor(theme.accent_wash))
            painter.fillRect(0, 0, 3, self.height(), QColor(theme.accent))
        painter.setPen(QColor(theme.text2))
        area = QRectF(14, 10, _PLACE_WIDTH, 18)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft), self.place)
        if self.note.anchor is not None:
            draw_bar(painter, self.note.pen, QRectF(_BAR_LEFT, 8, 4, 22), QColor(theme.text))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(theme.line))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the place of the note."""
        super().mousePressEvent(event)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.update()
        self.chosen.emit(self.note)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Write in the note."""
        self.edit_requested.emit(self.note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space shows the place, Enter writes, Del takes away."""
        signals = {
            Qt.Key.Key_Space: self.chosen,
            Qt.Key.Key_Return: self.edit_requested,
            Qt.Key.Key_Enter: self.edit_requested,
            Qt.Key.Key_Delete: self.removal_requested,
        }
        signal = signals.get(Qt.Key(event.key()))
        if signal is None:
            super().keyPressEvent(event)
        else:
            signal.emit(self.note)

"""The bar under selected words: pens, a note, a correction, an entry. It never takes the focus."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from reader.core.notes import PENS, Pen
from reader.ui.marks.pen_words import draw_bar, pen_words
from reader.ui.theme import Theme
from reader.ui.theme.key_hint import ButtonKeyHint, KeyHint
from reader.ui.theme.pens import pen_color

_PEN_SIZE = QSize(44, 34)
_RING, _INSET = 1, 4  # pixels from the edge of a pen's button


class PenButton(QToolButton):
    """One pen: its colour, and the bar that tells it without colour."""

    def __init__(self, theme: Theme, pen: Pen, parent: QWidget) -> None:
        super().__init__(parent)
        self.pen = pen
        self._theme, self._is_ringed = theme, False
        self.setFixedSize(_PEN_SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(pen_words(pen))
        self.setAccessibleName(pen_words(pen))

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self.update()

    def set_ringed(self, is_ringed: bool) -> None:  # noqa: FBT001 -- a Qt setter
        """Show that this is the pen that the key takes, or no more."""
        self._is_ringed = is_ringed
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the colour, the bar, and a ring where the keyboard is or the key leads."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, place = self._theme, QRectF(self.rect())
        is_other = self._is_ringed and not isinstance(self.window().focusWidget(), PenButton)
        if self.hasFocus() or is_other:
            painter.setPen(QPen(QColor(theme.focus if self.hasFocus() else theme.accent), 2))
            painter.drawRoundedRect(place.adjusted(_RING, _RING, -_RING, -_RING), 6, 6)
        painter.setPen(QPen(QColor(theme.line2), 1))
        painter.setBrush(pen_color(theme, self.pen) or QColor(theme.raised))
        painter.drawRoundedRect(place.adjusted(_INSET, _INSET, -_INSET, -_INSET), 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        draw_bar(painter, self.pen, QRectF(10, 8, 4, self.height() - 16), QColor(theme.text))
        painter.end()


class SelectionBar(QFrame):
    """Offers what can be done with selected words.

    Signals:
        pen_chosen(str): Highlight them with this pen.
        note_requested(): Write a note on them.
        correct_requested(): Correct the program there.
        entry_requested(): Add them to a lexicon.
        closed(): Esc was pressed in it.
    """

    pen_chosen = Signal(str)
    note_requested = Signal()
    correct_requested = Signal()
    entry_requested = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, commands: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("selection_bar")
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("What to do with the selected words"))
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 8, 4)
        row.setSpacing(2)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetFixedSize)
        self.pens = [PenButton(theme, pen, self) for pen in PENS]
        for pen in self.pens:
            pen.clicked.connect(self._choose)
            row.addWidget(pen)
        row.addSpacing(4)
        row.addWidget(KeyHint(commands["highlight"], self))
        row.addSpacing(6)
        self._rule = QFrame(self)
        self._rule.setFixedSize(1, 20)
        row.addWidget(self._rule)
        row.addSpacing(6)
        self.note = self._button(self.tr("Note…"), self.note_requested)
        ButtonKeyHint(commands["note"], self.note)
        self.correct = self._button(self.tr("Correct…"), self.correct_requested)
        self.entry = self._button(self.tr("Add to lexicon…"), self.entry_requested)
        for plain in (self.correct, self.entry):
            plain.setProperty("flat", "true")
        self.set_theme(theme)
        self.hide()

    def _button(self, text: str, signal: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(signal)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(button)
        return button

    def ring(self, used: Pen) -> None:
        """Show which pen was used last: the key takes it."""
        for pen in self.pens:
            pen.set_ringed(pen.pen == used)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.setStyleSheet(
            f"#selection_bar {{ background: {theme.raised}; border: 1px solid {theme.line2};"
            " border-radius: 8px; }"
        )
        self._rule.setStyleSheet(f"background: {theme.line};")
        for pen in self.pens:
            pen.set_theme(theme)

    @property
    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [*self.pens, self.note, self.correct, self.entry]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        sender = self.sender()
        if isinstance(sender, PenButton):
            self.pen_chosen.emit(sender.pen)

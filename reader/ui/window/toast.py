"""A short word at the bottom of the window, with Undo."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

_TOAST_MS = 6000
_APART = 6  # pixels from what it makes way for


class Toast(QFrame):
    """A short word at the bottom, with Undo; it never takes the focus.

    Signals:
        undo_requested(): Undo was pressed under words that did not say who takes it back.
    """

    undo_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.setStyleSheet(
            "QFrame#toast { background: palette(window-text); border-radius: 6px; }"
            "QFrame#toast QLabel { color: palette(window); }"
            "QFrame#toast QPushButton { color: palette(window); background: transparent;"
            " border: 0; text-decoration: underline; font-weight: 600; }"
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        self.words = QLabel(self)
        self.undo = QPushButton(self.tr("Undo"), self)
        self.undo.setObjectName("toast_undo")
        self._take_back: Callable[[], object] | None = None
        self.undo.clicked.connect(self.hide)
        self.undo.clicked.connect(self._undo)  # which may say what it has taken back
        row.addWidget(self.words)
        row.addWidget(self.undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_words(
        self, words: str, *, can_undo: bool, take_back: Callable[[], object] | None = None
    ) -> None:
        """Show some words for six seconds.

        Args:
            words: What was done.
            can_undo: Whether it can be taken back.
            take_back: Takes it back; where it is None, `undo_requested` asks for that.
        """
        self.words.setText(words)
        self._take_back = take_back
        self.undo.setVisible(can_undo)
        self.adjustSize()
        self.place()
        self.show()
        self.raise_()
        self._timer.start(_TOAST_MS)

    def _undo(self) -> None:
        if self._take_back is not None:
            self._take_back()
        else:
            self.undo_requested.emit()

    def make_way(self, place: QRect) -> None:
        """Stand above a place of the window, where it would lie over it."""
        if self.isVisible() and self.geometry().intersects(place):
            self.move(self.x(), max(0, place.top() - self.height() - _APART))

    def place(self) -> None:
        """Stand at the bottom of the parent, in the middle."""
        parent = self.parentWidget()
        if parent is not None:
            self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - 44)

"""Messages to the reader: notes in place, toasts with Undo, and rare dialogs."""

from PySide6.QtCore import QCoreApplication, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

_TOAST_MS = 6000
_DROP_INSET = 14  # pixels around the sign


class NoteBar(QFrame):
    """A note above the page: a bold cause, what still works, and up to two buttons.

    Signals:
        first_chosen(): The first button was pressed.
        second_chosen(): The second button was pressed.
    """

    first_chosen = Signal()
    second_chosen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(4)
        self.cause = QLabel(self)
        self.cause.setStyleSheet("font-weight: 600;")
        self.advice = QLabel(self)
        for label in (self.cause, self.advice):
            label.setWordWrap(True)
            layout.addWidget(label)
        row = QHBoxLayout()
        self.first = QPushButton(self)
        self.first.clicked.connect(self.first_chosen)
        self.second = QPushButton(self)
        self.second.setProperty("flat", "true")
        self.second.clicked.connect(self.second_chosen)
        row.addWidget(self.first)
        row.addWidget(self.second)
        row.addStretch(1)
        layout.addLayout(row)
        self.hide()

    def show_note(
        self, cause: str, advice: str, buttons: tuple[str, str], *, is_warning: bool = False
    ) -> None:
        """Show a note; an empty button is not shown."""
        self.setProperty("role", "warning" if is_warning else "note")
        self.style().unpolish(self)
        self.style().polish(self)
        self.cause.setText(cause)
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
        for button, text in zip((self.first, self.second), buttons, strict=True):
            button.setText(text)
            button.setVisible(bool(text))
        self.setAccessibleName(cause)
        self.show()


class Toast(QFrame):
    """A short word at the bottom, with Undo; it never takes the focus.

    Signals:
        undo_requested(): Undo was pressed.
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
        self.undo.clicked.connect(self.undo_requested)
        self.undo.clicked.connect(self.hide)
        row.addWidget(self.words)
        row.addWidget(self.undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_words(self, words: str, *, can_undo: bool) -> None:
        """Show some words for six seconds."""
        self.words.setText(words)
        self.undo.setVisible(can_undo)
        self.adjustSize()
        self.place()
        self.show()
        self.raise_()
        self._timer.start(_TOAST_MS)

    def place(self) -> None:
        """Stand at the bottom of the parent, in the middle."""
        parent = self.parentWidget()
        if parent is not None:
            self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - 44)


class DropSign(QLabel):
    """A frame over the page while something is dragged over the window."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.setObjectName("drop_sign")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self, place: QRect) -> None:
        """Cover a part of the window."""
        self.setGeometry(place.adjusted(_DROP_INSET, _DROP_INSET, -_DROP_INSET, -_DROP_INSET))
        self.show()
        self.raise_()


class Messages:
    """Opens the message boxes; tests hand in one that only remembers."""

    def __init__(self, parent: QWidget) -> None:
        self._main = parent

    @property
    def _parent(self) -> QWidget:
        """The window in front, so that a question never hides behind it."""
        return QApplication.activeWindow() or self._main

    def tell(self, title: str, text: str) -> None:
        """Tell something in a box."""
        QMessageBox.information(self._parent, title, text)

    def confirm(self, title: str, text: str, verb: str) -> bool:
        """Ask whether to do what `verb` names; return whether the reader wants it."""
        box = QMessageBox(self._parent)
        box.setWindowTitle(title)
        box.setText(text)
        yes = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(yes)
        box.exec()
        return box.clickedButton() is yes

    def report_crash(self, report: str) -> None:
        """Show a copyable report of a mistake in the program; the window stays."""
        box = QMessageBox(self._parent)
        box.setWindowTitle("Close Reader")
        box.setText(_tr("Something in the program went wrong."))
        box.setInformativeText(
            _tr("Your article and what you muted are still here. The report below can be copied.")
        )
        box.setDetailedText(report)
        box.exec()

    def ask_file(self, title: str, kinds: str) -> str:
        """Let the reader choose a file to open; "" when none is wanted."""
        path, _ = QFileDialog.getOpenFileName(self._parent, title, "", kinds)
        return path

    def ask_folder(self, title: str) -> str:
        """Let the reader choose a folder; "" when none is wanted."""
        return QFileDialog.getExistingDirectory(self._parent, title)

    def ask_place(self, title: str, name: str, kinds: str) -> str:
        """Let the reader choose where to write a file; "" when none is wanted."""
        path, _ = QFileDialog.getSaveFileName(self._parent, title, name, kinds)
        return path

    def ask_words(self, title: str, question: str) -> str:
        """Ask for a line of text; "" when the reader cancels."""
        words, is_given = QInputDialog.getText(self._parent, title, question)
        return words.strip() if is_given else ""

    def ask_number(self, question: tuple[str, str], now: int, most: int) -> int:
        """Ask for 1 to `most`, `question` being title and words; 0 when the reader cancels."""
        number, is_given = QInputDialog.getInt(self._parent, *question, now, 1, most)
        return number if is_given else 0


def _tr(words: str) -> str:
    return QCoreApplication.translate("Messages", words)

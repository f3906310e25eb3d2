"""A dialog as the design has it: 480 wide, a heading, buttons right, the main one a verb."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

WIDTH = 480


def head_of(dialog: QWidget, direction: QBoxLayout.Direction) -> tuple[QFrame, QBoxLayout]:
    """Return the bar above a large dialog, and the row or column of what stands in it."""
    head = QFrame(dialog)
    head.setObjectName("dialog_head")
    held = QBoxLayout(direction, head)
    held.setContentsMargins(16, 14, 16, 12)
    return head, held


def foot_of(dialog: QWidget) -> tuple[QFrame, QHBoxLayout]:
    """Return the bar below a large dialog, and the row that its buttons stand in."""
    foot = QFrame(dialog)
    foot.setObjectName("dialog_foot")
    row = QHBoxLayout(foot)
    row.setContentsMargins(16, 10, 16, 10)
    return foot, row


def lay_out(
    dialog: QWidget, head: QWidget, sections: QWidget, page: QWidget, foot: QWidget
) -> None:
    """Lay a large dialog out: head and foot over its whole width, between them list and page."""
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(head)
    middle = QHBoxLayout()
    middle.setSpacing(0)
    middle.addWidget(sections)
    middle.addWidget(page, 1)
    layout.addLayout(middle, 1)
    layout.addWidget(foot)


def add_buttons(
    row: QHBoxLayout, buttons: Sequence[tuple[str, str, Callable[[], object]]]
) -> QPushButton:
    """Put one or more buttons into the foot of a dialog; return the last.

    Args:
        row: The row of the foot.
        buttons: Words, name and slot of each.
    """
    foot = row.parentWidget()
    for words, name, slot in buttons:
        button = QPushButton(words, foot)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        row.addWidget(button)
    return button


def answer_row(dialog: QDialog, words: str, name: str) -> tuple[QHBoxLayout, QPushButton]:
    """Return the last row of a dialog, with *Cancel*, and in it the button that does it.

    Args:
        dialog: What *Cancel* leaves.
        words: The verb on the button that does it.
        name: What tests and style sheets call that button.
    """
    row = QHBoxLayout()
    row.addStretch(1)
    cancel = QPushButton(dialog.tr("Cancel"), dialog)
    cancel.setAutoDefault(False)
    cancel.clicked.connect(dialog.reject)
    main = QPushButton(words, dialog)
    main.setObjectName(name)
    main.setProperty("main", "true")
    row.addWidget(cancel)
    row.addWidget(main)
    return row, main


class PlainDialog(QDialog):
    """Shows a heading, words, and what is put between them and the buttons.

    Attributes:
        body: Where fields go.
        main: The button that does it, named by its verb.
    """

    def __init__(self, title: str, words: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain_dialog")
        self.setWindowTitle(title)
        self.setFixedWidth(WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        heading = QLabel(title, self)
        heading.setProperty("role", "heading")
        heading.setWordWrap(True)
        layout.addWidget(heading)
        self._words = QLabel(words, self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setVisible(bool(words))
        layout.addWidget(self._words)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        layout.addLayout(self.body)
        layout.addSpacing(6)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        layout.addLayout(self._buttons)
        self.main = QPushButton(verb, self)
        self.main.setObjectName("dialog_main")
        self.main.setProperty("main", "true")
        self.main.setDefault(True)
        self.main.clicked.connect(self.accept)
        self._buttons.addWidget(self.main)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words need in this width; Qt guesses for a narrower one."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.resize(self.width(), layout.heightForWidth(self.width()))

    def add_cancel(self, words: str) -> None:
        """Add a button that changes nothing, left of the main one."""
        self.add_button(words, "dialog_cancel").clicked.connect(self.reject)

    def add_button(self, words: str, name: str) -> QPushButton:
        """Add a button left of the main one, and return it."""
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button

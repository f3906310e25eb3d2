"""What the keys editor says when a key is in use: who has it, and the two ways on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


class ClashNote(QFrame):
    """Shows both commands; nothing has changed until one of the buttons is pressed.

    Signals:
        taken(): The other command gives its key away.
        dropped(): Another key is wanted.
    """

    taken = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clash_note")
        self.setProperty("role", "warning")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        layout.addWidget(self.words)
        row = QHBoxLayout()
        self.take = QPushButton(self.tr("Use it here instead"), self)
        self.take.setObjectName("clash_take")
        self.take.setAutoDefault(False)
        self.take.clicked.connect(self.taken)
        self.other = QPushButton(self.tr("Another key"), self)
        self.other.setObjectName("clash_other")
        self.other.setProperty("flat", "true")
        self.other.setAutoDefault(False)
        self.other.clicked.connect(self.dropped)
        row.addWidget(self.take)
        row.addWidget(self.other)
        row.addStretch(1)
        layout.addLayout(row)
        self.hide()

    def show_clash(self, key: str, command: str, holder: str, *, can_take: bool) -> None:
        """Name the key, the command that wants it and the one that has it."""
        told = self.tr(
            "<b>{key} is used by “{holder}”.</b> Until you choose, “{command}” keeps its old key."
        )
        if not can_take:
            told = self.tr(
                "<b>{key} has a meaning on the page: “{holder}”.</b> "
                "Choose another for “{command}”."
            )
        self.words.setText(told.format(key=key, holder=holder, command=command))
        self.take.setVisible(can_take)
        self.show()
        (self.take if can_take else self.other).setFocus(Qt.FocusReason.OtherFocusReason)

"""What a pupil sees first: the sentence before reading, and the field for the code."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from reader.core.lessons.answer import is_code
from reader.core.lessons.lesson import Lesson
from reader.ui.places.lessons.pupil.mark_form import plain_label


class BeginDialog(QDialog):
    """Asks for the code under which a pupil answers."""

    def __init__(self, lesson: Lesson, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("begin_dialog")
        self.setWindowTitle(lesson.title)
        self.setMinimumWidth(480)
        rows = QVBoxLayout(self)
        rows.setSpacing(8)
        rows.addWidget(plain_label(lesson.title, "heading"))
        if lesson.forewarning:
            rows.addWidget(plain_label(lesson.forewarning, "task"))
        rows.addSpacing(6)
        rows.addWidget(plain_label(self.tr("Your code"), "section"))
        self.code = QLineEdit()
        self.code.setObjectName("begin_code")
        self.code.setMaxLength(40)
        self.code.setAccessibleName(self.tr("Your code"))
        rows.addWidget(self.code)
        told = self.tr("A code such as heron-14, no name. With the same code you go on later.")
        rows.addWidget(plain_label(told, "small"))
        self.error = plain_label("", "missing")
        rows.addWidget(self.error)
        buttons = QDialogButtonBox()
        begin = buttons.addButton(self.tr("Begin"), QDialogButtonBox.ButtonRole.AcceptRole)
        begin.setProperty("main", True)  # noqa: FBT003 -- Qt's call
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        rows.addWidget(buttons)

    def accept(self) -> None:
        """Begin, if the code is one."""
        if is_code(self.code.text().strip()):
            super().accept()
        else:
            self.error.setText(self.tr("Type your code: letters and digits, as in heron-14."))

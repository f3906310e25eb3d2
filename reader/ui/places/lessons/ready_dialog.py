"""The lessons that come with the program, to choose one, its text for later, or its notes."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.storage.lessons.ready_lessons import ReadyLesson
from reader.ui.places.lessons.pupil.mark_form import plain_label


class ReadyDialog(QDialog):
    """Offers the ready lessons.

    Signals:
        chosen(str, str): The id of a lesson, and what is wanted: `lesson`, `later` or `notes`.
    """

    chosen = Signal(str, str)

    def __init__(self, lessons: Sequence[ReadyLesson], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ready_dialog")
        self.setWindowTitle(self.tr("Ready lessons"))
        self.setMinimumWidth(560)
        rows = QVBoxLayout(self)
        told = self.tr(
            "Articles of our own, a reference from two readings, notes for 20, 45 and 90 minutes."
        )
        rows.addWidget(plain_label(told, "small"))
        for lesson in lessons:
            rows.addWidget(plain_label(lesson.title, "heading"))
            rows.addWidget(plain_label(lesson.about))
            rows.addLayout(self._buttons(lesson))
            rows.addSpacing(10)

    def _buttons(self, lesson: ReadyLesson) -> QHBoxLayout:
        row = QHBoxLayout()
        for words, wanted in (
            (self.tr("Open the lesson"), "lesson"),
            (self.tr("A week later"), "later"),
            (self.tr("Teacher’s notes"), "notes"),
        ):
            button = QPushButton(words)
            button.setObjectName(f"{wanted}_{lesson.id}")
            button.setProperty("main", wanted == "lesson")
            button.setProperty("wanted", wanted)
            button.setProperty("lesson", lesson.id)
            button.clicked.connect(self._choose)
            row.addWidget(button)
        row.addStretch()
        return row

    def _choose(self) -> None:
        button = self.sender()
        self.chosen.emit(str(button.property("lesson")), str(button.property("wanted")))

"""The lessons that were made on this computer, to go on with one or to open a file."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.places.lessons.kept_lessons import KeptLesson
from reader.ui.places.lessons.pupil.mark_form import plain_label


class KeptDialog(QDialog):
    """Offers the lessons of this computer, the one that was changed last first.

    Signals:
        chosen(object): A KeptLesson is to be opened.
        file_wanted(): A lesson file is to be chosen.
    """

    chosen = Signal(object)
    file_wanted = Signal()

    def __init__(self, lessons: Sequence[KeptLesson], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("kept_dialog")
        self.setWindowTitle(_tr("Change a lesson, or look at answers"))
        self.resize(560, 400)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 14, 16, 14)
        rows.addWidget(plain_label(_tr("Your lessons on this computer"), "heading"))
        told = _tr("Kept as you typed, with their reference marks. The last changed comes first.")
        rows.addWidget(plain_label(told, "small"))
        self.list = QListWidget()
        self.list.setObjectName("kept_lessons")
        self.list.setAccessibleName(_tr("Your lessons on this computer"))
        self.list.setProperty("rows", "true")
        for lesson in lessons:
            item = QListWidgetItem(f"{lesson.title}    {lesson.changed}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, lesson)
        self.list.itemActivated.connect(self._open)
        self.list.setCurrentRow(0)
        rows.addWidget(self.list, 1)
        rows.addLayout(self._buttons(has_lessons=bool(lessons)))

    def _buttons(self, *, has_lessons: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        file = QPushButton(_tr("Open a lesson &file…"))
        file.setObjectName("open_lesson_file")
        file.setAutoDefault(False)
        file.clicked.connect(self._want_file)
        row.addWidget(file)
        row.addStretch()
        cancel = QPushButton(_tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        go_on = QPushButton(_tr("&Open"))
        go_on.setObjectName("open_kept_lesson")
        go_on.setProperty("main", "true")
        go_on.setDefault(True)
        go_on.setEnabled(has_lessons)
        go_on.clicked.connect(self._open)
        row.addWidget(cancel)
        row.addWidget(go_on)
        return row

    def _open(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.accept()
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def _want_file(self) -> None:
        self.reject()
        self.file_wanted.emit()


def _tr(words: str) -> str:
    return QCoreApplication.translate("Lesson", words)

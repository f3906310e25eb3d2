"""The steps of a lesson as rows that are put in order by mouse and keys."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QCursor, QDrag, QDropEvent, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.core.lessons.lesson import Lesson, Step
from reader.ui.places.lessons.pupil.mark_form import plain_label
from reader.ui.places.lessons.pupil.step_bar import lock_words

_ROW = 46
_PADDING, _SIDES = 10, 4  # pixels around a row, as the style has it
_NUMBER = 22  # pixels across the ring around a step’s number


class StepList(QListWidget):
    """The steps in order. What moves in it moves in the lesson first; the list only shows it.

    Signals:
        move_requested(int): The current step is to go up or down by so many places.
    """

    move_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("maker_steps")
        self.setAccessibleName(_tr("Steps"))
        self.setProperty("rows", True)  # noqa: FBT003 -- Qt's call
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setToolTip(_tr("Drag a step to another place, or press Alt+Up and Alt+Down."))

    def show_steps(self, lesson: Lesson, chosen: str, grip: QPixmap) -> None:
        """Show the steps of a lesson, the one of an id as the current one, without telling.

        Args:
            lesson: The lesson.
            chosen: The id of the step that is to be current; the nearest one where it is gone.
            grip: What is painted where a row is taken to drag it.
        """
        row = max(0, self.currentRow())
        self.blockSignals(True)  # noqa: FBT003 -- Qt's call
        self.clear()
        count = len(lesson.steps)
        for number, step in enumerate(lesson.steps, start=1):
            item = QListWidgetItem(self)
            item.setSizeHint(QSize(0, _ROW))
            told = _tr("Step {n}, {title}, {n} of {count}, {minutes} min, {state}").format(
                n=number,
                title=step.title,
                count=count,
                minutes=step.minutes,
                state=_state(lesson, step),
            )
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
            self.setItemWidget(item, _step_row(number, step, lesson, grip))
            row = number - 1 if step.id == chosen else row
        self.fit_rows()
        self.setCurrentRow(min(row, count - 1))
        self.blockSignals(False)  # noqa: FBT003 -- Qt's call

    def fit_rows(self) -> None:
        """Make each row as high as its words need in this width."""
        width = self.viewport().width()
        for number in range(self.count()):
            item = self.item(number)
            row = self.itemWidget(item)
            if row is not None:
                needed = max(_ROW, row.heightForWidth(width - _SIDES) + _PADDING)
                item.setSizeHint(QSize(0, needed))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the rows to the new width."""
        super().resizeEvent(event)
        self.fit_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Up and Alt+Down move the step."""
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if is_alt and event.key() in ways:
            self.move_requested.emit(ways[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Carry a picture of the row along. Qt's own drag would take the row out in the end."""
        row = self.itemWidget(self.currentItem())
        drag = QDrag(self)
        drag.setMimeData(self.mimeData(self.selectedItems()))
        drag.setPixmap(row.grab())
        drag.setHotSpot(row.mapFromGlobal(QCursor.pos()))
        drag.exec(actions, Qt.DropAction.MoveAction)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the step that was dragged to stand where it was let go."""
        here, target = self.currentRow(), self._gap_at(event)
        event.acceptProposedAction()
        self.setState(QAbstractItemView.State.NoState)
        by = target - here - (1 if target > here else 0)
        if by:
            self.move_requested.emit(by)

    def _gap_at(self, event: QDropEvent) -> int:
        """Return before which row something was let go: the nearer end of the row there."""
        place = event.position().toPoint()
        row = self.indexAt(place).row()
        if row < 0:
            return self.count()
        is_lower = place.y() > self.visualItemRect(self.item(row)).center().y()
        return row + 1 if is_lower else row


def _state(lesson: Lesson, step: Step) -> str:
    told = [lock_words(lesson, step)]
    if step.opens.when == "word":
        told = [_tr("opens with the word: {word}").format(word=step.opens.word or "–")]
    if "program" in step.locked:
        told.append(_tr("the program’s marks are locked"))
    return "; ".join(filter(None, told)) or _tr("nothing is locked")


def _step_row(number: int, step: Step, lesson: Lesson, grip: QPixmap) -> QWidget:
    row = QWidget()
    row.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    cells = QHBoxLayout(row)
    cells.setContentsMargins(8, 5, 10, 5)
    handle = QLabel()
    handle.setPixmap(grip)
    handle.setFixedHeight(_NUMBER)
    sign = QLabel(str(number))
    sign.setProperty("role", "number")
    sign.setFixedSize(_NUMBER, _NUMBER)
    sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
    words = QVBoxLayout()
    words.setSpacing(0)
    title = plain_label(step.title)
    title.setStyleSheet("font-weight: 600")
    words.addWidget(title)
    words.addWidget(plain_label(_state(lesson, step), "small"))
    minutes = plain_label(_tr("{n} min").format(n=step.minutes), "small")
    minutes.setWordWrap(False)
    cells.addWidget(handle, 0, Qt.AlignmentFlag.AlignTop)
    cells.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    cells.addLayout(words, 1)
    cells.addWidget(minutes, 0, Qt.AlignmentFlag.AlignTop)
    return row


def _tr(words: str) -> str:
    return QCoreApplication.translate("Lesson", words)

"""The steps of a lesson in a row: which one is shown, which are done, which are closed."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from reader.core.lessons.lesson import Lesson, Step
from reader.core.lessons.progress import Progress

_FEW = 5  # steps whose titles all find room


class StepBar(QWidget):
    """One button a step.

    Signals:
        step_chosen(str): The id of a step that may be opened.
    """

    step_chosen = Signal(str)

    def __init__(self, lesson: Lesson) -> None:
        super().__init__()
        self._lesson = lesson
        self.setObjectName("step_bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._buttons: dict[str, QToolButton] = {}
        for step in lesson.steps:
            button = QToolButton()
            button.setCheckable(True)
            button.setObjectName(f"step_{step.id}")
            button.setProperty("step", "true")
            button.clicked.connect(partial(self._choose, step.id))
            row.addWidget(button)
            self._buttons[step.id] = button

    def show_state(self, current: Step, progress: Progress) -> None:
        """Show which step is in front, which are done, and which are closed."""
        for number, step in enumerate(self._lesson.steps, start=1):
            button = self._buttons[step.id]
            is_open = progress.is_open(step) or step.opens.when == "word"
            is_done = step.id in progress.done
            is_here = step.id == current.id
            sign = "✓" if is_done and not is_here else str(number)
            has_title = is_here or len(self._lesson.steps) <= _FEW
            button.setText(f"{sign}  {step.title}" if has_title else sign)
            button.setMinimumWidth(button.sizeHint().width())
            button.setChecked(is_here)
            button.setEnabled(is_open)
            told = step.title if is_open else f"{step.title}: {lock_words(self._lesson, step)}"
            button.setToolTip(told)
            button.setAccessibleName(_tr("Step {n}: {told}").format(n=number, told=told))

    def _choose(self, step_id: str) -> None:
        self.step_chosen.emit(step_id)


def lock_words(lesson: Lesson, step: Step) -> str:
    """Return when a step opens, in words."""
    before = lesson.step(step.opens.step)
    number = lesson.steps.index(before) + 1 if before else 0
    return {
        "at-once": "",
        "after": _tr("opens after step {n}"),
        "handed-in": _tr("opens when step {n} is handed in"),
        "word": _tr("opens with a word that your teacher says"),
    }[step.opens.when].format(n=number)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Lesson", words)

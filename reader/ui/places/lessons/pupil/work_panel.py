"""What stands beside the page of a pupil: the task, the mark, all marks, the step's own fields."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.core.lessons.lesson import Step
from reader.core.lessons.placing import PlacedMark
from reader.core.lessons.progress import asked_of, is_hand_in
from reader.storage.lessons.texts import LessonTexts
from reader.ui.places.lessons.pupil.mark_form import MarkForm, MarkList, plain_label, swap_body
from reader.ui.places.lessons.pupil.pupil_work import PupilWork
from reader.ui.places.lessons.pupil.step_form import Found, StepForm
from reader.ui.theme import Theme

_WIDTH = 400


class WorkPanel(QWidget):
    """Everything a pupil writes in a step; its last button stays in view below what scrolls.

    Signals:
        mark_chosen(object): A PlacedMark of the list.
        step_finished(): The button at the end was pressed.
    """

    mark_chosen = Signal(object)
    step_finished = Signal()

    def __init__(self, work: PupilWork, texts: LessonTexts, theme: Theme) -> None:
        super().__init__()
        self._work, self._texts, self._theme = work, texts, theme
        self._chosen: PlacedMark | None = None
        self._step = work.lesson.steps[0]
        self._form: MarkForm | None = None
        self._list = MarkList()
        self._list.setParent(self)
        self._list.hide()
        self.setObjectName("work_panel")
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._done = QPushButton(self)
        self._done.setObjectName("step_done")
        self._done.setProperty("main", True)  # noqa: FBT003 -- Qt's call
        self._done.clicked.connect(self.step_finished)
        self.setFocusProxy(self._area)
        parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(0)
        parts.addWidget(self._area, 1)
        parts.addLayout(self._foot())
        self.setMinimumWidth(352)
        self.setMaximumWidth(_WIDTH)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours of what is painted."""
        self._theme = theme

    def show_step(self, step: Step, chosen: PlacedMark | None, found: Found) -> None:
        """Show what is asked in a step and of a mark; no fields before the step opens."""
        self._step, self._chosen, self._form = step, chosen, None
        is_open = self._work.progress.is_open(step)
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(14, 12, 14, 12)
        rows.setSpacing(6)
        task = plain_label(step.task, "task")
        task.setObjectName("task")
        rows.addWidget(task)
        rows.addWidget(_rule())
        if is_open:
            self._add_asked(rows, step, found)
        rows.addStretch(1)
        swap_body(self._area, body)
        self._done.setText(self._finish_words())
        self._done.setEnabled(is_open)
        self._told.setText(self._foot_words())
        fields = body.findChildren(QWidget)
        stops = [one for one in fields if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        QWidget.setTabOrder(stops[-1] if stops else self._area, self._done)

    def _add_asked(self, rows: QVBoxLayout, step: Step, found: Found) -> None:
        """Add the mark that is looked at, the list of marks, and the fields of the step.

        A table is what a comparison is about, and a list of forty marks would hide it: there the
        list comes last.
        """
        has_marks = bool(step.pens) or step.kind in {"program", "compare"}
        is_table = step.kind == "compare"
        if has_marks:
            self._add_form(rows)
        if has_marks and not is_table:
            self._add_list(rows)
        rows.addWidget(StepForm(self._work, step, found))
        if has_marks and is_table:
            self._add_list(rows)

    def tell(self, words: str) -> None:
        """Tell something under the button at the end, until another step is shown."""
        self._told.setText(words)

    def focus_reason(self) -> bool:
        """Give the first field of the mark the focus; tell whether there is one."""
        if self._form is None:
            return False
        self._form.focus_first()
        return True

    def _add_form(self, rows: QVBoxLayout) -> None:
        if self._chosen is not None and self._chosen in self._marks_here():
            self._form = self._made_form(self._chosen)
            rows.addWidget(self._form)
            rows.addWidget(_rule())

    def _add_list(self, rows: QVBoxLayout) -> None:
        marks = self._marks_here()
        rows.addWidget(plain_label(_tr("Your marks so far: {n}").format(n=len(marks)), "section"))
        self._list = MarkList()
        self._list.mark_chosen.connect(self._choose)
        self._show_list()
        if marks:
            rows.addWidget(self._list)

    def _made_form(self, mark: PlacedMark) -> MarkForm:
        asked = asked_of(self._work.lesson, self._step, mark.article)
        form = MarkForm(
            self._texts.words_of(mark),
            self._texts.place_of(mark),
            asked,
            mark,
            is_frozen=self._work.is_frozen(mark.article),
        )
        form.written.connect(self._write)
        form.remove_requested.connect(self._remove)
        return form

    def _marks_here(self) -> list[PlacedMark]:
        return [one for one in self._work.marks if one.article in self._step.articles]

    def _show_list(self) -> None:
        marks = self._marks_here()
        rows = [
            (self._texts.place_of(one), pen, self._texts.words_of(one), _reason_words(one))
            for one in marks
            if (pen := self._work.lesson.pen(one.category)) is not None
        ]
        chosen = marks.index(self._chosen) if self._chosen in marks else -1
        self._list.show_marks(rows, chosen, self._theme)

    def _choose(self, number: int) -> None:
        self.mark_chosen.emit(self._marks_here()[number])

    def _write(self, field: str, words: str) -> None:
        if self._chosen is not None:
            self._chosen = self._work.change_mark(self._chosen, **{field: words})
            self._show_list()

    def _remove(self, why: str) -> None:
        if self._chosen is not None:
            self._work.remove_mark(self._chosen, why)

    @property
    def chosen(self) -> PlacedMark | None:
        """Return the mark that is looked at, as it was written last."""
        return self._chosen

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 8, 14, 10)
        foot.setSpacing(6)
        foot.addWidget(self._done)
        self._told = plain_label("", "small")
        foot.addWidget(self._told)
        return foot

    def _foot_words(self) -> str:
        if self._is_last_chance():
            return _tr("Once you hand it in, the marks of this article stay as they are.")
        return _tr("A mark is a question, not a verdict. There is no number of marks to reach.")

    def _is_last_chance(self) -> bool:
        """Tell whether the button at the end closes the marks of what is read."""
        is_done = self._step.id in self._work.progress.done
        return not is_done and is_hand_in(self._work.lesson, self._step)

    def _finish_words(self) -> str:
        if self._step.id in self._work.progress.done:
            return _tr("Go on")
        hand_in = is_hand_in(self._work.lesson, self._step)
        return _tr("Hand in this step") if hand_in else _tr("Done with this step")


def _reason_words(mark: PlacedMark) -> str:
    if mark.mark.reason.strip():
        return _tr("reason given")
    return _tr("not sure") if mark.mark.sure == "not sure" else _tr("reason missing")


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("role", "rule")
    return rule


def _tr(words: str) -> str:
    return QCoreApplication.translate("Lesson", words)

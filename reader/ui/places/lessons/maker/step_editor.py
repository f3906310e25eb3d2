"""The form of one step: its task, pens, questions, when it opens, and what is locked in it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import get_args

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reader.core.lessons.lesson import LEXICONS, PROGRAM, Asked, Lesson, Step, StepKind
from reader.ui.places.lessons.maker.opening_buttons import OpeningButtons
from reader.ui.places.lessons.pupil.mark_form import plain_label

_TASK_HEIGHT = 74
_TABLE_HEIGHT = 124
_NARROW = 480  # pixels
_LONGEST_ROW = 200  # characters
_LONGEST_TASK = 3_000  # characters


class _TextField(QPlainTextEdit):
    """A field that leaves Ctrl+Z to the lesson where nothing was written in it."""

    def event(self, event: QEvent) -> bool:
        """Take the keys of the field, but Ctrl+Z only while there is something to take back."""
        is_undo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
        if is_undo and not self.document().isUndoAvailable():
            event.ignore()
            return False
        return super().event(event)


class StepEditor(QWidget):
    """Lets the teacher change a step.

    Signals:
        step_changed(object): The Step as it is to be.
        table_changed(object): The rows of the comparison table as they are to be, a list of words.
        kind_changed(): The step is of another kind now, so that other things are asked.
    """

    step_changed = Signal(object)
    table_changed = Signal(object)
    kind_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("step_editor")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._step: Step | None = None
        self._lesson: Lesson | None = None
        self._form: QFormLayout | None = None
        self._is_narrow = False
        self._anew = QTimer(self)
        self._anew.setSingleShot(True)
        self._anew.setInterval(0)
        self._anew.timeout.connect(self._show_anew)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 12, 16, 8)
        self._body = QWidget()
        self._layout.addWidget(self._body)

    def show_step(self, lesson: Lesson, step: Step) -> None:
        """Show a step of a lesson."""
        self._lesson, self._step = lesson, step
        self._is_narrow = self.width() < _NARROW
        body = QWidget()
        form = QFormLayout(body)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        number = lesson.steps.index(step) + 1
        form.addRow(plain_label(_tr("Step {n}").format(n=number), "heading"))
        self._add_head(form, step)
        self._add_task(form, step)
        if step.kind == "compare":
            self._add_table(form, lesson)
        self._add_choices(form, lesson, step)
        self._add_opens(form, lesson, step)
        lock = _tr("The lock is a courtesy, not a safe.")
        form.addRow("", plain_label(lock, "small"))
        self._layout.replaceWidget(self._body, body)
        self._body.hide()  # else its layout may still show it, as a window of its own
        self._body.setParent(None)  # the old one may be telling something just now
        self._body.deleteLater()
        self._body = body
        self._form = form
        self._fit()

    def _fit(self) -> None:
        """Put labels above their fields in a narrow window, and take the height that needs."""
        if self._form is None:
            return
        policies = QFormLayout.RowWrapPolicy
        is_narrow = self.width() < _NARROW
        policy = policies.WrapAllRows if is_narrow else policies.DontWrapRows
        if self._form.rowWrapPolicy() != policy:
            self._form.setRowWrapPolicy(policy)
        self.setMinimumHeight(self._form.sizeHint().height() + 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the form to the new width; boxes stand in other rows in a narrow one."""
        super().resizeEvent(event)
        self._fit()
        if self._is_narrow != (self.width() < _NARROW):
            self._anew.start()  # not now: what is being laid out must not go meanwhile

    def _show_anew(self) -> None:
        is_other = self._is_narrow != (self.width() < _NARROW)
        if is_other and self._lesson is not None and self._step is not None:
            self.show_step(self._lesson, self._step)

    def _add_head(self, form: QFormLayout, step: Step) -> None:
        title = QLineEdit(step.title)
        title.setObjectName("step_title")
        title.setMaxLength(80)
        title.setCursorPosition(0)
        title.textEdited.connect(partial(self._change, "title"))
        title.setMinimumWidth(64)
        title.setAccessibleName(_tr("Name of the step"))
        minutes = QSpinBox()
        minutes.setRange(0, 240)
        minutes.setValue(step.minutes)
        minutes.setSuffix(_tr(" min"))
        minutes.setMaximumWidth(96)
        minutes.lineEdit().setTextMargins(6, 0, 0, 0)
        minutes.setAccessibleName(_tr("Minutes"))
        minutes.valueChanged.connect(partial(self._change, "minutes"))
        kind = QComboBox()
        for name, words in _kinds().items():
            kind.addItem(words, name)
        kind.setCurrentIndex(kind.findData(step.kind))
        kind.setMinimumContentsLength(7)
        kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        kind.setAccessibleName(_tr("What is done in this step"))
        kind.activated.connect(partial(self._change_kind, kind))
        row = QHBoxLayout()
        row.setSpacing(8)
        if self.width() < _NARROW:
            form.addRow(_tr("Name"), title)
            row.addWidget(kind, 1)
            row.addWidget(minutes)
            form.addRow(_tr("Kind and minutes"), row)
            return
        row.addWidget(title, 1)
        row.addWidget(kind)
        row.addWidget(minutes)
        form.addRow(_tr("Name"), row)

    def _add_task(self, form: QFormLayout, step: Step) -> None:
        task = _TextField(step.task)
        task.setObjectName("step_task")
        task.setProperty("read", True)  # noqa: FBT003 -- Qt's call
        task.setFixedHeight(_TASK_HEIGHT)
        task.setTabChangesFocus(True)
        task.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        task.setAccessibleName(_tr("What to do"))
        task.textChanged.connect(partial(self._change_task, task))
        form.addRow(_tr("What to do"), task)
        told = _tr("Ask here what you want to ask: pupils have a field for their words below it.")
        if step.kind == "compare":
            told = _tr("Your questions to both articles stand below, a row each in a table.")
        form.addRow("", plain_label(told, "small"))

    def _add_table(self, form: QFormLayout, lesson: Lesson) -> None:
        rows = _TextField("\n".join(row.title for row in lesson.table))
        rows.setObjectName("table_rows")
        rows.setFixedHeight(_TABLE_HEIGHT)
        rows.setTabChangesFocus(True)
        rows.setPlaceholderText(_tr("No table. Write a question a line to have one."))
        rows.setToolTip(_tr("Pupils fill a row a line, with a cell for each article."))
        rows.setAccessibleName(_tr("Rows of the comparison table, one a line"))
        rows.textChanged.connect(partial(self._change_table, rows))
        form.addRow(_tr("Questions"), rows)

    def _change_table(self, rows: QPlainTextEdit) -> None:
        lines = rows.toPlainText().splitlines()
        self.table_changed.emit([line[:_LONGEST_ROW] for line in lines])

    def _add_choices(self, form: QFormLayout, lesson: Lesson, step: Step) -> None:
        pens = {pen.id: f"{pen.id} {pen.name.lower()}" for pen in lesson.pens}
        articles = {
            one.id: _tr("article {letter}").format(letter=one.id) for one in lesson.articles
        }
        locks = {
            PROGRAM: _tr("the program’s marks and panels"),
            **articles,
            LEXICONS: _tr("the lexicons"),
        }
        per_row = 1 if self.width() < _NARROW else 2
        self._add_boxes(form, _tr("Pens"), "pens", pens, step.pens, per_row=per_row + 1)
        self._add_boxes(form, _tr("Asked of a mark"), "asks", _asks(), step.asks, per_row=per_row)
        self._add_boxes(form, _tr("Articles"), "articles", articles, step.articles)
        self._add_boxes(form, _tr("Locked here"), "locked", locks, step.locked, per_row=per_row)

    def _add_boxes(
        self,
        form: QFormLayout,
        label: str,
        field: str,
        names: Mapping[str, str],
        chosen: Iterable[str],
        *,
        per_row: int = 4,
    ) -> None:
        box = QWidget()
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        row = QHBoxLayout()
        for place, (name, words) in enumerate(names.items()):
            if place % per_row == 0:
                row = QHBoxLayout()
                row.setSpacing(14)
                rows.addLayout(row)
            check = QCheckBox(words)
            check.setObjectName(f"{field}_{name}")
            check.setChecked(name in chosen)
            check.toggled.connect(partial(self._change_choice, field, name))
            row.addWidget(check)
            if (place + 1) % per_row == 0:
                row.addStretch()
        row.addStretch()
        form.addRow(label, box)

    def _add_opens(self, form: QFormLayout, lesson: Lesson, step: Step) -> None:
        opens = OpeningButtons(lesson, step, is_narrow=self.width() < _NARROW)
        opens.opening_changed.connect(partial(self._change, "opens"))
        form.addRow(_tr("Opens"), opens)

    # -- changes ---------------------------------------------------------------------------------

    def _emit(self, step: Step) -> None:
        self._step = step
        self.step_changed.emit(step)

    def _change(self, field: str, value: object) -> None:
        if self._step is not None:
            changed = replace(self._step, **{field: value})  # type: ignore[arg-type]  # as named
            self._emit(changed)

    def _change_task(self, task: QPlainTextEdit) -> None:
        self._change("task", task.toPlainText()[:_LONGEST_TASK])

    def _change_kind(self, kind: QComboBox) -> None:
        self._change("kind", kind.currentData())
        self.kind_changed.emit()

    def _change_choice(self, field: str, name: str, is_on: bool) -> None:  # noqa: FBT001 -- Qt's
        if self._step is None or self._lesson is None:
            return
        now = set(getattr(self._step, field)) ^ {name}
        if is_on != (name in now):
            return
        orders: Mapping[str, Iterable[str]] = {
            "pens": (pen.id for pen in self._lesson.pens),
            "asks": get_args(Asked),
            "articles": (one.id for one in self._lesson.articles),
            "locked": (PROGRAM, *(one.id for one in self._lesson.articles), LEXICONS),
        }
        self._change(field, tuple(one for one in orders[field] if one in now))


def _kinds() -> dict[str, str]:
    words = (
        _tr("read"),
        _tr("mark"),
        _tr("compare"),
        _tr("see the program’s marks"),
        _tr("ask the sources"),
        _tr("leave the page"),
        _tr("judge"),
    )
    return dict(zip(get_args(StepKind), words, strict=True))


def _asks() -> dict[str, str]:
    words: tuple[str, ...] = (
        _tr("Why did you mark it?"),
        _tr("A plainer word"),
        _tr("What would be lost with it?"),
        _tr("How sure are you?"),
    )
    return dict(zip(get_args(Asked), words, strict=True))


def _tr(words: str) -> str:
    return QCoreApplication.translate("Lesson", words)

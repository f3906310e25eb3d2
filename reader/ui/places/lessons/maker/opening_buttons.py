"""When a step opens, as buttons side by side; beside them the number of the step, or the word."""

from functools import partial
from typing import cast, get_args

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QToolButton,
    QWidget,
)

from reader.core.lessons.lesson import Lesson, Opening, Opens, Step
from reader.ui.theme.segment_ends import round_ends

_LONGEST_WORD = 40
_IN_A_ROW, _IN_A_NARROW_ROW = 4, 2  # buttons


class OpeningButtons(QWidget):
    """At once, after a step, with a word, when a step was handed in: one of them counts.

    The first step waits for no other, so it has two buttons only.

    Signals:
        opening_changed(object): The Opening as it is to be.
    """

    opening_changed = Signal(object)

    def __init__(self, lesson: Lesson, step: Step, *, is_narrow: bool) -> None:
        super().__init__()
        self.setObjectName("opens")
        self.setAccessibleName(_tr("Opens"))
        self._steps = lesson.steps[: lesson.steps.index(step)]
        self._group = QButtonGroup(self)
        self._ways = [one for one in get_args(Opens) if self._steps or one in {"at-once", "word"}]
        self._number = self._step_number(step.opens)
        self._word = self._word_field(step.opens)
        per_row = _IN_A_NARROW_ROW if is_narrow else _IN_A_ROW
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setVerticalSpacing(4)
        for row, start in enumerate(range(0, len(self._ways), per_row)):
            rows.addLayout(self._buttons(self._ways[start : start + per_row], step.opens), row, 0)
        beside = QHBoxLayout()
        beside.addWidget(self._number)
        beside.addWidget(self._word, 1)
        beside.addStretch()
        rows.addLayout(beside, rows.rowCount(), 0, Qt.AlignmentFlag.AlignLeft)
        self._fit(step.opens.when)

    def _buttons(self, ways: list[Opens], opens: Opening) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        made = []
        for way in ways:
            button = QToolButton()
            button.setObjectName(f"opens_{way}")
            button.setCheckable(True)
            button.setChecked(way == opens.when)
            button.setProperty("segment", True)  # noqa: FBT003 -- Qt's call
            button.clicked.connect(partial(self._tell, way))
            self._group.addButton(button, self._ways.index(way))
            row.addWidget(button)
            made.append(button)
        round_ends(made)
        row.addStretch()
        return row

    def _step_number(self, opens: Opening) -> QSpinBox:
        number = QSpinBox()
        number.setObjectName("opens_step")
        number.setAccessibleName(_tr("Number of the step that comes before"))
        number.setPrefix(_tr("step "))
        number.lineEdit().setTextMargins(6, 0, 0, 0)
        number.setRange(1, max(1, len(self._steps)))
        named = [place for place, one in enumerate(self._steps, 1) if one.id == opens.step]
        number.setValue(named[0] if named else len(self._steps))
        number.valueChanged.connect(self._change)
        return number

    def _word_field(self, opens: Opening) -> QLineEdit:
        word = QLineEdit(opens.word)
        word.setObjectName("opens_word")
        word.setMaxLength(_LONGEST_WORD)
        word.setPlaceholderText(_tr("the word: heron"))
        word.setAccessibleName(_tr("The word that opens the step"))
        word.textEdited.connect(self._change)
        return word

    def _fit(self, when: Opens) -> None:
        """Show the field that the chosen button needs, and the number in the buttons' words."""
        self._number.setVisible(when in {"after", "handed-in"} and len(self._steps) > 1)
        self._word.setVisible(when == "word")
        words = {
            "at-once": _tr("At once"),
            "after": _tr("After step {n}"),
            "word": _tr("With a word"),
            "handed-in": _tr("When handed in"),
        }
        for place, way in enumerate(self._ways):
            told = words[way].format(n=self._number.value())
            self._group.button(place).setText(told)
            self._group.button(place).setAccessibleName(_tr("Opens: {way}").format(way=told))

    def _change(self) -> None:
        self._tell(cast("Opens", self._ways[self._group.checkedId()]))

    def _tell(self, when: Opens) -> None:
        self._fit(when)
        waits = when in {"after", "handed-in"}
        step = self._steps[self._number.value() - 1].id if waits else ""
        self.opening_changed.emit(Opening(when, step, self._word.text()))


def _tr(words: str) -> str:
    return QCoreApplication.translate("Lesson", words)

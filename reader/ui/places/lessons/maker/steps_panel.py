"""The steps of a lesson that is being made, its articles, and from when outlets are shown."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.lessons.lesson import Lesson, Step
from reader.ui.places.lessons.maker.lesson_draft import LessonDraft
from reader.ui.places.lessons.pupil.mark_form import plain_label
from reader.ui.places.lessons.pupil.step_bar import lock_words
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons

_ROW = 46
_PADDING, _SIDES = 10, 4  # pixels around a row, as the style has it
_NUMBER = 22  # pixels across the ring around a step’s number


class StepList(QListWidget):
    """The steps in order.

    Signals:
        move_requested(int): The step is to go up or down by so many places.
    """

    move_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("maker_steps")
        self.setAccessibleName(_tr("Steps"))
        self.setProperty("rows", True)  # noqa: FBT003 -- Qt's call
        self.setFrameShape(QListWidget.Shape.NoFrame)

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


class StepsPanel(QWidget):
    """The left side of the maker.

    Signals:
        step_chosen(str): The id of a step.
        article_chosen(str): The id of an article.
    """

    step_chosen = Signal(str)
    article_chosen = Signal(str)

    def __init__(self, draft: LessonDraft, icons: Icons, theme: Theme) -> None:
        super().__init__()
        self._draft, self._icons = draft, icons
        self._step_buttons: dict[str, QToolButton] = {}
        self.setObjectName("steps_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(252)
        self.setMaximumWidth(300)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 10, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(self._head())
        self._list = StepList()
        self._list.currentRowChanged.connect(self._choose)
        self._list.move_requested.connect(self._move)
        rows.addWidget(self._list, 1)
        self._articles = QVBoxLayout()
        self._articles.setContentsMargins(14, 6, 14, 6)
        rows.addLayout(self._articles)
        rows.addLayout(self._outlets_row())
        foot = _tr(
            "Pupils open one file. No names, no network: a pupil has a code such as heron-14."
        )
        rows.addWidget(plain_label(foot, "foot"))
        self.set_theme(theme)
        self.show_lesson()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14, 0, 8, 0)
        row.setSpacing(2)
        row.addWidget(plain_label(_tr("Steps"), "heading"))
        row.addSpacing(4)
        self._minutes = plain_label("", "small")
        row.addWidget(self._minutes, 1)
        for words, name, icon, slot in (
            (_tr("Add a step"), "add_step", "plus", self._add),
            (_tr("Move the step up (Alt+Up)"), "step_up", "chevron-up", partial(self._move, -1)),
            (_tr("Move the step down (Alt+Down)"), "step_down", "chevron-down",
             partial(self._move, 1)),
            (_tr("Take the step out (Ctrl+Z brings it back)"), "remove_step", "trash-2",
             self._remove),
        ):  # fmt: skip
            button = QToolButton()
            button.setToolTip(words)
            button.setAccessibleName(words.partition(" (")[0])
            button.setObjectName(name)
            button.clicked.connect(slot)
            self._step_buttons[icon] = button
            row.addWidget(button)
        return row

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the colours of a theme."""
        for icon, button in self._step_buttons.items():
            button.setIcon(self._icons.icon(icon, theme.text))

    def _outlets_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14, 0, 14, 8)
        self._outlets = QComboBox()
        self._outlets.setAccessibleName(_tr("Outlets are shown from"))
        self._outlets.activated.connect(self._change_outlets)
        row.addWidget(plain_label(_tr("Outlets shown from"), "small"))
        row.addWidget(self._outlets, 1)
        return row

    def show_lesson(self) -> None:
        """Show the lesson as it is now; the chosen step stays chosen."""
        lesson, row = self._draft.lesson, max(0, self._list.currentRow())
        self._minutes.setText(_tr("{n} min").format(n=lesson.minutes))
        self._minutes.setToolTip(_tr("{n} minutes in all").format(n=lesson.minutes))
        self._list.blockSignals(True)  # noqa: FBT003 -- Qt's call
        self._list.clear()
        for number, step in enumerate(lesson.steps, start=1):
            item = QListWidgetItem(self._list)
            item.setSizeHint(QSize(0, _ROW))
            told = f"{number} {step.title}, {step.minutes} min, {_state(lesson, step)}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
            self._list.setItemWidget(item, _step_row(number, step, lesson))
        self._list.fit_rows()
        self._list.setCurrentRow(min(row, len(lesson.steps) - 1))
        self._list.blockSignals(False)  # noqa: FBT003 -- Qt's call
        self._fill_outlets(lesson)
        self._fill_articles(lesson)

    def _fill_outlets(self, lesson: Lesson) -> None:
        self._outlets.clear()
        self._outlets.addItem(_tr("always"), "")
        for number, step in enumerate(lesson.steps, start=1):
            self._outlets.addItem(_tr("step {n}").format(n=number), step.id)
        self._outlets.setCurrentIndex(max(0, self._outlets.findData(lesson.outlets_from)))

    def _fill_articles(self, lesson: Lesson) -> None:
        while (item := self._articles.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._articles.addWidget(plain_label(_tr("Articles"), "section"))
        for article in lesson.articles:
            button = QPushButton(f"{article.id}  {_short(article.title)}")
            button.setProperty("flat", True)  # noqa: FBT003 -- Qt's call
            button.setToolTip(article.title)
            button.setStyleSheet("text-align: left; padding: 2px 4px;")
            button.clicked.connect(partial(self._choose_article, article.id))
            self._articles.addWidget(button)

    def _choose_article(self, article_id: str) -> None:
        self.article_chosen.emit(article_id)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._draft.lesson.steps):
            self.step_chosen.emit(self._draft.lesson.steps[row].id)

    def _add(self) -> None:
        self._draft.add_step()
        self._list.setCurrentRow(len(self._draft.lesson.steps) - 1)

    def _move(self, by: int) -> None:
        row = self._list.currentRow()
        if 0 <= row + by < len(self._draft.lesson.steps):
            self._draft.move_step(self._draft.lesson.steps[row].id, by)
            self._list.setCurrentRow(row + by)

    def _remove(self) -> None:
        row = self._list.currentRow()
        self._draft.remove_step(self._draft.lesson.steps[row].id)
        self._choose(self._list.currentRow())

    def _change_outlets(self) -> None:
        first = str(self._outlets.currentData())
        self._draft.change(replace(self._draft.lesson, outlets_from=first))


def _state(lesson: Lesson, step: Step) -> str:
    told = [lock_words(lesson, step)]
    if step.opens.when == "word":
        told = [_tr("opens with the word: {word}").format(word=step.opens.word or "–")]
    if "program" in step.locked:
        told.append(_tr("the program’s marks are locked"))
    return "; ".join(filter(None, told)) or _tr("nothing is locked")


def _step_row(number: int, step: Step, lesson: Lesson) -> QWidget:
    row = QWidget()
    row.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    cells = QHBoxLayout(row)
    cells.setContentsMargins(14, 5, 10, 5)
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
    cells.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    cells.addLayout(words, 1)
    cells.addWidget(minutes, 0, Qt.AlignmentFlag.AlignTop)
    return row


def _short(title: str) -> str:
    return title if len(title) <= 34 else f"{title[:33]}…"


def _tr(words: str) -> str:
    return QCoreApplication.translate("Lesson", words)

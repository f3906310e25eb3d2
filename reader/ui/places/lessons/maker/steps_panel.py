"""The steps of a lesson that is being made, its articles, and from when outlets are shown."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.lessons.lesson import Lesson
from reader.ui.places.lessons.maker.lesson_draft import LessonDraft
from reader.ui.places.lessons.maker.step_list import StepList
from reader.ui.places.lessons.pupil.mark_form import plain_label
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons

_GRIP = 14  # pixels across


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
        self._chosen = draft.lesson.steps[0].id
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
        self.setFocusProxy(self._list)
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
            (_tr("Remove the step (Ctrl+Z brings it back)"), "remove_step", "trash-2",
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
        self._theme = theme
        for icon, button in self._step_buttons.items():
            button.setIcon(self._icons.icon(icon, theme.text))
        self.show_lesson()

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
        lesson = self._draft.lesson
        self._minutes.setText(_tr("{n} min").format(n=lesson.minutes))
        self._minutes.setToolTip(_tr("{n} minutes in all").format(n=lesson.minutes))
        grip = self._icons.icon("grip-vertical", self._theme.text2).pixmap(_GRIP, _GRIP)
        self._list.show_steps(lesson, self._chosen, grip)
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
                widget.hide()
                widget.deleteLater()
        self._articles.addWidget(plain_label(_tr("Articles"), "section"))
        for article in lesson.articles:
            button = QPushButton(f"{article.id}  {_short(article.title)}")
            button.setProperty("flat", True)  # noqa: FBT003 -- Qt's call
            button.setToolTip(article.title)
            button.setStyleSheet("text-align: left; padding: 2px 4px;")
            button.clicked.connect(partial(self._choose_article, article.id))
            self._articles.addWidget(button)

    def choose_again(self) -> None:
        """Tell once more which step is chosen: the nearest one, where it was taken out."""
        self._choose(self._list.currentRow())

    def _choose_article(self, article_id: str) -> None:
        self.article_chosen.emit(article_id)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._draft.lesson.steps):
            self._chosen = self._draft.lesson.steps[row].id
            self.step_chosen.emit(self._chosen)

    def _add(self) -> None:
        self._draft.add_step()
        self._list.setCurrentRow(len(self._draft.lesson.steps) - 1)

    def _move(self, by: int) -> None:
        row = self._list.currentRow()
        if 0 <= row + by < len(self._draft.lesson.steps):
            self._draft.move_step(self._draft.lesson.steps[row].id, by)
            self.step_chosen.emit(self._chosen)  # its number is another now

    def _remove(self) -> None:
        row = self._list.currentRow()
        self._draft.remove_step(self._draft.lesson.steps[row].id)
        self._choose(self._list.currentRow())

    def _change_outlets(self) -> None:
        first = str(self._outlets.currentData())
        self._draft.change(replace(self._draft.lesson, outlets_from=first))


def _short(title: str) -> str:
    return title if len(title) <= 34 else f"{title[:33]}…"


def _tr(words: str) -> str:
    return QCoreApplication.translate("Lesson", words)

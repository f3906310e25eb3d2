"""The bar of a lesson's window with its articles and pens."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QToolBar, QToolButton, QWidget

from reader.core.lessons.lesson import Step
from reader.core.lessons.progress import readable, shows_program
from reader.ui.places.lessons.pupil.mark_form import pen_icon, plain_label, short
from reader.ui.places.lessons.pupil.pupil_work import PupilWork
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons, beside_icon

_HEIGHT = 46
_PEN_SIGN = 20


class PensBar(QToolBar):
    """Shows which articles a step has, what they may be marked with, or why they may not.

    Signals:
        article_chosen(str): Show this article.
        pen_pressed(str): Mark the selected words with this pen.
        remove_requested(): Take the chosen mark away.
    """

    article_chosen = Signal(str)
    pen_pressed = Signal(str)
    remove_requested = Signal()

    def __init__(self, work: PupilWork, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._work, self._theme, self._icons = work, theme, icons
        self.setWindowTitle(self.tr("Pens"))
        self.setAccessibleName(self.tr("Pens"))
        self.setMovable(False)
        self.setFixedHeight(_HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; the pens wear them when a step is shown again."""
        self._theme = theme

    def show_step(self, step: Step, article: str) -> None:
        """Show the articles and the pens of a step.

        Args:
            step: The step.
            article: The article that is in front, "" for none.
        """
        self.clear()
        is_open = self._work.progress.is_open(step)
        ids = readable(self._work.lesson, step) if is_open else ()
        if len(ids) > 1:
            for one in ids:
                self._add_article_button(one, is_front=one == article)
            self.addSeparator()
        may_mark = bool(step.pens) and not self._work.is_frozen(article)
        if may_mark and ids:
            self.addWidget(_one_line(self.tr("Select words, press a letter; Enter: say why")))
            for pen_id in step.pens:
                self._add_pen(pen_id)
            self.addSeparator()
            remove = self.addAction(self.tr("Remove (Del)"))
            remove.triggered.connect(self.remove_requested)
            remove.setIcon(self._icons.icon("trash-2", self._theme.text))
            self.addAction(self._icons.icon("undo-2", self._theme.text), self.tr("Undo"))
            self.actions()[-1].triggered.connect(self._work.undo)
        elif step.pens and ids:
            told = self.tr("This article has been handed in; its marks stay as they are.")
            self.addWidget(_one_line(told))
        self._add_lock_words(step)

    def _add_lock_words(self, step: Step) -> None:
        opening = self._work.lesson.opening_of("program")
        if shows_program(step) or opening is None:
            return
        space = QWidget()
        space.setSizePolicy(space.sizePolicy().Policy.Expanding, space.sizePolicy().Policy.Minimum)
        self.addWidget(space)
        number = self._work.lesson.steps.index(opening) + 1
        lock = QLabel()
        lock.setPixmap(self._icons.icon("lock", self._theme.text2).pixmap(16, 16))
        self.addWidget(lock)
        told = self.tr("The program’s marks open in step {n}").format(n=number)
        self.addWidget(_one_line(told))

    def _add_article_button(self, article_id: str, *, is_front: bool) -> None:
        article = self._work.lesson.article(article_id)
        button = QToolButton()
        button.setText(f"{article_id}  {short(article.title) if article else ''}")
        button.setCheckable(True)
        button.setChecked(is_front)
        button.setProperty("segment", True)  # noqa: FBT003 -- Qt's call
        button.clicked.connect(partial(self._ask_article, article_id))
        self.addWidget(button)

    def _add_pen(self, pen_id: str) -> None:
        pen = self._work.lesson.pen(pen_id)
        if pen is None:
            return
        icon = pen_icon(pen, self._theme, self.devicePixelRatioF())
        button = QPushButton(icon, beside_icon(pen.name))
        button.setIconSize(QSize(_PEN_SIGN, _PEN_SIGN))
        button.setAccessibleName(f"{pen.id} {pen.name}")
        button.setObjectName(f"pen_{pen.id}")
        button.setToolTip(pen.task)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must not end the selection
        button.clicked.connect(partial(self._press, pen.id))
        self.addWidget(button)

    def _ask_article(self, article_id: str) -> None:
        self.article_chosen.emit(article_id)

    def _press(self, pen_id: str) -> None:
        self.pen_pressed.emit(pen_id)


def _one_line(words: str) -> QLabel:
    label = plain_label(f"{words} ", "small")
    label.setWordWrap(False)
    return label

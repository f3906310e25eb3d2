"""The class on the text, one pupil, and pairs: the page with what is told beside it."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.lessons.lesson import Step
from reader.core.lessons.scores.scoring import ClassScores
from reader.ui.places.lessons.answers.class_side import ClassSide
from reader.ui.places.lessons.answers.class_work import ClassWork
from reader.ui.places.lessons.answers.looked_at import LookedAt, Mode, layers_of
from reader.ui.places.lessons.page.lesson_page import LessonPage
from reader.ui.theme import Theme
from reader.ui.theme.segment_ends import round_ends


class ClassView(QWidget):
    """Shows a class, a pupil or a pair on the text.

    Signals:
        back_wanted(): The list of answers is to be shown again.
        print_wanted(): The class is to be shown on paper.
    """

    back_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, work: ClassWork, theme: Theme) -> None:
        super().__init__()
        self._work = work
        self._scores: ClassScores | None = None
        self._mode: Mode = "class"
        self.setObjectName("class_view")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._bar())
        body = QHBoxLayout()
        body.setSpacing(0)
        self.page = LessonPage(theme)
        self._side = ClassSide(work.texts)
        self._side.place_chosen.connect(self.page.reveal)
        body.addWidget(self.page, 1)
        body.addWidget(self._side)
        rows.addLayout(body, 1)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 6, 10, 6)
        bar.setSpacing(6)
        back = QPushButton(_tr("Answers"))
        back.setObjectName("class_back")
        back.clicked.connect(self.back_wanted)
        bar.addWidget(back)
        self._articles = QComboBox()
        self._articles.setAccessibleName(_tr("Article"))
        for article in self._work.draft.lesson.articles:
            self._articles.addItem(f"{article.id}  {article.title}", article.id)
        self._articles.setMinimumContentsLength(16)
        self._articles.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._articles.currentIndexChanged.connect(self._show_article)
        bar.addWidget(self._articles)
        self._pens = QButtonGroup(self)
        for place, pen in enumerate(self._work.draft.lesson.pens):
            button = QToolButton()
            button.setText(f"{pen.id} {pen.name}")
            button.setCheckable(True)
            button.setChecked(place == 0)
            button.setProperty("segment", True)  # noqa: FBT003 -- Qt's call
            button.clicked.connect(self._show_layers)
            self._pens.addButton(button, place)
            bar.addWidget(button)
        round_ends(self._pens.buttons())
        self._with_reference = QCheckBox(_tr("Reference marks"))
        self._with_reference.setChecked(True)
        self._with_reference.toggled.connect(self._show_layers)
        bar.addWidget(self._with_reference)
        bar.addStretch()
        bar.addWidget(self._step_box())
        self._first, self._second = QComboBox(), QComboBox()
        for box, name in ((self._first, _tr("Pupil")), (self._second, _tr("Neighbour"))):
            box.setAccessibleName(name)
            box.currentIndexChanged.connect(self._show_layers)
            box.hide()
            bar.addWidget(box)
        self._print = QPushButton(_tr("Print…"))
        self._print.setObjectName("print_class")
        self._print.setToolTip(_tr("Print the heat map, in black"))
        self._print.clicked.connect(self.print_wanted)
        bar.addWidget(self._print)
        return bar

    def _step_box(self) -> QComboBox:
        """Return the choice between the whole answer of a pupil and one step of it."""
        self._steps = QComboBox()
        self._steps.setObjectName("pupil_step")
        self._steps.setAccessibleName(_tr("Step"))
        self._steps.currentIndexChanged.connect(self._choose_step)
        return self._steps

    def _fill_steps(self) -> None:
        """Name the steps as they are now; the teacher may have changed them."""
        self._steps.blockSignals(True)  # noqa: FBT003 -- Qt's call
        self._steps.clear()
        self._steps.addItem(_tr("All steps"))
        for number, step in enumerate(self._work.draft.lesson.steps, start=1):
            self._steps.addItem(f"{number}  {step.title}", step.id)
        self._steps.blockSignals(False)  # noqa: FBT003 -- Qt's call

    def _choose_step(self) -> None:
        step = self._step
        if step is not None and step.articles and self._article_id not in step.articles:
            self._articles.setCurrentIndex(self._articles.findData(step.articles[0]))
        self._show_layers()

    @property
    def _step(self) -> Step | None:
        """The step that is looked at alone, None for all of them."""
        return self._work.draft.lesson.step(str(self._steps.currentData()))

    def show_scores(self, scores: ClassScores, mode: Mode) -> None:
        """Show the class, or one pupil, or a pair."""
        self._scores, self._mode = scores, mode
        codes = [one.answer.code for one in scores.pupils]
        for box in (self._first, self._second):
            box.blockSignals(True)  # noqa: FBT003 -- Qt's call
            box.clear()
            box.addItems(sorted(codes, key=str.casefold))
            box.blockSignals(False)  # noqa: FBT003 -- Qt's call
        self._fill_steps()
        self._second.setCurrentIndex(min(1, len(codes) - 1))
        self._first.setVisible(mode in {"pupil", "pairs"})
        self._second.setVisible(mode == "pairs")
        self._steps.setVisible(mode == "pupil")
        self._print.setVisible(mode == "class")
        for button in self._pens.buttons():
            button.setVisible(mode == "class")  # a pupil and a pair are shown with all pens
        self._with_reference.setVisible(mode != "pairs")
        self._show_article()

    @property
    def _pen(self) -> str:
        pens = self._work.draft.lesson.pens
        return pens[max(0, self._pens.checkedId())].id

    @property
    def _article_id(self) -> str:
        return str(self._articles.currentData())

    def _show_article(self) -> None:
        article = self._work.draft.lesson.article(self._article_id)
        if article is not None and self._scores is not None:
            self.page.show_article(article.as_article(with_outlet=True))
            self._show_layers()

    def _show_layers(self) -> None:
        if self._scores is None:
            return
        looked = LookedAt(
            scores=self._scores,
            mode=self._mode,
            lesson=self._work.draft.lesson,
            article=self._article_id,
            pen=self._pen,
            codes=(self._first.currentText(), self._second.currentText()),
            step=self._step,
            shows_reference=self._with_reference.isChecked(),
        )
        self.page.show_layers(layers_of(looked))
        self._side.show_looked_at(looked)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.page.set_theme(theme)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Lesson", words)

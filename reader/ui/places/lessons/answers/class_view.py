"""The class on the text, one pupil, and pairs: the page with what is told beside it."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.lessons.lesson import Step
from reader.core.lessons.placing import PlacedAnswer
from reader.core.lessons.scores.heat import (
    SplitPlace,
    heat_level,
    heat_of,
    heat_regions,
    level_ranges,
    readers_of,
    split_regions,
)
from reader.core.lessons.scores.scoring import ClassScores, table_rows
from reader.core.text.spans import Span
from reader.ui.places.lessons.answers.class_facts import class_sentences, pupil_sentences
from reader.ui.places.lessons.answers.class_work import ClassWork
from reader.ui.places.lessons.answers.step_facts import step_facts
from reader.ui.places.lessons.page.layers import HeatMark, Layers, PenMark
from reader.ui.places.lessons.page.lesson_page import LessonPage
from reader.ui.places.lessons.pupil.mark_form import plain_label, swap_body
from reader.ui.theme import Theme
from reader.ui.theme.segment_ends import round_ends

_RIGHT = 320
_PLACES = 5


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
        self._mode = "class"
        self.setObjectName("class_view")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._bar())
        body = QHBoxLayout()
        body.setSpacing(0)
        self.page = LessonPage(theme)
        self._side = QScrollArea()
        self._side.setWidgetResizable(True)
        self._side.setFrameShape(QFrame.Shape.NoFrame)
        self._side.setFixedWidth(_RIGHT)
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

    def show_scores(self, scores: ClassScores, mode: str) -> None:
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
        makers = {"class": self._class_layers, "pupil": self._pupil_layers}
        self.page.show_layers(makers.get(self._mode, self._pair_layers)(self._scores))
        self._show_side(self._scores)

    # -- layers ----------------------------------------------------------------------------------

    def _answers(self) -> list[PlacedAnswer]:
        return [one.answer for one in self._scores.pupils] if self._scores else []

    def _class_layers(self, scores: ClassScores) -> Layers:
        answers = self._answers()
        heat = heat_of(answers, [self._article_id], self._pen)
        readers = readers_of(answers, self._article_id)
        corners: tuple[Span, ...] = ()
        if scores.reference is not None and self._with_reference.isChecked():
            corners = tuple(
                one.span
                for one in scores.reference.marks
                if one.article == self._article_id and one.category == self._pen
            )
        marks = [HeatMark(one.span, one.count, heat_level(one.count, readers)) for one in heat]
        counts = [
            HeatMark(one.span, one.count, heat_level(one.count, readers))
            for one in heat_regions(heat)
        ]
        return Layers(corners=corners, heat=tuple(marks), counts=tuple(counts))

    def _pens_of(self, answer: PlacedAnswer | None) -> tuple[PenMark, ...]:
        forms = {pen.id: pen.form for pen in self._work.draft.lesson.pens}
        marks = answer.marks if answer else ()
        return tuple(
            PenMark(one.span, forms[one.category], one.category)
            for one in marks
            if one.article == self._article_id
        )

    def _pupil_layers(self, scores: ClassScores) -> Layers:
        reference = scores.reference.marks if scores.reference else ()
        shown = reference if self._with_reference.isChecked() else ()
        corners = tuple(one.span for one in shown if one.article == self._article_id)
        return Layers(
            pens=self._pens_of(self._of_code(self._first.currentText())), corners=corners
        )

    def _pair_layers(self, _scores: ClassScores) -> Layers:
        other = self._of_code(self._second.currentText())
        marks = other.marks if other else ()
        corners = tuple(one.span for one in marks if one.article == self._article_id)
        return Layers(
            pens=self._pens_of(self._of_code(self._first.currentText())), corners=corners
        )

    def _of_code(self, code: str) -> PlacedAnswer | None:
        return next((one for one in self._answers() if one.code == code), None)

    # -- what is told ----------------------------------------------------------------------------

    def _show_side(self, scores: ClassScores) -> None:
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(14, 12, 14, 12)
        makers = {"class": self._add_class, "pupil": self._add_pupil}
        makers.get(self._mode, self._add_pair)(rows, scores)
        rows.addStretch()
        foot = _tr(
            "Grade who speaks by agreement, wording by reasons. A pupil who differs is not "
            "wrong for that."
        )
        rows.addWidget(plain_label(foot, "small"))
        swap_body(self._side, body)

    def _add_sentences(self, rows: QVBoxLayout, sentences: Iterable[str]) -> None:
        for words in sentences:
            rows.addWidget(plain_label(words))

    def _add_class(self, rows: QVBoxLayout, scores: ClassScores) -> None:
        answers = self._answers()
        readers = readers_of(answers, self._article_id)
        names = (_tr("one line"), _tr("two lines"), _tr("three lines"), _tr("four lines"))
        told = "; ".join(
            f"{names[level - 1]}: {low if low == high else f'{low}–{high}'}"
            for level, low, high in level_ranges(readers)
        )
        key = _tr("Marked by, of {n}: {told}. Blue: reference.").format(n=readers, told=told)
        rows.addWidget(plain_label(key, "small"))
        rows.addSpacing(8)
        rows.addWidget(plain_label(_tr("Worth talking about"), "heading"))
        rows.addWidget(plain_label(_tr("Where the class is split. No names are shown."), "small"))
        heat = heat_of(answers, [self._article_id], self._pen)
        for place in split_regions(heat, {self._article_id: readers}, _PLACES):
            rows.addWidget(self._split_row(place))
        rows.addSpacing(10)
        rows.addWidget(plain_label(_tr("The class and the reference"), "section"))
        self._add_sentences(rows, class_sentences(scores, self._pen, self._work.texts))
        if scores.refused:
            rows.addSpacing(10)
            left = _tr("Left out: {n}").format(n=len(scores.refused))
            rows.addWidget(plain_label(left, "section"))
        for one in scores.refused[:8]:
            rows.addWidget(plain_label(f"{one.file}: {one.reason}", "small"))

    def _split_row(self, place: SplitPlace) -> QWidget:
        row = QWidget()
        lines = QVBoxLayout(row)
        lines.setContentsMargins(0, 0, 0, 4)
        lines.setSpacing(0)
        cells = QHBoxLayout()
        lines.addLayout(cells)
        words = self._work.texts.words(place.article, place.span)
        button = QPushButton(words if len(words) < 30 else f"{words[:29]}…")
        button.setProperty("link", True)  # noqa: FBT003 -- Qt's call
        button.clicked.connect(partial(self._reveal, place))
        where = plain_label(self._work.texts.place_in(place.article, place.span), "small")
        count = plain_label(_tr("{n} of {m}").format(n=place.marked, m=place.readers))
        count.setWordWrap(False)
        cells.addWidget(button)
        cells.addWidget(where)
        cells.addStretch()
        cells.addWidget(count)
        reason = self._reason_at(place)
        if reason:
            lines.addWidget(plain_label(reason, "small"))
        return row

    def _reason_at(self, place: SplitPlace) -> str:
        """Return what the reference says of a place, "" where there is no reference."""
        reference = self._scores.reference if self._scores else None
        if reference is None:
            return ""
        there = [
            one.mark.reason.strip()
            for one in reference.marks
            if (one.article, one.category) == (place.article, self._pen)
            and one.span.overlaps(place.span)
        ]
        if not there:
            return _tr("No mark of the reference")
        return _tr("Reference: {reason}").format(reason=there[0]) if there[0] else ""

    def _reveal(self, place: SplitPlace) -> None:
        self.page.reveal(place.span)

    def _add_pupil(self, rows: QVBoxLayout, scores: ClassScores) -> None:
        code = self._first.currentText()
        rows.addWidget(plain_label(code, "heading"))
        pupil = next((one for one in scores.pupils if one.answer.code == code), None)
        if pupil is None:
            return
        if self._step is not None:
            self._add_step(rows, scores, pupil.answer, self._step)
            return
        self._add_sentences(rows, pupil_sentences(pupil, scores, self._work.texts))
        answer = pupil.answer.answer
        for title, words in (
            (_tr("A mark of the program that is wrong"), answer.wrong),
            (_tr("What it missed"), answer.missed),
            (_tr("Judgement"), answer.judgement),
        ):
            if words.strip():
                rows.addWidget(plain_label(title, "section"))
                rows.addWidget(plain_label(words, "read"))
        for row, cells in table_rows(scores.lesson, pupil.answer.answer):
            rows.addWidget(plain_label(row.title, "section"))
            rows.addWidget(plain_label("\n".join(f"{one.article}  {one.text}" for one in cells)))
        self._add_reasons(rows, pupil.answer)

    def _add_step(
        self, rows: QVBoxLayout, scores: ClassScores, answer: PlacedAnswer, step: Step
    ) -> None:
        told = step_facts(answer, scores.reference, scores.lesson, step, self._work.texts)
        for role, words in told:
            rows.addWidget(plain_label(words, role))

    def _add_reasons(self, rows: QVBoxLayout, answer: PlacedAnswer) -> None:
        rows.addWidget(plain_label(_tr("Marks and reasons"), "section"))
        for mark in answer.marks:
            if mark.article == self._article_id:
                place, words = self._work.texts.place_of(mark), self._work.texts.words_of(mark)
                reason = mark.mark.reason.strip() or _tr("no reason")
                rows.addWidget(
                    plain_label(f"{place}  {mark.category}  {words}: {reason}", "small")
                )

    def _add_pair(self, rows: QVBoxLayout, _scores: ClassScores) -> None:
        first = self._of_code(self._first.currentText())
        second = self._of_code(self._second.currentText())
        if first is None or second is None:
            return
        title = _tr("{a} in ink, {b} in blue corners").format(a=first.code, b=second.code)
        rows.addWidget(plain_label(title, "heading"))
        both = [one for one in first.marks if _touches(one.span, one.article, second)]
        only = [one for one in first.marks if one not in both]
        others = [one for one in second.marks if not _touches(one.span, one.article, first)]
        for words, marks in (
            (_tr("Both"), both), (first.code, only), (second.code, others)
        ):  # fmt: skip
            rows.addWidget(plain_label(f"{words}: {len(marks)}", "section"))
            for mark in marks:
                place, said = self._work.texts.place_of(mark), self._work.texts.words_of(mark)
                reason = f": {mark.mark.reason}" if mark.mark.reason else ""
                rows.addWidget(plain_label(f"{place}  {mark.category}  {said}{reason}", "small"))

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.page.set_theme(theme)


def _touches(span: Span, article: str, other: PlacedAnswer) -> bool:
    return any(one.article == article and one.span.overlaps(span) for one in other.marks)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Lesson", words)

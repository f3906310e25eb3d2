"""What is told beside the text of a class, of one pupil, or of a pair."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.core.lessons.placing import PlacedAnswer
from reader.core.lessons.scores.heat import (
    SplitPlace,
    heat_of,
    level_ranges,
    readers_of,
    split_regions,
)
from reader.core.lessons.scores.scoring import table_rows
from reader.core.text.spans import Span
from reader.storage.lessons.texts import LessonTexts
from reader.ui.places.lessons.answers.class_facts import class_sentences, pupil_sentences
from reader.ui.places.lessons.answers.looked_at import LookedAt
from reader.ui.places.lessons.answers.step_facts import step_facts
from reader.ui.places.lessons.pupil.mark_form import plain_label, swap_body

_WIDTH = 320  # pixels
_PLACES = 5


class ClassSide(QScrollArea):
    """Tells of what is looked at: where a class is split, what a pupil gave as reasons.

    Signals:
        place_chosen(Span): A place in the text was chosen.
    """

    place_chosen = Signal(object)

    def __init__(self, texts: LessonTexts) -> None:
        super().__init__()
        self._texts = texts
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(_WIDTH)

    def show_looked_at(self, looked: LookedAt) -> None:
        """Tell of something else."""
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(14, 12, 14, 12)
        makers = {"class": self._add_class, "pupil": self._add_pupil}
        makers.get(looked.mode, self._add_pair)(rows, looked)
        rows.addStretch()
        foot = _tr(
            "Grade who speaks by agreement, wording by reasons. A pupil who differs is not "
            "wrong for that."
        )
        rows.addWidget(plain_label(foot, "small"))
        swap_body(self, body)

    def _add_class(self, rows: QVBoxLayout, looked: LookedAt) -> None:
        answers, scores = looked.answers, looked.scores
        readers = readers_of(answers, looked.article)
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
        heat = heat_of(answers, [looked.article], looked.pen)
        for place in split_regions(heat, {looked.article: readers}, _PLACES):
            rows.addWidget(self._split_row(place, looked))
        rows.addSpacing(10)
        rows.addWidget(plain_label(_tr("The class and the reference"), "section"))
        _add_sentences(rows, class_sentences(scores, looked.pen, self._texts))
        if scores.refused:
            rows.addSpacing(10)
            left = _tr("Left out: {n}").format(n=len(scores.refused))
            rows.addWidget(plain_label(left, "section"))
        for one in scores.refused[:8]:
            rows.addWidget(plain_label(f"{one.file}: {one.reason}", "small"))

    def _split_row(self, place: SplitPlace, looked: LookedAt) -> QWidget:
        row = QWidget()
        lines = QVBoxLayout(row)
        lines.setContentsMargins(0, 0, 0, 4)
        lines.setSpacing(0)
        cells = QHBoxLayout()
        lines.addLayout(cells)
        words = self._texts.words(place.article, place.span)
        button = QPushButton(words if len(words) < 30 else f"{words[:29]}…")
        button.setProperty("link", True)  # noqa: FBT003 -- Qt's call
        button.clicked.connect(partial(self.place_chosen.emit, place.span))
        where = plain_label(self._texts.place_in(place.article, place.span), "small")
        count = plain_label(_tr("{n} of {m}").format(n=place.marked, m=place.readers))
        count.setWordWrap(False)
        cells.addWidget(button)
        cells.addWidget(where)
        cells.addStretch()
        cells.addWidget(count)
        reason = _reason_at(place, looked)
        if reason:
            lines.addWidget(plain_label(reason, "small"))
        return row

    def _add_pupil(self, rows: QVBoxLayout, looked: LookedAt) -> None:
        scores, code = looked.scores, looked.codes[0]
        rows.addWidget(plain_label(code, "heading"))
        pupil = next((one for one in scores.pupils if one.answer.code == code), None)
        if pupil is None:
            return
        if looked.step is not None:
            told = step_facts(
                pupil.answer, scores.reference, scores.lesson, looked.step, self._texts
            )
            for role, words in told:
                rows.addWidget(plain_label(words, role))
            return
        _add_sentences(rows, pupil_sentences(pupil, scores, self._texts))
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
        self._add_reasons(rows, pupil.answer, looked.article)

    def _add_reasons(self, rows: QVBoxLayout, answer: PlacedAnswer, article: str) -> None:
        rows.addWidget(plain_label(_tr("Marks and reasons"), "section"))
        for mark in answer.marks:
            if mark.article == article:
                place, words = self._texts.place_of(mark), self._texts.words_of(mark)
                reason = mark.mark.reason.strip() or _tr("no reason")
                rows.addWidget(
                    plain_label(f"{place}  {mark.category}  {words}: {reason}", "small")
                )

    def _add_pair(self, rows: QVBoxLayout, looked: LookedAt) -> None:
        first, second = looked.pair
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
                place, said = self._texts.place_of(mark), self._texts.words_of(mark)
                reason = f": {mark.mark.reason}" if mark.mark.reason else ""
                rows.addWidget(plain_label(f"{place}  {mark.category}  {said}{reason}", "small"))


def _add_sentences(rows: QVBoxLayout, sentences: Iterable[str]) -> None:
    for words in sentences:
        rows.addWidget(plain_label(words))


def _reason_at(place: SplitPlace, looked: LookedAt) -> str:
    """Return what the reference says of a place, "" where there is no reference."""
    reference = looked.scores.reference
    if reference is None:
        return ""
    there = [
        one.mark.reason.strip()
        for one in reference.marks
        if (one.article, one.category) == (place.article, looked.pen)
        and one.span.overlaps(place.span)
    ]
    if not there:
        return _tr("No mark of the reference")
    return _tr("Reference: {reason}").format(reason=there[0]) if there[0] else ""


def _touches(span: Span, article: str, other: PlacedAnswer) -> bool:
    return any(one.article == article and one.span.overlaps(span) for one in other.marks)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Lesson", words)

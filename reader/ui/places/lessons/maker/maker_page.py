"""The maker: steps at the left, one step and the reference marks, the page at the right."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reader.core.lessons.lesson import Step
from reader.core.lessons.placing import PlacedMark
from reader.storage.lessons.texts import LessonTexts
from reader.ui.places.lessons.maker.lesson_draft import LessonDraft
from reader.ui.places.lessons.maker.reference_list import ReferenceList
from reader.ui.places.lessons.maker.step_editor import StepEditor
from reader.ui.places.lessons.maker.steps_panel import StepsPanel
from reader.ui.places.lessons.page.layers import Layers
from reader.ui.places.lessons.page.lesson_page import LessonPage
from reader.ui.places.lessons.pupil.mark_form import plain_label
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons


class MakerPage(QWidget):
    """Puts the parts of the maker side by side and lets them answer.

    Signals:
        take_over_requested(str): The program's marks in an article are to be taken over.
        told(str): Something to tell the teacher.
    """

    take_over_requested = Signal(str)
    told = Signal(str)

    def __init__(self, draft: LessonDraft, texts: LessonTexts, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._draft, self._theme = draft, theme
        self._article = draft.lesson.articles[0].id
        self._step_id = draft.lesson.steps[0].id
        self._chosen: PlacedMark | None = None
        self.steps = StepsPanel(draft, icons, theme)
        self.editor = StepEditor()
        self.reference = ReferenceList(draft, texts, theme)
        self.page = LessonPage(theme)
        self._build()
        self._connect()
        self._show_step(self._step_id)
        self.show_article(self._article)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        scroll = self._scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self.editor)
        scroll.setMinimumWidth(290)
        scroll.setObjectName("step_scroll")
        middle = QSplitter(Qt.Orientation.Vertical)
        middle.addWidget(scroll)
        middle.addWidget(self.reference)
        middle.setSizes([400, 260])
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.addWidget(self.steps)
        sides.addWidget(middle)
        sides.addWidget(self._right())
        sides.setSizes([300, 560, 500])
        row.addWidget(sides, 1)

    def _right(self) -> QWidget:
        box = QWidget()
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._told = plain_label("", "foot")
        rows.addWidget(self._told)
        rows.addWidget(self.page, 1)
        return box

    def _connect(self) -> None:
        self.steps.step_chosen.connect(self._show_step)
        self.steps.article_chosen.connect(self.show_article)
        self.editor.step_changed.connect(self._change_step)
        self.editor.table_changed.connect(self._draft.change_table)
        self.editor.kind_changed.connect(self.show_same_step)
        self.reference.mark_chosen.connect(self._choose)
        self.reference.take_over_requested.connect(self._take_over)
        self.page.letter_pressed.connect(self._mark)
        self.page.place_clicked.connect(self._choose_at)
        self.page.remove_requested.connect(self._remove)
        self.page.reason_requested.connect(self._go_to_reason)
        self.reference.reason_written.connect(self._go_to_page)
        self._draft.lesson_changed.connect(self._lesson_changed)
        self._draft.reference_changed.connect(self._reference_changed)

    def _show_step(self, step_id: str) -> None:
        if step_id != self._step_id:
            self._scroll.verticalScrollBar().setValue(0)  # another step begins with its name
        self._step_id = step_id
        self._draft.pause()
        step = self._draft.lesson.step(step_id)
        if step is not None:
            self.editor.show_step(self._draft.lesson, step)

    def show_same_step(self) -> None:
        """Show the step that is shown, as it is now; the nearest one where it is gone."""
        if self._draft.lesson.step(self._step_id) is None:
            self.steps.choose_again()
        else:
            self._show_step(self._step_id)

    def _change_step(self, step: Step) -> None:
        self._draft.change_step(step)

    def _lesson_changed(self) -> None:
        self.steps.show_lesson()

    @property
    def article(self) -> str:
        """Return the id of the article that is shown."""
        return self._article

    def show_article(self, article_id: str) -> None:
        """Show an article with its reference marks."""
        article = self._draft.lesson.article(article_id)
        if article is None:
            return
        self._article, self._chosen = article_id, None
        self.page.show_article(article.as_article(with_outlet=True))
        told = _tr(
            "Article {letter}: select words and press {pens}; Enter: say why; Del takes it away"
        )
        pens = ", ".join(pen.id for pen in self._draft.lesson.pens)
        self._told.setText(told.format(letter=article_id, pens=pens))
        self._reference_changed()

    def _reference_changed(self) -> None:
        self.reference.show_article(self._article, self._theme)
        self._show_layers()

    def _show_layers(self) -> None:
        marks = [one.span for one in self._draft.marks if one.article == self._article]
        chosen = self._chosen.span if self._chosen else None
        self.page.show_layers(Layers(corners=tuple(marks), chosen_corner=chosen))

    def _mark(self, letter: str) -> None:
        pen, span = self._draft.lesson.pen_of_key(letter), self.page.selected_span()
        if pen is None:
            return
        if span is None:
            self.told.emit(_tr("Select words first, then press the letter."))
            return
        self._chosen = self._draft.add_mark(self._article, pen.id, span)
        self.page.clear_selection()
        self._show_layers()
        self.told.emit(_tr("Marked. Enter leads to the reason, and Enter there back to the page."))

    def _go_to_reason(self) -> None:
        if self._chosen is None:
            self._choose_at(self.page.cursor_place())
        if self._chosen is None:
            self.told.emit(_tr("Choose one of the marks first."))
        else:
            self.reference.focus_reason(self._chosen)

    def _go_to_page(self) -> None:
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_at(self, place: int) -> None:
        for mark in self._draft.marks:
            if mark.article == self._article and mark.span.start <= place < mark.span.end:
                self._choose(mark)

    def _choose(self, mark: PlacedMark) -> None:
        self._chosen = mark
        self._show_layers()
        self.page.reveal(mark.span)

    def _remove(self) -> None:
        chosen = next(
            (
                one
                for one in self._draft.marks
                if self._chosen
                and (one.article, one.category, one.span)
                == (self._chosen.article, self._chosen.category, self._chosen.span)
            ),
            None,
        )
        if chosen is not None:
            self._chosen = None
            self._draft.remove_mark(chosen)

    def _take_over(self) -> None:
        self.take_over_requested.emit(self._article)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self.steps.set_theme(theme)
        self.page.set_theme(theme)
        self._reference_changed()


def _tr(words: str) -> str:
    return QCoreApplication.translate("Lesson", words)

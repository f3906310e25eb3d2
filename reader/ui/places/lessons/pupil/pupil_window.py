"""The window in which a pupil plays a lesson."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QToolBar,
    QWidget,
)

from reader.core.analysis.analysis import Analysis
from reader.core.lessons.lesson import Lesson, Step
from reader.core.lessons.placing import PlacedMark
from reader.core.lessons.progress import readable, shows_program
from reader.core.text.spans import Span
from reader.storage.lessons.filled_table import Cells
from reader.storage.lessons.texts import LessonTexts
from reader.ui.places.lessons.page.layers import Layers, PenMark
from reader.ui.places.lessons.page.lesson_page import LessonPage
from reader.ui.places.lessons.pupil.locked_page import LockedPage
from reader.ui.places.lessons.pupil.mark_form import plain_label
from reader.ui.places.lessons.pupil.pens_bar import PensBar
from reader.ui.places.lessons.pupil.program_found import ProgramFound
from reader.ui.places.lessons.pupil.pupil_work import PupilWork
from reader.ui.places.lessons.pupil.state_line import StateLine
from reader.ui.places.lessons.pupil.step_bar import StepBar, lock_words
from reader.ui.places.lessons.pupil.work_panel import WorkPanel
from reader.ui.reading_view import MarkFilter, ReadingView
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons

_SIZE = QSize(1366, 768)
_KEEP_MS = 1500


class PupilWindow(QMainWindow):
    """Steps on top, pens below them, the page, and what is written beside it.

    Signals:
        hand_in_requested(): The answer file is to be saved.
        keep_requested(): What was done is to be kept as a draft.
        program_wanted(str): The program's marks in an article are wanted.
        closing(): The window closes.
    """

    hand_in_requested = Signal()
    keep_requested = Signal()
    program_wanted = Signal(str)
    closing = Signal()

    def __init__(self, work: PupilWork, texts: LessonTexts, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self.work, self._texts, self._theme, self._icons = work, texts, theme, icons
        self._step = work.lesson.steps[0]
        self._article = ""
        self._chosen: PlacedMark | None = None
        self.setObjectName("pupil_window")
        self.setWindowTitle(work.lesson.title)
        self.resize(_SIZE)
        self.page = LessonPage(theme)
        self.program_page = ReadingView(theme)
        self.panel = WorkPanel(work, texts, theme)
        self.steps = StepBar(work.lesson)
        self.state = StateLine(work)
        self.found = ProgramFound()
        self._locked = LockedPage()
        self._pages = QStackedWidget()
        self._build()
        self._connect()
        self.show_step(self._step.id)

    # -- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        self.addToolBar(self._top_bar())
        self.addToolBarBreak()
        self._pens = PensBar(self.work, self._theme, self._icons)
        self.addToolBar(self._pens)
        self._pages.addWidget(self.page)
        self._pages.addWidget(self.program_page)
        self._pages.addWidget(self._locked)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._pages, 1)
        row.addWidget(self.panel)
        self.setCentralWidget(body)
        self.state.add_to(self.statusBar())
        self.statusBar().setSizeGripEnabled(False)

    def _top_bar(self) -> QToolBar:
        bar = QToolBar(self.tr("Steps"))
        bar.setAccessibleName(self.tr("Steps"))
        bar.setMovable(False)
        title = plain_label(self.work.lesson.title, "heading")
        title.setWordWrap(False)
        title.setMinimumWidth(60)
        bar.addWidget(title)
        bar.addWidget(self.state.where)
        space = QWidget()
        space.setSizePolicy(space.sizePolicy().Policy.Expanding, space.sizePolicy().Policy.Minimum)
        bar.addWidget(space)
        bar.addWidget(self.steps)
        self.hand_in = QPushButton(self.tr("Hand in…"))
        self.hand_in.setObjectName("hand_in")
        self.hand_in.setToolTip(self.tr("Save the answer file (Ctrl+Return)"))
        bar.addWidget(self.hand_in)
        self._cross = bar.addAction(self._icons.icon("x", self._theme.text), self.tr("Close"))
        self._cross.setToolTip(self.tr("Close (Ctrl+W). What you did is kept under your code."))
        self._cross.triggered.connect(self.close)
        return bar

    def _connect(self) -> None:
        self.found.wanted.connect(self.program_wanted)
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEEP_MS)
        self._keeping.timeout.connect(self.keep_requested)
        self.hand_in.clicked.connect(self.hand_in_requested)
        self._pens.article_chosen.connect(self.choose_article)
        self._pens.pen_pressed.connect(self._press_letter)
        self._pens.remove_requested.connect(self._remove_chosen)
        self.page.letter_pressed.connect(self._press_letter)
        self.page.place_clicked.connect(self._choose_at)
        self.page.reason_requested.connect(self._go_to_reason)
        self.page.remove_requested.connect(self._remove_chosen)
        self._locked.word_given.connect(self._try_word)
        self.panel.mark_chosen.connect(self._choose)
        self.panel.step_finished.connect(self._finish_step)
        self.steps.step_chosen.connect(self.show_step)
        self.work.marks_changed.connect(self._marks_changed)
        self.work.words_changed.connect(self._wait_to_keep)
        for key, slot in (
            ("Ctrl+Return", self.hand_in_requested.emit),
            ("Ctrl+Z", self.work.undo),
            ("Ctrl+W", self.close),
            ("F6", self._next_pane),
            ("F8", self.program_page.focus_next),
            ("Shift+F8", self.program_page.focus_previous),
        ):
            self._add_key(key, slot)

    def _add_key(self, key: str, slot: Callable[[], object]) -> None:
        action = QAction(self)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(slot)
        self.addAction(action)

    # -- steps -----------------------------------------------------------------------------------

    @property
    def lesson(self) -> Lesson:
        """Return the lesson."""
        return self.work.lesson

    @property
    def step(self) -> Step:
        """Return the step that is shown."""
        return self._step

    def show_step(self, step_id: str) -> None:
        """Show a step."""
        step = self.lesson.step(step_id) or self._step
        self._step, self._chosen = step, None
        ids = readable(self.lesson, step)
        if self._article not in ids:
            self._article = ids[0] if ids else ""
        self._show_article()
        self._show_state()
        if step.kind in {"sources", "compare"} and shows_program(step) and self._article:
            self.program_wanted.emit(self._article)  # so that it is read by when it is asked for

    def _show_article(self) -> None:
        article = self.lesson.article(self._article)
        is_open = self.work.progress.is_open(self._step)
        if article is None or not is_open:
            told = lock_words(self.lesson, self._step).capitalize()
            self._locked.show_words(told, asks_word=self._step.opens.when == "word")
            self._pages.setCurrentIndex(2)
        else:
            shown = article.as_article(with_outlet=self.lesson.shows_outlets(self._step))
            if shows_program(self._step) and self._step.kind == "program":
                self._pages.setCurrentIndex(1)
                self.program_page.show_article(shown)
                self._show_program()
            else:
                self._pages.setCurrentIndex(0)
                self.page.show_article(shown)
        self._pens.show_step(self._step, self._article)
        self._show_layers()
        self._show_panel()

    def _show_program(self) -> None:
        analysis = self.found.analysis(self._article)
        if analysis is not None:
            self.program_page.set_filter(MarkFilter(layers=("wording", "hedging")))
            self.program_page.show_analysis(analysis)

    def show_analysis(self, article: str, analysis: Analysis) -> None:
        """Show the program's marks of an article, where the step allows it."""
        self.found.take_analysis(article, analysis)
        if article == self._article and self._pages.currentIndex() == 1:
            self._show_program()

    def show_table(self, cells: Cells) -> None:
        """Take over how the program fills the comparison table."""
        self.found.take_table(cells)

    def _show_state(self) -> None:
        self.steps.show_state(self._step, self.work.progress)
        self.state.show_step(self._step, self._article)

    def _finish_step(self) -> None:
        if not self.work.progress.is_open(self._step):
            return  # its word was not said yet
        self.work.finish(self._step)
        number = self.lesson.steps.index(self._step) + 1
        if number < len(self.lesson.steps):
            self.show_step(self.lesson.steps[number].id)
        else:
            self._show_state()
            self.hand_in_requested.emit()

    def _try_word(self, word: str) -> None:
        opened = self.work.progress.with_word(self._step, word)
        if opened is None:
            self._locked.tell(self.tr("That is not the word."))
            return
        self.work.progress = opened
        self._locked.clear()
        self.show_step(self._step.id)

    # -- pens ------------------------------------------------------------------------------------

    def choose_article(self, article_id: str) -> None:
        """Show another article of the step."""
        self._article, self._chosen = article_id, None
        self._show_article()
        self._show_state()

    def _press_letter(self, letter: str) -> None:
        pen, span = self.lesson.pen_of_key(letter), self.page.selected_span()
        if pen is None or pen.id not in self._step.pens or self._pages.currentIndex() != 0:
            return
        if span is None:
            self.state.tell(self.tr("Select words first, then press the letter."))
            return
        mark = self.work.add_mark(self._article, pen.id, span)
        if mark is None:
            self.state.tell(
                self.tr("This article has been handed in; its marks stay as they are.")
            )
            return
        self.page.clear_selection()
        self._choose(mark)
        self.state.tell(self.tr("Marked. Enter leads to the reason."))

    def _choose_at(self, place: int) -> None:
        found = [
            mark
            for mark in self.work.marks
            if mark.article == self._article and mark.span.start <= place < mark.span.end
        ]
        if found:
            self._choose(found[0])

    def _choose(self, mark: PlacedMark) -> None:
        if mark.article != self._article and mark.article in readable(self.lesson, self._step):
            self.choose_article(mark.article)
        self._chosen = mark
        self._show_layers()
        self._show_panel()
        if self._pages.currentIndex() == 0:
            self.page.reveal(mark.span)

    def _go_to_reason(self) -> None:
        place = self.page.cursor_place()
        if self._chosen is None:
            self._choose_at(place)
        if not self.panel.focus_reason():
            self.state.tell(self.tr("Choose one of your marks first."))

    def _remove_chosen(self) -> None:
        mark = self.panel.chosen
        if mark is not None:
            self.work.remove_mark(mark)

    def _marks_changed(self) -> None:
        chosen = self.panel.chosen
        self._chosen = chosen if chosen in self.work.marks else None
        self._show_layers()
        self._show_panel()
        self._wait_to_keep()

    # -- showing ---------------------------------------------------------------------------------

    def _show_layers(self) -> None:
        self.page.show_layers(Layers(pens=tuple(self._pen_marks())))

    def _pen_marks(self) -> list[PenMark]:
        forms = {pen.id: pen.form for pen in self.lesson.pens}
        chosen = self._chosen.span if self._chosen else Span(0, 0)
        return [
            PenMark(mark.span, forms[mark.category], mark.category, mark.span == chosen)
            for mark in self.work.marks
            if mark.article == self._article
        ]

    def _show_panel(self) -> None:
        self.panel.show_step(self._step, self._chosen, self.found.of(self._article))

    def _wait_to_keep(self) -> None:
        self._keeping.start()

    def _next_pane(self) -> None:
        page = self._pages.currentWidget()
        if page is not None and self.panel.isAncestorOf(self.focusWidget() or self):
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.panel.focus_reason():
            self.panel.setFocus(Qt.FocusReason.OtherFocusReason)
            self.panel.focusNextChild()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self._cross.setIcon(self._icons.icon("x", theme.text))
        self._pens.set_theme(theme)
        self.page.set_theme(theme)
        self.program_page.set_theme(theme)
        self.panel.set_theme(theme)
        self._pens.show_step(self._step, self._article)
        self._show_panel()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was done."""
        self._keeping.stop()
        self.closing.emit()
        super().closeEvent(event)
